"""A button drawn like the window's own: a pill with a sign, a word and the key that presses it."""

from enum import Enum, auto

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.theme import Theme

_BY_KEYBOARD = frozenset(
    {
        Qt.FocusReason.TabFocusReason,
        Qt.FocusReason.BacktabFocusReason,
        Qt.FocusReason.ShortcutFocusReason,
    }
)


class Kind(Enum):
    """How loud a button is."""

    RECORDING = auto()
    PRIMARY = auto()
    GHOST = auto()
    QUIET = auto()
    SMALL = auto()


class PillButton(QPushButton):
    """A push button painted from the tokens; its key cap only shows, a shortcut does the work."""

    def __init__(self, theme: Theme, kind: Kind, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._kind = theme, kind
        self._icon, self._cap = Icon.NONE, ""
        self._ringed = False
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def show_as(
        self, text: str, *, cap: str = "", icon: Icon = Icon.NONE, kind: Kind | None = None
    ) -> None:
        """Change word, sign, key cap and loudness together."""
        kind = kind or self._kind
        if (text, cap, icon, kind) == (self.text(), self._cap, self._icon, self._kind):
            return
        self._cap, self._icon, self._kind = cap, icon, kind
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def show_cap(self, cap: str) -> None:
        """Change the key cap alone."""
        self.show_as(self.text(), cap=cap, icon=self._icon)

    def sizeHint(self) -> QSize:
        """Return the room for sign, word and key cap."""
        theme, quiet = self._theme, self._is_small()
        width = self._advance() + 2 * self._padding()
        return QSize(round(width), theme.px(26 if quiet else 38))

    def width_with(self, cap: str) -> int:
        """Return the width the button would have with another key cap."""
        kept, self._cap = self._cap, cap
        width = self.sizeHint().width()
        self._cap = kept
        return width

    def minimumSizeHint(self) -> QSize:
        """Return the same: a button's word is never cut."""
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus when it came by the keyboard."""
        self._ringed = event.reason() in _BY_KEYBOARD
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no focus."""
        self._ringed = False
        super().focusOutEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill, then sign, word and cap from left to right."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self._paint_body(painter)
        left = (self.width() - self._advance()) / 2
        left = self._paint_sign(painter, left, ink)
        left = self._paint_word(painter, left, ink)
        if self._cap:
            self._paint_cap(painter, left + self._theme.px(8), ink)

    def _padding(self) -> float:
        return self._theme.px(8 if self._is_small() else 16)

    def _is_loud(self) -> bool:
        return self._kind in (Kind.RECORDING, Kind.PRIMARY)

    def _is_small(self) -> bool:
        return self._kind in (Kind.QUIET, Kind.SMALL)

    def _word_font(self) -> QFont:
        return self._theme.font(12 if self._is_small() else 14, bold=self._is_loud())

    def _advance(self) -> float:
        px = self._theme.px
        width = QFontMetricsF(self._word_font()).horizontalAdvance(self.text())
        if self._icon is not Icon.NONE:
            width += px(14) + px(10)
        return width + (px(8) + self._cap_width() if self._cap else 0)

    def _cap_width(self) -> float:
        metrics = QFontMetricsF(self._theme.font(11))
        return metrics.horizontalAdvance(self._cap) + 2 * self._theme.px(6)

    def _paint_body(self, painter: QPainter) -> QColor:
        ink, fill, border = self._colours()
        edge = 1.5 if self._ringed else 0.5
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setBrush(fill)
        painter.setPen(QPen(border, 2 * edge) if border.alpha() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        if self._ringed and self._is_loud():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink, 1.5))
            inner = box.adjusted(3, 3, -3, -3)
            painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
        return ink

    def _colours(self) -> tuple[QColor, QColor, QColor]:
        """Return ink, fill and border for what the button is and what happens to it."""
        t, none = self._theme.tokens, QColor(0, 0, 0, 0)
        border = t.focus if self._ringed else none
        if not self.isEnabled():
            quiet = self._kind is Kind.QUIET
            return t.faint, none if quiet else t.bg, none if quiet else t.line
        if self._is_loud():
            loud, ink = (
                (t.rec, t.rec_ink) if self._kind is Kind.RECORDING else (t.accent, t.accent_ink)
            )
            return ink, self._touched(loud), border
        touched, outlined = self.underMouse() or self.isDown(), self._kind is not Kind.QUIET
        if outlined and not self._ringed:
            border = t.edge if touched else t.line
        ink = t.soft if self._kind is Kind.QUIET else t.ink
        return t.accent if self._kind is Kind.SMALL else ink, t.bg if touched else none, border

    def _touched(self, colour: QColor) -> QColor:
        if self.isDown():
            return colour.darker(118)
        return colour.darker(108) if self.underMouse() else colour

    def _paint_sign(self, painter: QPainter, left: float, ink: QColor) -> float:
        if self._icon is Icon.NONE:
            return left
        side = self._theme.px(14)
        paint_icon(painter, self._icon, QRectF(left, (self.height() - side) / 2, side, side), ink)
        return left + side + self._theme.px(10)

    def _paint_word(self, painter: QPainter, left: float, ink: QColor) -> float:
        font = self._word_font()
        width = QFontMetricsF(font).horizontalAdvance(self.text())
        painter.setFont(font)
        painter.setPen(ink)
        box = QRectF(left, 0, width + 2, self.height())
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text()
        )
        return left + width

    def _paint_cap(self, painter: QPainter, left: float, ink: QColor) -> None:
        loud = self._is_loud() and self.isEnabled()
        t = self._theme.tokens
        height = self._theme.px(18)
        box = QRectF(
            round(left) + 0.5,
            round((self.height() - height) / 2) + 0.5,
            self._cap_width(),
            height - 1,
        )
        painter.setBrush(Qt.BrushStyle.NoBrush if loud else t.bg)
        painter.setPen(QPen(ink if loud else t.line, 1))
        painter.drawRoundedRect(box, 4, 4)
        painter.setFont(self._theme.font(11))
        painter.setPen(ink if loud else t.soft)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._cap)
