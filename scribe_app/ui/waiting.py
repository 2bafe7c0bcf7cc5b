"""What is shown when nothing new is there: the wait for words, and the former consultation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scribe_app.domain.session import Phase
from scribe_app.ui.words import number

if TYPE_CHECKING:
    from scribe_app.ports.desk import Snapshot

translate = QCoreApplication.translate

_LIVE = frozenset({Phase.RECORDING, Phase.PAUSED, Phase.PRIVATE, Phase.FINISHING})


def waiting(snapshot: Snapshot, language: str) -> str | None:
    """Return ``processing… 4 s``, "" while nothing waits, None where words show as they come."""
    if snapshot.engine.capabilities.partials or snapshot.state.phase not in _LIVE:
        return None
    behind = snapshot.ledger.behind
    if behind < 1:
        return ""
    seconds = number(behind, language, decimals=0)
    return translate("Transcript", "processing… %1 s").replace("%1", seconds)


def keeping(shown: Snapshot | None, snapshot: Snapshot) -> Snapshot:
    """Return a failed start with the former consultation: its note can still be copied."""
    bare = not snapshot.consultation.source
    failed = snapshot.fault is not None and snapshot.state.phase is Phase.IDLE
    if shown is None or not failed or not bare:
        return snapshot
    return replace(
        snapshot,
        number=shown.number,
        consultation=shown.consultation,
        ledger=shown.ledger,
    )
