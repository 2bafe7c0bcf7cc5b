"""How fast a vendor is sent what waits: never faster than it allows, whatever was saved before."""

from scribe_app.ports.clock import Clock

_SLACK_SECONDS = 0.5
"""What a line that was held up may make good at once; more would be a burst."""


class Pace:
    """The pace of one connection, `factor` times real time; 0 is as fast as it goes.

    A line that sent less than it might, because nobody had spoken yet or the machine slept, earns
    nothing by that: a vendor's limit holds for every stretch of time.
    """

    def __init__(self, factor: float, clock: Clock) -> None:
        self._factor = factor
        self._clock = clock
        self._due = clock.now()

    def wait(self, seconds: float) -> float:
        """Return how long to wait after so many seconds of sound were sent."""
        if not self._factor:
            return 0.0
        now = self._clock.now()
        self._due = max(self._due, now - _SLACK_SECONDS) + seconds / self._factor
        return max(0.0, self._due - now)
