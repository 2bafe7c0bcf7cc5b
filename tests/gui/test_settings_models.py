"""The speech models in the settings: brought, stopped, imported and removed by hand and by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scribe_app.ports.models import ModelPlace
from scribe_app.ports.preferences import Answer
from scribe_app.ui.settings.model_row import ModelRow, size_words
from scribe_app.ui.settings.models_page import ModelsPage
from tests.fixtures.scripted_preferences import ScriptedPreferences
from tests.gui.conftest import Open
from tests.gui.hands import click


@pytest.fixture
def page(settings: Open) -> ModelsPage:
    dialog = settings()
    dialog.side.list.setCurrentRow([each.title for each in dialog._pages].index("Spraakmodellen"))
    return dialog.models


def small(page: ModelsPage) -> ModelRow:
    return page.rows["whisper-small"]


def test_each_model_says_what_it_is_and_where(page: ModelsPage) -> None:
    base, here = page.rows["whisper-base"], page.rows["whisper-large-v3-turbo"]
    assert base.state.accessibleName() == "hoort bij Scribe"
    assert not base.button.isVisible()
    assert small(page).state.accessibleName() == "niet op deze computer"
    assert small(page).button.accessibleName() == "Downloaden: Whisper small"
    assert here.button.accessibleName() == "Verwijderen: Whisper large-v3 turbo"


def test_a_download_shows_how_far_it_is_and_goes_on_when_the_dialog_closes(
    qtbot: QtBot, page: ModelsPage, preferences: ScriptedPreferences, settings: Open
) -> None:
    click(qtbot, small(page).button)
    preferences.models.now("whisper-small", progress=0.42)
    qtbot.waitUntil(lambda: small(page).progress.value() == 42)
    assert small(page).progress.isVisible()
    assert small(page).button.text() == "Stoppen"
    page.window().reject()  # type: ignore[attr-defined]
    assert ("stop", "whisper-small") not in preferences.models.asked
    again = settings()
    again.side.list.setCurrentRow(3)
    assert small(again.models).progress.value() == 42
    preferences.models.now("whisper-small", progress=None, place=ModelPlace.HERE)
    qtbot.waitUntil(lambda: small(again.models).state.accessibleName() == "op deze computer")
    assert not small(again.models).progress.isVisible()


def test_what_was_stopped_says_that_it_goes_on(
    qtbot: QtBot, page: ModelsPage, preferences: ScriptedPreferences
) -> None:
    small(page).button.setFocus()
    qtbot.keyClick(small(page).button, Qt.Key.Key_Space)
    qtbot.keyClick(small(page).button, Qt.Key.Key_Space)
    assert preferences.models.asked == [("download", "whisper-small"), ("stop", "whisper-small")]
    qtbot.waitUntil(lambda: "gestopt" in small(page).state.accessibleName().lower())
    assert small(page).button.text() == "Downloaden"


def test_a_refused_download_says_why(
    qtbot: QtBot, page: ModelsPage, preferences: ScriptedPreferences
) -> None:
    sentence = "What was downloaded is not the speech model that was expected."
    click(qtbot, small(page).button)
    preferences.models.now("whisper-small", progress=None, answer=Answer(False, sentence))
    qtbot.waitUntil(lambda: "is niet het spraakmodel" in small(page).state.accessibleName())


def test_one_is_removed_and_the_one_in_use_is_not(
    qtbot: QtBot, page: ModelsPage, preferences: ScriptedPreferences
) -> None:
    row = page.rows["whisper-large-v3-turbo"]
    used = "The speech model Whisper large-v3 turbo is in use; choose another one first."
    preferences.models.answers["remove"] = Answer(False, used)
    click(qtbot, row.button)
    qtbot.waitUntil(lambda: "in gebruik" in row.state.accessibleName())
    del preferences.models.answers["remove"]
    click(qtbot, row.button)
    qtbot.waitUntil(lambda: row.state.accessibleName() == "niet op deze computer")


def test_a_model_is_imported_from_a_file(
    qtbot: QtBot, page: ModelsPage, preferences: ScriptedPreferences, tmp_path: Path
) -> None:
    archive = tmp_path / "model.zip"
    archive.write_bytes(b"made up")
    click(qtbot, page.bring)
    assert page.files is not None
    page.files.fileSelected.emit(str(archive))
    page.files.reject()
    page.files = None
    qtbot.waitUntil(lambda: ("bring", archive) in preferences.models.asked)
    qtbot.waitUntil(lambda: "staat nu op deze computer" in page.answer.accessibleName())
    preferences.models.answers["bring"] = Answer(False, "No complete speech model was found there.")
    page.bring_from(archive)
    qtbot.waitUntil(lambda: "geen volledig spraakmodel" in page.answer.accessibleName())


def test_sizes_are_said_as_people_say_them() -> None:
    assert size_words(147_882_941) == "148 MB"
    assert size_words(1_621_665_983)[0] == "1"
    assert size_words(1_621_665_983).endswith("6 GB")
