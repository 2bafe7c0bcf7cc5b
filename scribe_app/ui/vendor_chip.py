"""Who listens: vendor, model and language, with an honest sentence about it one press away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from scribe_app.domain.session import Link
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.ports.desk import EngineLabel


translate = QCoreApplication.translate


class VendorChip(QPushButton):
    """A chip; its dot is filled when the line is live, a ring when it is not in use or down."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("vendorChip")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme, self._link = theme, Link.NONE
        self._label: EngineLabel | None = None
        self.setAccessibleName(translate("Top", "Speech engine"))
        theme.changed.connect(self.update)

    def show_engine(self, label: EngineLabel, link: Link) -> None:
        """Show who listens and what the line does."""
        if (label, link) == (self._label, self._link):
            return
        self._label, self._link = label, link
        self.setText(" · ".join(filter(None, (in_our_words(label.vendor), label.model))))
        self.setAccessibleName(" · ".join(filter(None, (self.text(), label.language))))
        self.setAccessibleDescription(label.remark)
        self.updateGeometry()
        self.update()

    @property
    def remark(self) -> str:
        """Return the honest sentence."""
        return self._label.remark if self._label else ""

    @property
    def _language(self) -> str:
        return self._label.language if self._label else ""

    def sizeHint(self) -> QSize:
        """Return room for name and language, within reason."""
        px = self._theme.px
        name = QFontMetricsF(self._theme.font(13)).horizontalAdvance(self.text())
        return QSize(min(px(280), round(name) + px(42) + self._tail_width()), px(34))

    def minimumSizeHint(self) -> QSize:
        """Return enough for a name cut short."""
        return QSize(self._theme.px(110), self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, the dot, the name and the language."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(t.focus if focused else t.line, 2 if focused else 1))
        painter.setBrush(t.bg if self.underMouse() else t.pane)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        self._paint_dot(painter)
        font, tail = self._theme.font(13), self._tail_width()
        room = QRectF(px(28), 0, self.width() - px(28 + 12) - tail, self.height())
        name = QFontMetricsF(font).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.setFont(font)
        painter.setPen(t.ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(self._theme.font(12))
        painter.setPen(t.soft)
        end = QRectF(room.right(), 0, tail, self.height())
        painter.drawText(
            end,
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
            self._language.upper(),
        )

    def _tail_width(self) -> int:
        if not self._language:
            return 0
        metrics = QFontMetricsF(self._theme.font(12))
        return round(metrics.horizontalAdvance(self._language.upper())) + self._theme.px(10)

    def _paint_dot(self, painter: QPainter) -> None:
        t, px = self._theme.tokens, self._theme.px
        live = self._link is Link.LIVE
        troubled = self._link in (Link.RECONNECTING, Link.DOWN)
        colour = t.ok if live else t.warn if troubled else t.edge
        side = px(8)
        box = QRectF(px(13), (self.height() - side) / 2, side, side)
        painter.setPen(QPen(colour, px(2)))
        painter.setBrush(colour if live else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(box)
