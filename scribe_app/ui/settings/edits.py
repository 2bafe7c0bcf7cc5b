"""Boxes to type in; one for secrets that never shows, offers or remembers what was typed."""

from PySide6.QtCore import Qt
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
