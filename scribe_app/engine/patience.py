"""How often and how long a vendor that answers nothing is tried again."""

from scribe_app.domain.faults import Fault
from scribe_app.ports.clock import Clock

_WAITS = (0.2, 1.0, 2.0, 5.0)
_FRUITLESS = 3
"""Connections in a row that settled nothing and were over soon."""
_SOON = 10.0
_SECONDS = 10.0
"""Without anything settled."""


class Patience:
    """One vendor's chances in one consultation.

    One that worked and then cannot be reached is tried for ten seconds; one that never worked,
    or opens and soon closes, has three chances in them.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._since = clock.now()
        self._failures = 0
        self._fruitless = 0
        self._settled = 0.0
        self._worked = False

    def wait(self, fault: Fault, settled: float, open_for: float) -> float | None:
        """Return the seconds until the next try, None to give up.

        `settled` is how far the transcript got, `open_for` how long the line was open (0: never).
        """
        if settled > self._settled:
            self._progressed(settled)
        self._failures += 1
        self._fruitless += 0 < open_for < _SOON or not self._worked
        delay = max(_WAITS[min(self._failures, len(_WAITS)) - 1], fault.after)
        if not fault.retryable or self._fruitless >= _FRUITLESS:
            return None
        late = self._clock.now() + delay - self._since > _SECONDS
        return None if late else delay

    def _progressed(self, settled: float) -> None:
        self._settled, self._since = settled, self._clock.now()
        self._failures = self._fruitless = 0
        self._worked = True
