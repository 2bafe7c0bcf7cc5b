"""Audio as vendors take it: tells WAV from raw samples by the bytes, and decodes both."""

import struct
from enum import StrEnum


class Form(StrEnum):
    """How audio came in."""

    NONE = "none"
    PCM = "pcm"
    WAV_STREAM = "wav-stream"
    WAV_PER_CHUNK = "wav-per-chunk"
    OTHER = "other"


class Decoder:
    """Turns binary frames into samples; what is wrong with them is told by `complain`.

    A WAV header with a size of 0 or 0xFFFFFFFF, or larger than its frame, begins a stream.
    """

    def __init__(self) -> None:
        self.form = Form.NONE
        self.complaints: list[str] = []

    def decode(self, frame: bytes) -> bytes:
        """Return the samples of a frame; nothing where it is no audio."""
        if frame[:4] == b"RIFF" and frame[8:12] == b"WAVE":
            return self._wav(frame)
        if frame[:4] in (b"\x1aE\xdf\xa3", b"OggS", b"fLaC") or self.form is Form.OTHER:
            self.form = Form.OTHER
            return b""
        if self.form is Form.WAV_PER_CHUNK:
            self.complaints.append("raw audio after whole WAV files")
            return b""
        if self.form is Form.NONE:
            self.form = Form.PCM
        return frame

    def _wav(self, frame: bytes) -> bytes:
        if self.form in (Form.WAV_STREAM, Form.PCM):
            self.complaints.append("a WAV header in the middle of a stream")
        found = self._chunks(frame)
        if found is None:
            self.complaints.append("a broken WAV header")
            return b""
        start, size = found
        whole = size == len(frame) - start and size > 0
        self.form = Form.WAV_PER_CHUNK if whole else Form.WAV_STREAM
        return frame[start:]

    def _chunks(self, frame: bytes) -> tuple[int, int] | None:
        at = 12
        while at + 8 <= len(frame):
            name, size = struct.unpack_from("<4sI", frame, at)
            if name == b"fmt ":
                self._check(frame[at + 8 : at + 24])
            if name == b"data":
                return at + 8, size
            at += 8 + size + size % 2
        return None

    def _check(self, raw: bytes) -> None:
        kind, channels, rate, _, _, bits = struct.unpack("<HHIIHH", raw.ljust(16, b"\0"))
        if (kind, channels, rate, bits) != (1, 1, 16000, 16):
            self.complaints.append(f"WAV of {rate} Hz, {channels} channels, {bits} bits")


def header(size: int = 0xFFFFFFFF) -> bytes:
    """Return a WAV header for so many bytes of 16 kHz mono s16le; by default for a stream."""
    riff = min(size + 36, 0xFFFFFFFF)
    fmt = struct.pack("<4sIHHIIHH", b"fmt ", 16, 1, 1, 16000, 32000, 2, 16)
    return struct.pack("<4sI4s", b"RIFF", riff, b"WAVE") + fmt + struct.pack("<4sI", b"data", size)
