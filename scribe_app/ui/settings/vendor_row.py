"""A speech vendor to choose: its name, and the honest sentence about it under the name."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy, QWidget

from scribe_app.ui.plain import brief, unmnemonic
from scribe_app.ui.theme import Theme

_WRAPPED = Qt.TextFlag.TextWordWrap


class VendorRow(QRadioButton):
    """A radio button painted as a card; the arrow keys walk through its siblings."""

    def __init__(
        self, theme: Theme, vendor: str, name: str, remark: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self.vendor = theme, vendor
        self._name, self._remark = brief(name, 80), brief(remark, 400)
        self.setObjectName(f"vendor-{vendor}")
        self.setText(unmnemonic(self._name))
        self.setAccessibleName(self._name)
        self.setAccessibleDescription(self._remark)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.toggled.connect(self._stop_tab)
        self._stop_tab(self.isChecked())
        theme.changed.connect(self.update)

    def hasHeightForWidth(self) -> bool:
        """Return that the sentence wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of name and sentence."""
        return self._words(width).bottom() + self._theme.px(10)

    def sizeHint(self) -> QSize:
        """Return a common width's size."""
        width = self._theme.px(320)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow card."""
        return QSize(self._theme.px(160), self._theme.px(40))

    def hitButton(self, place: QPoint) -> bool:
        """Take a press anywhere on the card."""
        return self.rect().contains(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, the dot and the words."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_card(painter)
        self._paint_dot(painter)
        painter.setFont(self._theme.font(14, bold=True))
        painter.setPen(t.ink if self.isEnabled() else t.faint)
        cut = painter.fontMetrics().elidedText(
            self._name, Qt.TextElideMode.ElideRight, self._title(self.width()).width()
        )
        painter.drawText(self._title(self.width()), Qt.AlignmentFlag.AlignVCenter, cut)
        painter.setFont(self._theme.font(12))
        painter.setPen(t.soft if self.isEnabled() else t.faint)
        if self._remark:
            painter.drawText(
                self._words(self.width()).adjusted(0, 0, 0, px(2)), _WRAPPED, self._remark
            )

    def _stop_tab(self, checked: bool) -> None:
        # Tab stops at the chosen vendor only, the arrow keys go on from there.
        policy = Qt.FocusPolicy.StrongFocus if checked else Qt.FocusPolicy.ClickFocus
        self.setFocusPolicy(policy)

    def _paint_card(self, painter: QPainter) -> None:
        t, radius, focused = self._theme.tokens, self._theme.px(8), self.hasFocus()
        colour = t.focus if focused else t.accent if self.isChecked() else t.line
        width = 2.0 if focused or self.isChecked() else 1.0
        painter.setPen(QPen(colour, width))
        painter.setBrush(t.bg if self.underMouse() and self.isEnabled() else t.raised)
        edge = width / 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(box, radius, radius)

    def _paint_dot(self, painter: QPainter) -> None:
        t, px = self._theme.tokens, self._theme.px
        middle = self._title(self.width()).center().y() + 1
        ring = QRectF(px(12), middle - px(8), px(16), px(16))
        on = t.accent if self.isEnabled() else t.faint
        painter.setPen(QPen(on if self.isChecked() else t.edge, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(on)
            inner = px(4)
            painter.drawEllipse(ring.adjusted(inner, inner, -inner, -inner))

    def _title(self, width: int) -> QRect:
        px = self._theme.px
        return QRect(px(40), px(9), width - px(52), px(20))

    def _words(self, width: int) -> QRect:
        title = self._title(width)
        if not self._remark:
            return title
        metrics = QFontMetrics(self._theme.font(12))
        room = QRect(title.left(), title.bottom() + self._theme.px(2), title.width(), 10_000)
        return metrics.boundingRect(room, _WRAPPED, self._remark)
