"""Which stretch of the log a run is to hear: what nobody has covered and nobody is covering."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from scribe_app.domain.audio import to_samples, to_seconds
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.spans import TOUCHING, Span, Spans
from scribe_app.domain.transcript import Transcript, Word
from scribe_app.engine.edges import Edge
from scribe_app.engine.replay import replay_start
from scribe_app.engine.seam import Seam, tail_of
from scribe_app.ports.log import AudioLog

_NEAR_SECONDS = 3.0
"""A last final this near to what is settled is the commit point; else what is settled is."""
_BEYOND = 16_000
"""Samples heard beyond an edge that may lie inside a word."""
_HEAD_WORDS = 6
_SAID_UTTERANCES = 8


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one run hears, in samples: from `start` on, of which all from `commit` on is its own.

    Without an `end` it goes on to the end of the log; `read_to` is how far it hears.
    """

    start: int
    commit: int
    end: int | None = None
    read_to: int | None = None


class Ground:
    """The coverage of one consultation as the line sees it.

    A cut is a sample in a pause at which one run ends and another begins: there is nothing to be
    heard twice on either side of it.
    """

    def __init__(self, log: AudioLog, consultation: Callable[[], Consultation]) -> None:
        self._log = log
        self._consultation = consultation
        self._cuts = {each.start_sample for each in consultation().epochs}

    @property
    def settled(self) -> int:
        """Return the sample at which the newest covered stretch ends."""
        parts = self._consultation().covered.parts
        return to_samples(parts[-1][1]) if parts else 0

    @property
    def covered(self) -> float:
        """Return how many seconds are covered in all."""
        return self._consultation().covered.total

    def cut(self, sample: int) -> None:
        """Note that one run ends and another begins here."""
        self._cuts.add(sample)

    def live(self, served: Iterable[Stretch]) -> Stretch:
        """Return what is not covered at the end of the log, open to what is still to come."""
        written = to_seconds(self._log.written)
        holes = self._taken(served).holes(written)
        is_tail = bool(holes) and holes[-1][1] >= written - TOUCHING
        return self._from(holes[-1][0] if is_tail else written)

    def holes(self, served: Iterable[Stretch]) -> tuple[Span, ...]:
        """Return the stretches, in seconds, that nobody covered and nobody is covering."""
        return self._taken(served).holes(to_seconds(self._log.written))

    def hole(self, hole: Span) -> tuple[Stretch, Edge]:
        """Return what a run hears that fills a hole, and where it ends."""
        begun, end = self._from(hole[0]), to_samples(hole[1])
        if self._is_cut(end) or end >= self._log.written:
            return Stretch(begun.start, begun.commit, end, end), Edge(hole[1])
        head = _head_of(self._consultation().transcript, hole[1])
        return Stretch(begun.start, begun.commit, end, end + _BEYOND), Edge(hole[1], head)

    def said_before(self, stretch: Stretch) -> str:
        """Return the last words that were said before a run begins to hear."""
        start = to_seconds(stretch.start)
        finals = [u for u in self._consultation().transcript.finals if u.start < start]
        words = (word for each in finals[-_SAID_UTTERANCES:] for word in each.words)
        return " ".join(word.text for word in words if word.end <= start)

    def seam(self, number: int, stretch: Stretch) -> Seam:
        """Return what joins a run to what lies before it."""
        if stretch.start == stretch.commit:
            return Seam(number, to_seconds(stretch.start))
        commit = to_seconds(stretch.commit)
        finals = self._consultation().transcript.finals
        before = tuple(each for each in finals if each.start < commit)
        return Seam(number, to_seconds(stretch.start), commit, tail_of(before))

    def _taken(self, served: Iterable[Stretch]) -> Spans:
        spans = self._consultation().covered
        for each in served:
            end = self._log.written if each.end is None else each.end
            spans = spans.plus(to_seconds(each.commit), to_seconds(end))
        return spans

    def _from(self, seconds: float) -> Stretch:
        first = to_samples(seconds)
        if self._is_cut(first) or first == 0:
            return Stretch(first, first)
        finals = self._consultation().transcript.finals
        ends = [each.end for each in finals if seconds - _NEAR_SECONDS <= each.end <= seconds]
        commit = to_samples(max(ends, default=seconds))
        return Stretch(replay_start(self._log, commit), commit)

    def _is_cut(self, sample: int) -> bool:
        return any(abs(sample - each) <= 1 for each in self._cuts)


def _head_of(transcript: Transcript, seconds: float) -> tuple[Word, ...]:
    words: list[Word] = []
    for utterance in transcript.finals:
        if utterance.end > seconds - TOUCHING:
            words += [word for word in utterance.words if word.start >= seconds - TOUCHING]
        if len(words) >= _HEAD_WORDS:
            break
    return tuple(words[:_HEAD_WORDS])
