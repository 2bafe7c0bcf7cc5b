"""The statements of a consultation with the line that each would be."""

from collections.abc import Sequence
from dataclasses import dataclass

from scribe_app.domain.transcript import Utterance
from scribe_app.notes.answers import with_answers
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.roles import with_roles
from scribe_app.notes.trained.clauses import clauses
from scribe_app.notes.trained.person import person_of
from scribe_app.notes.trained.write import line_of
from scribe_app.notes.units import Unit


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as it was said, and as it would stand in the note."""

    unit: Unit
    line: str


def statements(utterances: Sequence[Utterance], words: Lexicon) -> list[Statement]:
    """Return the statements in order of time, questions joined with their answers."""
    return statements_of(with_roles(clauses(utterances, words), words), words)


def statements_of(cut: Sequence[Unit], words: Lexicon) -> list[Statement]:
    """Return the statements that clauses with roles make."""
    units = with_answers(cut, words)
    person = person_of(units)
    return [Statement(unit, line_of(unit, person, words)) for unit in units]
