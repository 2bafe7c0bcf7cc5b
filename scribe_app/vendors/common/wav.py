"""WAV headers: of a whole file, and of a stream whose length nobody knows yet."""

import struct

from scribe_app.domain.audio import SAMPLE_BYTES, SAMPLE_RATE

_ENDLESS = 0xFFFFFFFF


def wav_file(pcm: bytes) -> bytes:
    """Return mono 16-bit 16 kHz samples as a complete WAV file."""
    return _header(len(pcm)) + pcm


def wav_stream_header() -> bytes:
    """Return the header of a stream that goes on until the line closes."""
    return _header(_ENDLESS - 36)


def _header(size: int) -> bytes:
    data = _ENDLESS if size == _ENDLESS - 36 else size
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI",
        b"RIFF",
        min(size + 36, _ENDLESS),
        b"WAVE",
        b"fmt ",
        16,
        1,
        1,
        SAMPLE_RATE,
        SAMPLE_RATE * SAMPLE_BYTES,
        SAMPLE_BYTES,
        SAMPLE_BYTES * 8,
        b"data",
        data,
    )
