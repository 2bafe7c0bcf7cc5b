"""Where each line of a section comes from: said, typed by the clinician, or to be checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from scribe_app.domain.note import Section

if TYPE_CHECKING:
    from scribe_app.domain.consultation import Consultation
    from scribe_app.domain.review import Check, Review


class Source(Enum):
    """What the bar before a line says."""

    BLANK = auto()
    SAID = auto()
    TYPED = auto()
    CHECK = auto()
    WRONG = auto()


@dataclass(frozen=True, slots=True)
class LineMark:
    """A line's source, the utterances it came from, and what is to be checked in it."""

    source: Source
    utterances: frozenset[str] = frozenset()
    checks: tuple[Check, ...] = ()


class Marks:
    """The marks of one field: lines looked up by their text, so that an edited line loses its."""

    def __init__(self, said: dict[str, LineMark] | None = None) -> None:
        self._said = said or {}

    def of(self, line: str) -> LineMark:
        """Return the mark of a line as it stands in the editor."""
        text = line.strip()
        if not text:
            return LineMark(Source.BLANK)
        return self._said.get(text, LineMark(Source.TYPED))


def marks_of(
    consultation: Consultation | None,
    review: Review | None,
    episode: int,
    section: Section,
    inserted: dict[str, frozenset[str]],
) -> Marks:
    """Return the marks of a field; `inserted` are lines the window wrote, with their source.

    A line that the clinician typed is to be checked only where it contradicts what was said.
    """
    said = _drafted(consultation, episode, section)
    for line, mark in _reviewed(review, episode, section).items():
        known = said.get(line)
        if known is None and mark.source is Source.CHECK and not _is_drafted(consultation, line):
            continue
        ids = known.utterances if known is not None else frozenset[str]()
        said[line] = LineMark(mark.source, ids or mark.utterances, mark.checks)
    said |= {line: LineMark(Source.SAID, ids) for line, ids in inserted.items()}
    return Marks(said)


def _drafted(consultation: Consultation | None, at: int, section: Section) -> dict[str, LineMark]:
    found: dict[str, LineMark] = {}
    for each in consultation.evidence if consultation else ():
        if (each.episode, each.section) == (at, section):
            source = Source.CHECK if each.flags else Source.SAID
            found[each.text.strip()] = LineMark(source, frozenset(each.utterances))
    return found


def _reviewed(review: Review | None, episode: int, section: Section) -> dict[str, LineMark]:
    from scribe_app.domain.review import Level

    found: dict[str, LineMark] = {}
    if review is None:
        return found
    for each in review.evidence:
        if (each.episode, each.section) == (episode, section):
            checks = tuple(c for c in review.checks if _same(c, each.episode, section, each.text))
            wrong = any(check.level is Level.RED for check in checks)
            source = Source.WRONG if wrong else Source.CHECK if checks else Source.SAID
            found[each.text.strip()] = LineMark(source, frozenset(each.utterances), checks)
    return found


def _same(check: Check, episode: int, section: Section, text: str) -> bool:
    return (check.episode, check.section, check.text) == (episode, section, text)


def _is_drafted(consultation: Consultation | None, line: str) -> bool:
    """Return whether anybody but the clinician wrote a line."""
    drafts = consultation.drafts if consultation else ()
    return any(
        line in map(str.strip, episode.text(part).splitlines())
        for draft in drafts
        for episode in draft.note.episodes
        for part in Section
    )
