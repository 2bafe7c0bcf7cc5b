"""A name and its value on one line, or under each other where the line is too short."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scribe_app.ui.theme import Theme


class NameValue(QWidget):
    """Painted text, both parts bold; either is cut only when a line of its own is too short."""

    def __init__(self, theme: Theme, name: str, value: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._name, self._value = theme, name, value
        self._metrics = QFontMetricsF(theme.font(13, bold=True))
        self._line = theme.px(19)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(f"{name} {value}")
        theme.changed.connect(self.update)

    def heightForWidth(self, width: int) -> int:
        """Return one line's height or two."""
        return self._line if self._fits(width) else 2 * self._line

    def hasHeightForWidth(self) -> bool:
        """Return that the height depends on the width."""
        return True

    def sizeHint(self) -> QSize:
        """Return one line."""
        return QSize(round(self._wanted()), self._line)

    def minimumSizeHint(self) -> QSize:
        """Return little: the column decides."""
        return QSize(self._theme.px(60), self._line)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the name at the left and the value at the right, or below."""
        painter, line = QPainter(self), self._line
        painter.setFont(self._theme.font(13, bold=True))
        painter.setPen(self._theme.tokens.ink)
        whole = QRectF(0, 0, self.width(), line)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(whole, middle, self._cut(self._name))
        if self._fits(self.width()):
            painter.drawText(whole, middle | Qt.AlignmentFlag.AlignRight, self._value)
        else:
            painter.drawText(whole.translated(0, line), middle, self._cut(self._value))

    def _wanted(self) -> float:
        parts = map(self._metrics.horizontalAdvance, (self._name, self._value))
        return sum(parts) + self._theme.px(8)

    def _fits(self, width: int) -> bool:
        return self._wanted() <= width

    def _cut(self, text: str) -> str:
        return self._metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())
