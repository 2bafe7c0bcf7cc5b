"""The episodes of the consultation as tabs; the open one is what the copy keys copy."""

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar, QWidget

from scribe_app.ui.plain import brief, unmnemonic
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate
_LONGEST_TITLE = 40


class EpisodeTabs(QTabBar):
    """Tabs painted as in the drawing: the open one joins the page under it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("episodeTabs")
        self.setAccessibleName(translate("Note", "Episodes"))
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self._theme = theme
        theme.changed.connect(self.update)
        self.show_titles([""])

    def show_titles(self, titles: list[str]) -> None:
        """Show a tab an episode; the open one stays open while it exists."""
        while self.count() > len(titles):
            self.removeTab(self.count() - 1)
        for index, title in enumerate(titles):
            words = brief(title, _LONGEST_TITLE) or translate("Note", "Problem")
            text = unmnemonic(f"{index + 1} {words}")
            if index >= self.count():
                self.addTab(text)
            elif self.tabText(index) != text:
                self.setTabText(index, text)

    def next(self) -> None:
        """Open the next episode, the first one after the last."""
        self.setCurrentIndex((self.currentIndex() + 1) % self.count())

    def tabSizeHint(self, index: int) -> QSize:
        """Return room for number and title."""
        px = self._theme.px
        text = self.tabText(index).replace("&&", "&")
        width = QFontMetricsF(self._theme.font(14, bold=True)).horizontalAdvance(text)
        return QSize(round(width) + px(28), px(38))

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return enough for a title cut short."""
        return QSize(min(self._theme.px(96), self.tabSizeHint(index).width()), self._theme.px(38))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint every tab, the open one last."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            box = QRectF(self.tabRect(index))
            if index == self.currentIndex():
                self._paint_open(painter, box)
            self._paint_title(painter, box, index)

    def _paint_open(self, painter: QPainter, box: QRectF) -> None:
        t, radius = self._theme.tokens, self._theme.px(8)
        shape = QPainterPath()
        shape.addRoundedRect(box.adjusted(0.5, 0.5, -0.5, 2.0 * radius), radius, radius)
        painter.setPen(QPen(t.line, 1))
        painter.setBrush(t.bg)
        painter.drawPath(shape)
        if self.hasFocus():
            painter.setPen(QPen(t.focus, 2))
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 4, 4)

    def _paint_title(self, painter: QPainter, box: QRectF, index: int) -> None:
        t, px, is_open = self._theme.tokens, self._theme.px, index == self.currentIndex()
        font = self._theme.font(14, bold=is_open)
        text = self.tabText(index).replace("&&", "&")
        room = box.adjusted(px(12), 0, -px(12), 0)
        cut = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(t.ink if is_open else t.soft)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, cut)
