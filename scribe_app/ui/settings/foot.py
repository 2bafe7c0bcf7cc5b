"""The foot of the dialog: what came of the last question, and the three buttons."""

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scribe_app.ports.preferences import Answer
from scribe_app.ui.announce import alert, announce
from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class Foot(QFrame):
    """Test, cancel, save; none of them is pressed by Enter unless it has the focus."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("settingsFoot")
        self.answer = SignLine(theme, 13)
        self.answer.setObjectName("settingsAnswer")
        self.test = _button(theme, "testButton", Kind.GHOST)
        self.cancel = _button(theme, "cancelButton", Kind.GHOST)
        self.save = _button(theme, "saveButton", Kind.PRIMARY)
        self.cancel.show_as(translate("Settings", "Cancel"))
        self._build()
        self.show_idle()

    def show_idle(self) -> None:
        """Let everything be pressed."""
        self.test.show_as(translate("Settings", "Test connection"), cap=Keys.TEST.cap)
        self.save.show_as(translate("Settings", "Save"), cap=Keys.SAVE.cap)
        for each in (self.test, self.save):
            switch(each, on=True)

    def show_busy(self, words: str, *, testing: bool) -> None:
        """Say what is under way; a test may be given up by saving or cancelling."""
        if testing:
            self.test.show_as(translate("Settings", "Testing…"), icon=Icon.WAIT)
        switch(self.test, on=False)
        switch(self.save, on=testing)
        self.answer.show_as(words, Icon.WAIT, Ink.ACCENT)
        announce(self.answer, words)

    def show_answer(self, answer: Answer) -> None:
        """Show how it went: a sign, a word and the sentence."""
        self.show_idle()
        fine = answer.fine
        word = translate("Settings", "Fine") if fine else translate("Settings", "Not fine")
        icon, ink = (Icon.CHECK, Ink.OK) if fine else (Icon.WARN, Ink.WARN)
        self.answer.show_as(f"{word}: {in_our_language(answer.sentence)}", icon, ink)
        alert(self.answer)
        announce(self.answer, self.answer.text())

    def show_nothing(self) -> None:
        """Take back what was said: it no longer holds."""
        self.answer.show_as("")

    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons without their keys."""
        return QSize(self._theme.px(280), super().minimumSizeHint().height())

    def _build(self) -> None:
        px = self._theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(8), px(24), px(14))
        column.setSpacing(px(8))
        self.answer.setMinimumHeight(px(34))
        column.addWidget(self.answer)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.test)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.save)
        column.addLayout(buttons)


def _button(theme: Theme, name: str, kind: Kind) -> PillButton:
    button = PillButton(theme, kind)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
