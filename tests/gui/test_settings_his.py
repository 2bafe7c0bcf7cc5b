"""The layout of the patient record system: chosen, previewed, counted, and used when copying."""

from dataclasses import replace

from PySide6.QtWidgets import QApplication, QCheckBox
from pytestqt.qtbot import QtBot

from scribe_app.domain.layout import PRESETS
from scribe_app.domain.note import Section
from scribe_app.ports.preferences import Preferences
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.settings.his_page import HisPage
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_preferences import ScriptedPreferences
from tests.gui.conftest import Open, Say
from tests.gui.hands import click, idle


def opened(settings: Open) -> HisPage:
    dialog = settings()
    titles = [dialog.side.list.item(row).text() for row in range(dialog.side.list.count())]
    dialog.side.list.setCurrentRow(titles.index("Patiëntdossier"))
    return dialog.his


def choose(page: HisPage, name: str) -> None:
    page.his.choose(name)
    page.his.activated.emit(page.his.currentIndex())


def test_the_sample_shows_at_once_what_is_set(qtbot: QtBot, settings: Open) -> None:
    page = opened(settings)
    assert "Temp 37.2 °C" in page.preview.toPlainText()
    choose(page, "promedico")
    assert "Temp 37,2 °C" in page.preview.toPlainText()
    page.checks["ascii_only"].setChecked(True)
    assert "Temp 37,2 C" in page.preview.toPlainText()
    page.markers[0].setText("Subj:")
    assert page.preview.toPlainText().startswith("Subj: ")
    page.longest.setText("20")
    assert "(+" in page.preview.toPlainText()


def test_every_system_keeps_its_own_changes(
    qtbot: QtBot, settings: Open, preferences: ScriptedPreferences
) -> None:
    page = opened(settings)
    choose(page, "medicom")
    page.wrap.setText("64")
    choose(page, "bricks")
    page.longest.setText("500")
    dialog = page.window()
    click(qtbot, dialog.foot.save)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: preferences.preferences.his == "bricks")
    kept = preferences.preferences.layouts
    assert kept["medicom"] == replace(PRESETS["medicom"], width=64)
    assert kept["bricks"] == replace(PRESETS["bricks"], longest=500)
    assert kept["promedico"] == PRESETS["promedico"]


def test_a_policy_locks_the_system_and_the_layouts(
    settings: Open, preferences: ScriptedPreferences
) -> None:
    preferences.locked = frozenset({"his", "his_layouts"})
    page = opened(settings)
    assert not page.his.isEnabled()
    assert not any(box.isEnabled() for box in page.findChildren(QCheckBox))


def test_what_is_copied_is_written_for_the_system(
    qtbot: QtBot, window: MainWindow, say: Say, settings: Open, preferences: ScriptedPreferences
) -> None:
    layouts = PRESETS | {"own": replace(PRESETS["own"], marked=True, longest=30)}
    preferences.preferences = Preferences(his="own", layouts=layouts)
    dialog = settings()
    idle(qtbot, dialog)
    dialog.reject()
    say(made_up.REVIEW)
    window.note.documents.append_line(0, Section.PLAN, "Over zes weken terug, eerder bij pijn")
    window.note.copy_section(Section.PLAN)
    copied = QApplication.clipboard().text()
    assert copied.startswith("P: ")
    assert "tekens meer dan het veld" in window.note.toast.text()
    count = window.note.cards[Section.PLAN]._count
    assert count.isVisible()
    assert count.accessibleName() == f"{len(copied)}/30"
