"""A small round button with a sign: it opens the settings, or the consultations."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.theme import Theme


class RoundButton(QPushButton):
    """A ring with a sign in it; its name and its key are spoken."""

    def __init__(
        self, theme: Theme, icon: Icon, words: str, keys: Keys, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self.setAccessibleName(words)
        self.setAccessibleDescription(keys.spoken)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme = theme
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return a square as high as the chips beside it."""
        return QSize(self._theme.px(34), self._theme.px(34))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ring and sign."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused, touched = self.hasFocus(), self.isEnabled() and self.underMouse()
        painter.setPen(QPen(t.focus if focused else t.line, 2 if focused else 1))
        painter.setBrush(t.bg if touched else t.pane)
        painter.drawEllipse(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        side = px(17)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, box, t.soft if self.isEnabled() else t.edge)
