"""Notices a microphone that delivers nothing: exact digital zeros, seconds on end."""

from collections import deque

import numpy as np

from scribe_app.domain.audio import SAMPLE_BYTES, SAMPLE_RATE

SILENT_SECONDS = 3.0
"""A live microphone never gives exact zeros this long, not even in a silent room."""

_FULL_SCALE = 32_768
_REMEMBERED_BLOCKS = 100


class SignalWatch:
    """Follows the samples that are written; measures them only when somebody asks."""

    def __init__(self) -> None:
        self.dead = False
        self._newest = b""
        self._recent: deque[bytes] = deque(maxlen=_REMEMBERED_BLOCKS)
        self._zeros = 0

    @property
    def level(self) -> float:
        """Return the peak of the newest block, from 0 to 1; for any thread."""
        return _peak(self._newest)

    def highest(self) -> float:
        """Return the highest level since the last call, of two seconds at most."""
        blocks = [self._recent.popleft() for _ in range(len(self._recent))]
        return _peak(b"".join(blocks))

    def hushed(self) -> None:
        """Note that nothing comes at all: no level, and no word about the microphone."""
        self._newest = b""

    def heard(self, pcm: bytes) -> bool:
        """Take a block; returns whether `dead` changed with it."""
        if not pcm:
            return False
        self._newest = pcm
        self._recent.append(pcm)
        silent = pcm.count(0) == len(pcm)
        self._zeros = self._zeros + len(pcm) // SAMPLE_BYTES if silent else 0
        dead = self._zeros >= SILENT_SECONDS * SAMPLE_RATE
        changed, self.dead = dead != self.dead, dead
        return changed


def _peak(pcm: bytes) -> float:
    if not pcm:
        return 0.0
    samples = np.frombuffer(pcm, "<i2")
    return min(1.0, max(int(samples.max()), -int(samples.min())) / _FULL_SCALE)
