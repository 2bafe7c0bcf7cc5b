"""A label that gives way: it cuts its text with an ellipsis instead of pushing its neighbours."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from scribe_app.ui.labels import Ink, PlainLabel
from scribe_app.ui.theme import Theme


class ElidedLabel(PlainLabel):
    """A plain label of one line; `text()` stays whole."""

    def __init__(
        self, theme: Theme, ink: Ink, size: float = 14, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, ink, parent)
        self.setFont(theme.font(size))
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return a line's height and no width."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of the text as fits; a mere beginning is left out."""
        if 5 * self.width() < 4 * QFontMetricsF(self.font()).horizontalAdvance(self.text()):
            return
        painter = QPainter(self)
        painter.setFont(self.font())
        painter.setPen(self.palette().windowText().color())
        cut = QFontMetricsF(self.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width()
        )
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, cut)
