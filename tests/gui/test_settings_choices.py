"""The choices in the settings: made from manifests, saved whole, locked by a policy."""

from dataclasses import replace

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from scribe_app.ports.preferences import Answer, Preferences
from scribe_app.ui.icons import Icon
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.settings.speech_page import model_entries
from tests.fixtures.scripted_preferences import HERON, OWL, ScriptedPreferences
from tests.gui.conftest import Open
from tests.gui.hands import WITH_HERON, click, idle, row_of


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
    assert dialog.vault.isVisible()


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
