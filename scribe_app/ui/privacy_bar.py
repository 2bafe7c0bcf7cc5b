"""Under the conversation: say something in private, or have the last seconds forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from scribe_app.domain.session import Phase
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.ports.desk import Snapshot

translate = QCoreApplication.translate

_LOW = 560
"""Height of the window, in pixels of the drawing, under which the bar makes itself small."""

_HEARING = frozenset({Phase.RECORDING, Phase.PRIVATE})
_OPEN = frozenset(Phase) - {Phase.IDLE, Phase.STARTING}


class PrivacyBar(QFrame):
    """There while a consultation is open; a button that cannot be held is pressed twice."""

    privateAsked = Signal()
    forgetAsked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._phase = theme, Phase.IDLE
        self.private = PillButton(theme, Kind.GHOST)
        self.private.setObjectName("privateButton")
        self.private.clicked.connect(self.privateAsked)
        self.private.setAccessibleDescription(
            translate("Privacy", "While it lasts nothing is heard or kept; F7 does it while held.")
        )
        self.forget = PillButton(theme, Kind.GHOST)
        self.forget.setObjectName("forgetButton")
        self.forget.clicked.connect(self.forgetAsked)
        self._row = QHBoxLayout(self)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self.private)
        self._row.addStretch(1)
        self._row.addWidget(self.forget)
        theme.changed.connect(self.update)
        for each in (self.private, self.forget):
            each.setEnabled(False)
        self._show(Phase.IDLE)
        self.hide()

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show what can be asked in a phase."""
        phase = snapshot.state.phase
        self._show(phase)
        self.setVisible(phase in _OPEN)
        switch(self.private, on=phase in _HEARING)
        switch(self.forget, on=phase in _OPEN and snapshot.ledger.captured > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the key where there is no room for it."""
        super().resizeEvent(event)
        self._show(self._phase)

    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons without a key."""
        return QSize(self._needed(""), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the line above it."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.tokens.pane)
        fill(painter, QRect(0, 0, self.width(), 1), self._theme.tokens.line)

    def _show(self, phase: Phase) -> None:
        self._phase = phase
        aside, above = self._margin(), self._theme.px(4 if self._is_cramped() else 10)
        self._row.setContentsMargins(aside, above, aside, above)
        private = phase is Phase.PRIVATE
        loud = Kind.PRIMARY if private else Kind.GHOST
        words = translate("Privacy", "Listen again") if private else translate("Privacy", "Private")
        sign = Icon.NONE if private else self._sign(Icon.LOCK)
        self.private.show_as(words, icon=sign, kind=self._kind(loud))
        self.forget.show_as(
            translate("Privacy", "Forget…"),
            icon=self._sign(Icon.GONE),
            kind=self._kind(Kind.GHOST),
        )
        cap = Keys.PRIVATE.cap
        if self._needed(cap) <= self.width():
            self.private.show_cap(cap)

    def _is_cramped(self) -> bool:
        """Return whether the window is too low for the conversation to have its full share."""
        return self.window().height() < self._theme.px(_LOW)

    def _kind(self, kind: Kind) -> Kind:
        return Kind.SMALL if self._is_cramped() else kind

    def _sign(self, icon: Icon) -> Icon:
        return Icon.NONE if self._is_cramped() else icon

    def _margin(self) -> int:
        return self._theme.px(8 if self._is_cramped() else 16)

    def _needed(self, cap: str) -> int:
        buttons = self.private.width_with(cap) + self.forget.width_with("")
        return buttons + 2 * self._margin() + self._theme.px(8)
