"""Reads a whole note against the transcript: what each line rests on, what to check, what lacks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scribe_app.domain.note import Evidence, Note, Section, is_heading
from scribe_app.domain.review import Check, CheckKind, Level, Review
from scribe_app.domain.transcript import Utterance
from scribe_app.notes.evidence.checks import Doubt, doubts
from scribe_app.notes.evidence.index import Hit, Index, index_of
from scribe_app.notes.evidence.loaded import loaded
from scribe_app.notes.evidence.omissions import omissions
from scribe_app.notes.evidence.terms import numbers, readable
from scribe_app.notes.lexicon import lexicon
from scribe_app.notes.trained.model import Model, english

_UNSUPPORTED = 0.25
_UNSURE = 0.5
_ENOUGH = 0.9


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of the note and where it stands."""

    episode: int
    section: Section
    text: str


class NoteReviewer:
    """Pure, offline, and the same whoever wrote the note; linear in lines and utterances."""

    def __init__(self, model: Model | None = None) -> None:
        self._model = model

    def review(self, note: Note, utterances: Sequence[Utterance], language: str) -> Review:
        """Return links, doubts and omissions; a note without lines has omissions alone."""
        words = lexicon(language)
        index = index_of(utterances, words)
        by_id = {each.id: each for each in utterances}
        evidence: list[Evidence] = []
        checks: list[Check] = []
        lines = list(_lines(note))
        for line in lines:
            hits = index.hits(line.text)
            cited = _cited(hits, index)
            found = doubts(line.text, line.section, hits, index)
            found += [*_unsupported(hits), *_unsure(line.text, cited, by_id, index)]
            checks += [_check(line, doubt, cited) for doubt in found]
            evidence.append(_evidence(line, hits, cited, found))
        weighed = loaded(utterances, index.units, words, self._model or english())
        missing = omissions([line.text for line in lines], weighed, index)
        return Review(tuple(evidence), tuple(checks), tuple(missing))


def _lines(note: Note) -> Iterator[_Line]:
    for number, episode in enumerate(note.episodes):
        for section in Section:
            for text in episode.text(section).splitlines():
                if text.strip() and not is_heading(text.strip()):
                    yield _Line(number, section, text.strip())


def _cited(hits: Sequence[Hit], index: Index) -> tuple[str, ...]:
    """Return the utterances of the best statement, and of its neighbours where it needs them."""
    if not hits:
        return ()
    best = hits[0]
    places = [best.place]
    if best.coverage > best.score / _ENOUGH:
        places = [at for at in range(best.place - 1, best.place + 2) if 0 <= at < len(index.units)]
        places.sort(key=lambda at: at != best.place)
    ids = (name for at in places for name in index.units[at].utterances)
    return tuple(dict.fromkeys(ids))


def _unsupported(hits: Sequence[Hit]) -> Iterator[Doubt]:
    if not hits or max(hit.coverage for hit in hits) < _UNSUPPORTED:
        yield Doubt(CheckKind.UNSUPPORTED, Level.AMBER, ())


def _unsure(
    text: str, cited: Sequence[str], by_id: dict[str, Utterance], index: Index
) -> Iterator[Doubt]:
    """Doubt a number that the recogniser itself was not sure of."""
    wanted = set(numbers(readable(text, index.words)))
    for name in cited:
        for word in by_id[name].words if wanted and name in by_id else ():
            if word.confidence is None or word.confidence >= _UNSURE:
                continue
            heard = wanted & set(numbers(readable(word.text, index.words)))
            if heard:
                yield Doubt(CheckKind.CONFIDENCE, Level.AMBER, tuple(sorted(heard)))


def _check(line: _Line, doubt: Doubt, cited: tuple[str, ...]) -> Check:
    return Check(doubt.kind, doubt.level, line.episode, line.section, line.text, doubt.words, cited)


def _evidence(
    line: _Line, hits: Sequence[Hit], cited: tuple[str, ...], found: Sequence[Doubt]
) -> Evidence:
    support = round(max((hit.coverage for hit in hits), default=0.0), 3)
    flags = tuple(dict.fromkeys(f"{doubt.kind}" for doubt in found if doubt.level is Level.RED))
    return Evidence(line.episode, line.section, line.text, cited, support, flags)
