"""The live policy: what to decode when, and which words are settled.

Each decode hears a window that begins at an anchor in the past; what it repeats of the words
already final is dropped. Words on which two successive decodes agree become final, at a pause
all of them do, and none waits longer than a few seconds. Behind a pause nothing can be final for
a while: until then only the new speech is decoded, often, so that its words show at once. When
audio piles up (a file, or replay), long windows cut at pauses are decoded once and there are no
partials.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scribe_app.ondevice.compounds import Compounds, edge, glue
from scribe_app.ondevice.heard import Decoder, Heard, Samples, VoiceDetector
from scribe_app.ondevice.hearing import Hearing
from scribe_app.ondevice.seam import continuation, in_order
from scribe_app.ondevice.speech import SpeechTracker
from scribe_app.ondevice.utterances import Final, Utterances
from scribe_app.ondevice.window import Window

_QUIET = 0.6  # seconds in which speech may still turn out to have begun


@dataclass(frozen=True, slots=True)
class Pace:
    """The policy's figures, in seconds but for the beams; measured on consultations."""

    step: float = 0.8  # of new speech between two decodes
    first: float = 0.7  # of speech before the first decode
    glance: float = 0.75  # of new speech between two decodes of new speech alone
    guard: float = 2.8  # words this near the end of the window may still change
    force: float = 4.6  # a word is final by then, agreed or not
    window: float = 14.0  # a live window is no longer than this
    keep: float = 7.0  # and goes on with this much when it was
    bulk: float = 10.0  # of speech waiting: long windows, no partials
    longest: float = 20.0  # such a window
    overlap: float = 3.0  # of it heard again where no pause could be cut at
    apart: float = 2.5  # of silence: what came before is no context
    beam: int = 5


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
    """A decode up to `end`; every word up to `settle` becomes final, none meaning a partial.

    `fresh` is where to begin when only new speech is to be heard, too new to settle any of it.
    """

    end: float
    settle: float | None
    fresh: float | None = None


class Streamer:
    """Audio in, events out; `step` decodes at most once."""

    def __init__(
        self,
        decoder: Decoder,
        detector: VoiceDetector,
        pace: Pace | None = None,
        compounds: Mapping[str, Compounds] | None = None,
    ) -> None:
        self._detector = detector
        self._pace = pace or Pace()
        self._compounds = compounds or {}
        self._tracker = SpeechTracker()
        self._utterances = Utterances()
        self._window = Window()
        self._hearing = Hearing(decoder, self._tracker, self._window)
        self._edge = 0.0  # everything before is settled
        self._decoded = 0.0  # end of the last window
        self._tail: tuple[Heard, ...] = ()  # the last partial
        self._reported = 0.0
        self._finished = False

    @property
    def now(self) -> float:
        """Return the seconds of audio received."""
        return self._window.now

    @property
    def held(self) -> float:
        """Return the seconds of audio kept in memory."""
        return self._window.held

    @property
    def backlog(self) -> float:
        """Return the seconds of audio since the first speech that is not settled."""
        waiting = self._waiting()
        return 0.0 if waiting is None else self.now - waiting

    def follow(self, said: str) -> None:
        """Take what was said before the audio as the context of its first words."""
        self._window.said = said

    def feed(self, samples: Samples) -> None:
        """Take audio of any length."""
        self._window.feed(samples)
        self._tracker.push(self._detector.probabilities(samples))

    def finish(self) -> None:
        """Say that no more audio comes."""
        self._finished = True
        self._tracker.close(self.now)

    def step(self) -> list[Event] | None:
        """Do the next piece of work; none when there is nothing to do before more audio."""
        job = self._plan()
        events = self._rest() if job is None else self._work(job)
        events += self._progress()
        return events if job or events else None

    def _waiting(self) -> float | None:
        """Return where the first speech begins that is not settled, none without any."""
        region = self._tracker.pending(self._edge)
        return None if region is None else max(region.start, self._edge)

    # Planning

    def _plan(self) -> _Job | None:
        region, start = self._tracker.pending(self._edge), self._waiting()
        if region is None or start is None:
            return None
        pace = self._pace
        if self.now - start > pace.bulk:
            return self._long_job(start)
        self._place_window(start)
        if region.end is not None:
            end = min(region.end, self.now)
            return _Job(end, end)
        return self._partial_job(start)

    def _partial_job(self, start: float) -> _Job | None:
        """Return a decode of speech that goes on; of the new alone while none of it can settle."""
        pace, now = self._pace, self.now
        fresh = start if now - start <= pace.guard else None
        wanted = pace.step if fresh is None else pace.glance
        if self._decoded <= start:
            wanted = pace.first
        return _Job(now, None, fresh) if now - max(self._decoded, start) >= wanted else None

    def _place_window(self, start: float) -> None:
        pace, window = self._pace, self._window
        last = window.final[-1].end if window.final else window.anchor
        if not window.final or start - last > pace.apart:
            window.restart(start)
        elif self.now - window.anchor > pace.window:
            window.slide(self.now - pace.keep, start)

    def _long_job(self, start: float) -> _Job:
        pace, window = self._pace, self._window
        if window.final and start - window.final[-1].end < 0.1:
            window.slide(start - pace.overlap, start)
        else:
            window.restart(start)
        end = min(self.now, window.anchor + pace.longest)
        if self._finished and end >= self.now:
            return _Job(end, end)
        pause = self._tracker.pause(max(start + 4.0, end - pace.longest / 2), end)
        if pause is None or pause[1] - pause[0] < 0.15:
            return _Job(end, end - pace.overlap)
        cut = min((pause[0] + pause[1]) / 2, pause[0] + 0.3)
        return _Job(cut, cut)

    # Working

    def _work(self, job: _Job) -> list[Event]:
        words = self._hear(job)
        sizes = self._sizes(words)
        count, written = edge(sizes, self._settled(words, job), live=job.settle is None)
        spelt = glue(words, sizes)
        done, self._tail = words[:count], words[count:] if job.settle is None else ()
        self._decoded = job.end
        self._window.commit(done)
        self._edge = self._settled_until(done, job)
        self._forget()
        partial = Partial(spelt[written:] if self._tail else ())
        return [*self._utterances.commit(spelt[:written]), partial]

    def _sizes(self, words: Sequence[Heard]) -> list[int]:
        """Return how many of the words each one takes as it is written."""
        compounds = self._compounds.get(self._hearing.language)
        return compounds.sizes(words, self._window.final) if compounds else [1] * len(words)

    def _hear(self, job: _Job) -> tuple[Heard, ...]:
        """Return the words that are not final yet, none before what is settled."""
        final, beam = self._window.final, self._pace.beam
        if job.fresh is not None:
            new = self._hearing.glance(job.fresh, job.end, beam)
        else:
            heard = self._hearing.whole(job.end, beam)
            new = heard[continuation(heard, final, self._edge) :]
        return in_order(new, max(self._reported, final[-1].end if final else 0.0))

    def _settled(self, words: Sequence[Heard], job: _Job) -> int:
        """Return how many of the words become final."""
        if job.fresh is not None:
            return 0
        if job.settle is not None:
            whole = job.settle >= job.end
            return len(words) if whole else sum(1 for w in words if w.end <= job.settle)
        agreed = 0
        for mine, former in zip(words, self._tail, strict=False):
            if mine.key != former.key or mine.end > job.end - self._pace.guard:
                break
            agreed += 1
        return max(agreed, sum(1 for w in words if w.end <= job.end - self._pace.force))

    def _settled_until(self, done: Sequence[Heard], job: _Job) -> float:
        """Return the new edge: the end of what is final, or of the job where all of it is."""
        last = max(self._edge, done[-1].end if done else 0.0)
        if job.settle is None or (job.settle < job.end and last > self._edge):
            return last
        return job.settle if job.settle > self._edge else job.end

    # Resting

    def _rest(self) -> list[Event]:
        if self._waiting() is not None:
            return []
        events: list[Event] = [Partial(())] if self._tail else []
        self._tail = ()
        events += self._utterances.rest(self.now)
        if self._finished:
            events += self._utterances.close()
        self._forget()
        return events

    def _progress(self) -> list[Event]:
        waiting = self._waiting()
        quiet = self.now if self._finished else max(self._edge, self.now - _QUIET)
        until = quiet if waiting is None else waiting
        if until <= self._reported or (until - self._reported < 0.5 and not self._finished):
            return []
        self._reported = until
        return [Progress(until)]

    def _forget(self) -> None:
        """Let go of audio that no window will reach back to."""
        idle = self._waiting() is None
        behind = self.now - self._pace.window if idle else 0.0
        self._tracker.forget(self._window.forget(behind))
