"""A sign and a sentence on one line or more: a state that colour alone does not tell."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.labels import Ink, colour_of, plain_label
from scribe_app.ui.theme import Theme


class SignLine(QWidget):
    """Keeps its place while it is empty, so that nothing jumps when it speaks."""

    def __init__(self, theme: Theme, size: float = 12, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._size = theme, size
        self._icon, self._ink = Icon.NONE, Ink.SOFT
        self._label = plain_label(theme, "", Ink.SOFT, size, wrap=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(size + 8), 0, 0, 0)
        row.addWidget(self._label, 1)
        theme.changed.connect(self.update)

    def show_as(self, text: str, icon: Icon = Icon.NONE, ink: Ink = Ink.SOFT) -> None:
        """Show a sentence with its sign, in one colour."""
        self._icon, self._ink = icon, ink
        self._label.set_ink(ink)
        self._label.setText(text)
        self.setAccessibleName(text)
        self.update()

    def text(self) -> str:
        """Return the sentence."""
        return self._label.text()

    @property
    def icon(self) -> Icon:
        """Return the sign."""
        return self._icon

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign beside the first line."""
        side, line = self._theme.px(self._size), self._label.fontMetrics().height()
        lines = max(1, round(self._label.heightForWidth(self._label.width()) / line))
        top = (self.height() - lines * line) / 2 + (line - side) / 2
        colour = colour_of(self._theme.tokens, self._ink)
        paint_icon(QPainter(self), self._icon, QRectF(0, max(0.0, top), side, side), colour)
