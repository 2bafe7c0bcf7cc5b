"""Keeps a window, its frame and title included, within the screen it is on."""

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
