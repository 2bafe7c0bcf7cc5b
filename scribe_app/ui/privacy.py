"""Private moments and forgetting: the bar, the panel that asks how much, and their keys."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from scribe_app.domain.session import Phase
from scribe_app.ui.hold_key import HoldKey
from scribe_app.ui.icons import Icon
from scribe_app.ui.privacy_bar import PrivacyBar
from scribe_app.ui.toast import Toast
from scribe_app.ui.words import short

if TYPE_CHECKING:
    from scribe_app.domain.commands import Command
    from scribe_app.ports.desk import Snapshot
    from scribe_app.ui.forget_panel import ForgetPanel
    from scribe_app.ui.theme import Theme
    from scribe_app.ui.transcript_pane import TranscriptPane

translate = QCoreApplication.translate

SHORT, LONG = 30.0, 60.0
"""Seconds that can be forgotten."""


class Privacy(QObject):
    """What the clinician can keep to the room; nothing here ever stops the recording."""

    def __init__(
        self,
        theme: Theme,
        language: str,
        pane: TranscriptPane,
        submit: Callable[[Command], None],
        flush: Callable[[], None],
    ) -> None:
        """Put the bar under a pane; `flush` sends what was typed, before anything is forgotten."""
        super().__init__(pane)
        self._theme, self._language, self._pane = theme, language, pane
        self._submit, self._flush = submit, flush
        self._phase, self._number, self._gone = Phase.IDLE, 0, 0.0
        self._panel: ForgetPanel | None = None
        self.bar = PrivacyBar(theme)
        self.toast = Toast(theme, pane)
        pane.add_foot(self.bar)
        self.bar.privateAsked.connect(self.toggle)
        self.bar.forgetAsked.connect(self.ask)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what can be asked, and say when something was forgotten."""
        self._phase = snapshot.state.phase
        self.bar.show_snapshot(snapshot)
        if self._panel is not None and not self.bar.forget.isEnabled():
            self._panel.hide()
        gone, former = snapshot.consultation.forgotten.total, self._gone
        known, self._number, self._gone = self._number, snapshot.number, gone
        if known == snapshot.number and gone > former:
            self._say(gone - former)

    def toggle(self) -> None:
        """Begin a private moment, or end it."""
        if self._phase is Phase.PRIVATE:
            self.end()
        else:
            self.begin()

    def begin(self) -> None:
        """Have nothing captured until `end`."""
        from scribe_app.domain.commands import BeginPrivate

        self._submit(BeginPrivate())

    def end(self) -> None:
        """Have everything captured again."""
        from scribe_app.domain.commands import EndPrivate

        self._submit(EndPrivate())

    def forget(self, seconds: float) -> None:
        """Have the last seconds destroyed."""
        from scribe_app.domain.commands import Forget

        if self.bar.forget.isEnabled():
            self._flush()
            self._submit(Forget(seconds))

    def ask(self) -> None:
        """Ask how much is to be forgotten, or leave it."""
        if self._panel is None:
            from scribe_app.ui.forget_panel import ForgetPanel

            self._panel = ForgetPanel(self._theme, self.bar.window())
            self._panel.chosen.connect(self.forget)
        window, button = self.bar.window(), self.bar.forget
        corner = button.mapTo(window, QPoint(button.width(), -self._panel.sizeHint().height() - 6))
        self._panel.toggle(corner)

    def hide_panel(self) -> None:
        """Close what floats."""
        if self._panel is not None:
            self._panel.hide()

    def watch(self, window: QWidget) -> None:
        """Let the key be held in a window."""
        key = HoldKey(Qt.Key.Key_F7, window)
        key.pressed.connect(self.begin)
        key.released.connect(self.end)

    def _say(self, seconds: float) -> None:
        words = translate("Privacy", "%1 forgotten; what you typed stays")
        self.toast.say(words.replace("%1", short(seconds, self._language)), Icon.GONE)
        left = (self._pane.width() - self.toast.width()) // 2
        self.toast.move(max(0, left), self.bar.y() - self.toast.height() - self._theme.px(12))
