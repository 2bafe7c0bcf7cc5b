"""The choice without a keyring: asked in passing, made in the settings, never waited for."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scribe_app.domain.commands import Start
from scribe_app.domain.keeping import VaultState
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.settings.vault_page import VaultPage
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk
from tests.fixtures.scripted_preferences import ScriptedPreferences
from tests.gui.conftest import Open, Say

PHRASE = "vier kleine blauwe fietsen"


@pytest.fixture
def page(
    qtbot: QtBot, window: MainWindow, preferences: ScriptedPreferences, settings: Open, say: Say
) -> VaultPage:
    """Return the page, opened from the banner on a computer without a keyring."""
    preferences.vault.now = VaultState.UNDECIDED
    settings().reject()
    qtbot.waitUntil(lambda: window.settings.dialog is None)
    say(replace(made_up.RECORDING, vault=VaultState.UNDECIDED, sealed_in_memory=True))
    qtbot.mouseClick(window.banner.button, Qt.MouseButton.LeftButton)
    dialog = window.settings.dialog
    assert dialog is not None
    qtbot.waitUntil(dialog.vault.keep.isVisible)
    return dialog.vault


def told(qtbot: QtBot, page: VaultPage, words: str) -> None:
    qtbot.waitUntil(lambda: words in page.answer.text())


def test_it_is_asked_in_passing_while_the_recording_goes_on(
    window: MainWindow, desk: ScriptedDesk, page: VaultPage, say: Say
) -> None:
    assert window.top.state.text() == "Opname loopt"
    assert page.isVisible()
    assert "geen sleutelbos" in page.state.text()
    assert not page.old.isVisible()
    assert not page.keep.isEnabled()
    assert page.without.isVisible()
    say(replace(made_up.RECORDING, vault=VaultState.PASSPHRASE, sealed_in_memory=True))
    assert not window.banner.isVisible()


def test_a_passphrase_is_typed_twice_and_kept(
    qtbot: QtBot, page: VaultPage, preferences: ScriptedPreferences
) -> None:
    qtbot.keyClicks(page.new, PHRASE)
    assert not page.keep.isEnabled()
    qtbot.keyClicks(page.again, PHRASE[:-1] + "x")
    assert "niet gelijk" in page.answer.text()
    page.again.setText("")
    qtbot.keyClicks(page.again, PHRASE)
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    told(qtbot, page, "Bewaard onder uw wachtzin.")
    qtbot.waitUntil(lambda: "is geopend" in page.state.text())
    assert preferences.vault.passphrase == PHRASE
    assert page.new.text() == page.again.text() == ""


def test_a_short_one_is_refused_in_plain_words(qtbot: QtBot, page: VaultPage) -> None:
    for box in (page.new, page.again):
        qtbot.keyClicks(box, "kort")
    qtbot.keyClick(page.again, Qt.Key.Key_Return)
    told(qtbot, page, "minstens 12 tekens")
    assert page.new.text() == "kort"


def test_to_do_without_is_a_choice_that_is_shown(qtbot: QtBot, page: VaultPage) -> None:
    qtbot.mouseClick(page.without, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Zoals u koos" in page.state.text())
    assert not page.without.isVisible()


def test_after_a_restart_it_is_opened_and_a_wrong_one_is_said(
    qtbot: QtBot, page: VaultPage, preferences: ScriptedPreferences
) -> None:
    preferences.vault.now, preferences.vault.passphrase = VaultState.LOCKED, PHRASE
    page.refresh()
    qtbot.waitUntil(page.old.isVisible)
    assert not page.new.isVisible()
    qtbot.keyClicks(page.old, "iets anders")
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    told(qtbot, page, "Dat is niet de wachtzin.")
    qtbot.waitUntil(page.keep.isEnabled)
    page.old.setText(PHRASE)
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is geopend" in page.state.text())


def test_it_can_be_changed_and_forgotten_at_the_second_press(
    qtbot: QtBot, page: VaultPage, preferences: ScriptedPreferences
) -> None:
    preferences.vault.now, preferences.vault.passphrase = VaultState.PASSPHRASE, PHRASE
    page.refresh()
    qtbot.waitUntil(page.old.isVisible)
    page.old.setText(PHRASE)
    for box in (page.new, page.again):
        box.setText("een heel andere zin")
    qtbot.mouseClick(page.keep, Qt.MouseButton.LeftButton)
    told(qtbot, page, "De wachtzin is nu een andere.")
    assert preferences.vault.passphrase == "een heel andere zin"
    qtbot.waitUntil(page.forget.isEnabled)
    qtbot.mouseClick(page.forget, Qt.MouseButton.LeftButton)
    assert "nooit meer" in page.answer.text()
    assert "forget" not in preferences.vault.asked
    qtbot.mouseClick(page.forget, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "geen sleutelbos" in page.state.text())
    assert preferences.vault.asked[-1] == "forget"


def test_a_keyring_leaves_nothing_to_choose(
    qtbot: QtBot, window: MainWindow, say: Say, settings: Open
) -> None:
    say(made_up.IDLE)
    assert not window.banner.isVisible()
    dialog = settings()
    dialog.show_vault()
    qtbot.waitUntil(lambda: "bewaart de sleutel" in dialog.vault.state.text())
    assert not any(each.isVisible() for each in (dialog.vault.keep, dialog.vault.forget))


def test_recording_never_waits_for_it(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say, settings: Open
) -> None:
    settings().reject()
    qtbot.waitUntil(lambda: window.settings.dialog is None)
    say(replace(made_up.IDLE, vault=VaultState.LOCKED))
    assert "wachtzin" in window.banner.text()
    window.toggle_recording()
    assert desk.asked == [Start("")]
