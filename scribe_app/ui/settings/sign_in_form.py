"""A form whose answers are traded for a credential; the password is gone once it was sent."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from scribe_app.ports.preferences import Answer
from scribe_app.ports.vendor import Field, SignIn
from scribe_app.ui.cards import Card
from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.manifest_words import as_label, in_our_words
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.settings.edits import PlainEdit, SecretEdit
from scribe_app.ui.settings.rows import Row
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class SignInForm(Card):
    """Boxes from the manifest, one button, and what came of it."""

    asked = Signal(object)

    def __init__(self, theme: Theme, sign_in: SignIn, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("signInForm")
        self._sign_in, self._busy = sign_in, False
        self.edits: dict[str, PlainEdit] = {}
        self.button = PillButton(theme, Kind.GHOST)
        self.button.setObjectName("signInButton")
        self.button.setAutoDefault(False)
        self.button.show_as(in_our_words(sign_in.label))
        self.button.clicked.connect(self._ask)
        self.answer = SignLine(theme)
        self._build(theme)
        self._switch()

    def forget_what_was_typed(self) -> None:
        """Empty the boxes of secrets."""
        for edit in self.edits.values():
            if isinstance(edit, SecretEdit):
                edit.take()

    def show_answer(self, answer: Answer) -> None:
        """Say how it went."""
        self._busy = False
        icon, ink = (Icon.CHECK, Ink.OK) if answer.fine else (Icon.WARN, Ink.WARN)
        self.answer.show_as(in_our_language(answer.sentence), icon, ink)
        self._switch()

    def _ask(self) -> None:
        if self._is_complete():
            answers = {each.key: self._answer(each) for each in self._sign_in.fields}
            self.forget_what_was_typed()
            self._busy = True
            self.answer.show_as(translate("Settings", "signing in…"), Icon.WAIT)
            self.answer.show()
            self._switch()
            self.asked.emit(answers)

    def _is_complete(self) -> bool:
        fields = self._sign_in.fields
        return not self._busy and all(each.optional or self._answer(each) for each in fields)

    def _answer(self, field: Field) -> str:
        return self.edits[field.key].text().strip() or field.default

    def _switch(self) -> None:
        switch(self.button, on=self._is_complete())

    def _build(self, theme: Theme) -> None:
        px = theme.px
        self.column.setContentsMargins(px(14), px(12), px(14), px(14))
        self.column.setSpacing(px(12))
        remark = in_our_words(self._sign_in.remark)
        if remark:
            self.column.addWidget(plain_label(theme, remark, Ink.SOFT, 12, wrap=True))
        for field in self._sign_in.fields:
            make = SecretEdit if field.secret else PlainEdit
            edit = self.edits[field.key] = make(f"signIn-{field.key}")
            edit.setPlaceholderText(field.default)
            edit.textChanged.connect(lambda _: self._switch())
            edit.returnPressed.connect(self._ask)
            label, help_text = as_label(field.label), in_our_words(field.help)
            self.column.addWidget(Row(theme, label, edit, help_text))
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.answer)
        self.answer.hide()
