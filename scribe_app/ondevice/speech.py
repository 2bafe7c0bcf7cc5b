"""Where there is speech: frame probabilities folded into regions with a start and an end."""

from collections.abc import Sequence
from dataclasses import dataclass

from scribe_app.ondevice.heard import RATE

FRAME = 512
"""Samples in one frame of the detector."""
SECONDS = FRAME / RATE
"""The same in seconds."""


@dataclass(slots=True)
class Region:
    """A stretch of speech in seconds; `end` is none while it goes on."""

    start: float
    end: float | None = None


@dataclass(frozen=True, slots=True)
class VadRule:
    """When speech begins and ends; measured on consultations (probabilities, frames, seconds)."""

    on: float = 0.5
    off: float = 0.35
    onset: int = 3
    hangover: float = 0.7
    pre_roll: float = 0.5
    tail: float = 0.5


class SpeechTracker:
    """Folds frame probabilities into regions, and forgets what lies behind."""

    def __init__(self, rule: VadRule | None = None) -> None:
        self._rule = rule or VadRule()
        self._probabilities: list[float] = []
        self._first = 0  # index of the first frame still held
        self._run = 0
        self._voiced_at = 0.0
        self.regions: list[Region] = []

    @property
    def now(self) -> float:
        """Return the seconds of audio judged so far."""
        return (self._first + len(self._probabilities)) * SECONDS

    @property
    def speaking(self) -> bool:
        """Return whether a region is open."""
        return bool(self.regions) and self.regions[-1].end is None

    @property
    def quiet(self) -> float:
        """Return for how many seconds no frame has sounded like speech."""
        return self.now - self._voiced_at

    def push(self, probabilities: Sequence[float]) -> None:
        """Take the next frames."""
        for probability in probabilities:
            self._probabilities.append(probability)
            self._step(probability)

    def _step(self, probability: float) -> None:
        rule = self._rule
        self._run = self._run + 1 if probability > rule.on else 0
        if probability > rule.off:
            self._voiced_at = self.now
        if self.speaking:
            if self.quiet >= rule.hangover:
                self.regions[-1].end = self._voiced_at + rule.tail
        elif self._run >= rule.onset:
            start = self.now - self._run * SECONDS - rule.pre_roll
            floor = (self.regions[-1].end or 0.0) if self.regions else 0.0
            self.regions.append(Region(max(start, floor)))

    def close(self, end: float) -> None:
        """End the open region, because no more audio comes."""
        if self.speaking:
            self.regions[-1].end = end

    def pending(self, after: float) -> Region | None:
        """Return the first region that reaches past `after` seconds."""
        return next((r for r in self.regions if r.end is None or r.end > after), None)

    def voiced(self, start: float, end: float) -> float:
        """Return the loudest probability of speech between two times; 0 where none is held."""
        return max(self._between(start, end), default=0.0)

    def speech(self, start: float, end: float) -> float:
        """Return how many seconds between two times sound like speech."""
        return SECONDS * sum(1 for p in self._between(start, end) if p > self._rule.on)

    def pause(self, start: float, end: float) -> tuple[float, float] | None:
        """Return the longest run of unvoiced frames between two times, none if there is none."""
        best, run, at = (0, 0), 0, round(start / SECONDS)
        for index, probability in enumerate(self._between(start, end), at):
            run = run + 1 if probability <= self._rule.off else 0
            best = max(best, (run, index + 1))
        length, after = best
        return ((after - length) * SECONDS, after * SECONDS) if length else None

    def _between(self, start: float, end: float) -> list[float]:
        first = max(0, round(start / SECONDS) - self._first)
        return self._probabilities[first : max(first, round(end / SECONDS) - self._first)]

    def forget(self, before: float) -> None:
        """Drop what lies before a time, so that memory stays flat."""
        count = min(max(0, int(before / SECONDS) - self._first), len(self._probabilities))
        del self._probabilities[:count]
        self._first += count
        while len(self.regions) > 1 and (self.regions[0].end or before) < before:
            del self.regions[0]
