"""A box to choose from: every entry has a word for the reader and a value for the settings."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.theme import Theme


class Choice(QComboBox):
    """A combo box of plain text; one that is editable takes any other value too."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setMaxVisibleItems(14)
        self._theme = theme
        theme.changed.connect(self.update)

    def offer(self, entries: Iterable[tuple[str, str]], value: str) -> None:
        """Offer (word, value) pairs and choose a value, the first where it is not offered."""
        blocked = self.blockSignals(True)
        self.clear()
        for word, each in entries:
            self.addItem(word, each)
        self.choose(value)
        self.blockSignals(blocked)

    def choose(self, value: str) -> None:
        """Choose a value; a typed one where any may be typed."""
        at = self.findData(value)
        self.setCurrentIndex(max(0, at))
        if at < 0 and self.isEditable() and value:
            self.setEditText(value)

    @property
    def value(self) -> str:
        """Return the value that is chosen or typed."""
        at = self.currentIndex()
        if self.isEditable():
            at = self.findText(self.currentText())
            if at < 0:
                return self.currentText().strip()
        return str(self.itemData(at) or "")

    def take_any(self, *, on: bool) -> None:
        """Let any value be typed, or none."""
        if on != self.isEditable():
            self.setEditable(on)
        if on:
            self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            self.setCompleter(None)  # type: ignore[arg-type]  # Qt takes none away with None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, not the choice."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box, and the chevron that a stylesheet cannot."""
        super().paintEvent(event)
        t, px, side = self._theme.tokens, self._theme.px, self._theme.px(10)
        sign = QRectF(self.width() - px(22), (self.height() - side) / 2, side, side)
        colour = t.soft if self.isEnabled() else t.edge
        paint_icon(QPainter(self), Icon.DOWN, sign, colour)
