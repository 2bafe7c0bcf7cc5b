"""How often and how long a vendor that answers nothing is tried again."""

from collections.abc import Callable
from random import SystemRandom

from scribe_app.domain.faults import Fault
from scribe_app.ports.clock import Clock

_WAITS = (0.2, 1.0, 2.0, 5.0)
_FRUITLESS = 3
"""Connections in a row that settled nothing and were over soon."""
_MUTES = 2
"""Connections in a row that took speech and did not answer."""
_SOON = 10.0
_SECONDS = 10.0
"""Without anything settled."""
_READY_SECONDS = 13.0
"""From the first of a row of tries until the last of them is ready or given up."""
_JITTER = 0.25
"""Of the wait that a vendor asked for, so that not everybody comes back at once."""


class Patience:
    """One vendor's chances in one consultation.

    One that worked and then cannot be reached is tried for ten seconds; one that never worked,
    or opens and soon closes, has three chances in them.
    """

    def __init__(self, clock: Clock, jitter: Callable[[], float] | None = None) -> None:
        self._clock = clock
        self._jitter = jitter or SystemRandom().random
        self._since = clock.now()
        self._failures = 0
        self._fruitless = 0
        self._mutes = 0
        self._settled = 0.0
        self._worked = False

    def left(self, ready_seconds: float) -> float:
        """Return how long the next try may take to get ready, for a vendor that needs so long."""
        limit = max(_READY_SECONDS, ready_seconds)
        return max(0.0, self._since + limit - self._clock.now())

    def wait(
        self, fault: Fault, settled: float, open_for: float, *, mute: bool = False
    ) -> float | None:
        """Return the seconds until the next try, None to give up.

        `settled` is how far the transcript got, `open_for` how long the line was open (0: never),
        `mute` whether it was left because it did not answer.
        """
        if settled > self._settled:
            self._settled, self._worked, self._mutes = settled, True, 0
            self._begin_anew()
        elif open_for >= _SOON or mute:
            self._begin_anew()  # in silence nothing is settled, and the line was good
        self._failures += 1
        self._mutes += mute
        self._fruitless += 0 < open_for < _SOON or not self._worked
        asked = fault.after * (1 + _JITTER * self._jitter())
        delay = max(_WAITS[min(self._failures, len(_WAITS)) - 1], asked)
        if not fault.retryable or self._fruitless >= _FRUITLESS or self._mutes >= _MUTES:
            return None
        late = self._clock.now() + delay - self._since > _SECONDS
        return None if late else delay

    def _begin_anew(self) -> None:
        self._since = self._clock.now()
        self._failures = self._fruitless = 0
