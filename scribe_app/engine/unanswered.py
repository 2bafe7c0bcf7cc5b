"""How much of what was sent sounds like speech and has no answer."""

from collections import deque

from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds
from scribe_app.engine.loudness import Loudness

_SLACK = 0.3
"""Seconds by which a vendor's end of a word may be early."""


class Unanswered:
    """Loud sound counted twice: since the last answer came, and behind the last word answered.

    The first tells a vendor that is mute, whatever its times are worth; the second what is
    missing at the end, also where an answer was on its way when the vendor fell silent.
    """

    def __init__(self) -> None:
        self._loudness = Loudness()
        self._loud: deque[tuple[float, float]] = deque()
        self._sent = self._until = 0.0
        self.since_answer = 0.0
        self.is_alive = False

    @property
    def behind(self) -> float:
        """Return the seconds of loud sound behind the last word that was answered."""
        return sum(length for _, length in self._loud)

    def sent(self, pcm: bytes) -> None:
        """Take what was sent."""
        self._sent += to_seconds(len(pcm) // SAMPLE_BYTES)
        loud = self._loudness.loud_seconds(pcm)
        if loud:
            self.since_answer += loud
            self._loud.append((self._sent, loud))

    def answered(self, event: ev.Partial | ev.Final | ev.Progress, sent: float) -> None:
        """Take an answer, its times in seconds since the connection's first sample.

        One beyond the seconds that were sent is not believed.
        """
        self.since_answer, self.is_alive = 0.0, True
        until = event.until if isinstance(event, ev.Progress) else event.utterance.end
        if until <= sent:
            self._until = max(self._until, until)
        while self._loud and self._loud[0][0] <= self._until + _SLACK:
            self._loud.popleft()
