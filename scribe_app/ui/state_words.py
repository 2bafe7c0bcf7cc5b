"""What the window says of each state: a word, the one fact that matters now, and how loud it is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scribe_app.domain.session import Link, Phase, State
from scribe_app.ui import keeping_words
from scribe_app.ui.icons import Icon
from scribe_app.ui.microphone_words import is_silent
from scribe_app.ui.words import short

if TYPE_CHECKING:
    from scribe_app.ports.desk import Snapshot

translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text: only its name matters, by which lupdate finds it."""
    return text


class Tone(Enum):
    """Which colour a state takes; its icon and word say the same without colour."""

    CALM = auto()
    LIVE = auto()
    BUSY = auto()
    WARN = auto()
    GOOD = auto()


@dataclass(frozen=True, slots=True)
class Saying:
    """What the state label shows and a screen reader announces."""

    word: str
    fact: str
    tone: Tone
    icon: Icon


_WORDS: dict[Phase, tuple[str, Tone, Icon]] = {
    Phase.IDLE: (QT_TRANSLATE_NOOP("State", "Ready"), Tone.CALM, Icon.READY),
    Phase.STARTING: (QT_TRANSLATE_NOOP("State", "Starting"), Tone.BUSY, Icon.WAIT),
    Phase.RECORDING: (QT_TRANSLATE_NOOP("State", "Recording"), Tone.LIVE, Icon.RECORD),
    Phase.PAUSED: (QT_TRANSLATE_NOOP("State", "Paused"), Tone.WARN, Icon.PAUSE),
    Phase.PRIVATE: (QT_TRANSLATE_NOOP("State", "Private"), Tone.WARN, Icon.LOCK),
    Phase.FINISHING: (QT_TRANSLATE_NOOP("State", "Finishing"), Tone.BUSY, Icon.WAIT),
    Phase.DRAFTING: (QT_TRANSLATE_NOOP("State", "Writing the note"), Tone.BUSY, Icon.WAIT),
    Phase.REVIEW: (QT_TRANSLATE_NOOP("State", "Note ready"), Tone.GOOD, Icon.CHECK),
}

_FACTS: dict[Phase, str] = {
    Phase.IDLE: QT_TRANSLATE_NOOP("State", "press F9 and start talking"),
    Phase.STARTING: QT_TRANSLATE_NOOP("State", "opening the microphone"),
    Phase.RECORDING: QT_TRANSLATE_NOOP("State", "everything is kept"),
    Phase.PAUSED: QT_TRANSLATE_NOOP("State", "nothing is recorded now"),
    Phase.PRIVATE: QT_TRANSLATE_NOOP("State", "nothing is heard or kept"),
    Phase.FINISHING: QT_TRANSLATE_NOOP("State", "the last words are coming"),
    Phase.DRAFTING: QT_TRANSLATE_NOOP("State", "one moment"),
    Phase.REVIEW: QT_TRANSLATE_NOOP("State", "read, change, copy"),
}

_LINK_FACTS: dict[tuple[Phase, Link], str] = {
    (Phase.RECORDING, Link.CONNECTING): QT_TRANSLATE_NOOP("State", "kept; words follow shortly"),
    (Phase.RECORDING, Link.LIVE): QT_TRANSLATE_NOOP("State", "words appear as you speak"),
    (Phase.RECORDING, Link.RECONNECTING): QT_TRANSLATE_NOOP("State", "reconnecting; all is kept"),
    (Phase.RECORDING, Link.DOWN): QT_TRANSLATE_NOOP("State", "no connection; all is kept"),
    (Phase.PAUSED, Link.RECONNECTING): QT_TRANSLATE_NOOP("State", "paused; reconnecting"),
    (Phase.PAUSED, Link.DOWN): QT_TRANSLATE_NOOP("State", "paused; no connection"),
    (Phase.FINISHING, Link.RECONNECTING): QT_TRANSLATE_NOOP("State", "reconnecting; all is kept"),
    (Phase.FINISHING, Link.DOWN): QT_TRANSLATE_NOOP("State", "no connection; all is kept"),
}

_CATCHING_UP_SECONDS = 3.0
_KEPT_PHASES = frozenset({Phase.RECORDING, Phase.PAUSED, Phase.FINISHING})


def saying(snapshot: Snapshot, language: str) -> Saying:
    """Return what to show for a snapshot; total over phase x link x fault."""
    state = snapshot.state
    word, tone, icon = _WORDS[state.phase]
    if is_silent(snapshot):
        return Saying(
            translate("State", "No sound"),
            translate("State", "check the microphone"),
            Tone.WARN,
            Icon.WARN,
        )
    if _is_troubled(state):
        tone, icon = (Tone.WARN, Icon.WARN) if state.phase is Phase.FINISHING else (tone, icon)
    kept = keeping_words.fact(snapshot.keeping) if state.phase in _KEPT_PHASES else ""
    return Saying(translate("State", word), kept or _fact(snapshot, language), tone, icon)


def at_rest() -> Saying:
    """Return what is shown before anything was heard of the engine."""
    word, tone, icon = _WORDS[Phase.IDLE]
    return Saying(translate("State", word), translate("State", _FACTS[Phase.IDLE]), tone, icon)


def _is_troubled(state: State) -> bool:
    return state.link in (Link.RECONNECTING, Link.DOWN)


def _fact(snapshot: Snapshot, language: str) -> str:
    state, behind = snapshot.state, snapshot.ledger.behind
    lagging = state.link in (Link.LIVE, Link.NONE) and behind >= _CATCHING_UP_SECONDS
    if lagging and state.phase in (Phase.RECORDING, Phase.FINISHING):
        return translate("State", "%1 left to transcribe").replace("%1", short(behind, language))
    missing = snapshot.ledger.unconfirmed
    if state.phase is Phase.REVIEW and missing >= _CATCHING_UP_SECONDS:
        return translate("State", "%1 left to transcribe").replace("%1", short(missing, language))
    if state.phase is Phase.REVIEW and snapshot.consultation.note.is_empty:
        return translate("State", "nothing to note was heard")
    fact = _LINK_FACTS.get((state.phase, state.link)) or _FACTS[state.phase]
    return translate("State", fact)
