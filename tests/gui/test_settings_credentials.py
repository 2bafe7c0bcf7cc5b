"""Credentials in the settings: kept, forgotten, never shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scribe_app.ports.preferences import Answer
from scribe_app.ui.icons import Icon
from scribe_app.ui.settings.dialog import SettingsDialog
from scribe_app.ui.settings.edits import SecretEdit
from tests.fixtures.scripted_preferences import ScriptedPreferences
from tests.gui.conftest import Open
from tests.gui.hands import CANARY, WITH_HERON, click, idle, row_of


@pytest.mark.parametrize(
    ("changes", "words", "icon"),
    [
        ({}, "niet ingevuld", Icon.READY),
        ({"secrets": {("heron", "api_key"): "x"}}, "bewaard in de sleutelbos", Icon.CHECK),
        (
            {"secrets": {("heron", "api_key"): "x"}, "persistent": False},
            "bewaard tot Scribe sluit (geen sleutelbos)",
            Icon.WARN,
        ),
        ({"from_environment": frozenset({"api_key"})}, "ingesteld door de omgeving", Icon.LOCK),
        ({"hangs": frozenset({"kept"})}, "de sleutelbos wordt gevraagd…", Icon.WAIT),
    ],
)
def test_it_says_where_a_credential_is(
    preferences: ScriptedPreferences,
    settings: Open,
    changes: dict[str, object],
    words: str,
    icon: Icon,
) -> None:
    preferences.preferences = WITH_HERON
    for name, value in changes.items():
        setattr(preferences, name, value)
    row = row_of(settings(), "api_key")
    assert (row.state.text(), row.state.icon) == (words, icon)
    assert row.edit.isEnabled() is (icon is not Icon.LOCK)
    assert row.forget.isEnabled() is (icon in (Icon.CHECK, Icon.WARN))


def test_a_kept_secret_leaves_nothing_behind_in_the_window(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    row = row_of(dialog, "api_key")
    qtbot.keyClicks(row.edit, CANARY)
    assert CANARY not in everything_shown(dialog)
    click(qtbot, row.keep)
    idle(qtbot, dialog)
    assert preferences.secrets == {("heron", "api_key"): CANARY}
    assert row.edit.text() == ""
    assert not row.edit.isUndoAvailable()
    row.edit.undo()
    assert row.edit.text() == ""
    assert row.state.text() == "bewaard in de sleutelbos"
    assert CANARY not in everything_shown(dialog)
    click(qtbot, row.forget)
    idle(qtbot, dialog)
    assert preferences.secrets == {}
    assert row.state.text() == "niet ingevuld"


def everything_shown(dialog: SettingsDialog) -> str:
    """Return all that the dialog shows or tells a screen reader."""
    texts = []
    for widget in dialog.findChildren(QWidget):
        texts += [widget.accessibleName(), widget.accessibleDescription(), widget.toolTip()]
        told = QAccessible.queryAccessibleInterface(widget)
        texts += [told.text(part) for part in (QAccessible.Text.Name, QAccessible.Text.Value)]
        if isinstance(widget, QLineEdit):
            texts += [widget.displayText(), widget.placeholderText()]
        elif isinstance(widget, QLabel | QAbstractButton):
            texts.append(widget.text())
    return "\n".join(texts)


def test_a_secret_can_be_neither_copied_nor_seen(qtbot: QtBot, settings: Open) -> None:
    dialog = settings()
    dialog.account.show_vendor("heron")
    dialog.side.list.setCurrentRow(1)
    QApplication.clipboard().setText("untouched")
    secrets = [row.edit for row in dialog.account.form.rows if row.field.secret]
    assert len(secrets) == 2
    for edit in secrets:
        assert isinstance(edit, SecretEdit)
        assert edit.echoMode() is QLineEdit.EchoMode.Password
        qtbot.keyClicks(edit, CANARY)
        edit.selectAll()
        for key in (Qt.Key.Key_C, Qt.Key.Key_X):
            qtbot.keyClick(edit, key, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "untouched"


def test_enter_in_a_credential_keeps_that_one_only(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    qtbot.keyClicks(row_of(dialog, "client_id").edit, "half")
    row = row_of(dialog, "api_key")
    qtbot.keyClicks(row.edit, CANARY)
    qtbot.keyClick(row.edit, Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert preferences.secrets == {("heron", "api_key"): CANARY}
    assert row_of(dialog, "client_id").edit.text() == "half"


def test_a_secret_that_was_typed_and_not_kept_is_kept_before_a_test(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    qtbot.keyClicks(row_of(dialog, "api_key").edit, CANARY)
    qtbot.keyClick(dialog, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    idle(qtbot, dialog)
    assert [what for what, *_ in preferences.asked if what in ("keep", "test")] == ["keep", "test"]
    assert dialog.foot.answer.icon is Icon.CHECK


def test_a_keyring_that_refuses_is_said_at_the_credential(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    silent = Answer(False, "The keyring does not answer; unlock it and try again.")
    preferences.answers["keep"] = silent
    dialog = settings()
    row = row_of(dialog, "api_key")
    qtbot.keyClicks(row.edit, CANARY)
    click(qtbot, row.keep)
    idle(qtbot, dialog)
    assert row.state.text() == "De sleutelbos antwoordt niet; ontgrendel hem en probeer opnieuw."
    assert row.edit.text() == ""
    qtbot.keyClicks(row.edit, CANARY)
    click(qtbot, dialog.foot.save)
    idle(qtbot, dialog)
    assert dialog.isVisible()
    assert preferences.preferences == WITH_HERON
    assert "sleutelbos" in dialog.foot.answer.text()


def test_what_was_typed_is_gone_when_the_dialog_closes(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    edits = dialog.account.form.findChildren(SecretEdit)
    for edit in edits:
        edit.setText(CANARY)
    dialog.reject()
    assert [edit.text() for edit in edits] == [""] * 3
    assert preferences.secrets == {}


def test_signing_in_empties_the_password_at_once(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    form = dialog.account.form.sign_in
    assert form is not None
    assert not form.button.isEnabled()
    form.edits["email"].setText("arts@praktijk.example")
    form.edits["password"].setText(CANARY)
    dialog.side.list.setCurrentRow(1)
    click(qtbot, form.button)
    assert form.edits["password"].text() == ""
    assert not form.button.isEnabled()
    idle(qtbot, dialog)
    answers = {"email": "arts@praktijk.example", "password": CANARY}
    assert ("sign_in", "heron", answers) in preferences.asked
    assert form.answer.text() == "Ingelogd bij Reiger Spraak."
    assert row_of(dialog, "user_key").state.text() == "bewaard in de sleutelbos"


def test_a_refused_sign_in_says_both_reasons(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    sentence = (
        "%1 refused the sign-in: the e-mail or password is wrong, or there is no subscription."
    )
    preferences.answers["sign_in"] = Answer(False, sentence.replace("%1", "Reiger Spraak"))
    dialog = settings()
    form = dialog.account.form.sign_in
    assert form is not None
    for edit in form.edits.values():
        edit.setText("x")
    qtbot.keyClick(form.edits["password"], Qt.Key.Key_Return)
    idle(qtbot, dialog)
    assert form.answer.icon is Icon.WARN
    assert "of er is geen abonnement" in form.answer.text()
