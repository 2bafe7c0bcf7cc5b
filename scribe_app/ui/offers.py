"""What can be finished now: the consultation that is shown, or what the disk has unfinished."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scribe_app.domain.session import Phase
from scribe_app.ui.session_words import length, moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from scribe_app.ports.archive import Entry
    from scribe_app.ports.desk import Snapshot

translate = QCoreApplication.translate

_WORTH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Offer:
    """Which consultations, one sentence about them, and a shorter one for large text."""

    ids: tuple[str, ...]
    sentence: str
    brief: str


def offer_of(snapshot: Snapshot, put_off: frozenset[str], language: str) -> Offer | None:
    """Return what to offer while nobody is recorded, but for what was put off."""
    if snapshot.state.phase not in (Phase.IDLE, Phase.REVIEW):
        return None
    lacking = snapshot.ledger.unconfirmed
    shown = snapshot.session if snapshot.state.phase is Phase.REVIEW else ""
    if shown and lacking >= _WORTH_SECONDS and shown not in put_off:
        return _of_the_rest(shown, lacking)
    waiting = [each for each in snapshot.archive.offered if each.id not in put_off]
    return _of_earlier(waiting, language) if waiting else None


def _of_the_rest(session_id: str, seconds: float) -> Offer:
    brief = translate("Sessions", "%1 is not transcribed yet, and kept.")
    words = translate(
        "Sessions",
        "%1 of this consultation is not transcribed yet. All of it is kept; finishing it "
        "transcribes the rest and drafts the note again.",
    )
    long = length(seconds)
    return Offer((session_id,), words.replace("%1", long), brief.replace("%1", long))


def _of_earlier(waiting: Sequence[Entry], language: str) -> Offer:
    if len(waiting) == 1:
        brief = translate("Sessions", "The consultation of %1 is unfinished, and kept.")
        words = translate(
            "Sessions",
            "The consultation of %1 (%2) is unfinished. All that was recorded is kept; finishing "
            "it transcribes the rest and drafts the note.",
        )
    else:
        brief = translate("Sessions", "%3 consultations are unfinished, and kept.")
        words = translate(
            "Sessions",
            "%3 consultations are unfinished, the newest of %1 (%2). All that was recorded is "
            "kept; finishing them transcribes the rest and drafts the notes.",
        )
    ids = tuple(each.id for each in waiting)
    return Offer(ids, _filled(words, waiting, language), _filled(brief, waiting, language))


def _filled(words: str, waiting: Sequence[Entry], language: str) -> str:
    when, long = moment(waiting[0].started, language), length(waiting[0].seconds)
    return words.replace("%3", str(len(waiting))).replace("%1", when).replace("%2", long)
