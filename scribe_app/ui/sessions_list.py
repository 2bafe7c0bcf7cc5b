"""The list of consultations: two lines each, drawn from the tokens, read out as one sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from scribe_app.ports.archive import Entry
from scribe_app.ui.icons import paint_icon
from scribe_app.ui.labels import colour_of
from scribe_app.ui.session_words import standing, title
from scribe_app.ui.theme import Theme

_ENTRY = Qt.ItemDataRole.UserRole


class SessionsList(QListWidget):
    """Newest first; the choice stays on its consultation when the list changes."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sessionsList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.viewport().setAutoFillBackground(False)
        self._theme, self._language = theme, language
        self._shown: tuple[tuple[Entry, str], ...] = ()
        self.setItemDelegate(_Lines(theme, self))
        theme.changed.connect(self.viewport().update)

    @property
    def chosen(self) -> Entry | None:
        """Return the consultation that is chosen."""
        entry = self.currentIndex().data(_ENTRY)
        return entry if isinstance(entry, Entry) else None

    def show_entries(self, entries: Sequence[Entry], name: Callable[[str], str]) -> None:
        """Show consultations, the newest first; `name` says an engine's name for its id."""
        shown = tuple((each, name(each.engine)) for each in reversed(entries))
        if shown == self._shown:
            return
        kept, row = self.chosen, self.currentRow()
        self._shown = shown
        self.clear()
        for entry, engine in shown:
            self.addItem(self._item(entry, engine))
        ids = [each.id for each, _ in shown]
        same = ids.index(kept.id) if kept is not None and kept.id in ids else row
        self.setCurrentRow(max(0, min(same, len(ids) - 1)))

    def _item(self, entry: Entry, engine: str) -> QListWidgetItem:
        first, (word, _, _) = title(entry, self._language), standing(entry)
        item = QListWidgetItem(f"{first}\n{' · '.join(each for each in (word, engine) if each)}")
        item.setData(_ENTRY, entry)
        spoken = ", ".join(each for each in (first, word, engine) if each)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        return item


class _Lines(QStyledItemDelegate):
    """Paints when and how long over the sign and the word of how far."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return room for two lines."""
        return QSize(self._theme.px(200), self._theme.px(58))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint one consultation."""
        px, t, box = self._theme.px, self._theme.tokens, QRect(option.rect)
        entry = index.data(_ENTRY)
        first, _, second = str(index.data()).partition("\n")
        painter.save()
        self._ground(painter, box, option.state)
        _, icon, ink = standing(entry)
        left, width = box.left() + px(16), box.width() - px(32)
        self._text(painter, QRect(left, box.top() + px(8), width, px(22)), first, t.ink, bold=True)
        side = px(12)
        sign = QRectF(left, box.top() + px(30) + (px(20) - side) / 2, side, side)
        paint_icon(painter, icon, sign, colour_of(t, ink))
        words = QRect(left + px(20), box.top() + px(30), width - px(20), px(20))
        self._text(painter, words, second, t.soft, bold=False)
        painter.restore()

    def _ground(self, painter: QPainter, box: QRect, state: QStyle.StateFlag) -> None:
        t, px = self._theme.tokens, self._theme.px
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        inner = QRectF(box).adjusted(px(6), px(2), -px(6), -px(2))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(t.accent_soft if chosen else t.bg)
            if chosen and state & QStyle.StateFlag.State_HasFocus:
                painter.setPen(QPen(t.focus, 2))
            painter.drawRoundedRect(inner, px(8), px(8))

    def _text(self, painter: QPainter, box: QRect, text: str, ink: QColor, *, bold: bool) -> None:
        painter.setFont(self._theme.font(14 if bold else 12, bold=bold))
        painter.setPen(ink)
        line = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, line)
