"""A labelled control with its help, and the remark that an organisation has set it."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.plain import unmnemonic
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class Row(QWidget):
    """Label above, control below, help and remark under it."""

    def __init__(
        self,
        theme: Theme,
        label: str,
        control: QWidget,
        help_text: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self.control, self._remark = theme, control, SignLine(theme)
        words = plain_label(theme, unmnemonic(label), size=13, bold=True, wrap=True)
        words.setBuddy(control)
        control.setAccessibleName(label)
        control.setAccessibleDescription(help_text)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(4))
        self.column.addWidget(words)
        self.column.addWidget(control)
        if help_text:
            self.column.addWidget(plain_label(theme, help_text, Ink.SOFT, 12, wrap=True))
        self.column.addWidget(self._remark)
        self._remark.hide()

    def lock(self, *, on: bool) -> None:
        """Switch the control off where a policy has set it, and say so."""
        self.control.setEnabled(not on)
        self._remark.setVisible(on)
        if on:
            self._remark.show_as(locked_words(), Icon.LOCK)
            self.control.setAccessibleDescription(locked_words())


def locked_words() -> str:
    """Return what is said of a choice that a policy has made."""
    return translate("Settings", "set by your organisation")
