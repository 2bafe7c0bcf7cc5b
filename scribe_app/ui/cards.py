"""A column of small cards under a heading, with a friendly sentence when there are none."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scribe_app.ui.labels import Ink, heading, plain_label
from scribe_app.ui.theme import Theme

MOST = 60
"""Cards shown at once; whoever sends more is not read to the end by anyone."""


class Card(QFrame):
    """A raised card; fill its `column`."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.column = QVBoxLayout(self)
        px = theme.px
        self.column.setContentsMargins(px(10), px(8), px(10), px(8))
        self.column.setSpacing(px(2))
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card."""
        painter, radius = QPainter(self), self._theme.px(8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.line, 1))
        painter.setBrush(self._theme.tokens.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class CardList(QWidget):
    """A heading, cards, and the sentence that stands there without any."""

    def __init__(
        self, theme: Theme, name: str, title: str, empty: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setAccessibleDescription(empty)
        self.theme, self._cards = theme, list[QWidget]()
        self._count = plain_label(theme, "", Ink.SOFT, 12)
        self._empty = plain_label(theme, empty, Ink.SOFT, 12, wrap=True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._column.addLayout(self._head(title))
        self._column.addWidget(self._empty)

    def show_cards(self, cards: Sequence[QWidget], remark: str = "") -> None:
        """Replace the cards; the remark stands at the heading's end."""
        for old in self._cards:
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._cards = list(cards[:MOST])
        for card in self._cards:
            self._column.addWidget(card)
        hidden = len(cards) - len(self._cards)
        self._count.setText(f"+ {hidden}" if hidden > 0 else remark)
        self._empty.setVisible(not self._cards)
        self.setAccessibleDescription("" if self._cards else self._empty.text())

    @property
    def cards(self) -> list[QWidget]:
        """Return the cards that are shown."""
        return list(self._cards)

    def add_to_heading(self, widget: QWidget) -> None:
        """Put a control at the heading's end."""
        self._heading.addWidget(widget)

    def _head(self, title: str) -> QHBoxLayout:
        row = self._heading = QHBoxLayout()
        row.setContentsMargins(self.theme.px(2), 0, self.theme.px(2), 0)
        row.addWidget(heading(self.theme, title))
        row.addStretch(1)
        row.addWidget(self._count)
        return row
