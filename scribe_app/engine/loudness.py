"""How much of what was sent sounds like somebody speaking."""

import math
from collections import deque

import numpy as np

from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds

_SPEECH = 0.01  # of full scale, root mean square: a voice across a desk, above a quiet room
_ABOVE_ROOM = 2.5  # times the room's own noise: a fan is loud, and says nothing
_REMEMBERED = 100  # pieces; of 100 ms that is longer than anybody speaks without a breath
_KNOWN = 20  # pieces after which the room is known


class Loudness:
    """Tells speech from a room by level alone, in pieces of a tenth of a second or so."""

    def __init__(self) -> None:
        self._levels: deque[float] = deque(maxlen=_REMEMBERED)

    def loud_seconds(self, pcm: bytes) -> float:
        """Return the length of mono 16-bit samples that are loud enough for speech, else 0."""
        if not pcm:
            return 0.0
        level = _level(pcm)
        self._levels.append(level)
        is_loud = level >= max(_SPEECH, _ABOVE_ROOM * self._room())
        return to_seconds(len(pcm) // SAMPLE_BYTES) if is_loud else 0.0

    def _room(self) -> float:
        """Return what is as quiet as the quietest tenth of the last while."""
        if len(self._levels) < _KNOWN:
            return 0.0
        return sorted(self._levels)[len(self._levels) // 10]


def _level(pcm: bytes) -> float:
    samples = np.frombuffer(pcm[: len(pcm) // SAMPLE_BYTES * SAMPLE_BYTES], "<i2")
    whole = samples.astype(np.float32)
    return math.sqrt(float(np.dot(whole, whole)) / max(1, len(whole))) / 32768
