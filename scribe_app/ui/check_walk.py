"""The lines that are to be checked, in the order of the note: one key goes from one to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from scribe_app.domain.note import Section
from scribe_app.ui.line_marks import LineMark, Marks, Source
from scribe_app.ui.note_documents import NoteDocuments

MarksOf = Callable[[int, Section], Marks]


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the note: its episode, section and number, and its text."""

    episode: int
    section: Section
    line: int
    text: str


class CheckWalk:
    """Remembers what was looked at; a line that is changed afterwards is a new one."""

    def __init__(self, documents: NoteDocuments, marks: MarksOf) -> None:
        self._documents, self._marks = documents, marks
        self._seen: set[tuple[int, Section, str]] = set()
        self._last: Place | None = None

    def reset(self) -> None:
        """Forget what was looked at: another consultation begins."""
        self._seen.clear()
        self._last = None

    def waiting(self) -> list[tuple[Place, LineMark]]:
        """Return the lines that nobody has looked at yet, what is probably wrong included."""
        return [each for each in self._all() if _key(each[0]) not in self._seen]

    def next(self) -> tuple[Place, LineMark] | None:
        """Return the next line after the last one, the first behind the end; None without any.

        Once all were looked at, it goes round once more.
        """
        places = self.waiting() or self._all()
        if not places:
            return None
        last = _order(self._last) if self._last is not None else (-1, -1, -1)
        behind = [each for each in places if _order(each[0]) > last]
        place, mark = (behind or places)[0]
        self._last = place
        self._seen.add(_key(place))
        return place, mark

    def _all(self) -> list[tuple[Place, LineMark]]:
        found = []
        for episode in range(self._documents.count):
            for section in Section:
                marks = self._marks(episode, section)
                lines = self._documents.text(episode, section).split("\n")
                for number, text in enumerate(lines):
                    mark = marks.of(text)
                    if mark.source in (Source.CHECK, Source.WRONG):
                        found.append((Place(episode, section, number, text.strip()), mark))
        return found


def _key(place: Place) -> tuple[int, Section, str]:
    return (place.episode, place.section, place.text)


def _order(place: Place) -> tuple[int, int, int]:
    return (place.episode, tuple(Section).index(place.section), place.line)
