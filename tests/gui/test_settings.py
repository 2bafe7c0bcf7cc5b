"""The settings dialog: made from manifests, asks without waiting, shows no secret, locks."""

import asyncio
import threading
from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scribe_app.domain.commands import Start
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.ports.preferences import Answer, Preferences
from scribe_app.ports.vendor import Manifest
from scribe_app.ui.icons import Icon
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.settings.credential_row import CredentialRow
from scribe_app.ui.settings.dialog import SettingsDialog
from scribe_app.ui.settings.edits import SecretEdit
from scribe_app.ui.settings.language_words import language_name
from scribe_app.ui.settings.speech_page import model_entries
from scribe_app.vendors.registry import vendors
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk
from tests.fixtures.scripted_preferences import HERON, OWL, ScriptedPreferences
from tests.gui.conftest import Open, Say

CANARY = "canary-7f3a91"
REFUSED = "Reiger Spraak refused the credentials; check them in the settings."
WITH_HERON = Preferences(vendor="heron")


def row_of(dialog: SettingsDialog, key: str) -> CredentialRow:
    """Return the row of a credential of the vendor whose account is open."""
    return next(row for row in dialog.account.form.rows if row.field.key == key)


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def idle(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: dialog.errands.running == 0)


# --- the ways in ---------------------------------------------------------------------------------


def test_there_is_a_way_in_only_once_there_is_a_desk(
    qtbot: QtBot, qloop: object, window: MainWindow, preferences: ScriptedPreferences
) -> None:
    assert not window.top.settings.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.settings.dialog is None
    bringer = threading.Thread(target=window.set_preferences, args=(preferences,))
    bringer.start()
    qtbot.waitUntil(window.top.settings.isEnabled)
    bringer.join()
    click(qtbot, window.top.settings)
    assert window.settings.dialog is not None
    assert window.settings.dialog.isVisible()


def test_the_shortcut_the_chip_and_the_gear_open_the_same_dialog(
    qtbot: QtBot, window: MainWindow, settings: Open
) -> None:
    settings().reject()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    first = window.settings.dialog
    assert first is not None
    assert window.findChildren(SettingsDialog, "settingsDialog")
    qtbot.keyClick(first, Qt.Key.Key_Escape)
    assert window.settings.dialog is None
    click(qtbot, window.top.vendor)
    button = window.findChild(QPushButton, "vendorSettingsButton")
    assert button is not None
    click(qtbot, button)
    assert window.settings.dialog is not None


@pytest.mark.parametrize("kind", [FaultKind.AUTH, FaultKind.ENTITLEMENT, FaultKind.CONFIGURATION])
def test_a_fault_of_settings_leads_to_the_account_it_names(
    qtbot: QtBot, window: MainWindow, settings: Open, say: Say, kind: FaultKind
) -> None:
    settings().reject()
    say(replace(made_up.IDLE, fault=Fault(kind, False, REFUSED)))
    assert window.banner.button.text() == "Instellingen"
    click(qtbot, window.banner.button)
    dialog = window.settings.dialog
    assert dialog is not None
    assert dialog.account.isVisible()
    assert dialog.account.vendor.value == "heron"
    assert dialog.tested == "heron"
    assert dialog.speech.vendor == "on-device"
    qtbot.waitUntil(lambda: dialog.focusWidget() is row_of(dialog, "client_id").edit)


def test_without_settings_the_banner_offers_none(window: MainWindow, say: Say) -> None:
    say(replace(made_up.IDLE, fault=Fault(FaultKind.AUTH, False, REFUSED)))
    assert window.banner.button.text() == "Sluiten"


def test_a_recording_can_be_started_and_stopped_over_the_dialog(
    qtbot: QtBot, desk: ScriptedDesk, settings: Open
) -> None:
    qtbot.keyClick(settings(), Qt.Key.Key_F9)
    assert desk.asked == [Start("")]


# --- choices -------------------------------------------------------------------------------------


def test_a_vendor_brings_its_languages_models_and_templates(
    preferences: ScriptedPreferences, settings: Open
) -> None:
    dialog = settings()
    page = dialog.speech
    assert page.template.isHidden() or not page.template.isVisible()
    page.vendors[1].click()
    words = [page.language.itemText(at) for at in range(page.language.count())]
    assert words == ["Duits", "Engels", "Frans", "Nederlands"]
    assert page.language.value == "nl"
    models = [page.model.itemText(at) for at in range(page.model.count())]
    assert models == [
        "algemeen · standaard",
        "algemeen",
        "kust · experimenteel",
        "anglais · niet voor Nederlands",
    ]
    assert page.template.isVisible()
    page.vendors[2].click()
    assert page.language.value == "fr"
    assert not page.template.isVisible()
    page.vendors[1].click()
    assert page.language.value == "nl"


def test_any_other_model_can_be_typed_where_the_vendor_allows(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    combo = dialog.speech.model
    assert combo.isEditable()
    combo.setEditText("  juvenile_v3 ")
    assert dialog.wanted().model == "juvenile_v3"
    combo.setCurrentIndex(2)
    assert dialog.wanted().model == "kust"
    dialog.speech.vendors[0].click()
    assert not combo.isEditable()
    assert dialog.wanted().model == ""
    dialog.speech.vendors[1].click()
    assert dialog.wanted().model == "kust"


def test_models_that_take_the_language_come_first() -> None:
    assert [value for _, value in model_entries(HERON, "fr")] == ["", "algemeen", "anglais", "kust"]
    assert model_entries(OWL, "fr")[0] == ("nacht · default", "")


def test_nothing_changed_is_nothing_changed(
    preferences: ScriptedPreferences, settings: Open
) -> None:
    before = Preferences(
        vendor="heron",
        model="kust",
        language="nl",
        template="meeting",
        fallbacks=("owl", "on-device"),
        microphone="gone",
        theme="dark",
        ca_file="/etc/ca.pem",
        plain_hosts=("one.example", "two.example"),
        values={"heron": {"encoding": "wav", "later": "kept"}, "else": {"a": "b"}},
    )
    preferences.preferences = before
    dialog = settings()
    for name in ("owl", "on-device", "heron"):
        dialog.account.show_vendor(name)
    assert dialog.wanted() == before


def test_a_saved_choice_arrives_and_the_dialog_closes(
    qtbot: QtBot, window: MainWindow, preferences: ScriptedPreferences, settings: Open
) -> None:
    dialog = settings()
    dialog.speech.vendors[1].click()
    dialog.network.plain_hosts.setText("a.example;  b.example, c.example")
    form = dialog.account.form
    form.settings.controls["rest_url"].setText("https://other.example")  # type: ignore[union-attr]
    dialog.computer.look.choose("dark")
    qtbot.waitUntil(lambda: dialog.computer.microphone.count() == 3)
    dialog.computer.microphone.choose("built-in")
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.settings.dialog is None)
    assert preferences.preferences == Preferences(
        vendor="heron",
        microphone="built-in",
        theme="dark",
        plain_hosts=("a.example", "b.example", "c.example"),
        values={"heron": {"rest_url": "https://other.example"}},
    )
    assert window.theme.is_dark
    assert window.top.microphone.device_id == "built-in"


def test_a_setting_that_is_emptied_goes_back_to_the_default(
    preferences: ScriptedPreferences, settings: Open
) -> None:
    former = {"heron": {"rest_url": "https://other.example", "encoding": "wav"}}
    preferences.preferences = replace(WITH_HERON, values=former)
    dialog = settings()
    controls = dialog.account.form.settings.controls
    controls["rest_url"].setText(" ")  # type: ignore[union-attr]
    controls["encoding"].choose("pcm")  # type: ignore[union-attr]
    assert dialog.wanted().values == {"heron": {}}


def test_a_save_that_is_refused_says_so_and_stays_open(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    sentence = "The CA file cannot be read; check it in the settings."
    preferences.answers["save"] = Answer(False, sentence)
    dialog = settings()
    click(qtbot, dialog.foot.save)
    idle(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.foot.answer.icon is Icon.WARN
    assert dialog.foot.answer.text() == (
        "Niet in orde: Het CA-bestand kan niet worden gelezen; controleer het in de instellingen."
    )
    assert dialog.foot.save.isEnabled()


def test_a_vendor_that_is_not_there_gives_way_to_the_first(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = Preferences(vendor="gone", model="old")
    dialog = settings()
    assert dialog.tested == "on-device"
    assert dialog.wanted() == Preferences()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_in_a_box_saves_nothing(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open, key: Qt.Key
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    boxes: list[QWidget] = [*dialog.findChildren(QLineEdit), *dialog.findChildren(QComboBox)]
    assert len(boxes) > 8
    for box in boxes:
        qtbot.keyClick(box, key)
    idle(qtbot, dialog)
    assert dialog.isVisible()
    assert {what for what, *_ in preferences.asked} == {"kept"}


def test_escape_keeps_nothing(
    qtbot: QtBot, window: MainWindow, preferences: ScriptedPreferences, settings: Open
) -> None:
    dialog = settings()
    dialog.speech.vendors[1].click()
    idle(qtbot, dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.settings.dialog is None
    assert preferences.preferences == Preferences()


def test_a_dialog_that_is_gone_follows_no_theme(
    qtbot: QtBot, window: MainWindow, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    for look in ("dark", "light"):
        dialog = settings()
        dialog.side.list.setCurrentRow(1)
        window.theme.set_mode(look)
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not shiboken6.isValid(dialog)
        window.theme.set_mode("system")


def test_the_order_of_fallbacks_is_made_with_the_keyboard(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    dialog = settings()
    page = dialog.fallback
    dialog.side.list.setCurrentRow(2)
    names = [page.list.item(at).text() for at in range(page.list.count())]
    assert names == ["Reiger Spraak", "Uil & Zonen"]
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    qtbot.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(page.list, Qt.Key.Key_Up)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert dialog.wanted().fallbacks == ("owl", "heron")
    click(qtbot, page.down)
    assert dialog.wanted().fallbacks == ("heron", "owl")
    dialog.speech.vendors[1].click()
    assert dialog.wanted().fallbacks == ("owl",)
    assert page.list.item(1).text() == "Op dit apparaat"


def test_the_pages_are_walked_with_keys(qtbot: QtBot, settings: Open) -> None:
    dialog = settings()
    pages: QListWidget = dialog.side.list
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert pages.currentRow() == 1
    qtbot.keyClick(pages, Qt.Key.Key_Down)
    assert dialog.fallback.isVisible()
    for _ in range(3):
        qtbot.keyClick(dialog, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert dialog.computer.isVisible()


def test_tab_visits_every_control_of_a_page_from_top_to_bottom(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    dialog.activateWindow()
    dialog.side.list.setFocus()
    seen = []
    for _ in range(7):
        qtbot.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Tab)
        focused = dialog.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
    assert seen == [
        "vendor-heron",
        "languageCombo",
        "modelCombo",
        "templateCombo",
        "testButton",
        "cancelButton",
        "saveButton",
    ]


def test_a_ca_file_is_looked_for_without_stopping_anything(
    qtbot: QtBot, settings: Open, tmp_path: object
) -> None:
    dialog = settings()
    click(qtbot, dialog.network.browse)
    picker = dialog.findChild(QFileDialog, "caFileDialog")
    assert picker is not None
    assert picker.isVisible()
    picker.fileSelected.emit("/etc/own.pem")
    picker.reject()
    assert dialog.wanted().ca_file == "/etc/own.pem"


def test_what_a_policy_has_set_is_off_and_says_so(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    preferences.locked = frozenset(
        {"vendor", "language", "model", "template", "fallbacks", "microphone", "theme"}
        | {"ca_file", "plain_hosts", "heron.rest_url", "heron.api_key"}
    )
    dialog = settings()
    off = [
        *dialog.speech.vendors,
        dialog.speech.language,
        dialog.speech.model,
        dialog.speech.template,
        dialog.fallback.list,
        dialog.fallback.up,
        dialog.fallback.down,
        dialog.network.ca_file,
        dialog.network.browse,
        dialog.network.plain_hosts,
        dialog.computer.microphone,
        dialog.computer.look,
        dialog.account.form.settings.controls["rest_url"],
        row_of(dialog, "api_key").edit,
    ]
    assert [each.objectName() for each in off if each.isEnabled()] == []
    assert dialog.account.form.settings.controls["encoding"].isEnabled()
    assert row_of(dialog, "client_id").edit.isEnabled()
    said = [each for each in dialog.findChildren(QLabel) if "uw organisatie" in each.text()]
    assert len([each for each in said if not each.isHidden()]) >= 10


# --- credentials ---------------------------------------------------------------------------------


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


# --- what is asked takes its time ----------------------------------------------------------------


def test_a_test_is_busy_and_then_says_how_it_went(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    preferences.answers["test"] = Answer(False, REFUSED)
    dialog = settings()
    click(qtbot, dialog.foot.test)
    assert dialog.foot.answer.text() == "Reiger Spraak wordt getest…"
    assert dialog.foot.answer.icon is Icon.WAIT
    assert not dialog.foot.test.isEnabled()
    idle(qtbot, dialog)
    assert dialog.foot.answer.icon is Icon.WARN
    assert dialog.foot.answer.text() == (
        "Niet in orde: Reiger Spraak weigert de inloggegevens; controleer ze in de instellingen."
    )
    assert dialog.foot.answer.accessibleName() == dialog.foot.answer.text()
    assert dialog.foot.test.isEnabled()


def test_closing_ends_a_test_that_runs(
    qtbot: QtBot, window: MainWindow, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.hangs = frozenset({"test"})
    dialog = settings()
    click(qtbot, dialog.foot.test)
    qtbot.waitUntil(lambda: any(what == "test" for what, *_ in preferences.asked))
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: preferences.cancelled == ["test"])
    assert window.settings.dialog is None


def test_closing_the_window_ends_everything(
    qtbot: QtBot, window: MainWindow, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    preferences.hangs = frozenset({"test", "kept"})
    dialog = settings()
    click(qtbot, dialog.foot.test)
    window.close()
    qtbot.waitUntil(lambda: "kept" in preferences.cancelled)
    qtbot.waitUntil(lambda: not asyncio.all_tasks(asyncio.get_event_loop()))


def test_saving_gives_up_a_test(
    qtbot: QtBot, window: MainWindow, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.hangs = frozenset({"test"})
    dialog = settings()
    click(qtbot, dialog.foot.test)
    qtbot.waitUntil(lambda: any(what == "test" for what, *_ in preferences.asked))
    click(qtbot, dialog.foot.save)
    qtbot.waitUntil(lambda: window.settings.dialog is None)
    assert preferences.cancelled == ["test"]


def test_a_frozen_keyring_leaves_the_dialog_alive(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    preferences.hangs = frozenset({"kept"})
    ticks: list[int] = []
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start()
    dialog = settings()
    qtbot.waitUntil(lambda: len(ticks) > 20)
    dialog.side.list.setCurrentRow(1)
    dialog.account.vendor.choose("owl")
    dialog.account.vendor.choose("heron")
    qtbot.keyClicks(row_of(dialog, "api_key").edit, CANARY)
    before = len(ticks)
    qtbot.waitUntil(lambda: len(ticks) > before + 20)
    timer.stop()
    assert row_of(dialog, "api_key").state.text() == "de sleutelbos wordt gevraagd…"
    assert row_of(dialog, "api_key").keep.isEnabled()


@pytest.mark.parametrize("what", ["test", "save"])
def test_an_error_is_told_and_reported(
    qtbot: QtBot,
    preferences: ScriptedPreferences,
    settings: Open,
    errors: list[BaseException],
    what: str,
) -> None:
    preferences.fails = frozenset({what})
    dialog = settings()
    click(qtbot, dialog.foot.test if what == "test" else dialog.foot.save)
    idle(qtbot, dialog)
    qtbot.waitUntil(lambda: len(errors) == 1)
    assert isinstance(errors[0], RuntimeError)
    assert dialog.foot.answer.icon is Icon.WARN
    assert dialog.foot.save.isEnabled()


# --- words ---------------------------------------------------------------------------------------


def test_everything_has_a_name_and_no_label_guesses_at_rich_text(
    qtbot: QtBot, preferences: ScriptedPreferences, settings: Open
) -> None:
    preferences.preferences = WITH_HERON
    dialog = settings()
    kinds = (QAbstractButton, QComboBox, QLineEdit, QListWidget)
    nameless = [
        f"{type(each).__name__} {each.objectName()}"
        for kind in kinds
        for each in dialog.findChildren(kind)
        if not each.accessibleName() and not isinstance(each.parent(), QComboBox)
    ]
    assert nameless == []
    labels = dialog.findChildren(QLabel)
    assert {label.textFormat().name for label in labels} == {"PlainText"}


HOSTILE = '<img src="file:///etc/hostname"><b>x</b> & y'


def test_hostile_words_of_a_manifest_are_shown_as_they_are(
    preferences: ScriptedPreferences, settings: Open
) -> None:
    hostile = replace(
        HERON,
        name=HOSTILE,
        remark=HOSTILE,
        credentials=(replace(HERON.credentials[0], label=HOSTILE, help=HOSTILE),),
    )
    preferences.manifests = (hostile,)
    preferences.preferences = WITH_HERON
    dialog = settings()
    labels = [label.text() for label in dialog.account.form.findChildren(QLabel)]
    assert HOSTILE in labels
    assert HOSTILE.replace("&", "&&") in labels
    assert dialog.speech.vendors[0].accessibleName().replace("\u200b", "") == HOSTILE


def _words(manifest: Manifest) -> set[str]:
    forms = [manifest.credentials, manifest.settings]
    words = {manifest.remark, *manifest.capabilities.templates}
    if manifest.sign_in is not None:
        forms.append(manifest.sign_in.fields)
        words |= {manifest.sign_in.label, manifest.sign_in.remark}
    for field in (field for form in forms for field in form):
        words |= {field.label, field.help}
    return words - {""}


@pytest.mark.parametrize("manifest", [each.manifest for each in vendors()], ids=lambda m: m.id)
def test_every_word_of_our_vendors_is_translated(window: MainWindow, manifest: Manifest) -> None:
    same = {"token", "Subprotocol"}
    english = {word for word in _words(manifest) if in_our_words(word) == word}
    assert english <= same


@pytest.mark.parametrize("manifest", [each.manifest for each in vendors()], ids=lambda m: m.id)
def test_every_language_of_our_vendors_has_a_name(window: MainWindow, manifest: Manifest) -> None:
    assert [code for code in manifest.languages if language_name(code) == code] == []


def test_a_language_we_do_not_know_goes_by_its_own_name(window: MainWindow) -> None:
    assert language_name("nl-BE") == "Nederlands (BE)"
    assert language_name("sw") == "Kiswahili"
    assert language_name("x-klingon") == "x (klingon)"
