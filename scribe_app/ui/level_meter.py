"""Bars that move with the sound, so that a dead microphone is seen before it matters."""

import math
from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scribe_app.ui.theme import Theme

BARS = 18
_HEIGHTS = (8, 15, 22, 11, 18, 25, 14, 21, 10)
_FLOOR_DB = -54.0
_POLL_MS = 50


class LevelMeter(QWidget):
    """A meter that asks for the level 20 times a second while it is on."""

    def __init__(
        self, theme: Theme, level: Callable[[], float], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("levelMeter")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._theme, self._level, self._lit = theme, level, 0
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self.poll)
        theme.changed.connect(self.update)

    @property
    def lit(self) -> int:
        """Return how many of the bars are lit."""
        return self._lit

    def listen(self, *, on: bool) -> None:
        """Start or stop asking; off, the bars fall to rest."""
        if on == self._timer.isActive():
            return
        if on:
            self._timer.start()
        else:
            self._timer.stop()
            self._show(0)

    def poll(self) -> None:
        """Show the level of this moment; the bars fall one by one."""
        self._show(max(bars(self._level()), self._lit - 2))

    def sizeHint(self) -> QSize:
        """Return the room for all bars."""
        return QSize(self._theme.px(BARS * 6 - 2), self._theme.px(26))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint lit bars full and the others as short stubs: the difference is not colour alone."""
        painter, t, unit = QPainter(self), self._theme.tokens, self._theme.scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for index in range(BARS):
            is_lit = index < self._lit
            tall = _HEIGHTS[index % len(_HEIGHTS)] if is_lit else 4
            painter.setBrush((t.ok if index < BARS - 2 else t.warn) if is_lit else t.edge)
            box = QRectF(index * 6 * unit, (26 - tall) * unit, 4 * unit, tall * unit)
            painter.drawRoundedRect(box, unit, unit)

    def _show(self, lit: int) -> None:
        if lit != self._lit:
            self._lit = lit
            self.update()


def bars(level: float) -> int:
    """Return how many bars a peak level lights, on a scale of decibels."""
    if level <= 0.0:
        return 0
    share = 1 - 20 * math.log10(min(1.0, level)) / _FLOOR_DB
    return max(0, min(BARS, math.ceil(share * BARS)))
