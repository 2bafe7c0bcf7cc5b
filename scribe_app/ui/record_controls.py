"""Record and pause: what the two buttons say and ask in each phase, and the time between."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from scribe_app.domain.session import Phase
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink, PlainLabel
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.theme import Theme
from scribe_app.ui.words import clock

if TYPE_CHECKING:
    from scribe_app.ports.desk import Snapshot

translate = QCoreApplication.translate

STOPPABLE = frozenset({Phase.STARTING, Phase.RECORDING, Phase.PAUSED, Phase.PRIVATE})
STARTABLE = frozenset({Phase.IDLE, Phase.REVIEW})
_TICK_MS = 200


def asked_of(snapshot: Snapshot | None) -> Phase:
    """Return the phase that the record button goes by: nothing waits for what is only finished."""
    if snapshot is None:
        return Phase.IDLE
    phase = snapshot.state.phase
    return Phase.REVIEW if snapshot.resumed and phase not in STARTABLE else phase


class RecordButton(PillButton):
    """Record or stop; red while something is recorded, off while the end is being worked on."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Kind.PRIMARY, parent)
        self.setObjectName("recordButton")
        self.show_phase(Phase.IDLE)

    def show_phase(self, phase: Phase) -> None:
        """Show what a press does in a phase."""
        cap = Keys.RECORD.cap
        switch(self, on=phase in STARTABLE or phase in STOPPABLE)
        if phase in STOPPABLE:
            self.show_as(translate("Top", "Stop"), cap=cap, icon=Icon.STOP, kind=Kind.RECORDING)
        else:
            words = (
                translate("Top", "New recording")
                if phase is Phase.REVIEW
                else translate("Top", "Record")
            )
            self.show_as(words, cap=cap, icon=Icon.RECORD, kind=Kind.PRIMARY)


class PauseButton(PillButton):
    """Pause or go on; off while nothing is recorded."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Kind.GHOST, parent)
        self.setObjectName("pauseButton")
        self.show_phase(Phase.IDLE)

    def show_phase(self, phase: Phase) -> None:
        """Show what a press does in a phase."""
        switch(self, on=phase in (Phase.RECORDING, Phase.PAUSED, Phase.PRIVATE))
        paused = phase is Phase.PAUSED
        words = translate("Top", "Resume") if paused else translate("Top", "Pause")
        self.show_as(words, cap=Keys.PAUSE.cap)


class TimerLabel(PlainLabel):
    """The recorded time, asked of the recorder itself while it runs."""

    def __init__(
        self, theme: Theme, captured: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, Ink.INK, parent)
        self.setObjectName("timerLabel")
        self.setFont(theme.font(24, bold=True))
        self._captured = captured
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(lambda: self.show_time(self._captured()))
        self.show_time(0.0)

    def run(self, *, on: bool) -> None:
        """Start or stop asking."""
        if on != self._timer.isActive():
            if on:
                self._timer.start()
            else:
                self._timer.stop()

    def show_time(self, seconds: float) -> None:
        """Show a time in seconds."""
        text = clock(seconds)
        if text != self.text():
            self.setText(text)
            self.setAccessibleName(translate("Top", "Recorded time %1").replace("%1", text))
