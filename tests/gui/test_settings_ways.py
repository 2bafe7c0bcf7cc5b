"""The ways to the settings, and the choices in them."""

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QPushButton,
)
from pytestqt.qtbot import QtBot

from scribe_app.domain.commands import Start
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.settings.dialog import SettingsDialog
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk
from tests.fixtures.scripted_preferences import ScriptedPreferences
from tests.gui.conftest import Open, Say
from tests.gui.hands import REFUSED, click, row_of


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
