"""The events of one consultation, in the order in which they were appended."""

import threading
from collections.abc import Iterator

from scribe_app.system.sealed_log.file_log import FileLog
from scribe_app.system.sealed_log.segment import SegmentWriter


class SealedEventLog:
    """Records of any bytes; every method may be called from any thread."""

    def __init__(self, segment: SegmentWriter) -> None:
        self._lock = threading.Lock()
        self._segment = segment
        self._log = FileLog(segment, lambda: segment.size)

    @property
    def stored(self) -> bool:
        """Return whether every record is synced."""
        return self._log.synced == self._segment.size

    def append(self, record: bytes) -> None:
        """Write one record; raises `ScribeError` (storage)."""
        with self._lock:
            self._log.append([record])

    def records(self) -> Iterator[bytes]:
        """Yield every record that is intact, oldest first, as of now."""
        return self._segment.reader().records(limit=self._segment.size)

    def close(self) -> None:
        """Write the final record, sync, let go; raises `ScribeError` (storage)."""
        with self._lock:
            self._log.close(lambda: None)
