"""Silence that no vendor is sent, and the times it says put where they belong in spite of it."""

from dataclasses import replace

from scribe_app.domain import events as ev
from scribe_app.domain.audio import to_seconds
from scribe_app.domain.transcript import Utterance


class Skips:
    """What one connection left out; the vendor counts only what it was sent."""

    def __init__(self) -> None:
        self._stretches: list[tuple[float, float]] = []

    def add(self, sent: int, skipped: int) -> None:
        """Note that after so many sent samples so many were left out."""
        self._stretches.append((to_seconds(sent), to_seconds(skipped)))

    def placed(self, event: ev.VendorEvent) -> ev.VendorEvent:
        """Return an event in seconds since the connection's first sample; most are as they were."""
        if not self._stretches:
            return event
        match event:
            case ev.Partial(utterance):
                return ev.Partial(self._stretched(utterance))
            case ev.Final(utterance):
                return ev.Final(self._stretched(utterance))
            case ev.Progress(until, since):
                return ev.Progress(self._end(until), self._start(since))
            case _:
                return event

    def _stretched(self, utterance: Utterance) -> Utterance:
        words = tuple(
            replace(word, start=self._start(word.start), end=self._end(word.end))
            for word in utterance.words
        )
        start, end = self._start(utterance.start), self._end(utterance.end)
        return replace(utterance, start=start, end=end, words=words)

    def _start(self, seconds: float) -> float:
        return seconds + sum(length for sent, length in self._stretches if sent <= seconds)

    def _end(self, seconds: float) -> float:
        return seconds + sum(length for sent, length in self._stretches if sent < seconds)
