"""The state in one word, and under it the one fact that matters now."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from scribe_app.ui.announce import announce
from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.state_words import Saying, Tone
from scribe_app.ui.theme import Theme


class StateLabel(QLabel):
    """A painted label; `text()` is the state's word, announced to a screen reader on change."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("stateLabel")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._theme = theme
        self._saying = Saying("", "", Tone.CALM, Icon.NONE)
        theme.changed.connect(self.update)

    def say(self, saying: Saying) -> None:
        """Show a state and announce it when its word changed."""
        if saying == self._saying:
            return
        announced = saying.word != self._saying.word
        self._saying = saying
        self.setText(saying.word)
        self.setAccessibleName(f"{saying.word}. {saying.fact}")
        self.updateGeometry()
        self.update()
        if announced:
            announce(self, f"{saying.word}, {saying.fact}")

    def fact(self) -> str:
        """Return the second line."""
        return self._saying.fact

    def sizeHint(self) -> QSize:
        """Return room for both lines, steady enough not to push its neighbours at every word."""
        return QSize(max(self._theme.px(196), self._text_width()), self._theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Return room for both lines: neither is cut while the window can give way elsewhere."""
        return QSize(self._text_width(), self._theme.px(40))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the sign, the word and the fact."""
        px, said, painter = self._theme.px, self._saying, QPainter(self)
        colour = self._colour()
        side, half = px(12), self.height() / 2
        paint_icon(painter, said.icon, QRectF(px(1), half - side - px(3), side, side), colour)
        top = QRectF(side + px(8), half - px(20), self.width() - side - px(8), px(20))
        self._line(painter, top, said.word, colour, size=15, bold=True)
        below = QRectF(0, half + px(1), self.width(), px(17))
        self._line(painter, below, said.fact, self._theme.tokens.soft, size=12, bold=False)

    def _text_width(self) -> int:
        word = QFontMetricsF(self._theme.font(15, bold=True)).horizontalAdvance(self._saying.word)
        fact = QFontMetricsF(self._theme.font(12)).horizontalAdvance(self._saying.fact)
        return round(max(word + self._theme.px(20), fact)) + self._theme.px(4)

    def _line(
        self, painter: QPainter, box: QRectF, text: str, colour: QColor, *, size: int, bold: bool
    ) -> None:
        font = self._theme.font(size, bold=bold)
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, cut)

    def _colour(self) -> QColor:
        t = self._theme.tokens
        return {
            Tone.CALM: t.ink,
            Tone.LIVE: t.rec,
            Tone.BUSY: t.accent,
            Tone.WARN: t.warn,
            Tone.GOOD: t.ok,
        }[self._saying.tone]
