"""What the window says of the microphone while it records."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scribe_app.domain.session import Phase

if TYPE_CHECKING:
    from scribe_app.ports.desk import Snapshot

translate = QCoreApplication.translate

_LISTENING = frozenset({Phase.RECORDING, Phase.PAUSED})


def is_silent(snapshot: Snapshot) -> bool:
    """Return whether nothing comes from the microphone though somebody records."""
    troubled = snapshot.no_signal or snapshot.microphone.trouble is not None
    return troubled and snapshot.state.phase is Phase.RECORDING


def trouble(snapshot: Snapshot) -> str:
    """Return what is wrong with the microphone now, as the engine says it; empty when nothing."""
    fault = snapshot.microphone.trouble
    is_on = snapshot.state.phase in _LISTENING
    return fault.sentence if fault is not None and is_on else ""


def remark(snapshot: Snapshot) -> str:
    """Return what is worth a remark about its sound; empty when nothing."""
    from scribe_app.domain.microphone import OpeningVerdict

    if snapshot.state.phase is not Phase.RECORDING:
        return ""
    verdict = snapshot.microphone.remark
    name = snapshot.microphone.now
    if snapshot.no_signal or verdict is OpeningVerdict.ZEROS:
        return _silence(name)
    match verdict:
        case OpeningVerdict.QUIET:
            return _named(
                translate(
                    "Microphones",
                    "Hardly any sound comes from the microphone %1; move it closer or turn it up.",
                ),
                name,
            )
        case OpeningVerdict.CLIPPED:
            return _named(
                translate(
                    "Microphones",
                    "The microphone %1 is too loud and distorts; turn it down or move it away.",
                ),
                name,
            )
    return ""


def elsewhere(snapshot: Snapshot) -> str:
    """Return which microphone took over from the one it began with; empty when none did."""
    heard = snapshot.microphone
    if snapshot.state.phase not in _LISTENING or heard.now == heard.begun:
        return ""
    sentence = translate("Microphones", "The recording goes on with %1.")
    return _named(sentence, heard.now)


def _silence(name: str) -> str:
    sentence = translate(
        "Microphones",
        "Nothing but silence comes from the microphone %1; is it muted, or the wrong one?",
    )
    return _named(sentence, name)


def _named(sentence: str, name: str) -> str:
    return sentence.replace("%1", name)
