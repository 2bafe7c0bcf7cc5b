"""What both logs share: a segment, its sync, and an end that happens once."""

import os
from collections.abc import Callable
from pathlib import Path

from scribe_app.system.sealed_log.segment import SegmentWriter
from scribe_app.system.sealed_log.sync import DiskSync


class FileLog:
    """A segment that is synced while it grows."""

    def __init__(self, segment: SegmentWriter, written: Callable[[], int]) -> None:
        self.segment = segment
        self._sync = DiskSync(segment.fd, _folders(segment.path), written)
        self._sync.start()
        self._open = True

    @property
    def synced(self) -> int:
        """Return what `written` was at the last sync that succeeded."""
        return self._sync.synced

    def append(self, payloads: list[bytes]) -> None:
        """Write records; raises `ScribeError` (storage), also for a sync that failed before."""
        self._sync.check()
        self.segment.append(payloads)

    def close(self, write_rest: Callable[[], None]) -> None:
        """Write the rest and the final record, sync, let go; raises `ScribeError` (storage)."""
        if not self._open:
            return
        self._open = False
        stopped = self._sync.stop()
        try:
            self._sync.check()
            write_rest()
            self.segment.finish()
        finally:
            if stopped:
                self._sync.sync()
                os.close(self.segment.fd)
        self._sync.check()


def _folders(path: Path) -> tuple[Path, ...]:
    return path.parent, path.parent.parent
