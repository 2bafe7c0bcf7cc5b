"""The top of the window: record, pause, state, time, level; microphone, vendor, settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scribe_app.domain.session import Phase
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.level_meter import LevelMeter
from scribe_app.ui.microphones import MicrophoneCombo
from scribe_app.ui.record_controls import STOPPABLE, PauseButton, RecordButton, TimerLabel, asked_of
from scribe_app.ui.round_button import RoundButton
from scribe_app.ui.state_label import StateLabel
from scribe_app.ui.state_words import at_rest, saying
from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme
from scribe_app.ui.vendor_chip import VendorChip

if TYPE_CHECKING:
    from scribe_app.ports.audio import Microphones
    from scribe_app.ports.desk import Desk, Snapshot

translate = QCoreApplication.translate


class TopBar(QFrame):
    """One row, or two where the window is narrow or the text large."""

    def __init__(
        self,
        theme: Theme,
        desk: Desk,
        microphones: Microphones,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._language, self._phase = theme, language, Phase.IDLE
        self._narrow = False
        self.record, self.pause = RecordButton(theme), PauseButton(theme)
        self.state = StateLabel(theme)
        self.timer = TimerLabel(theme, desk.captured)
        self.meter = LevelMeter(theme, desk.level)
        self.meter.setAccessibleName(translate("Top", "Microphone level"))
        self.microphone = MicrophoneCombo(theme, microphones)
        self.vendor = VendorChip(theme)
        self.sessions = RoundButton(
            theme, Icon.LIST, translate("Top", "Consultations"), Keys.SESSIONS
        )
        self.sessions.setObjectName("sessionsButton")
        self.settings = RoundButton(theme, Icon.GEAR, translate("Top", "Settings"), Keys.SETTINGS)
        self.settings.setObjectName("settingsButton")
        self.settings.setEnabled(False)  # until there is something behind it
        self.microphone.opened.connect(lambda: self._listen(picking=True))
        self.microphone.closed.connect(lambda: self._listen(picking=False))
        self._build()
        self.state.say(at_rest())
        theme.changed.connect(self.update)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show phase, link, time and engine of a snapshot."""
        phase = self._phase = snapshot.state.phase
        self.record.show_phase(asked_of(snapshot))
        self.pause.show_phase(phase)
        self.state.say(saying(snapshot, self._language))
        self.timer.run(on=phase is Phase.RECORDING)
        if phase is not Phase.RECORDING:
            self.timer.show_time(snapshot.ledger.captured)
        switch(self.microphone, on=phase not in STOPPABLE)
        self.microphone.show_heard(snapshot.microphone.now if phase in STOPPABLE else "")
        self.vendor.show_engine(snapshot.engine, snapshot.state.link)
        self._listen(picking=False)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put time, level and the right half on a row of their own where one row is too narrow."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the buttons and the state."""
        return QSize(self._first() + self._theme.px(32), super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the line under it."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.tokens.pane)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), self._theme.tokens.line)

    def _listen(self, *, picking: bool) -> None:
        self.meter.listen(on=picking or self._phase is Phase.RECORDING)

    def _first(self) -> int:
        parts = (self.record, self.pause, self.state)
        return sum(each.minimumSizeHint().width() for each in parts) + self._theme.px(28)

    def _arrange(self) -> None:
        second = (self.timer, self.meter, *self._chips())
        needed = self._first() + sum(each.minimumSizeHint().width() for each in second)
        narrow = needed + self._theme.px(110) > self.width()
        lower = needed - self._first() + self._theme.px(14) * (len(second) + 2)
        self.sessions.setVisible(not narrow or lower <= self.width())  # its key always works
        if narrow != self._narrow:
            self._narrow = narrow
            row, place = (self._lower, 0) if narrow else (self._upper, 3)
            for offset, each in enumerate((self.timer, self.meter)):
                row.insertWidget(place + offset, each)
            for each in self._chips():
                (self._lower if narrow else self._upper).addWidget(each)
            self._column.setSpacing(self._theme.px(8) if narrow else 0)

    def _chips(self) -> tuple[QWidget, ...]:
        return (self.microphone, self.vendor, self.sessions, self.settings)

    def _build(self) -> None:
        px = self._theme.px
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        for row in (self._upper, self._lower):
            row.setSpacing(px(14))
        for each in (self.record, self.pause, self.state, self.timer, self.meter):
            self._upper.addWidget(each)
        for row in (self._upper, self._lower):
            row.addStretch(1)
        for chip in self._chips():
            self._upper.addWidget(chip)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(16), px(12), px(16), px(12))
        self._column.setSpacing(0)
        self._column.addLayout(self._upper)
        self._column.addLayout(self._lower)
