"""The few signs of the window, painted as shapes so that they follow font and theme."""

from collections.abc import Callable
from enum import Enum, auto
from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF


class Icon(Enum):
    """A sign; its shape alone tells it from the others."""

    NONE = auto()
    RECORD = auto()
    STOP = auto()
    PAUSE = auto()
    CHECK = auto()
    WARN = auto()
    WAIT = auto()
    READY = auto()
    DOWN = auto()
    UP = auto()
    GEAR = auto()
    LOCK = auto()
    LIST = auto()
    HISTORY = auto()
    GONE = auto()
    MICROPHONE = auto()
    TURN = auto()


def paint_icon(painter: QPainter, icon: Icon, box: QRectF, colour: QColor) -> None:
    """Paint a sign filling a square box in one colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    match icon:
        case Icon.RECORD:
            painter.drawEllipse(box)
        case Icon.STOP:
            painter.drawRoundedRect(box, box.width() / 5, box.width() / 5)
        case Icon.PAUSE:
            _bars(painter, box)
        case Icon.WARN:
            _warning(painter, box, colour)
        case Icon.CHECK:
            _stroke(painter, box, colour, ((0.12, 0.55), (0.4, 0.82), (0.9, 0.2)))
        case Icon.DOWN:
            _stroke(painter, box, colour, ((0.2, 0.38), (0.5, 0.68), (0.8, 0.38)))
        case Icon.UP:
            _stroke(painter, box, colour, ((0.2, 0.66), (0.5, 0.36), (0.8, 0.66)))
        case Icon.GEAR:
            _gear(painter, box, colour)
        case Icon.LOCK:
            _lock(painter, box, colour)
        case Icon.MICROPHONE:
            _microphone(painter, box, colour)
        case Icon.LIST:
            _lines(painter, box, colour)
        case Icon.HISTORY:
            _clock(painter, box, colour)
        case Icon.GONE:
            _ring(painter, box, colour, thin=True)
            _stroke(painter, box, colour, ((0.2, 0.8), (0.8, 0.2)))
        case Icon.TURN:
            _stroke(painter, box, colour, ((0.15, 0.1), (0.15, 0.62), (0.85, 0.62)))
            _stroke(painter, box, colour, ((0.6, 0.36), (0.87, 0.62), (0.6, 0.88)))
        case Icon.WAIT:
            _dots(painter, box)
        case Icon.READY:
            _ring(painter, box, colour)
        case Icon.NONE:
            pass
    painter.restore()


def _bars(painter: QPainter, box: QRectF) -> None:
    width, radius = box.width() * 0.32, box.width() * 0.1
    for left in (box.left(), box.right() - width):
        painter.drawRoundedRect(QRectF(left, box.top(), width, box.height()), radius, radius)


def _warning(painter: QPainter, box: QRectF, colour: QColor) -> None:
    at = _within(box)
    painter.setPen(QPen(colour, box.width() * 0.12, j=Qt.PenJoinStyle.RoundJoin))
    painter.drawPolygon(QPolygonF([at(0.5, 0.12), at(0.95, 0.88), at(0.05, 0.88)]))
    mark = QColor("white") if colour.lightness() < 128 else QColor("black")
    painter.setPen(QPen(mark, box.width() * 0.13, c=Qt.PenCapStyle.RoundCap))
    painter.drawLine(at(0.5, 0.4), at(0.5, 0.6))
    painter.drawPoint(at(0.5, 0.78))


def _stroke(
    painter: QPainter, box: QRectF, colour: QColor, points: tuple[tuple[float, float], ...]
) -> None:
    at = _within(box)
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    painter.setPen(QPen(colour, box.width() * 0.15, Qt.PenStyle.SolidLine, cap, join))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([at(x, y) for x, y in points]))


def _dots(painter: QPainter, box: QRectF) -> None:
    radius = box.width() * 0.12
    for across in (0.14, 0.5, 0.86):
        painter.drawEllipse(_within(box)(across, 0.5), radius, radius)


def _ring(painter: QPainter, box: QRectF, colour: QColor, *, thin: bool = False) -> None:
    width = box.width() * (0.13 if thin else 0.2)
    painter.setPen(QPen(colour, width))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box.adjusted(width / 2, width / 2, -width / 2, -width / 2))


def _gear(painter: QPainter, box: QRectF, colour: QColor) -> None:
    at, width = _within(box), box.width() * 0.13
    painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(at(0.5, 0.5), box.width() * 0.27, box.width() * 0.27)
    for tooth in range(8):
        across, down = cos(tooth * pi / 4), sin(tooth * pi / 4)
        inner, outer = (at(0.5 + far * across, 0.5 + far * down) for far in (0.34, 0.44))
        painter.drawLine(inner, outer)


def _lock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    at, side = _within(box), box.width()
    painter.drawRoundedRect(QRectF(at(0.16, 0.44), at(0.84, 0.96)), side * 0.1, side * 0.1)
    painter.setPen(QPen(colour, side * 0.12))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(at(0.28, 0.08), at(0.72, 0.72)), 0, 180 * 16)


def _microphone(painter: QPainter, box: QRectF, colour: QColor) -> None:
    at, side = _within(box), box.width()
    painter.drawRoundedRect(QRectF(at(0.34, 0.02), at(0.66, 0.6)), side * 0.16, side * 0.16)
    painter.setPen(QPen(colour, side * 0.11, c=Qt.PenCapStyle.RoundCap))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawArc(QRectF(at(0.16, 0.1), at(0.84, 0.76)), 180 * 16, 180 * 16)
    painter.drawLine(at(0.5, 0.76), at(0.5, 0.94))


def _lines(painter: QPainter, box: QRectF, colour: QColor) -> None:
    at, width = _within(box), box.width() * 0.13
    painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
    for down in (0.2, 0.5, 0.8):
        painter.drawPoint(at(0.12, down))
        painter.drawLine(at(0.38, down), at(0.92, down))


def _clock(painter: QPainter, box: QRectF, colour: QColor) -> None:
    at = _within(box)
    _ring(painter, box, colour)
    pen = QPen(colour, box.width() * 0.13, c=Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawPolyline(QPolygonF([at(0.5, 0.28), at(0.5, 0.53), at(0.68, 0.64)]))


def _within(box: QRectF) -> Callable[[float, float], QPointF]:
    def at(x: float, y: float) -> QPointF:
        return QPointF(box.left() + x * box.width(), box.top() + y * box.height())

    return at
