"""A key that means something for as long as it is held down."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

_AT_ONCE_MS = 80
"""A repeated key is released and pressed in the same instant; a window may look away so long."""


class HoldKey(QObject):
    """Watches a window, which every key comes to that nobody in it took.

    A key that is held repeats itself, and not every window system says so: a release counts only
    when no press follows at once. Where the release goes to another window, what was begun lasts
    until the key is pressed and let go again.
    """

    pressed = Signal()
    released = Signal()

    def __init__(self, key: Qt.Key, window: QWidget) -> None:
        super().__init__(window)
        self._key, self._held = key, False
        self._let_go = QTimer(self, singleShot=True, interval=_AT_ONCE_MS)
        self._let_go.timeout.connect(self._end)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the key's events; everything else goes its way."""
        if event.type() not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            return False
        key = cast(QKeyEvent, event)
        if key.key() != self._key:
            return False
        if event.type() is QEvent.Type.KeyPress:
            return self._press(key)
        return self._release(key)

    def _press(self, key: QKeyEvent) -> bool:
        if key.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        goes_on = key.isAutoRepeat() or self._let_go.isActive()
        self._let_go.stop()
        self._held = True
        if not goes_on:
            self.pressed.emit()
        return True

    def _release(self, key: QKeyEvent) -> bool:
        if self._held and not key.isAutoRepeat():
            self._let_go.start()
        return True

    def _end(self) -> None:
        self._held = False
        self.released.emit()
