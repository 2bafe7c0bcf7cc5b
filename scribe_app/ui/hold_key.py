"""A key that means something for as long as it is held down."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class HoldKey(QObject):
    """Watches a window, which every key comes to that nobody in it took.

    A key that is held repeats itself; only the first press and the last release count. Where the
    release goes to another window, what was begun lasts until the key is pressed and let go again.
    """

    pressed = Signal()
    released = Signal()

    def __init__(self, key: Qt.Key, window: QWidget) -> None:
        super().__init__(window)
        self._key, self._held = key, False
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
        if not key.isAutoRepeat():
            self._held = True
            self.pressed.emit()
        return True

    def _release(self, key: QKeyEvent) -> bool:
        if self._held and not key.isAutoRepeat():
            self._held = False
            self.released.emit()
        return True
