"""What writes the note from the transcript."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from scribe_app.domain.information import Measurement
from scribe_app.domain.note import Evidence, Note
from scribe_app.domain.transcript import Utterance


@dataclass(frozen=True, slots=True)
class Draft:
    """A note and, for every line of it, the utterances it came from."""

    note: Note
    evidence: tuple[Evidence, ...]


class Drafter(Protocol):
    """Pure functions of the transcript; `language` is nl, en or fr (regions are ignored)."""

    def draft(self, utterances: Sequence[Utterance], language: str) -> Draft:
        """Return a note of which every line was said; an empty transcript gives an empty note."""

    def measure(self, utterances: Sequence[Utterance], language: str) -> tuple[Measurement, ...]:
        """Return the measurements that were spoken, in order of time."""
