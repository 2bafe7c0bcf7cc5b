"""Keeps a window, its frame and title included, within its screen, and brings it forward."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def keep_on_screen(window: QWidget) -> None:
    """Make a window smaller and move it where it would stick out of the screen."""
    if QGuiApplication.platformName() == "offscreen":
        return  # pictures are taken there, at whatever size they ask for
    room, frame = window.screen().availableGeometry(), window.frameGeometry()
    if room.contains(frame):
        return
    wide = max(0, frame.width() - room.width())
    tall = max(0, frame.height() - room.height())
    window.resize(window.width() - wide, window.height() - tall)
    fitted = window.frameGeometry()
    left = max(room.left(), min(frame.left(), room.right() - fitted.width() + 1))
    top = max(room.top(), min(frame.top(), room.bottom() - fitted.height() + 1))
    window.move(left, top)


def come_forward(window: QWidget) -> None:
    """Show a window over the others, as large as it was, and ask for the keyboard."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    if QGuiApplication.platformName() != "offscreen":  # which knows no order of windows
        window.raise_()
    window.activateWindow()
