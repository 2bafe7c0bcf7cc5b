"""How much of what was sent sounds like somebody speaking."""

import math
from collections import deque

import numpy as np

from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds

_SPEECH = 0.01  # of full scale, root mean square: a voice across a desk, above a quiet room
_ABOVE_ROOM = 2.5  # times the room's own noise: a fan is loud, and says nothing
_PIECE_BYTES = 1600 * SAMPLE_BYTES  # 100 ms: longer ones have no pause between words in them
_REMEMBERED = 100  # pieces; that is longer than anybody speaks without a breath
_KNOWN = 20  # pieces after which the room is known


class Loudness:
    """Tells speech from a room by level alone, in pieces of a tenth of a second at most."""

    def __init__(self) -> None:
        self._levels: deque[float] = deque(maxlen=_REMEMBERED)

    def loud_seconds(self, pcm: bytes) -> float:
        """Return how many seconds of mono 16-bit samples are loud enough for speech."""
        pieces = (pcm[at : at + _PIECE_BYTES] for at in range(0, len(pcm), _PIECE_BYTES))
        return sum(self._loud(piece) for piece in pieces)

    def _loud(self, pcm: bytes) -> float:
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
