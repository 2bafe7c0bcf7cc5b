"""A quiet row that offers what was left unfinished; nothing has to be pressed to keep it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QWidget

from scribe_app.ui.announce import announce
from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate
_ONE_ROW_FROM = 820


class RecoveryRow(QFrame):
    """One sentence, what finishes it, what shows the list, and what puts it off."""

    finishAsked = Signal()
    listAsked = Signal()
    putOff = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("recoveryRow")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme = theme
        self._sentences = ("", "")
        self._label = plain_label(theme, "", size=13, wrap=True)
        self.finish = self._button("recoveryFinish", Kind.PRIMARY, self.finishAsked)
        self.list = self._button("recoveryList", Kind.GHOST, self.listAsked)
        self.later = self._button("recoveryLater", Kind.GHOST, self.putOff)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(10))
        for each in (self.finish, self.list, self.later):
            buttons.addWidget(each)
        buttons.addStretch(1)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(theme.px(42), theme.px(6), theme.px(16), theme.px(6))
        self._box.setSpacing(theme.px(8))
        self._box.addWidget(self._label, 1)
        self._box.addLayout(buttons)
        theme.changed.connect(self.update)
        self.hide()

    def offer(self, sentence: str, brief: str, *, several: bool) -> None:
        """Offer what a sentence says, briefly where there is little room."""
        self.show()
        if sentence == self._sentences[0]:
            return
        self._sentences = sentence, brief
        words = (
            translate("Sessions", "Finish all") if several else translate("Sessions", "Finish it")
        )
        self.finish.show_as(words, cap=Keys.FINISH.cap)
        self.list.show_as(translate("Sessions", "Show"), cap=Keys.SESSIONS.cap)
        self.later.show_as(translate("Sessions", "Later"))
        self._arrange()
        self.setAccessibleName(sentence)
        announce(self, sentence)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the sentence where one row is too narrow for both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._theme.px(_ONE_ROW_FROM)
        directions = QBoxLayout.Direction
        self._box.setDirection(directions.TopToBottom if narrow else directions.LeftToRight)
        self._label.setText(self._sentences[narrow])

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the sign."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        fill(painter, self.rect(), t.accent_soft)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), t.line)
        side = px(16)
        centre = self._label.geometry().center().y()
        box = QRectF(px(16), centre - side / 2, side, side)
        paint_icon(painter, Icon.HISTORY, box, t.accent)

    def _button(self, name: str, kind: Kind, asked: object) -> PillButton:
        button = PillButton(self._theme, kind)
        button.setObjectName(name)
        button.clicked.connect(asked)
        return button
