"""What the settings ask takes its time; the window does not wait, and every word is ours."""

import asyncio
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
)
from pytestqt.qtbot import QtBot

from scribe_app.ports.preferences import Answer
from scribe_app.ports.vendor import Manifest
from scribe_app.ui.icons import Icon
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.settings.language_words import language_name
from scribe_app.vendors.registry import vendors
from tests.fixtures.scripted_preferences import HERON, ScriptedPreferences
from tests.gui.conftest import Open
from tests.gui.hands import CANARY, REFUSED, WITH_HERON, click, idle, row_of


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
