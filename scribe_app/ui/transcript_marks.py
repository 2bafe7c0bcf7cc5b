"""What the conversation says beside its words: private, forgotten, without sound, who listens."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scribe_app.domain.transcript import Transcript, Utterance
from scribe_app.ui.icons import Icon
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.words import short

if TYPE_CHECKING:
    from scribe_app.domain.consultation import Consultation

translate = QCoreApplication.translate

_WORTH_A_WORD = 1.0
"""Seconds without sound that are worth a row; shorter ones show in the strip."""


Turns = tuple[tuple[float, str], ...]
"""Seconds, and the name of whoever wrote from there on."""


@dataclass(frozen=True, slots=True)
class MarkRow(Utterance):
    """A row that nobody said; its sign tells it from those that somebody did."""

    icon: Icon = Icon.NONE


class Marks:
    """Puts the marks of a consultation between its utterances, each the same object every time."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._rows: tuple[MarkRow, ...] = ()
        self._of: tuple[object, ...] = ()
        self._finals: tuple[Utterance, ...] = ()
        self._shown: tuple[Utterance, ...] = ()

    def among(self, consultation: Consultation) -> Transcript:
        """Return the transcript with its marks; the very same one where there are none."""
        transcript = consultation.transcript
        turns = _turns(consultation)
        silences = (consultation.forgotten.parts, consultation.missing.parts)
        marks = (consultation.private, *silences, turns)
        if not any(marks):
            return transcript
        if marks != self._of or transcript.finals is not self._finals:
            if marks != self._of:
                self._rows = self._made(consultation, turns)
            self._of, self._finals = marks, transcript.finals
            self._shown = _inserted(transcript.finals, self._rows)
        return Transcript(self._shown, transcript.partials)

    def _made(self, consultation: Consultation, turns: Turns) -> tuple[MarkRow, ...]:
        former = {(each.id, each.end): each for each in self._rows}
        rows = [self._private(at) for at in consultation.private]
        rows += [self._forgotten(*each) for each in consultation.forgotten.parts]
        rows += [self._silent(*each) for each in consultation.missing.parts if _is_long(*each)]
        rows += [self._turned(*each) for each in turns]
        same = [former.get((each.id, each.end), each) for each in rows]
        return tuple(sorted(same, key=lambda each: each.start))

    def _private(self, at: float) -> MarkRow:
        words = translate("Transcript", "Private: nothing was heard or kept")
        return MarkRow(f"private:{at}", at, at, words, icon=Icon.LOCK)

    def _forgotten(self, since: float, until: float) -> MarkRow:
        words = translate("Transcript", "%1 forgotten")
        words = words.replace("%1", short(until - since, self._language))
        return MarkRow(f"forgotten:{since}", since, until, words, icon=Icon.GONE)

    def _turned(self, at: float, name: str) -> MarkRow:
        words = translate("Transcript", "From here on: %1").replace("%1", in_our_words(name))
        return MarkRow(f"turn:{at}:{name}", at, at, words, icon=Icon.TURN)

    def _silent(self, since: float, until: float) -> MarkRow:
        words = translate("Transcript", "No sound for %1")
        words = words.replace("%1", short(until - since, self._language))
        return MarkRow(f"silent:{since}", since, until, words, icon=Icon.WARN)


def _turns(consultation: Consultation) -> Turns:
    """Return from when on somebody else listened, and who; nothing where one did all of it."""
    names = {str(each.number): each.name for each in consultation.epochs}
    if len(set(names.values())) < 2:
        return ()
    found: list[tuple[float, str]] = []
    before = ""
    for final in consultation.transcript.finals:
        name = names.get(final.id.partition(":")[0], before)
        if name != before and before:
            found.append((final.start, name))
        before = name
    return tuple(found)


def _is_long(since: float, until: float) -> bool:
    return until - since >= _WORTH_A_WORD


def _inserted(finals: tuple[Utterance, ...], rows: tuple[MarkRow, ...]) -> tuple[Utterance, ...]:
    shown = list(finals)
    for row in reversed(rows):
        shown.insert(bisect_left(shown, row.start, key=lambda each: each.start), row)
    return tuple(shown)
