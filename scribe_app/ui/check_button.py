"""How many lines of the note want a second look; pressing it goes to the next one."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scribe_app.ui.icons import Icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class CheckButton(PillButton):
    """Hidden while there is nothing to check."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, Kind.QUIET, parent)
        self.setObjectName("checkButton")
        self.show_count(0)

    def show_count(self, count: int) -> None:
        """Show how many there are."""
        words = translate("Note", "%1 to check").replace("%1", str(count))
        self.show_as(words, cap=Keys.NEXT_CHECK.cap, icon=Icon.WARN)
        self.setAccessibleName(words)
        self.setVisible(count > 0)
