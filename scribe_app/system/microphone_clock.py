"""Samples counted against the clock of the machine: what is missing, and how far the two drift."""

import math
from dataclasses import dataclass

LATE_SECONDS = 0.05
"""A stream that stays this much behind what it was has lost sound; less is only late."""

_STARVED_BLOCKS = 2
_PATIENCE_SECONDS = 1.0
"""How long uneven blocks count as those of a starved program; some devices bring no others."""
_SETTLED_SECONDS = 0.1
_FALL_SECONDS = 0.02
_WINDOW_SECONDS = 5.0
_DRIFT_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a block's delay means: `missing` seconds before it, or before those that were in doubt.

    `in_doubt` blocks may yet turn out to follow a gap; `anew` tells that those before it do not.
    """

    missing: float = 0.0
    in_doubt: bool = False
    anew: bool = False


class StreamClock:
    """When each sample of one stream was spoken, told from when its blocks came.

    A block is never early: the least delay of the last 5 to 10 s tells where the stream stands.
    """

    def __init__(self) -> None:
        self._heard = 0.0
        self._came = -math.inf
        self._least = _Least()
        self._behind: tuple[float, float] | None = None
        self._lateness = 0.0
        self._doubted: float | None = None
        self._origin: tuple[float, float] | None = None

    @property
    def end(self) -> float:
        """Return the moment at which the newest sample was spoken."""
        return self._least.value + self._heard

    def heard(self, now: float, seconds: float) -> Verdict:
        """Take a block that came now.

        Nothing is said of a block that is merely late: after a stall the others follow in a burst.
        A tenth of a second at the usual pace in which nothing is caught up means that no more will.
        """
        starved = now - self._came > _STARVED_BLOCKS * seconds
        self._came = now
        self._heard += seconds
        late = now - self.end if self._least.is_known else 0.0
        if late <= LATE_SECONDS:
            self._behind = self._doubted = None
            self._note(now)
            return Verdict(anew=True)
        self._doubted = self._doubted or now
        patient = now - self._doubted < _PATIENCE_SECONDS
        if self._behind is None or late < self._behind[1] - _FALL_SECONDS or (starved and patient):
            self._behind, self._lateness = (now, late), late
            return Verdict(in_doubt=True, anew=True)
        self._lateness = min(self._lateness, late)
        if now - self._behind[0] < _SETTLED_SECONDS:
            return Verdict(in_doubt=True)
        self._restart(now)
        return Verdict(missing=self._lateness)

    def drift_ppm(self) -> float | None:
        """Return how much faster than the machine's clock the device counts, since the last gap.

        None before a minute of it.
        """
        if self._origin is None or self._came - self._origin[0] < _DRIFT_SECONDS:
            return None
        since, offset = self._origin
        return 1e6 * (offset - self._least.value) / (self._came - since)

    def _note(self, now: float) -> None:
        began = self._least.add(now, now - self._heard)
        if began and self._origin is None:
            # The first window holds the least steady blocks; the drift counts from its end.
            self._origin = now, self._least.value

    def _restart(self, now: float) -> None:
        self._least = _Least()
        self._behind = self._doubted = self._origin = None
        self._note(now)


class _Least:
    """The least value of the last one to two windows."""

    def __init__(self) -> None:
        self._current = self._former = math.inf
        self._ends: float | None = None

    @property
    def is_known(self) -> bool:
        return self._ends is not None

    @property
    def value(self) -> float:
        return min(self._current, self._former)

    def add(self, now: float, value: float) -> bool:
        """Take a value; returns whether a window was completed by it."""
        if self._ends is None:
            self._ends = now + _WINDOW_SECONDS
        completed = now >= self._ends
        if completed:
            self._former, self._current = self._current, math.inf
            self._ends = now + _WINDOW_SECONDS
        self._current = min(self._current, value)
        return completed
