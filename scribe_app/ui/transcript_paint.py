"""Paints one row of the conversation: time, who, words, and the marks on it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QTextCharFormat, QTextLayout

from scribe_app.domain.transcript import Status, Utterance
from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.theme import Theme
from scribe_app.ui.transcript_marks import MarkRow
from scribe_app.ui.transcript_sizes import GAP, LINE, MARGIN, ROW_PADDING, TIME_WIDTH
from scribe_app.ui.transcript_text import RowLayout, span
from scribe_app.ui.words import clock


class RowPainter:
    """Paints rows; every mark has a shape beside its colour."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme

    def paint_row(
        self,
        painter: QPainter,
        utterance: Utterance,
        row: RowLayout,
        *,
        top: float,
        width: int,
        selected: bool,
        current: bool,
        marked: bool,
    ) -> None:
        """Paint a row whose upper edge is at `top`."""
        plain = not (selected or current or marked)
        if plain and utterance.status is not Status.PARTIAL:
            painter.drawPixmap(QPointF(0, top), self._picture(painter, utterance, row, width))
            return
        px = self._theme.px
        box = QRectF(px(4), top, width - px(8), row.height + 2 * px(ROW_PADDING))
        if selected or current:
            self._paint_selection(painter, box, current=current)
        if marked:
            self._paint_mark(painter, box)
        self._paint_text(painter, utterance, row, top, [self._evidence(row)] if marked else [])

    def paint_tail(self, painter: QPainter, words: str, top: float, width: int) -> None:
        """Paint what is said after the last row: three dots under the times, quiet words."""
        px, t = self._theme.px, self._theme.tokens
        left, high = px(MARGIN + TIME_WIDTH + GAP), px(LINE + 2 * ROW_PADDING)
        side = px(14)
        paint_icon(
            painter, Icon.WAIT, QRectF(px(MARGIN), top + (high - side) / 2, side, side), t.soft
        )
        painter.setFont(self._theme.font(13))
        painter.setPen(t.soft)
        painter.drawText(
            QRectF(left, top, width - left, high), Qt.AlignmentFlag.AlignVCenter, words
        )

    def _paint_text(
        self,
        painter: QPainter,
        utterance: Utterance,
        row: RowLayout,
        top: float,
        evidence: list[QTextLayout.FormatRange],
    ) -> None:
        px, text_top = self._theme.px, top + self._theme.px(ROW_PADDING)
        painter.setFont(self._theme.font(12))
        painter.setPen(self._theme.tokens.faint)
        stamp = QRectF(px(MARGIN), text_top, px(TIME_WIDTH + GAP), px(LINE))
        painter.drawText(stamp, Qt.AlignmentFlag.AlignVCenter, clock(utterance.start))
        left = px(MARGIN + TIME_WIDTH + GAP)
        if isinstance(utterance, MarkRow):
            side = px(12)
            sign = QRectF(left, text_top + (px(LINE) - side) / 2, side, side)
            paint_icon(painter, utterance.icon, sign, self._theme.tokens.soft)
        row.layout.draw(painter, QPointF(left + row.indent, text_top), evidence)

    def _picture(
        self, painter: QPainter, utterance: Utterance, row: RowLayout, width: int
    ) -> QPixmap:
        """Return a settled row as a picture, painted the first time it is seen."""
        ratio = painter.device().devicePixelRatioF()
        if row.picture is None or row.picture.devicePixelRatio() != ratio:
            height = row.height + 2 * self._theme.px(ROW_PADDING)
            row.picture = QPixmap(round(width * ratio), round(height * ratio))
            row.picture.setDevicePixelRatio(ratio)
            row.picture.fill(self._theme.tokens.pane)
            with QPainter(row.picture) as brush:
                self._paint_text(brush, utterance, row, 0, [])
        return row.picture

    def _paint_selection(self, painter: QPainter, box: QRectF, *, current: bool) -> None:
        t = self._theme.tokens
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.focus, 1.5) if current else Qt.PenStyle.NoPen)
        painter.setBrush(t.select)
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        px, bar = self._theme.px, self._theme.px(3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.tokens.accent)
        side = QRectF(px(6), box.top() + px(6), bar, box.height() - px(12))
        painter.drawRoundedRect(side, bar / 2, bar / 2)

    def _evidence(self, row: RowLayout) -> QTextLayout.FormatRange:
        style = QTextCharFormat()
        style.setBackground(self._theme.tokens.evidence)
        style.setForeground(self._theme.tokens.ink)
        return span(row.text_start, row.text_length, style)
