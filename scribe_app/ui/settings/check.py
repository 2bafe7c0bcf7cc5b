"""A choice of yes or no: a box that is painted, so that it follows theme and font."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QWidget

from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.plain import unmnemonic
from scribe_app.ui.theme import Theme


class Check(QCheckBox):
    """A check box of plain text; a press anywhere on it counts."""

    def __init__(self, theme: Theme, name: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(unmnemonic(words), parent)
        self._theme, self._words = theme, words
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def hitButton(self, place: QPoint) -> bool:
        """Take a press on box and words."""
        return self.rect().contains(place)

    def sizeHint(self) -> QSize:
        """Return room for box and words."""
        px = self._theme.px
        width = QFontMetricsF(self._theme.font(14)).horizontalAdvance(self._words)
        return QSize(round(width) + px(36), px(28))

    def minimumSizeHint(self) -> QSize:
        """Return room for the box: words are cut short before it is."""
        return QSize(self._theme.px(80), self._theme.px(28))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, its sign when checked, and the words."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, (self.height() - px(18)) / 2, px(18), px(18))
        on = self.isChecked()
        edge = t.focus if self.hasFocus() else t.accent if on else t.edge
        painter.setPen(QPen(edge if self.isEnabled() else t.line, 2.0 if self.hasFocus() else 1.2))
        painter.setBrush(t.raised)
        painter.drawRoundedRect(box, px(4), px(4))
        if on:
            inner = px(3)
            sign = t.accent if self.isEnabled() else t.faint
            paint_icon(painter, Icon.CHECK, box.adjusted(inner, inner, -inner, -inner), sign)
        font = self._theme.font(14)
        room = QRectF(px(30), 0, self.width() - px(30), self.height())
        cut = QFontMetricsF(font).elidedText(self._words, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(t.ink if self.isEnabled() else t.faint)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
