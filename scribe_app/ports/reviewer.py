"""What reads a note against the transcript, whoever wrote it."""

from collections.abc import Sequence
from typing import Protocol

from scribe_app.domain.note import Note
from scribe_app.domain.review import Review
from scribe_app.domain.transcript import Utterance


class Reviewer(Protocol):
    """A pure function of note and transcript; `language` is nl, en or fr (regions are ignored)."""

    def review(self, note: Note, utterances: Sequence[Utterance], language: str) -> Review:
        """Return the utterances each line rests on, the lines to check, and what is missing."""
