"""Conversation, note and information side by side, or stacked where the text is too large.

Information moves under the conversation when three columns would be too narrow.
"""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from scribe_app.ui.theme import Theme

_THREE_FROM = 940
"""Width, in pixels of the drawing, from which three columns fit."""

_SIDEBAR = 232


class Columns(QSplitter):
    """Three columns of 38, 42 and 20 %, or two."""

    def __init__(self, theme: Theme, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        self._theme, self._right = theme, right
        self._stack = QSplitter(Qt.Orientation.Vertical)
        self._stack.setChildrenCollapsible(False)
        self._stack.setHandleWidth(1)
        self._stack.addWidget(left)
        for each in (self._stack, middle, right):
            self.addWidget(each)
        for index, share in enumerate((38, 42, 20)):
            self.setStretchFactor(index, share)

    @property
    def is_compact(self) -> bool:
        """Return whether there are two columns."""
        return self.count() == 2

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose two or three columns for the width."""
        super().resizeEvent(event)
        compact = self.width() < self._theme.px(_THREE_FROM)
        if compact != self.is_compact:
            self._arrange(compact=compact)
        elif event.oldSize().width() <= 0:
            self._share()

    def _arrange(self, *, compact: bool) -> None:
        if compact:
            self._stack.addWidget(self._right)
            self._stack.setSizes([self.height() * 3 // 5, self.height() * 2 // 5])
        else:
            self.addWidget(self._right)
        self._share()

    def _share(self) -> None:
        if self.is_compact:
            self.setSizes([self.width() * share // 100 for share in (45, 55)])
            return
        right = max(self._theme.px(_SIDEBAR), self.width() // 5)
        left = (self.width() - right) * 38 // 80
        self.setSizes([left, self.width() - right - left, right])
