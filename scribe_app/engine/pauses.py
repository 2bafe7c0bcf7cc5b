"""When nobody wanted to be recorded: a gap in the sound is no gap there."""

import math

_KEPT = 20


class Pauses:
    """The pauses of one recording, on one clock in seconds."""

    def __init__(self) -> None:
        self._stretches: list[tuple[float, float]] = []

    def begin(self, now: float) -> None:
        """Note that a pause begins; it lasts until it is ended."""
        self._stretches = [*self._stretches[-_KEPT:], (now, math.inf)]

    def end(self, now: float) -> None:
        """Note that the pause is over."""
        self._stretches[-1] = (self._stretches[-1][0], now)

    def outside(self, seconds: float, now: float) -> float:
        """Return how much of the last so many seconds lies in no pause."""
        start = now - seconds
        paused = (min(end, now) - max(begin, start) for begin, end in self._stretches)
        return max(0.0, seconds - sum(max(0.0, length) for length in paused))
