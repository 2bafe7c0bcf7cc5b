"""Boxes to type in; one for secrets that never shows, offers or remembers what was typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

_LONGEST = 20_000


class PlainEdit(QLineEdit):
    """A line of text."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setMaxLength(_LONGEST)

    def take(self) -> str:
        """Return what was typed and keep nothing of it, not even to undo."""
        text = self.text().strip()
        self.setText("")
        return text


class NumberEdit(PlainEdit):
    """A whole number that is not negative; an empty line is 0 and shows what that means."""

    def __init__(self, name: str, most: int, nothing: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setValidator(QIntValidator(0, most, self))
        self.setPlaceholderText(nothing)
        self._most = most

    @property
    def value(self) -> int:
        """Return the number."""
        text = self.text().strip()
        return min(self._most, int(text)) if text.isascii() and text.isdigit() else 0

    def show_value(self, value: int) -> None:
        """Show a number, nothing for 0."""
        self.setText(str(value) if value else "")


class SecretEdit(PlainEdit):
    """A line that shows dots; what it holds can be neither copied, dragged nor undone."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            self.inputMethodHints()
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self.setDragEnabled(False)
