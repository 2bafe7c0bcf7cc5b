"""The one audio form that the whole program speaks, and its clock."""

SAMPLE_RATE = 16_000
"""Samples a second; mono, signed 16-bit little-endian."""

SAMPLE_BYTES = 2

BLOCK_SAMPLES = 320
"""Samples in one log record: 20 ms."""

BLOCK_BYTES = BLOCK_SAMPLES * SAMPLE_BYTES


def to_seconds(samples: int) -> float:
    """Return the consultation time, in seconds, of a sample count."""
    return samples / SAMPLE_RATE


def to_samples(seconds: float) -> int:
    """Return the sample count nearest to a time in seconds."""
    return round(seconds * SAMPLE_RATE)
