"""Fills a surface with a colour of the theme."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter


def fill(painter: QPainter, box: QRect | QRectF, colour: QColor | QBrush) -> None:
    """Fill a rectangle; `QPainter.fillRect` would first make Qt's list of 169 gradients."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(box)
