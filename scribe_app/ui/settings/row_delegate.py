"""Paints a row of the dialog's lists: the chosen one filled, a ring for the keyboard, a check."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.theme import Theme

_Index = QModelIndex | QPersistentModelIndex
_CHECK = Qt.ItemDataRole.CheckStateRole


class RowDelegate(QStyledItemDelegate):
    """Rows of one word; Space or a press on the box checks those that can be checked."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._list = theme, parent

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Return room for the word."""
        word = QFontMetricsF(self._theme.font()).horizontalAdvance(_word(index))
        return QSize(round(word) + self._left(index) + self._theme.px(14), self._theme.px(36))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint one row."""
        t, px = self._theme.tokens, self._theme.px
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            ring = QPen(t.focus, 2) if self._list.hasFocus() else QPen(Qt.PenStyle.NoPen)
            painter.setPen(ring)
            painter.setBrush(t.accent_soft)
            painter.drawRoundedRect(box, px(6), px(6))
        if index.data(_CHECK) is not None:
            self._paint_check(painter, box, index)
        painter.setFont(self._theme.font(14, bold=chosen))
        painter.setPen(t.ink if self._list.isEnabled() else t.faint)
        room = box.adjusted(self._left(index) - 2, 0, -px(8), 0)
        cut = QFontMetricsF(painter.font()).elidedText(
            _word(index), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, cut)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        """Check or uncheck on Space, or on a press on the box."""
        if index.data(_CHECK) is None:
            return False
        if isinstance(event, QKeyEvent):
            wanted = event.key() == Qt.Key.Key_Space
        else:
            released = event.type() == QEvent.Type.MouseButtonRelease
            wanted = released and isinstance(event, QMouseEvent) and self._is_on_box(event, index)
        if wanted:
            on = _is_checked(index)
            state = Qt.CheckState.Unchecked if on else Qt.CheckState.Checked
            model.setData(model.index(index.row(), index.column()), state, _CHECK)
        return wanted

    def _is_on_box(self, event: QMouseEvent, index: _Index) -> bool:
        return event.position().x() < self._left(index)

    def _left(self, index: _Index) -> int:
        return self._theme.px(12 if index.data(_CHECK) is None else 44)

    def _paint_check(self, painter: QPainter, box: QRectF, index: _Index) -> None:
        t, px, side = self._theme.tokens, self._theme.px, self._theme.px(18)
        square = QRectF(box.left() + px(12), box.center().y() - side / 2, side, side)
        on = _is_checked(index)
        colour = t.accent if self._list.isEnabled() else t.faint
        painter.setPen(QPen(colour if on else t.edge, 1.5))
        painter.setBrush(colour if on else t.raised)
        painter.drawRoundedRect(square, px(4), px(4))
        if on:
            inner = px(3)
            sign = square.adjusted(inner, inner, -inner, -inner)
            paint_icon(painter, Icon.CHECK, sign, t.accent_ink)


def _word(index: _Index) -> str:
    return str(index.data(Qt.ItemDataRole.DisplayRole) or "")


def _is_checked(index: _Index) -> bool:
    return Qt.CheckState(index.data(_CHECK)) is Qt.CheckState.Checked
