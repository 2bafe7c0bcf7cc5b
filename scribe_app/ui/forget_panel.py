"""Asks how much of the recording is to be forgotten; nothing waits for the answer."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from scribe_app.ui.icons import Icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.popover import Popover
from scribe_app.ui.privacy import LONG, SHORT
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class ForgetPanel(Popover):
    """Two lengths to choose from, and what becomes of that time."""

    chosen = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "forgetPanel", parent)
        words = translate(
            "Privacy",
            "The sound, the words and what was made from them are destroyed for good. What you "
            "typed stays.",
        )
        self.setAccessibleName(translate("Privacy", "Forget the end of the recording"))
        self.setAccessibleDescription(words)
        label = plain_label(theme, words, Ink.SOFT, 13, wrap=True)
        label.setFixedWidth(theme.px(250))
        self.column.addWidget(label)
        self.short = self._button(
            translate("Privacy", "Forget the last 30 s"), Keys.FORGET_SHORT, SHORT
        )
        self.long = self._button(
            translate("Privacy", "Forget the last 60 s"), Keys.FORGET_LONG, LONG
        )

    def toggle(self, corner: QPoint) -> None:
        """Open at a corner with the keyboard on the first choice, or close."""
        super().toggle(corner)
        if self.isVisible():
            self.short.setFocus(Qt.FocusReason.TabFocusReason)

    def _button(self, words: str, keys: Keys, seconds: float) -> PillButton:
        button = PillButton(self._theme, Kind.GHOST)
        button.setObjectName(f"forget{round(seconds)}Button")
        button.show_as(words, cap=keys.cap, icon=Icon.GONE)
        button.clicked.connect(self.hide)
        button.clicked.connect(lambda: self.chosen.emit(seconds))
        self.column.addWidget(button)
        return button
