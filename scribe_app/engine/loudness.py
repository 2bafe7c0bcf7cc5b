"""How much of what was sent sounds like somebody speaking."""

import numpy as np

from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds

_SPEECH = 0.01  # of full scale, root mean square: a voice across a desk, above a quiet room


def loud_seconds(pcm: bytes) -> float:
    """Return the length of mono 16-bit samples that are loud enough for speech, 0 otherwise."""
    if not pcm:
        return 0.0
    samples = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)
    is_loud = float(np.sqrt(np.mean(samples * samples))) >= _SPEECH
    return to_seconds(len(pcm) // SAMPLE_BYTES) if is_loud else 0.0
