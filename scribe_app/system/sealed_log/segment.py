"""One file of a log: written record by record, read back up to the first that is not intact."""

import os
import struct
from collections.abc import Callable, Iterable, Iterator
from enum import Enum
from pathlib import Path
from typing import BinaryIO

from scribe_app.domain.faults import ScribeError
from scribe_app.system.sealed_log import disk
from scribe_app.system.sealed_log.header import HEADER_BYTES, Header, parse
from scribe_app.system.sealed_log.seal import (
    KEY_BYTES,
    TAG_BYTES,
    DamagedError,
    RecordType,
    Seal,
)

_FRAME = struct.Struct(">BI")
FRAME_BYTES = _FRAME.size
OVERHEAD_BYTES = FRAME_BYTES + TAG_BYTES
_MAX_SEALED_BYTES = 64 * 1024 * 1024


class End(Enum):
    """How a segment ends: with its final record, in the middle, or in bytes nobody sealed."""

    CLEAN = "clean"
    TORN = "torn"
    DAMAGED = "damaged"


class SegmentWriter:
    """Appends sealed records; one thread at a time. A failed write is never followed by another."""

    def __init__(self, path: Path, header: Header, key: bytes) -> None:
        self.path = path
        self.data_key = os.urandom(KEY_BYTES)
        self.raw_header = header.sealed(key, self.data_key)
        self._seal = Seal(self.data_key, self.raw_header)
        self._sequence = 0
        self._fault: ScribeError | None = None
        self.fd = disk.create(path)
        self._write(self.raw_header)
        self.size = HEADER_BYTES

    def append(self, payloads: Iterable[bytes]) -> None:
        """Write records, all in one go; raises `ScribeError` (storage)."""
        self._put(RecordType.DATA, payloads)

    def finish(self) -> None:
        """Write the final record: the number of records before it."""
        self._put(RecordType.FINAL, [self._sequence.to_bytes(8)])

    def _put(self, kind: RecordType, payloads: Iterable[bytes]) -> None:
        frames = b"".join([self._framed(kind, payload) for payload in payloads])
        self._write(frames)
        self.size += len(frames)

    def _framed(self, kind: RecordType, payload: bytes) -> bytes:
        sealed = self._seal.seal(self._sequence, kind, payload)
        self._sequence += 1
        return _FRAME.pack(kind, len(sealed)) + sealed

    def _write(self, data: bytes) -> None:
        if self._fault is not None:
            raise self._fault
        try:
            disk.write(self.fd, data)
        except OSError as error:
            self._fault = disk.fault(error)
            raise self._fault from error

    def reader(self) -> "SegmentReader":
        """Return a reader of this file with a file handle of its own."""
        return SegmentReader(disk.reader(self.path), Seal(self.data_key, self.raw_header))


class SegmentReader:
    """Reads a segment's records in order; `end` tells how it ended once they are all read."""

    def __init__(self, file: BinaryIO, seal: Seal) -> None:
        self._file = file
        self._seal = seal
        self.end = End.TORN

    def records(self, limit: int | None = None) -> Iterator[bytes]:
        """Yield what is intact, oldest first, up to `limit` bytes of the file; then close it."""
        with self._file:
            self._file.seek(HEADER_BYTES)
            left = (limit or os.fstat(self._file.fileno()).st_size) - HEADER_BYTES
            sequence = 0
            while (record := self._next(sequence, left)) is not None:
                yield record
                left -= len(record) + OVERHEAD_BYTES
                sequence += 1

    def close(self) -> None:
        """Let go of the file, where its records were not all read."""
        self._file.close()

    def _next(self, sequence: int, left: int) -> bytes | None:
        frame = self._file.read(FRAME_BYTES) if left >= FRAME_BYTES else b""
        if len(frame) < FRAME_BYTES:
            return None
        kind, length = _FRAME.unpack(frame)
        if kind not in (RecordType.DATA, RecordType.FINAL) or length > _MAX_SEALED_BYTES:
            self.end = End.DAMAGED
            return None
        if length > left - FRAME_BYTES:
            return None
        return self._unsealed(sequence, RecordType(kind), self._file.read(length))

    def _unsealed(self, sequence: int, kind: RecordType, sealed: bytes) -> bytes | None:
        try:
            plain = self._seal.unseal(sequence, kind, sealed)
        except DamagedError:
            self.end = End.DAMAGED
            return None
        if kind is RecordType.DATA:
            return plain
        self.end = End.CLEAN
        return None


def open_segment(
    path: Path, key_named: Callable[[str], bytes | None]
) -> tuple[Header, SegmentReader]:
    """Return what a file on disk holds; raises `DamagedError`, also when its key is gone."""
    file = disk.reader(path)
    try:
        raw = file.read(HEADER_BYTES)
        header = parse(raw)
        data_key = header.data_key(key_named(header.key_name) or b"", raw)
    except DamagedError:
        file.close()
        raise
    return header, SegmentReader(file, Seal(data_key, raw))
