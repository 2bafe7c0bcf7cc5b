"""The events of one consultation, in the order in which they were appended."""

import threading
from collections.abc import Iterator
from itertools import islice

from scribe_app.domain.faults import storage_fault
from scribe_app.ports.log import Trouble
from scribe_app.system.sealed_log.ground import Ground, Plan, Start
from scribe_app.system.sealed_log.header import LogKind
from scribe_app.system.sealed_log.keeper import Keeper
from scribe_app.system.sealed_log.segment import SegmentReader
from scribe_app.system.sealed_log.series import Series
from scribe_app.system.sealed_log.shelf import Extent

SEGMENT_BYTES = 512 * 1024

PLAN = Plan(LogKind.EVENTS, lambda _payload: 1, SEGMENT_BYTES)


class SealedEventLog:
    """Records of any bytes; every method may be called from any thread."""

    def __init__(self, ground: Ground, start: Start | None = None) -> None:
        self.series = Series(PLAN, ground, start or Start())
        self._keeper = Keeper(self.series)
        self._lock = threading.Lock()
        self._closed = False

    @property
    def stored(self) -> bool:
        """Return whether every record is synced."""
        return self.series.synced == self.series.written

    @property
    def trouble(self) -> Trouble:
        """Return what is wrong with its disk; meanwhile it is written and read as ever."""
        return self.series.trouble

    def append(self, record: bytes) -> None:
        """Write one record; raises `ScribeError` (storage).

        It raises only when neither a disk nor memory takes more.
        """
        self.series.keep([record])
        self._keeper.stir()
        self.series.write()

    def records(self) -> Iterator[bytes]:
        """Yield every record that is intact, oldest first, as of now.

        Raises `ScribeError` (storage) when the disk does not give what it holds.
        """
        with self.series.lock:
            extents = self.series.shelf.extents()
            synced, held = self.series.held.first, list(self.series.held.items)
        return self._records(extents, synced, held)

    def close(self) -> None:
        """Write the final record, sync; raises `ScribeError` (storage), once."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
        if error := self._keeper.finish():
            raise error

    def leave(self) -> None:
        """End the threads and let go of the files."""
        self._closed = True
        self._keeper.stop()

    def _records(
        self, extents: tuple[Extent, ...], synced: int, held: list[bytes]
    ) -> Iterator[bytes]:
        for extent in extents:
            end = min(extent.end, synced)
            if extent.first < end:
                yield from self._in_file(extent, end)
        yield from held

    def _in_file(self, extent: Extent, end: int) -> Iterator[bytes]:
        segment, outlet = extent.segment, self.series.outlet
        first = segment.header.first
        try:
            if not outlet.reachable(segment.path):
                raise TimeoutError
            records = SegmentReader(self.series.ground.disk, segment).records()
            yield from islice(records, extent.first - first, end - first)
        except OSError as error:
            raise storage_fault("A consultation on this disk cannot be read.") from error
