"""Switches a control on or off without letting Qt hand its focus to a stranger."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def switch(control: QWidget, *, on: bool) -> None:
    """Enable or disable; the focus of what is switched off rests on the window itself."""
    if control.isEnabled() == on:
        return
    if not on and control.hasFocus():
        control.window().setFocus(Qt.FocusReason.OtherFocusReason)
    control.setEnabled(on)
