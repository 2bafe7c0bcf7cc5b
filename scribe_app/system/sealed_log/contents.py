"""What a segment that nobody writes any more holds: how much of it is whole, and how it ends."""

from dataclasses import dataclass

from scribe_app.domain.audio import BLOCK_BYTES, BLOCK_SAMPLES, SAMPLE_BYTES
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import HEADER_BYTES, LogKind
from scribe_app.system.sealed_log.seal import TAG_BYTES, DamagedError, RecordType, Seal
from scribe_app.system.sealed_log.segment import (
    FRAME_BYTES,
    LAST_BYTES,
    MAX_BYTES,
    OVERHEAD_BYTES,
    End,
    Segment,
    SegmentReader,
    read_end,
)

RECORD_BYTES = BLOCK_BYTES + OVERHEAD_BYTES
_DATA = bytes([RecordType.DATA])


@dataclass(frozen=True, slots=True)
class Contents:
    """Payloads in order, zeros for blocks of sound that are damaged (their indexes), the end."""

    payloads: tuple[bytes, ...]
    damaged: tuple[int, ...]
    end: End


@dataclass(frozen=True, slots=True)
class Measure:
    """How many units a segment holds, how it ends, and which of its blocks are damaged.

    A segment that was ended is taken at its word; its blocks are proven when they are read.
    """

    units: int
    end: End
    damaged: tuple[int, ...] = ()


def measured(disk: Disk, segment: Segment, size: int) -> Measure:
    """Return how much a file of that size holds, read only where it was not ended; `OSError`."""
    tail = disk.read(segment.path, max(0, size - LAST_BYTES), LAST_BYTES)
    end, count = read_end(segment.seal(), tail)
    if end is End.TORN:
        return _scanned(read_contents(disk, segment), segment.header.kind)
    if segment.header.kind is not LogKind.AUDIO:
        return Measure(count, end)
    samples = samples_in(size - LAST_BYTES)
    if -(-samples // BLOCK_SAMPLES) != count:
        return _scanned(read_contents(disk, segment), segment.header.kind)
    return Measure(samples, end)


def _scanned(contents: Contents, kind: LogKind) -> Measure:
    payloads = contents.payloads
    if kind is not LogKind.AUDIO:
        return Measure(len(payloads), contents.end)
    samples = sum(map(len, payloads)) // SAMPLE_BYTES
    return Measure(samples, contents.end, contents.damaged)


def samples_in(size: int) -> int:
    """Return the samples in the first bytes of a segment of sound, a torn record left out."""
    whole, rest = divmod(max(0, size - HEADER_BYTES), RECORD_BYTES)
    return whole * BLOCK_SAMPLES + max(0, rest - OVERHEAD_BYTES) // SAMPLE_BYTES


def read_contents(disk: Disk, segment: Segment) -> Contents:
    """Return everything in a segment that is whole; raises `OSError`."""
    if segment.header.kind is LogKind.AUDIO:
        return _sound(segment, disk.read(segment.path, 0, MAX_BYTES))
    reader = SegmentReader(disk, segment)
    return Contents(tuple(reader.records()), (), reader.end)


def _sound(segment: Segment, raw: bytes) -> Contents:
    """Return the blocks on their places, so that a damaged one costs no other."""
    seal = segment.seal()
    end, _count = read_end(seal, raw[-LAST_BYTES:])
    body = raw[HEADER_BYTES:] if end is End.TORN else raw[HEADER_BYTES:-LAST_BYTES]
    blocks = [
        block_or_none(seal, index, body[at : at + RECORD_BYTES])
        for index, at in enumerate(range(0, len(body), RECORD_BYTES))
    ]
    if end is End.TORN:
        while blocks and blocks[-1] is None:
            blocks.pop()
    damaged = tuple(index for index, block in enumerate(blocks) if block is None)
    payloads = tuple(bytes(BLOCK_BYTES) if block is None else block for block in blocks)
    return Contents(payloads, damaged, end)


def block_or_none(seal: Seal, index: int, record: bytes) -> bytes | None:
    """Return the samples of a record on its place in the file, None when it is damaged.

    The last may be shorter than the others, and have other bytes after it.
    """
    length = int.from_bytes(record[1:FRAME_BYTES])
    if record[:1] != _DATA or not TAG_BYTES < length <= len(record) - FRAME_BYTES:
        return None
    try:
        return seal.unseal(index, RecordType.DATA, record[FRAME_BYTES : FRAME_BYTES + length])
    except DamagedError:
        return None
