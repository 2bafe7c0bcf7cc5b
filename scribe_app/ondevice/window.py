"""The audio held and the words already final in it: what the next decode gets to hear."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from scribe_app.ondevice.heard import RATE, Heard, Samples, Task
from scribe_app.ondevice.utterances import ends_sentence

_SLACK = 1.0  # seconds kept before the anchor
_NEAR = 4.0  # seconds in which a sentence's start is preferred as the place to cut


class Window:
    """Audio from `anchor` seconds on, the final words in it, and what was said before it."""

    def __init__(self) -> None:
        self._audio = np.zeros(0, np.float32)
        self._first = 0  # number of the first sample held
        self.anchor = 0.0
        self.final: tuple[Heard, ...] = ()
        self.said = ""

    @property
    def now(self) -> float:
        """Return the seconds of audio received since the beginning."""
        return (self._first + len(self._audio)) / RATE

    @property
    def held(self) -> float:
        """Return the seconds of audio in memory."""
        return len(self._audio) / RATE

    def feed(self, samples: Samples) -> None:
        """Append audio."""
        self._audio = np.concatenate([self._audio, samples])

    def commit(self, words: tuple[Heard, ...]) -> None:
        """Add words that are final from now on."""
        self.final += words

    def task(self, end: float, beam: int) -> Task:
        """Return the stretch from the anchor to `end` seconds, to be decoded."""
        return Task(self._between(self.anchor, end), self.anchor, self.said, beam)

    def fresh(self, start: float, end: float, beam: int) -> Task:
        """Return the stretch from `start` on, with everything final as what was said before it."""
        said = " ".join([self.said, *(w.text for w in self.final)])
        return Task(self._between(start, end), start, said, beam)

    def rest(self, task: Task, heard: Sequence[Heard], end: float) -> Task:
        """Return what of a task lies behind the words that were heard in it."""
        start = heard[-1].end if heard else task.start
        said = " ".join([task.prompt or "", *(w.text for w in heard)])
        return replace(task, samples=self._between(start, end), start=start, prompt=said)

    def _between(self, start: float, end: float) -> Samples:
        first, last = (round(t * RATE) - self._first for t in (start, end))
        return self._audio[max(0, first) : last]

    def restart(self, start: float) -> None:
        """Begin anew at a time, with everything final behind it."""
        self._cut(len(self.final))
        self.anchor = max(self.anchor, start)

    def slide(self, latest: float, start: float) -> None:
        """Begin later, but not after `latest` seconds nor before what waits at `start`.

        The cut lies between two final words, at the start of a sentence where one is near.
        """
        fits = [i for i, w in enumerate(self.final) if i and w.start <= latest]
        whole = [i for i in fits if ends_sentence(self.final[i - 1].text)]
        near = [i for i in whole if self.final[i].start > latest - _NEAR]
        index = (near or fits or [0])[-1]
        before = self.final[index - 1].end if index else self.anchor
        after = self.final[index].start if self.final else min(start, latest)
        self._cut(index)
        self.anchor = max(self.anchor, min(before, after) - 0.1, (before + after) / 2 - 0.1)

    def _cut(self, index: int) -> None:
        if index:
            self.said = " ".join(w.text for w in self.final[:index])
        self.final = self.final[index:]

    def forget(self, before: float) -> float:
        """Drop audio that is behind both the anchor and a time; return where it now begins."""
        drop = round((max(self.anchor, before) - _SLACK) * RATE) - self._first
        if drop > RATE:
            self._audio = self._audio[drop:].copy()
            self._first += drop
        return self._first / RATE
