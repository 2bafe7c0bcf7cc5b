"""From samples to utterances: what every vendor's recogniser does between ear and message."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from tests.simulators.sound import Ear, Heard, sentence


class AnyEar(Protocol):
    """Whatever hears numbered words."""

    broken: list[int]
    pending_number: int | None

    @property
    def seconds(self) -> float:
        """Return how much has been fed."""

    @property
    def pending(self) -> float | None:
        """Return when a word began that is not whole yet."""

    def feed(self, pcm: bytes) -> list[Heard]:
        """Return the words that are now whole."""


Ears = Callable[[int], AnyEar]
"""Makes an ear for a stream that begins with the given sample."""


@dataclass(slots=True)
class Spoken:
    """An utterance as far as it was heard; `final` after a pause."""

    index: int
    words: list[Heard] = field(default_factory=list)
    final: bool = False

    @property
    def start(self) -> float:
        """Return when the first word began."""
        return self.words[0].start

    @property
    def end(self) -> float:
        """Return when the last word ended."""
        return self.words[-1].end

    @property
    def text(self) -> str:
        """Return the words, as a sentence once it is final."""
        text = sentence(heard.number for heard in self.words)
        return text if self.final else text[:-1]


class Listener:
    """Groups heard words into utterances: a pause, or too many words, ends one.

    `said` holds every word heard so far.
    """

    def __init__(
        self, ear: Ears = Ear, first_sample: int = 0, *, pause: float = 0.4, longest: int = 20
    ) -> None:
        self.ear = ear(first_sample)
        self.open: Spoken | None = None
        self.count = 0
        self.said: list[Heard] = []
        self._pause = pause
        self._longest = longest

    @property
    def seconds(self) -> float:
        """Return how much audio came in."""
        return self.ear.seconds

    def feed(self, pcm: bytes) -> list[Spoken]:
        """Return what changed: utterances that became final, and the open one if it grew."""
        changed: list[Spoken] = []
        grew = False
        for heard in self.ear.feed(pcm):
            if self.open and self._is_over(heard.start):
                changed += self.finish()
            self._add(heard)
            grew = True
        begun = self.ear.pending if self.ear.pending is not None else self.seconds
        if self.open and self._is_over(begun):
            return changed + self.finish()
        return [*changed, self.open] if grew and self.open else changed

    def finish(self) -> list[Spoken]:
        """Make the open utterance final, and return it."""
        if self.open is None:
            return []
        done, self.open = self.open, None
        done.final = True
        return [done]

    def _is_over(self, start: float) -> bool:
        assert self.open is not None
        too_long = len(self.open.words) >= self._longest
        return too_long or start - self.open.end >= self._pause

    def _add(self, heard: Heard) -> None:
        if self.open is None:
            self.open = Spoken(self.count)
            self.count += 1
        self.open.words.append(heard)
        self.said.append(heard)
