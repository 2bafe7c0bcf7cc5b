"""The samples of one consultation: records of 20 ms, so that a sample's place is arithmetic."""

from scribe_app.domain.audio import BLOCK_BYTES, BLOCK_SAMPLES, SAMPLE_BYTES
from scribe_app.domain.faults import storage_fault
from scribe_app.system.sealed_log import disk
from scribe_app.system.sealed_log.file_log import FileLog
from scribe_app.system.sealed_log.header import HEADER_BYTES
from scribe_app.system.sealed_log.seal import DamagedError, RecordType, Seal
from scribe_app.system.sealed_log.segment import FRAME_BYTES, OVERHEAD_BYTES, SegmentWriter

_RECORD_BYTES = BLOCK_BYTES + OVERHEAD_BYTES


class SealedAudioLog:
    """Blocks of any length in, records of one length out; only the last may be shorter.

    What does not fill a record waits in memory for the next block, or for `close`.
    """

    def __init__(self, segment: SegmentWriter) -> None:
        self._written = 0
        self._rest = b""
        self._log = FileLog(segment, lambda: self._written)

    @property
    def written(self) -> int:
        """Return the number of samples that a cursor can read."""
        return self._written

    @property
    def stored(self) -> int:
        """Return the number of samples that are synced."""
        return self._log.synced

    def append(self, pcm: bytes) -> None:
        """Write every full record there is now; raises `ScribeError` (storage)."""
        pcm = self._rest + pcm if self._rest else pcm
        whole = len(pcm) - len(pcm) % BLOCK_BYTES
        self._rest = pcm[whole:]
        if whole:
            self._put([pcm[at : at + BLOCK_BYTES] for at in range(0, whole, BLOCK_BYTES)])

    def _put(self, blocks: list[bytes]) -> None:
        self._log.append(blocks)
        self._written += sum(map(len, blocks)) // SAMPLE_BYTES

    def cursor(self, sample: int = 0) -> "SealedAudioCursor":
        """Return a reader that starts at a sample."""
        return SealedAudioCursor(self, self._log.segment, sample)

    def close(self) -> None:
        """Write what waited and the final record, sync, let go; raises `ScribeError` (storage)."""
        self._log.close(self._put_rest)

    def _put_rest(self) -> None:
        if self._rest:
            self._put([self._rest])
        self._rest = b""


class SealedAudioCursor:
    """Reads and unseals from the file, with a handle of its own; never past what is written."""

    def __init__(self, log: SealedAudioLog, segment: SegmentWriter, sample: int) -> None:
        self._log = log
        self._file = disk.random_reader(segment.path)
        self._seal = Seal(segment.data_key, segment.raw_header)
        self._position = max(0, sample)

    @property
    def position(self) -> int:
        """Return the number of the next sample it will read."""
        return self._position

    def seek(self, sample: int) -> None:
        """Go on at a sample."""
        self._position = max(0, sample)

    def read(self, max_samples: int) -> bytes:
        """Return up to so many samples; raises `ScribeError` (storage) for damaged ones."""
        start, written = self._position, self._log.written
        end = min(start + max_samples, written)
        if end <= start:
            return b""
        first, last = start // BLOCK_SAMPLES, (end - 1) // BLOCK_SAMPLES
        pcm = self._blocks(first, last, written)
        offset = (start - first * BLOCK_SAMPLES) * SAMPLE_BYTES
        self._position = end
        return pcm[offset : offset + (end - start) * SAMPLE_BYTES]

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _blocks(self, first: int, last: int, written: int) -> bytes:
        """Return the plain bytes of records `first` to `last`, the last as long as it is."""
        self._file.seek(HEADER_BYTES + first * _RECORD_BYTES)
        in_last = min(written - last * BLOCK_SAMPLES, BLOCK_SAMPLES) * SAMPLE_BYTES
        raw = self._file.read((last - first) * _RECORD_BYTES + OVERHEAD_BYTES + in_last)
        return b"".join(
            [self._unsealed(first + index, raw[at : at + _RECORD_BYTES])
             for index, at in enumerate(range(0, len(raw), _RECORD_BYTES))]
        )  # fmt: skip

    def _unsealed(self, sequence: int, record: bytes) -> bytes:
        try:
            return self._seal.unseal(sequence, RecordType.DATA, record[FRAME_BYTES:])
        except DamagedError as error:
            raise storage_fault("The recording on this disk is damaged.") from error
