"""Where each line of a section comes from: said, typed by the clinician, or to be checked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from scribe_app.domain.note import Section, is_heading

if TYPE_CHECKING:
    from scribe_app.domain.consultation import Consultation


class Source(Enum):
    """What the bar before a line says."""

    BLANK = auto()
    SAID = auto()
    TYPED = auto()
    CHECK = auto()


@dataclass(frozen=True, slots=True)
class LineMark:
    """A line's source and the utterances it came from."""

    source: Source
    utterances: frozenset[str] = frozenset()


class Marks:
    """The marks of one field: lines looked up by their text, so that an edited line loses its."""

    def __init__(self, said: dict[str, LineMark] | None = None) -> None:
        self._said = said or {}

    def of(self, line: str) -> LineMark:
        """Return the mark of a line as it stands in the editor."""
        text = line.strip()
        if not text or is_heading(text):
            return LineMark(Source.BLANK)
        return self._said.get(text, LineMark(Source.TYPED))


def marks_of(
    consultation: Consultation | None,
    episode: int,
    section: Section,
    inserted: dict[str, frozenset[str]],
) -> Marks:
    """Return the marks of a field; `inserted` are lines the window wrote, with their source."""
    said = {line: LineMark(Source.SAID, ids) for line, ids in inserted.items()}
    for each in consultation.evidence if consultation else ():
        if (each.episode, each.section) == (episode, section):
            source = Source.CHECK if each.flags else Source.SAID
            said[each.text.strip()] = LineMark(source, frozenset(each.utterances))
    return Marks(said)
