"""One credential: a box that is emptied once it is kept, and where it is kept in plain words."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scribe_app.ports.preferences import Answer, Kept
from scribe_app.ports.vendor import Field
from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink
from scribe_app.ui.manifest_words import as_label, in_our_words
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.settings.edits import PlainEdit, SecretEdit
from scribe_app.ui.settings.rows import Row, locked_words
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class CredentialRow(QWidget):
    """Asks to keep or to forget; what is kept is never shown."""

    keepAsked = Signal()
    forgetAsked = Signal()

    def __init__(self, theme: Theme, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        make = SecretEdit if field.secret else PlainEdit
        self.edit = make(f"credential-{field.key}")
        self.keep = _button(theme, f"keep-{field.key}", translate("Settings", "Keep"))
        self.forget = _button(theme, f"forget-{field.key}", translate("Settings", "Forget"))
        self.state = SignLine(theme)
        self._locked = self._is_kept = False
        self._build(theme)
        self.edit.textChanged.connect(lambda _: self._switch())
        self.edit.returnPressed.connect(self._return_pressed)
        self.keep.clicked.connect(self.keepAsked)
        self.forget.clicked.connect(self.forgetAsked)
        self.show_asking()

    @property
    def has_text(self) -> bool:
        """Return whether something was typed that is not kept yet."""
        return bool(self.edit.text().strip())

    def lock(self) -> None:
        """Switch everything off: a policy has set this."""
        self._locked = True
        self.edit.setText("")
        self._switch()
        self.state.show_as(locked_words(), Icon.LOCK)

    def show_asking(self, words: str = "") -> None:
        """Say that the keyring is being asked."""
        self.state.show_as(words or translate("Settings", "asking the keyring…"), Icon.WAIT)
        self._is_kept = False
        self._switch()

    def show_kept(self, kept: Kept) -> None:
        """Say where the credential is; one from the environment cannot be changed here."""
        self._locked = self.field.key in kept.from_environment
        self._is_kept = self.field.key in kept.fields and not self._locked
        self.state.show_as(*kept_words(self.field, kept))
        hint = self._locked or self._is_kept
        replaced = translate("Settings", "type a new one to replace it")
        default = self.field.default or translate("Settings", "paste or type it here")
        self.edit.setPlaceholderText(replaced if hint and not self._locked else default)
        if self._locked:
            self.edit.setPlaceholderText("")
        self._switch()

    def show_answer(self, answer: Answer) -> None:
        """Say what went wrong."""
        self.state.show_as(in_our_language(answer.sentence), Icon.WARN, Ink.WARN)
        self._switch()

    def _return_pressed(self) -> None:
        if self.has_text:
            self.keepAsked.emit()

    def _switch(self) -> None:
        switch(self.edit, on=not self._locked)
        switch(self.keep, on=self.has_text and not self._locked)
        switch(self.forget, on=self._is_kept)

    def _build(self, theme: Theme) -> None:
        label = as_label(self.field.label)
        row = Row(theme, label, self.edit, in_our_words(self.field.help), self)
        self.keep.setAccessibleName(f"{self.keep.text()}: {label}")
        self.forget.setAccessibleName(f"{self.forget.text()}: {label}")
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        row.column.removeWidget(self.edit)
        for each, stretch in ((self.edit, 1), (self.keep, 0), (self.forget, 0)):
            buttons.addWidget(each, stretch)
        row.column.insertLayout(1, buttons)
        row.column.insertWidget(2, self.state)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(row)


def kept_words(field: Field, kept: Kept) -> tuple[str, Icon, Ink]:
    """Return what is said of a credential, with a sign and a colour of its own."""
    if field.key in kept.from_environment:
        return translate("Settings", "set by the environment"), Icon.LOCK, Ink.SOFT
    if field.key not in kept.fields:
        if field.optional:
            return translate("Settings", "not set; may stay empty"), Icon.READY, Ink.SOFT
        return translate("Settings", "not set"), Icon.READY, Ink.WARN
    if kept.persistent:
        return translate("Settings", "kept in the keyring"), Icon.CHECK, Ink.OK
    words = translate("Settings", "kept until Scribe closes (no keyring)")
    return words, Icon.WARN, Ink.WARN


def _button(theme: Theme, name: str, words: str) -> PillButton:
    button = PillButton(theme, Kind.GHOST)
    button.setObjectName(name)
    button.setAutoDefault(False)
    button.show_as(words)
    return button
