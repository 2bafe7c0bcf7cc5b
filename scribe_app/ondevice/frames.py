"""Frames on the pipe to the recogniser, so that text and audio share one line.

A frame is one byte of kind (`T` for UTF-8 JSON, `B` for binary), the payload's length in four
little-endian bytes, and the payload.
"""

import struct
from collections.abc import Iterator
from typing import BinaryIO

Frame = str | bytes

HEADER = struct.Struct("<cI")
LONGEST = 16 * 1024 * 1024  # bytes; nothing honest comes near it


class FrameError(Exception):
    """The bytes on the pipe are no frames; the line cannot go on."""


def encode(frame: Frame) -> bytes:
    """Return the bytes of one frame."""
    kind, payload = (b"T", frame.encode()) if isinstance(frame, str) else (b"B", bytes(frame))
    if len(payload) > LONGEST:
        raise FrameError("frame too long")
    return HEADER.pack(kind, len(payload)) + payload


def length_of(header: bytes) -> tuple[bytes, int]:
    """Return the kind and the payload's length that a header names; raises `FrameError`."""
    kind, length = HEADER.unpack(header)
    if kind not in (b"T", b"B") or length > LONGEST:
        raise FrameError("no frame header")
    return kind, length


def decode(kind: bytes, payload: bytes) -> Frame:
    """Return the frame of a payload; raises `FrameError` for text that is no UTF-8."""
    if kind == b"B":
        return payload
    try:
        return payload.decode()
    except UnicodeDecodeError as error:
        raise FrameError("text frame is not UTF-8") from error


class FrameReader:
    """Bytes in, whole frames out, however the bytes were cut."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[Frame]:
        """Yield every frame that `data` completes; raises `FrameError`."""
        self._held += data
        while len(self._held) >= HEADER.size:
            kind, length = length_of(bytes(self._held[: HEADER.size]))
            end = HEADER.size + length
            if len(self._held) < end:
                return
            payload = bytes(self._held[HEADER.size : end])
            del self._held[:end]
            yield decode(kind, payload)


def read_frame(stream: BinaryIO) -> Frame | None:
    """Read one frame from a blocking stream; none at its end, also in the middle of a frame."""
    header = stream.read(HEADER.size)
    if len(header) < HEADER.size:
        return None
    kind, length = length_of(header)
    payload = stream.read(length)
    return decode(kind, payload) if len(payload) == length else None


def write_frame(stream: BinaryIO, frame: Frame) -> None:
    """Write one frame to a blocking stream and flush it."""
    stream.write(encode(frame))
    stream.flush()
