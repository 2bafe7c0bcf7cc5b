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
    """Every stretch has a shape beside its colour.

    Covered is solid; sent and not answered yet half high; what waits to be sent pale; what is not
    on the disk yet dashed above; unconfirmed and gaps hatched, without sound struck through,
    forgotten cross-hatched; a private moment is a bar across.
    """

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
        self.setAccessibleDescription(described(ledger, self._language))
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
        self._fill(painter, strip, (0.0, ledger.captured), t.accent_soft)
        half = strip.adjusted(0, strip.height() / 2, 0, 0)
        self._fill(painter, half, (0.0, ledger.sent), t.accent)
        if not ledger.gaps:
            marked = ledger.covered + ledger.unconfirmed
            self._hatch(painter, strip, (ledger.covered, marked), t.accent)
        for span in ledger.spans or ((0.0, ledger.covered),):
            self._fill(painter, strip, span, t.accent)
        self._paint_lacks(painter, strip, ledger)
        if ledger.captured - ledger.stored >= _ON_DISK_SLACK:
            self._dash(painter, strip, (ledger.stored, ledger.captured))

    def _paint_lacks(self, painter: QPainter, strip: QRectF, ledger: Ledger) -> None:
        t = self._theme.tokens
        for gap in ledger.missing:
            self._strike(painter, strip, gap)
        for gap in ledger.gaps:
            self._hatch(painter, strip, gap, t.warn)
        for gap in ledger.forgotten:
            self._hatch(painter, strip, gap, t.soft, Qt.BrushStyle.DiagCrossPattern)
        for moment in ledger.private:
            self._bar(painter, strip, moment)

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

    def _bar(self, painter: QPainter, strip: QRectF, moment: float) -> None:
        """Paint a moment: a bar with air on both sides."""
        thick, box = self._theme.px(2), self._stretch(strip, (moment, moment))
        box.setWidth(3 * thick)
        box.moveLeft(max(strip.left(), min(box.left() - thick, strip.right() - 3 * thick)))
        fill(painter, box, self._theme.tokens.pane)
        fill(painter, box.adjusted(thick, 0, -thick, 0), self._theme.tokens.ink)

    def _dash(self, painter: QPainter, strip: QRectF, span: tuple[float, float]) -> None:
        """Paint a dashed edge above a stretch, a dash at least."""
        box, step, thick = self._stretch(strip, span), self._theme.px(6), self._theme.px(3)
        box.setLeft(min(box.left(), box.right() - step))
        fill(painter, QRectF(box.left(), box.top(), box.width(), thick), self._theme.tokens.pane)
        for dash in range(max(1, round(box.width() / step))):
            at = QRectF(box.left() + dash * step, box.top(), step / 2, thick)
            fill(painter, at, self._theme.tokens.warn)

    def _hatch(
        self,
        painter: QPainter,
        strip: QRectF,
        span: tuple[float, float],
        colour: QColor,
        pattern: Qt.BrushStyle = Qt.BrushStyle.BDiagPattern,
    ) -> None:
        box = self._stretch(strip, span)
        if box.width() > 0:
            box.setWidth(max(box.width(), self._theme.px(3)))
            fill(painter, box, self._theme.tokens.pane)
            fill(painter, box, QBrush(colour, pattern))


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


def described(ledger: Ledger, language: str) -> str:
    """Return everything that the strip shows, in words."""
    moments = len(ledger.private)
    private = translate("Ledger", "private %1 times").replace("%1", str(moments))
    told = (
        translate("Ledger", "%1 recorded").replace("%1", short(ledger.captured, language)),
        sentence(ledger, language),
        _lasting(ledger.forgotten, translate("Ledger", "%1 forgotten"), language),
        translate("Ledger", "private once") if moments == 1 else private if moments else "",
    )
    return " · ".join(filter(None, told)) if ledger.captured > 0 else told[1]


def _lasting(spans: tuple[tuple[float, float], ...], words: str, language: str) -> str:
    length = sum(end - start for start, end in spans)
    return words.replace("%1", short(length, language)) if length else ""


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
