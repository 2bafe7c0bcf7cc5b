"""One file of a log: a header, then sealed records in order."""

import os
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from scribe_app.domain.faults import storage_fault
from scribe_app.system.sealed_log import session_key
from scribe_app.system.sealed_log.day_keys import joined
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import HEADER_BYTES, Header, is_destroyed, parse
from scribe_app.system.sealed_log.seal import (
    KEY_BYTES,
    TAG_BYTES,
    DamagedError,
    RecordType,
    Seal,
)

FRAME = struct.Struct(">BI")
FRAME_BYTES = FRAME.size
OVERHEAD_BYTES = FRAME_BYTES + TAG_BYTES
_COUNT_BYTES = 8
LAST_BYTES = OVERHEAD_BYTES + 2 * _COUNT_BYTES
MAX_BYTES = 64 * 1024 * 1024
_KINDS = frozenset(RecordType)


class End(Enum):
    """How a segment ends: the log's end, others follow, in the middle, or in damaged bytes."""

    CLEAN = "clean"
    TURNED = "turned"
    TORN = "torn"
    DAMAGED = "damaged"


_ENDS = {RecordType.FINAL: End.CLEAN, RecordType.TURN: End.TURNED}


class KeyDestroyedError(DamagedError):
    """Raised for a segment whose key was destroyed on purpose."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Where a segment is and what opens it."""

    path: Path
    header: Header
    raw_header: bytes
    data_key: bytes

    def seal(self) -> Seal:
        """Return the cipher of its records."""
        return Seal(self.data_key, self.raw_header)


def new_segment(folder: Path, header: Header, key: bytes) -> Segment:
    """Return a segment that is not yet on the disk, with a fresh data key."""
    data_key = os.urandom(KEY_BYTES)
    return Segment(folder / header.file_name, header, header.sealed(key, data_key), data_key)


def found_segment(path: Path, raw: bytes, key_named: Callable[[str], bytes | None]) -> Segment:
    """Return the segment of a header that was read; raises `DamagedError`, also without a key."""
    header = parse(raw)
    if is_destroyed(raw):
        raise KeyDestroyedError
    data_key = header.data_key(key_named(header.key_name) or b"", raw)
    return Segment(path, header, raw, data_key)


def framed(seal: Seal, sequence: int, payloads: Iterable[bytes]) -> bytes:
    """Return records of content as they stand in the file, the first with that sequence number."""
    pieces: list[bytes] = []
    for number, payload in enumerate(payloads, sequence):
        body = seal.seal(number, RecordType.DATA, payload)
        pieces += (FRAME.pack(RecordType.DATA, len(body)), body)
    return b"".join(pieces)


def last_record(seal: Seal, sequence: int, kind: RecordType) -> bytes:
    """Return the record that ends a segment: the number of records, in clear and sealed.

    In clear so that its end can be checked without reading all that comes before it.
    """
    count = sequence.to_bytes(_COUNT_BYTES)
    return _frame(kind, count + seal.seal(sequence, kind, count))


def read_end(seal: Seal, tail: bytes) -> tuple[End, int]:
    """Return how a file with those last bytes ends, and its number of records when it says so."""
    if not looks_ended(tail):
        return End.TORN, 0
    kind, _length = FRAME.unpack_from(tail)
    count = int.from_bytes(tail[FRAME_BYTES : FRAME_BYTES + _COUNT_BYTES])
    if not _ends(seal, count, RecordType(kind), tail[FRAME_BYTES:]):
        return End.TORN, 0
    return _ENDS[RecordType(kind)], count


def looks_ended(tail: bytes) -> bool:
    """Return whether a file with those last bytes says that it was ended; not proven."""
    if len(tail) != LAST_BYTES:
        return False
    kind, length = FRAME.unpack_from(tail)
    return kind in _ENDS and length == LAST_BYTES - FRAME_BYTES


def _ends(seal: Seal, count: int, kind: RecordType, body: bytes) -> bool:
    """Return whether a last record's body says truly that so many records come before it."""
    number = count.to_bytes(_COUNT_BYTES)
    try:
        inside = seal.unseal(count, kind, body[_COUNT_BYTES:])
    except DamagedError:
        return False
    return inside == number == body[:_COUNT_BYTES]


def _frame(kind: RecordType, body: bytes) -> bytes:
    return FRAME.pack(kind, len(body)) + body


class SegmentReader:
    """Reads a segment's records in order; `end` tells how it ended once they are all read."""

    def __init__(self, disk: Disk, segment: Segment) -> None:
        self._disk = disk
        self._segment = segment
        self._seal = segment.seal()
        self.end = End.TORN

    def records(self) -> Iterator[bytes]:
        """Yield what is intact, oldest first; raises `OSError`."""
        raw = self._disk.read(self._segment.path, 0, MAX_BYTES)
        at, sequence = HEADER_BYTES, 0
        while (record := self._record(raw, at, sequence)) is not None:
            yield record
            at += OVERHEAD_BYTES + len(record)
            sequence += 1

    def close(self) -> None:
        """Do nothing: no file stays open between two reads."""

    def _record(self, raw: bytes, at: int, sequence: int) -> bytes | None:
        if len(raw) < at + FRAME_BYTES:
            return None
        kind, length = FRAME.unpack_from(raw, at)
        if kind not in _KINDS:
            self.end = End.DAMAGED
            return None
        at += FRAME_BYTES
        if len(raw) < at + length:
            return None
        return self._content(sequence, RecordType(kind), raw[at : at + length])

    def _content(self, sequence: int, kind: RecordType, body: bytes) -> bytes | None:
        if kind is not RecordType.DATA:
            self.end = _ENDS[kind] if _ends(self._seal, sequence, kind, body) else End.DAMAGED
            return None
        try:
            return self._seal.unseal(sequence, kind, body)
        except DamagedError:
            self.end = End.DAMAGED
            return None


def open_segment(
    path: Path, day_key_named: Callable[[str], bytes | None], disk: Disk | None = None
) -> tuple[Header, SegmentReader]:
    """Return what one file on disk holds; raises `DamagedError`, also when its key is gone.

    Raises `ScribeError` (storage) for a file that cannot be read.
    """
    disk = disk or Disk()
    try:
        raw = disk.read(path, 0, HEADER_BYTES)
    except OSError as error:
        raise storage_fault("A consultation on this disk cannot be read.") from error
    if is_destroyed(raw):
        raise KeyDestroyedError
    secret = session_key.read(disk, path.parent)
    if isinstance(secret, session_key.Lost):
        raise DamagedError

    def key_named(name: str) -> bytes | None:
        day_key = day_key_named(name)
        return joined(day_key, secret) if day_key is not None else None

    segment = found_segment(path, raw, key_named)
    return segment.header, SegmentReader(disk, segment)
