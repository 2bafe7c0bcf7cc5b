"""Notices a microphone that delivers nothing: exact digital zeros, seconds on end."""

from array import array

from scribe_app.domain.audio import SAMPLE_RATE

SILENT_SECONDS = 3.0
"""A live microphone never gives exact zeros this long, not even in a silent room."""

_FULL_SCALE = 32_768


class SignalWatch:
    """Follows the level of the samples that are written."""

    def __init__(self) -> None:
        self.level = 0.0
        self.dead = False
        self._highest = 0.0
        self._zeros = 0

    def highest(self) -> float:
        """Return the highest level since the last call."""
        highest, self._highest = self._highest, 0.0
        return highest

    def hushed(self) -> None:
        """Note that nothing comes at all: no level, and no word about the microphone."""
        self.level = 0.0

    def heard(self, pcm: bytes) -> bool:
        """Take a block; returns whether `dead` changed with it."""
        if not pcm:
            return False
        samples = array("h", pcm)
        peak = max(max(samples), -min(samples))
        self.level = min(1.0, peak / _FULL_SCALE)
        self._highest = max(self._highest, self.level)
        self._zeros = 0 if peak else self._zeros + len(samples)
        dead = self._zeros >= SILENT_SECONDS * SAMPLE_RATE
        changed, self.dead = dead != self.dead, dead
        return changed
