"""The live policy: what to decode when, and which words are settled.

Each decode hears a window that begins at an anchor in the past, with the words already final as
a forced prefix, so that they never change. Words on which two successive decodes agree become
final, at a pause all of them do, and none waits longer than a few seconds. When audio piles up
(a file, or replay), long windows cut at pauses are decoded once and there are no partials.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scribe_app.ondevice.heard import (
    RATE,
    Decoder,
    Heard,
    Hypothesis,
    Samples,
    Task,
    VoiceDetector,
)
from scribe_app.ondevice.speech import SpeechTracker
from scribe_app.ondevice.utterances import Final, Utterances, ends_sentence


@dataclass(frozen=True, slots=True)
class Pace:
    """The policy's seconds; measured, see docs/decisions.md."""

    step: float = 1.0  # of new speech between two decodes
    first: float = 0.7  # of speech before the first decode
    guard: float = 0.6  # words this near the end of the window may still be cut
    force: float = 3.6  # a word is final by then, agreed or not
    window: float = 14.0  # a live window is no longer than this
    keep: float = 7.0  # and goes on with this much when it was
    bulk: float = 10.0  # of speech waiting: long windows, no partials
    longest: float = 28.0  # such a window
    apart: float = 2.5  # of silence: what came before is no context
    beam: int = 5
    partial_beam: int = 1


@dataclass(frozen=True, slots=True)
class Partial:
    """The words that are not settled yet; replaces the former ones whole."""

    words: tuple[Heard, ...]


@dataclass(frozen=True, slots=True)
class Progress:
    """Every second before `until` is settled."""

    until: float


Event = Partial | Final | Progress


@dataclass(frozen=True, slots=True)
class _Job:
    end: float
    settle: float | None  # every word up to here becomes final; none for a partial
    beam: int


class Streamer:
    """Audio in, events out; `step` decodes at most once and says so by what it returns."""

    def __init__(self, decoder: Decoder, detector: VoiceDetector, pace: Pace | None = None) -> None:
        self._decoder, self._detector = decoder, detector
        self._pace = pace or Pace()
        self._tracker = SpeechTracker()
        self._utterances = Utterances()
        self._audio = np.zeros(0, np.float32)
        self._first = 0  # sample number of the first sample held
        self._anchor = 0.0
        self._edge = 0.0  # everything before is settled
        self._decoded = 0.0  # end of the last window
        self._committed: list[Heard] = []  # from the anchor on
        self._before = ""  # said before the anchor
        self._tail: tuple[Heard, ...] = ()  # the last partial
        self._reported = 0.0
        self._finished = False

    @property
    def now(self) -> float:
        """Return the seconds of audio received."""
        return (self._first + len(self._audio)) / RATE

    @property
    def backlog(self) -> float:
        """Return the seconds of audio that wait to be settled."""
        region = self._tracker.pending(self._edge)
        return 0.0 if region is None else self.now - max(region.start, self._edge)

    def feed(self, samples: Samples) -> None:
        """Take audio of any length."""
        self._audio = np.concatenate([self._audio, samples])
        self._tracker.push(self._detector.probabilities(samples))

    def finish(self) -> None:
        """Say that no more audio comes."""
        self._finished = True
        self._tracker.close(self.now)

    def step(self) -> list[Event] | None:
        """Do the next piece of work; none when there is nothing to do before more audio."""
        job = self._plan()
        if job is None:
            return self._idle()
        events = self._work(job)
        return [*events, *self._progress()]

    # -- planning

    def _plan(self) -> _Job | None:
        region = self._tracker.pending(self._edge)
        if region is None:
            return None
        pace, start = self._pace, max(region.start, self._edge)
        if self.now - start > pace.bulk:
            return self._bulk(start)
        if region.end is not None:
            end = min(region.end, self.now)
            return _Job(end, end, pace.beam)
        fresh = self.now - max(self._decoded, start)
        wanted = pace.first if self._decoded <= start else pace.step
        return _Job(self.now, None, pace.partial_beam) if fresh >= wanted else None

    def _bulk(self, start: float) -> _Job:
        pace = self._pace
        self._cut_at(len(self._committed), start)
        end = min(self.now, self._anchor + pace.longest)
        if self._finished and end >= self.now:
            return _Job(end, end, pace.beam)
        pause = self._tracker.pause(max(start + 4.0, end - pace.longest / 2), end)
        if pause is not None and pause[1] - pause[0] >= 0.15:
            cut = min((pause[0] + pause[1]) / 2, pause[0] + 0.3)
            return _Job(cut, cut, pace.beam)
        return _Job(end, end - 3.0, pace.beam)

    # -- working

    def _work(self, job: _Job) -> list[Event]:
        self._move_anchor(job)
        hypothesis = self._decode(job)
        words = self._plausible(hypothesis, job)
        self._decoded = job.end
        count = self._settled(words, job)
        done, rest = words[:count], words[count:]
        if job.settle is not None:
            rest = ()
        events: list[Event] = list(self._utterances.commit(done))
        self._committed += done
        self._edge = max(self._edge, job.settle or 0.0, *(w.end for w in done))
        self._tail = rest
        self._trim()
        return [*events, Partial(rest)]

    def _decode(self, job: _Job) -> Hypothesis:
        first, last = (round(t * RATE) - self._first for t in (self._anchor, job.end))
        samples = self._audio[max(0, first) : last]
        prefix = tuple(w.text for w in self._committed)
        return self._decoder.decode(Task(samples, self._anchor, prefix, self._before, job.beam))

    def _plausible(self, hypothesis: Hypothesis, job: _Job) -> tuple[Heard, ...]:
        if hypothesis.compression > 2.4 or (
            hypothesis.no_speech > 0.6 and hypothesis.log_probability < -1.0
        ):
            return ()
        return tuple(
            w for w in hypothesis.words if self._tracker.voiced(w.start - 0.3, w.end + 0.3) > 0.35
        )

    def _settled(self, words: Sequence[Heard], job: _Job) -> int:
        if job.settle is not None:
            if job.settle == job.end:
                return len(words)
            return sum(1 for w in words if w.end <= job.settle)
        pace, agreed = self._pace, 0
        for mine, former in zip(words, self._tail, strict=False):
            if mine.key != former.key or mine.end > job.end - pace.guard:
                break
            agreed += 1
        forced = sum(1 for w in words if w.end <= job.end - pace.force)
        return max(agreed, forced)

    def _move_anchor(self, job: _Job) -> None:
        pace = self._pace
        region = self._tracker.pending(self._edge)
        start = max(region.start, self._edge) if region else self._edge
        last = self._committed[-1].end if self._committed else self._anchor
        if start - last > pace.apart or job.end - self._anchor > pace.longest:
            self._cut_at(len(self._committed), start)
            return
        if job.end - self._anchor <= pace.window:
            return
        self._cut_at(self._boundary(job.end - pace.keep), start)

    def _boundary(self, latest: float) -> int:
        """Return before which committed word to cut: a sentence's start near, or the last fit."""
        fits = [i for i, w in enumerate(self._committed) if i and w.start <= latest]
        whole = [i for i in fits if ends_sentence(self._committed[i - 1].text)]
        near = [i for i in whole if self._committed[i].start > latest - 4.0]
        return (near or fits or [0])[-1]

    def _cut_at(self, index: int, start: float) -> None:
        gone, kept = self._committed[:index], self._committed[index:]
        self._before = " ".join(w.text for w in gone)
        self._committed = kept
        if kept and gone:
            self._anchor = max(gone[-1].end - 0.1, (gone[-1].end + kept[0].start) / 2 - 0.1)
        elif not kept:
            self._anchor = max(self._anchor, start)

    # -- resting

    def _idle(self) -> list[Event] | None:
        events: list[Event] = []
        if self._tail and self._tracker.pending(self._edge) is None:
            self._tail = ()
            events.append(Partial(()))
        if self._tracker.pending(self._edge) is None:
            events += self._utterances.rest(self.now)
            if self._finished:
                events += self._utterances.close()
            self._trim()
        events += self._progress()
        return events or None

    def _progress(self) -> list[Event]:
        region = self._tracker.pending(self._edge)
        if region is not None:
            until = max(self._edge, region.start)
        else:
            until = self.now if self._finished else max(self._edge, self.now - 0.6)
        if until - self._reported < 0.5 and not (self._finished and until > self._reported):
            return []
        self._reported = until
        return [Progress(until)]

    def _trim(self) -> None:
        needed = self._anchor
        if self._tracker.pending(self._edge) is None:
            needed = max(needed, self._edge - self._pace.window)
        drop = round((needed - 1.0) * RATE) - self._first
        if drop > RATE:
            self._audio = self._audio[drop:].copy()
            self._first += drop
            self._tracker.forget(needed - 1.0)
