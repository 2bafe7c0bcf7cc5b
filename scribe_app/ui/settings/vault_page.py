"""Who holds the key of every recording: the keyring, or what the clinician chooses without one."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scribe_app.domain.keeping import VaultState
from scribe_app.ports.preferences import Answer, Preferences
from scribe_app.ports.vault import VaultDesk
from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.settings.edits import SecretEdit
from scribe_app.ui.settings.errands import Errands
from scribe_app.ui.settings.page import Page
from scribe_app.ui.settings.rows import Row
from scribe_app.ui.settings.vault_words import state_words
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate

_NEW = frozenset({VaultState.UNDECIDED, VaultState.MEMORY, VaultState.PASSPHRASE})
_OLD = frozenset({VaultState.LOCKED, VaultState.PASSPHRASE})


class VaultPage(Page):
    """Shows the boxes that matter in a state; what is asked is done at once, not on saving."""

    def __init__(
        self, theme: Theme, desk: VaultDesk, errands: Errands, parent: QWidget | None = None
    ) -> None:
        words = translate(
            "Vault",
            "Recordings are always encrypted. This is about who holds the key that opens them.",
        )
        super().__init__(theme, translate("Vault", "Recordings"), words, parent)
        self._desk, self._errands = desk, errands
        self._state: VaultState | None = None
        self._sure = False
        self.state = SignLine(theme, 13)
        self.old, self.new, self.again = (
            SecretEdit(name) for name in ("oldPassphrase", "newPassphrase", "againPassphrase")
        )
        self.keep, self.without, self.forget = (
            _button(theme, name) for name in ("keepPassphrase", "doWithout", "forgetPassphrase")
        )
        self.answer = SignLine(theme)
        self._build()
        self._connect()

    def refresh(self) -> None:
        """Ask who holds the key now."""
        self._errands.run(self._desk.state(), self.show_state)

    def show_state(self, state: VaultState) -> None:
        """Show what is so, and what can be asked."""
        self._state, self._sure = state, False
        words = state_words(state)
        self.state.show_as(words.sentence, words.icon, words.ink)
        self._old_row.setVisible(state in _OLD)
        for row in (self._new_row, self._again_row):
            row.setVisible(state in _NEW)
        for button, shown in (
            (self.keep, state is not VaultState.KEYRING),
            (self.without, state is VaultState.UNDECIDED),
            (self.forget, state in _OLD),
        ):
            button.setVisible(shown)
        self.keep.show_as(words.action or state_words(VaultState.UNDECIDED).action)
        self.without.show_as(translate("Vault", "They need not survive"))
        self.forget.show_as(translate("Vault", "Forget the passphrase"))
        self._switch()

    def applied(self, preferences: Preferences) -> Preferences:
        """Return preferences as they are: nothing here waits for saving."""
        return preferences

    def focus_first(self) -> None:
        """Put the cursor where a passphrase is typed."""
        first = self.old if self._state in _OLD else self.new
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def forget_what_was_typed(self) -> None:
        """Empty the boxes."""
        for edit in (self.old, self.new, self.again):
            edit.setText("")

    def _act(self) -> None:
        """Do what the state's own button says."""
        match self._state:
            case VaultState.LOCKED:
                self._ask(self._desk.unlock(self.old.text()))
            case VaultState.PASSPHRASE:
                self._ask(self._desk.change(self.old.text(), self.new.text()))
            case _:
                self._ask(self._desk.choose(self.new.text()))

    def _forget(self) -> None:
        """Forget at the second press: nothing brings back what it opens."""
        if self._sure:
            self._ask(self._desk.forget())
            return
        self._sure = True
        words = translate(
            "Vault",
            "Recordings under it can never be opened again. Press once more if you mean it.",
        )
        self.answer.show_as(words, Icon.WARN, Ink.WARN)

    def _ask(self, work: Coroutine[Any, Any, Answer]) -> None:
        self.answer.show_as(translate("Vault", "one moment…"), Icon.WAIT)
        for button in (self.keep, self.without, self.forget):
            switch(button, on=False)
        self._errands.run(work, self._answered)

    def _answered(self, answer: Answer) -> None:
        if answer.fine:
            self.forget_what_was_typed()
        icon, ink = (Icon.CHECK, Ink.OK) if answer.fine else (Icon.WARN, Ink.WARN)
        self.answer.show_as(in_our_language(answer.sentence), icon, ink)
        self.refresh()

    def _typed(self) -> None:
        """Say when the two boxes differ, before anything is asked."""
        if self.again.text() and not self._are_same():
            words = translate("Vault", "The two passphrases are not the same.")
            self.answer.show_as(words, Icon.WARN, Ink.WARN)
        else:
            self.answer.show_as("")
        self._switch()

    def _are_same(self) -> bool:
        return self.new.text() == self.again.text()

    def _switch(self) -> None:
        """Switch on what can be pressed."""
        old = bool(self.old.text()) or self._state not in _OLD
        new = (bool(self.new.text()) and self._are_same()) or self._state not in _NEW
        switch(self.keep, on=old and new)
        switch(self.without, on=True)
        switch(self.forget, on=True)

    def _build(self) -> None:
        theme = self.theme
        self._old_row = Row(theme, translate("Vault", "Passphrase"), self.old)
        self._new_row = Row(
            theme,
            translate("Vault", "New passphrase"),
            self.new,
            translate(
                "Vault",
                "At least 12 characters; some words in a row. Write it down safely: "
                "nobody can open recordings without it.",
            ),
        )
        self._again_row = Row(theme, translate("Vault", "The same again"), self.again)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.px(8))
        for button in (self.keep, self.without, self.forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for each in (self.state, self._old_row, self._new_row, self._again_row):
            self.column.addWidget(each)
        self.column.addLayout(buttons)
        self.column.addWidget(self.answer)
        self.column.addStretch(1)
        for each in (self._old_row, self._new_row, self._again_row):
            each.hide()
        for button in (self.keep, self.without, self.forget):
            button.hide()
        self.state.show_as(translate("Vault", "asking the keyring…"), Icon.WAIT)

    def _connect(self) -> None:
        for edit in (self.old, self.new, self.again):
            edit.textChanged.connect(lambda _: self._typed())
            edit.returnPressed.connect(self.keep.click)
        self.keep.clicked.connect(self._act)
        self.without.clicked.connect(lambda: self._ask(self._desk.do_without()))
        self.forget.clicked.connect(self._forget)


def _button(theme: Theme, name: str) -> PillButton:
    button = PillButton(theme, Kind.GHOST)
    button.setObjectName(f"{name}Button")
    button.setAutoDefault(False)
    return button
