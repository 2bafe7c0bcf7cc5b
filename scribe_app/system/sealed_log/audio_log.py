"""The samples of one consultation: records of 20 ms, so that a sample's place is arithmetic."""

import threading

from scribe_app.domain.audio import BLOCK_BYTES, BLOCK_SAMPLES, SAMPLE_BYTES
from scribe_app.domain.faults import storage_fault
from scribe_app.ports.log import Hole, HoleKind, Trouble
from scribe_app.system.sealed_log.contents import RECORD_BYTES, block_or_none
from scribe_app.system.sealed_log.ground import Ground, Plan, Start
from scribe_app.system.sealed_log.header import HEADER_BYTES, LogKind
from scribe_app.system.sealed_log.holes import Holes
from scribe_app.system.sealed_log.keeper import Keeper
from scribe_app.system.sealed_log.seal import Seal
from scribe_app.system.sealed_log.segment import Segment
from scribe_app.system.sealed_log.series import Series
from scribe_app.system.sealed_log.shelf import Extent

SEGMENT_RECORDS = 3_000
"""A minute: forgetting the last one seals 4 MB anew at most, and eight hours are 480 files."""

PLAN = Plan(
    LogKind.AUDIO,
    lambda payload: len(payload) // SAMPLE_BYTES,
    HEADER_BYTES + SEGMENT_RECORDS * RECORD_BYTES,
    direct=True,  # fifty blocks a second: waking another thread for each costs more than the log
)


class SealedAudioLog:
    """Blocks of any length in, records of one length out; only the last may be shorter.

    What does not fill a record waits in memory for the next block, or for `close`.
    """

    def __init__(self, ground: Ground, start: Start | None = None) -> None:
        self.series = Series(PLAN, ground, start or Start())
        self.gaps = Holes()
        self._keeper = Keeper(self.series)
        self._rest = b""
        self._lock = threading.Lock()
        self._closed = False

    @property
    def written(self) -> int:
        """Return the number of samples that a cursor can read."""
        return self.series.written

    @property
    def stored(self) -> int:
        """Return the number of samples that are synced."""
        return self.series.synced

    @property
    def holes(self) -> tuple[Hole, ...]:
        """Return the stretches known to hold no sound, in order; a cursor reads zeros there."""
        return self.gaps.all()

    @property
    def trouble(self) -> Trouble:
        """Return what is wrong with its disk; meanwhile it is written and read as ever."""
        return self.series.trouble

    def append(self, pcm: bytes) -> None:
        """Write every full record there is now; raises `ScribeError` (storage).

        It raises only when neither a disk nor memory takes more. It hangs with a disk that does:
        what was brought can be read by then, and another thread may go on appending.
        """
        with self._lock:
            blocks = [pcm]
            if self._rest or len(pcm) != BLOCK_BYTES:
                blocks, self._rest = _split(self._rest + pcm)
            if not blocks:
                return
            self.series.keep(blocks)
        self._keeper.stir()
        self.series.write()

    def cursor(self, sample: int = 0) -> "SealedAudioCursor":
        """Return a reader that starts at a sample."""
        return SealedAudioCursor(self, sample)

    def close(self) -> None:
        """Write what waited and the final record, sync; raises `ScribeError` (storage), once.

        What the disk refused stays in memory and is tried on until `leave`.
        """
        with self._lock:
            if self._closed:
                return
            self._closed = True
            if self._rest:
                self.series.keep([self._rest])
                self._rest = b""
        if error := self._keeper.finish():
            raise error

    def leave(self) -> None:
        """End the threads and let go of the files."""
        self._closed = True
        self._keeper.stop()

    def silence(self, first: int, end: int) -> None:
        """Put zeros in the place of a stretch, and destroy the keys that open what was there.

        Raises `OSError`; asked again it does what is left.
        """
        with self._lock:
            if self._rest:
                self._rest = silenced(self.written, self._rest, first, end)
        self.series.rewrite(first, end, lambda at, pcm: silenced(at, pcm, first, end))


class SealedAudioCursor:
    """Reads from memory what is not synced yet and unseals the rest; never past what is written.

    No file stays open between two reads, so none is in the way of what replaces or removes it.
    """

    def __init__(self, log: SealedAudioLog, sample: int) -> None:
        self._log = log
        self._series = log.series
        self._position = max(0, sample)
        self._segment: Segment | None = None
        self._seal: Seal | None = None

    @property
    def position(self) -> int:
        """Return the number of the next sample it will read."""
        return self._position

    def seek(self, sample: int) -> None:
        """Go on at a sample."""
        self._position = max(0, sample)

    def read(self, max_samples: int) -> bytes:
        """Return up to so many samples; raises `ScribeError` (storage) when the disk does not.

        Samples that are damaged, missing or forgotten are zeros, and among the log's `holes`.
        """
        end = min(self._position + max_samples, self._log.written)
        pieces: list[bytes] = []
        while self._position < end:
            pieces.append(self._piece(self._position, end))
            self._position += len(pieces[-1]) // SAMPLE_BYTES
        return b"".join(pieces)

    def close(self) -> None:
        """Let go of the keys."""
        self._segment = self._seal = None

    def _piece(self, start: int, end: int) -> bytes:
        """Return samples from `start` on, one at least, from one place."""
        series = self._series
        with series.lock:
            if start >= series.held.first:
                return _from_blocks(series.held.items, series.held.first, start, end)
            end = min(end, series.held.first)
            found = series.shelf.at(start)
        if isinstance(found, Extent):
            return self._from_file(found, start, min(end, found.end))
        end = min(end, found)
        self._log.gaps.add(Hole(start, end, HoleKind.MISSING))
        return bytes((end - start) * SAMPLE_BYTES)

    def _from_file(self, extent: Extent, start: int, end: int) -> bytes:
        base = extent.segment.header.first
        first, last = (start - base) // BLOCK_SAMPLES, (end - 1 - base) // BLOCK_SAMPLES
        raw = self._raw(extent.segment, first, last)
        seal = self._opened(extent.segment)
        records = [raw[at : at + RECORD_BYTES] for at in range(0, len(raw), RECORD_BYTES)]
        blocks = [block_or_none(seal, first + index, each) for index, each in enumerate(records)]
        blocks += [None] * (last - first + 1 - len(blocks))
        if None in blocks and self._moved(extent, start):
            return self._piece(start, end)
        pcm = b"".join([self._or_zeros(extent, first + i, each) for i, each in enumerate(blocks)])
        offset = start - base - first * BLOCK_SAMPLES
        return pcm[offset * SAMPLE_BYTES : (offset + end - start) * SAMPLE_BYTES]

    def _raw(self, segment: Segment, first: int, last: int) -> bytes:
        disk, outlet = self._series.ground.disk, self._series.outlet
        try:
            if not outlet.reachable(segment.path):
                raise TimeoutError
            length = (last - first + 1) * RECORD_BYTES
            return disk.read(segment.path, HEADER_BYTES + first * RECORD_BYTES, length)
        except OSError as error:
            raise storage_fault("A consultation on this disk cannot be read.") from error

    def _opened(self, segment: Segment) -> Seal:
        if self._segment is not segment or self._seal is None:
            self._segment, self._seal = segment, segment.seal()
        return self._seal

    def _moved(self, extent: Extent, start: int) -> bool:
        """Return whether another segment took the place of this one while it was read."""
        with self._series.lock:
            now = self._series.shelf.at(start)
        return not isinstance(now, Extent) or now.segment is not extent.segment

    def _or_zeros(self, extent: Extent, index: int, block: bytes | None) -> bytes:
        if block is not None:
            return block
        first = extent.segment.header.first + index * BLOCK_SAMPLES
        end = min(first + BLOCK_SAMPLES, extent.end)
        self._log.gaps.add(Hole(first, end, HoleKind.DAMAGED))
        return bytes((end - first) * SAMPLE_BYTES)


def _split(pcm: bytes) -> tuple[list[bytes], bytes]:
    """Return the full records in samples, and what is left over."""
    whole = len(pcm) - len(pcm) % BLOCK_BYTES
    return [pcm[at : at + BLOCK_BYTES] for at in range(0, whole, BLOCK_BYTES)], pcm[whole:]


def silenced(at: int, pcm: bytes, first: int, end: int) -> bytes:
    """Return samples that begin at sample `at` with zeros from `first` to `end`."""
    low = max(0, first - at) * SAMPLE_BYTES
    high = min(len(pcm), max(0, end - at) * SAMPLE_BYTES)
    return pcm[:low] + bytes(max(0, high - low)) + pcm[max(low, high) :]


def _from_blocks(blocks: list[bytes], base: int, start: int, end: int) -> bytes:
    """Return samples `start` to `end` of blocks of which the first begins at sample `base`."""
    first, last = (start - base) // BLOCK_SAMPLES, (end - 1 - base) // BLOCK_SAMPLES
    pcm = b"".join(blocks[first : last + 1])
    offset = start - base - first * BLOCK_SAMPLES
    return pcm[offset * SAMPLE_BYTES : (offset + end - start) * SAMPLE_BYTES]
