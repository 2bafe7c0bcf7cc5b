"""How often and how long a vendor that answers nothing is tried again."""

from collections.abc import Callable
from random import SystemRandom

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.ports.clock import Clock

_FIRST, _LONGEST = 0.5, 12.0
_JITTER = 0.25
"""Of any wait, so that not everybody comes back at once."""
_ASKED_AT_MOST = 60.0
_FRUITLESS = 3
"""Connections in a row that settled nothing and were over soon."""
_MUTES = 2
"""Connections in a row that took speech and did not answer."""
_SOON = 10.0
_SECONDS = 10.0
"""Without anything settled."""
_READY_SECONDS = 13.0
"""From the first of a row of tries until the last of them is ready or given up."""
_RETURN_FIRST, _RETURN_LONGEST = 5.0, 30.0
"""Between two tries of one that was given up, while another serves."""
_REFUSED_SECONDS = 30.0
"""Between two tries with credentials that were refused."""
REFUSING = frozenset({FaultKind.AUTH, FaultKind.ENTITLEMENT})
_RESTED_SECONDS = 5.0
_LAST_TRIES, _LAST_LONGEST = 5, 2.0
"""Once nobody records any more."""


class Patience:
    """One vendor's chances in one consultation.

    One that worked and then cannot be reached is tried for ten seconds before another takes its
    place; one that never worked, or opens and soon closes, has three chances in them. Given up
    means that: it is still tried now and then, for as long as somebody records.
    """

    def __init__(self, clock: Clock, jitter: Callable[[], float] | None = None) -> None:
        self._clock = clock
        self._jitter = jitter or SystemRandom().random
        self.given_up = False
        self.is_refused = False
        self._since = self._failed_at = clock.now()
        self._due = self._due_beside = clock.now()
        self._failures = self._fruitless = self._mutes = self._returns = self._last = 0
        self._worked = self._answered = self._stays_away = self._is_last = False
        self._covered = 0.0

    def due(self, *, beside_another: bool = False) -> float:
        """Return when it may be tried again, on the clock; less often while another serves."""
        return self._due_beside if beside_another else self._due

    def left(self, ready_seconds: float) -> float:
        """Return how long the next try may take to get ready, for a vendor that needs so long."""
        limit = max(_READY_SECONDS, ready_seconds)
        if self.given_up or (self._is_last and self._worked):
            return limit
        return max(0.0, self._since + limit - self._clock.now())

    def tries(self) -> None:
        """Note that a try begins; the first of a row starts its time, long after another too."""
        now = self._clock.now()
        if not self._failures or now - self._failed_at > _SECONDS:
            self._since = now

    def serves(self) -> None:
        """Note that it listens now."""
        self.given_up = False

    def answered(self) -> None:
        """Note that it said something of what it heard, though it settled nothing."""
        self._answered = True

    def worked(self, covered: float = 0.0) -> None:
        """Note that it settled something, and how many seconds are covered by now."""
        self._worked, self._mutes, self._returns = True, 0, 0
        if covered > self._covered:  # not the same seconds again
            self._covered, self._last = covered, 0
        self.is_refused = False
        self._begin_anew()

    def failed(self, fault: Fault, open_for: float, *, mute: bool = False) -> None:
        """Take a failure down; `due` and `given_up` say what follows.

        `open_for` is how long the line was open (0: never), `mute` whether it was left because
        it did not answer.
        """
        if open_for >= _SOON or mute:
            self._begin_anew()  # in silence nothing is settled, and the line was good
        self._failed_at = self._clock.now()
        self._failures += 1
        self._mutes += mute
        self._fruitless += 0 < open_for < _SOON or not self._worked
        self._stays_away = not fault.retryable
        wait = self._wait(fault)
        self._due = self._clock.now() + wait
        if self._is_hopeless(fault):
            self.given_up = True
            self._returns += 1
        later = min(_RETURN_LONGEST, _RETURN_FIRST * 2 ** max(0, self._returns - 1))
        self._due_beside = max(self._due, self._clock.now() + later)

    def last_chance(self) -> None:
        """Note that nobody records any more: one that may have come back is tried once more.

        One that failed a moment ago is not.
        """
        self._is_last = True
        rested = self._clock.now() - self._failed_at >= _RESTED_SECONDS
        if self.given_up and rested and not self._stays_away:
            self.given_up = False
            self._due = self._clock.now()
            self._mutes = 0
            self._begin_anew()

    def revived(self) -> bool:
        """Return whether it once answered and may be tried again, with nobody to take its place."""
        if (self._worked or self._answered) and not self._stays_away and self._last < _LAST_TRIES:
            self.given_up = False
        return not self.given_up

    def count_last(self) -> None:
        """Count a failure after the recording's end; too many with nothing new are the end."""
        self._last += 1
        self.given_up = self.given_up or self._last >= _LAST_TRIES

    def _wait(self, fault: Fault) -> float:
        more = 1 + _JITTER * self._jitter()
        if fault.kind in REFUSING:
            # A token may only have been too old: one more try, and then the clinician is asked.
            at_once = fault.retryable and not self.is_refused
            self.is_refused = True
            return _FIRST if at_once else _REFUSED_SECONDS * more
        longest = _LAST_LONGEST if self._is_last else _LONGEST
        doubled: float = min(longest, _FIRST * 2.0 ** min(self._failures - 1, 10)) * more
        asked = min(_ASKED_AT_MOST, fault.after * more)
        return max(doubled, asked)

    def _is_hopeless(self, fault: Fault) -> bool:
        if not fault.retryable or self._fruitless >= _FRUITLESS or self._mutes >= _MUTES:
            return True
        return self._due - self._since > _SECONDS

    def _begin_anew(self) -> None:
        self._since = self._clock.now()
        self._failures = self._fruitless = 0
