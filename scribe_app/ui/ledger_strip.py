"""What became of every second, as one strip and one plain sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme
from scribe_app.ui.words import short

if TYPE_CHECKING:
    from scribe_app.domain.ledger import Ledger

translate = QCoreApplication.translate

_ON_DISK_SLACK = 0.5
"""Seconds that may be on their way to the disk before the sentence says so."""


_MISSING_SLACK = 0.2
"""Seconds without sound that are not worth a word."""


class LedgerStrip(QWidget):
    """Covered is solid, unconfirmed hatched, a gap hollow, what still comes pale with an edge."""

    def __init__(self, theme: Theme, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ledgerStrip")
        self.setAccessibleName(translate("Ledger", "Recorded and covered"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._theme, self._language = theme, language
        self._ledger: Ledger | None = None
        self._sentence = translate("Ledger", "nothing recorded yet")
        theme.changed.connect(self.update)

    def show_ledger(self, ledger: Ledger) -> None:
        """Show a ledger, its sentence also to a screen reader."""
        if ledger == self._ledger:
            return
        self._ledger, self._sentence = ledger, sentence(ledger, self._language)
        self.setAccessibleDescription(self._sentence)
        self.update()

    @property
    def shown(self) -> Ledger | None:
        """Return the ledger that is shown."""
        return self._ledger

    def text(self) -> str:
        """Return the sentence at the strip's end."""
        return self._sentence

    def sizeHint(self) -> QSize:
        """Return one small line."""
        return QSize(self._theme.px(240), self._theme.px(26))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the word, the strip and the sentence."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        fill(painter, self.rect(), t.pane)
        fill(painter, QRect(0, self.height() - 1, self.width(), 1), t.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._theme.font(12))
        painter.setPen(t.soft)
        metrics = QFontMetricsF(painter.font())
        word = translate("Ledger", "recorded")
        box = QRectF(self.rect()).adjusted(px(16), 0, -px(16), 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, word)
        painter.drawText(
            box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, self._sentence
        )
        left = box.left() + metrics.horizontalAdvance(word) + px(10)
        right = box.right() - metrics.horizontalAdvance(self._sentence) - px(10)
        high = px(8)
        self._paint_strip(painter, QRectF(left, (self.height() - high) / 2, right - left, high))

    def _paint_strip(self, painter: QPainter, strip: QRectF) -> None:
        t, ledger = self._theme.tokens, self._ledger
        rounded = QPainterPath()
        rounded.addRoundedRect(strip, strip.height() / 2, strip.height() / 2)
        painter.setClipPath(rounded)
        fill(painter, strip, t.line)
        if ledger is None or ledger.captured <= 0:
            return
        marked = ledger.covered + ledger.unconfirmed
        self._hatch(painter, strip, (ledger.covered, marked), t.accent)
        self._fill(painter, strip, (marked, ledger.captured), t.accent_soft)
        for span in ledger.spans or ((0.0, ledger.covered),):
            self._fill(painter, strip, span, t.accent)
        for gap in ledger.missing:
            self._strike(painter, strip, gap)
        for gap in ledger.gaps:
            self._fill(painter, strip, gap, t.pane)
            self._hatch(painter, strip, gap, t.warn)

    def _stretch(self, strip: QRectF, span: tuple[float, float]) -> QRectF:
        captured = self._ledger.captured if self._ledger else 1.0
        scale = strip.width() / captured
        start, end = (max(0.0, min(captured, at)) * scale for at in span)
        return QRectF(strip.left() + start, strip.top(), end - start, strip.height())

    def _fill(
        self, painter: QPainter, strip: QRectF, span: tuple[float, float], colour: QColor
    ) -> None:
        fill(painter, self._stretch(strip, span), colour)

    def _strike(self, painter: QPainter, strip: QRectF, span: tuple[float, float]) -> None:
        """Paint a stretch without sound: hollow, with the flat line of a dead signal in it."""
        box = self._stretch(strip, span)
        box.setWidth(max(box.width(), self._theme.px(3)))
        fill(painter, box, self._theme.tokens.pane)
        thick = self._theme.px(2)
        line = QRectF(box.left(), box.center().y() - thick / 2, box.width(), thick)
        fill(painter, line, self._theme.tokens.warn)

    def _hatch(
        self, painter: QPainter, strip: QRectF, span: tuple[float, float], colour: QColor
    ) -> None:
        box = self._stretch(strip, span)
        if box.width() > 0:
            fill(painter, box, self._theme.tokens.pane)
            fill(painter, box, QBrush(colour, Qt.BrushStyle.BDiagPattern))


def sentence(ledger: Ledger, language: str) -> str:
    """Return the ledger in plain words."""
    if ledger.captured <= 0:
        return translate("Ledger", "nothing recorded yet")
    waiting = ledger.captured - ledger.stored
    kept = (
        translate("Ledger", "all kept")
        if waiting < _ON_DISK_SLACK
        else translate("Ledger", "%1 not on disk yet").replace("%1", short(waiting, language))
    )
    return " · ".join(filter(None, (kept, _silent(ledger, language), _progress(ledger, language))))


def _silent(ledger: Ledger, language: str) -> str:
    """Return how much sound never came, empty where next to none is missing."""
    missing = sum(end - start for start, end in ledger.missing)
    if missing < _MISSING_SLACK:
        return ""
    return translate("Ledger", "%1 without sound").replace("%1", short(missing, language))


def _progress(ledger: Ledger, language: str) -> str:
    if not ledger.is_complete:
        behind = short(ledger.behind, language)
        return translate("Ledger", "%1 behind").replace("%1", behind)
    if ledger.gaps:
        lost = sum(end - start for start, end in ledger.gaps)
        return translate("Ledger", "%1 without words").replace("%1", short(lost, language))
    if ledger.unconfirmed > 0:
        unsure = short(ledger.unconfirmed, language)
        return translate("Ledger", "%1 unconfirmed").replace("%1", unsure)
    return translate("Ledger", "all transcribed")
