"""A word about what just happened, over the foot of a pane; it goes by itself."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import (
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from scribe_app.ui.announce import announce
from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.theme import Theme

_SHOWN_MS = 2500


class Toast(QWidget):
    """A pill with a sign and a sentence; it takes no focus and no clicks."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._theme, self._text, self._icon = theme, "", Icon.CHECK
        self._timer = QTimer(self, singleShot=True, interval=_SHOWN_MS)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, icon: Icon = Icon.CHECK) -> None:
        """Show a sentence for some seconds, and tell it to a screen reader."""
        self._text, self._icon = text, icon
        self.setAccessibleName(text)
        self.resize(self.sizeHint())
        self.show()
        self.raise_()
        self.update()
        self._timer.start()
        announce(self, text)

    def text(self) -> str:
        """Return what was said last."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return room for sign and sentence."""
        px = self._theme.px
        width = QFontMetricsF(self._theme.font(13, bold=True)).horizontalAdvance(self._text)
        return QSize(round(width) + px(52), px(36))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint light on dark in the light look, and the other way round."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.ink)
        painter.drawRoundedRect(QRectF(self.rect()), self.height() / 2, self.height() / 2)
        side = px(14)
        box = QRectF(px(14), (self.height() - side) / 2, side, side)
        paint_icon(painter, self._icon, box, t.bg)
        painter.setFont(self._theme.font(13, bold=True))
        painter.setPen(t.bg)
        room = QRectF(self.rect()).adjusted(px(36), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, self._text)
