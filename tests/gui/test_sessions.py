"""What was left unfinished is offered; the drawer of consultations works by keyboard alone."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from scribe_app.domain.commands import (
    DiscardSession,
    EditSection,
    FinishLater,
    ImportAudio,
    OpenSession,
    Start,
)
from scribe_app.domain.note import Section
from scribe_app.domain.session import Phase, State
from scribe_app.ports.archive import Archive, Entry, Standing
from scribe_app.ui.icons import Icon
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.session_words import length, moment, standing
from scribe_app.ui.sessions_drawer import SessionsDrawer
from tests.fixtures import archives
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk
from tests.gui.conftest import Say
from tests.gui.hands import click

OFFERED = replace(made_up.IDLE, archive=archives.ONE)
SEVERAL = replace(made_up.IDLE, archive=archives.ALL)
NEWEST = archives.EVERY[-1]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *, ctrl: bool = False) -> None:
    held = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
    qtbot.keyClick(window.focusWidget() or window, key, held)


def opened(qtbot: QtBot, window: MainWindow) -> SessionsDrawer:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, Qt.Key.Key_H, ctrl=True)
    drawer = window.sessions.drawer
    assert drawer is not None
    assert drawer.isVisible()
    return drawer


def test_the_disk_is_looked_at_behind_the_first_frame(
    window: MainWindow, desk: ScriptedDesk, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: desk.looks == 1)
    assert window.sessions.row is None
    assert window.sessions.drawer is None


def test_one_that_is_unfinished_is_offered_and_one_key_finishes_it(
    window: MainWindow, desk: ScriptedDesk, say: Say, qtbot: QtBot
) -> None:
    say(OFFERED)
    row = window.sessions.row
    assert row is not None
    assert row.isVisible()
    assert "vandaag 08:41 (12 min)" in row.text()
    assert "is bewaard" in row.text()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, Qt.Key.Key_R, ctrl=True)
    assert desk.asked[-1] == OpenSession(NEWEST.id, finish=True)


def test_several_are_finished_out_of_sight(
    window: MainWindow, desk: ScriptedDesk, say: Say, qtbot: QtBot
) -> None:
    say(SEVERAL)
    row = window.sessions.row
    assert row is not None
    assert row.text().startswith("2 consulten zijn niet af")
    click(qtbot, row.finish)
    assert desk.asked[-1] == FinishLater((NEWEST.id, archives.EVERY[1].id))


def test_nothing_is_offered_while_somebody_is_recorded_or_once_it_was_put_off(
    window: MainWindow, desk: ScriptedDesk, say: Say, qtbot: QtBot
) -> None:
    say(replace(made_up.RECORDING, archive=archives.ONE))
    assert window.sessions.row is None
    window.sessions.finish()
    assert not any(isinstance(each, OpenSession) for each in desk.asked)
    say(OFFERED)
    row = window.sessions.row
    assert row is not None
    say(replace(made_up.RECORDING, archive=archives.ONE))
    assert not row.isVisible()
    say(OFFERED)
    click(qtbot, row.later)
    assert not row.isVisible()
    say(replace(OFFERED, sealed_in_memory=True))
    assert not row.isVisible()
    say(SEVERAL)
    assert row.isVisible(), "another one is news"


def test_the_list_says_when_and_how_far_to_eye_and_ear(
    window: MainWindow, say: Say, qtbot: QtBot
) -> None:
    say(SEVERAL)
    drawer = opened(qtbot, window)
    assert drawer.list.count() == len(archives.EVERY)
    spoken = drawer.list.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("vandaag 08:41 · 12 min, niet af")
    signs = {standing(each)[:2] for each in archives.EVERY}
    assert len(signs) == len({each.standing for each in archives.EVERY})
    assert all(icon is not Icon.NONE for _, icon in signs)
    controls: list[QWidget] = [*drawer.findChildren(QPushButton), drawer.list, drawer]
    assert all(each.accessibleName() and each.objectName() for each in controls)


def test_enter_opens_what_the_arrows_chose_and_what_was_typed_goes_first(
    window: MainWindow, desk: ScriptedDesk, say: Say, qtbot: QtBot
) -> None:
    say(replace(made_up.REVIEW, archive=archives.ALL))
    edit = window.note.cards[Section.PLAN].edit
    edit.setFocus()
    qtbot.keyClicks(edit, "rust")
    drawer = opened(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Down)
    press(qtbot, window, Qt.Key.Key_Return)
    assert desk.asked[-1] == OpenSession(archives.EVERY[-3].id)
    assert any(isinstance(each, EditSection) for each in desk.asked[:-1])
    assert not drawer.isVisible()
    assert edit.hasFocus()


def test_discarding_asks_in_the_drawer_and_escape_keeps(
    window: MainWindow, desk: ScriptedDesk, say: Say, qtbot: QtBot
) -> None:
    say(SEVERAL)
    drawer = opened(qtbot, window)
    press(qtbot, window, Qt.Key.Key_Delete)
    assert drawer.question.isVisible()
    assert "vandaag 08:41" in drawer.question.text()
    assert drawer.keep_button.hasFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not drawer.question.isVisible()
    assert drawer.isVisible()
    assert not any(isinstance(each, DiscardSession) for each in desk.asked)
    press(qtbot, window, Qt.Key.Key_Delete)
    click(qtbot, drawer.sure_button)
    assert desk.asked[-1] == DiscardSession(NEWEST.id)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not drawer.isVisible()


def test_the_choice_stays_where_it_is_when_the_list_grows(
    window: MainWindow, say: Say, qtbot: QtBot
) -> None:
    say(SEVERAL)
    drawer = opened(qtbot, window)
    drawer.list.setCurrentRow(3)
    chosen = drawer.list.chosen
    newer = archives.entry(9, archives.ago(0, 23, 59), 60, Standing.TO_REVIEW)
    say(replace(SEVERAL, archive=Archive((*archives.EVERY, newer), looked=True)))
    assert drawer.list.currentRow() == 4
    assert drawer.list.chosen == chosen


def test_while_somebody_is_recorded_nothing_opens_over_it(
    window: MainWindow, desk: ScriptedDesk, say: Say, qtbot: QtBot
) -> None:
    say(replace(made_up.RECORDING, archive=archives.ALL))
    drawer = opened(qtbot, window)
    assert not drawer.open_button.isEnabled()
    assert not drawer.finish_button.isEnabled()
    assert drawer.remark.text() == "Er loopt een consult; een ander gaat daarna open."
    press(qtbot, window, Qt.Key.Key_Return)
    assert not any(isinstance(each, OpenSession) for each in desk.asked)


def test_one_that_cannot_be_read_can_only_be_discarded(
    window: MainWindow, say: Say, qtbot: QtBot
) -> None:
    say(replace(made_up.IDLE, archive=Archive(archives.EVERY[:1], looked=True)))
    drawer = opened(qtbot, window)
    enabled = (drawer.open_button, drawer.finish_button, drawer.discard_button)
    assert [each.isEnabled() for each in enabled] == [False, False, True]


def test_an_empty_list_says_so(window: MainWindow, say: Say, qtbot: QtBot) -> None:
    drawer = opened(qtbot, window)
    assert drawer.remark.text() == "Even kijken…"
    say(replace(made_up.IDLE, archive=archives.NONE))
    assert drawer.remark.text().startswith("Hier staan opgenomen consulten")
    assert not drawer.discard_button.isEnabled()


def test_a_recording_starts_while_an_earlier_one_is_being_finished(
    window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(replace(made_up.FINISHING, resumed=True))
    assert window.top.record.isEnabled()
    window.toggle_recording()
    assert isinstance(desk.asked[-1], Start)
    say(replace(made_up.FINISHING, state=State(Phase.FINISHING)))
    assert not window.top.record.isEnabled()


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0.4, "0 s"), (96, "96 s"), (733, "12 min"), (4_020, "1 h 7 min"), (7_180, "2 h 0 min")],
)
def test_lengths(seconds: float, words: str) -> None:
    assert length(seconds) == words


def test_moments() -> None:
    then = datetime(2026, 11, 22, 9, 5).timestamp()
    assert moment(then, "en", date(2026, 11, 22)) == "today 09:05"
    assert moment(then, "en", date(2026, 11, 23)) == "yesterday 09:05"
    assert moment(then, "nl", date(2026, 12, 23)) == "zo 22 nov 2026 09:05"


def test_only_what_has_sound_and_lacks_something_is_offered() -> None:
    silent = Entry("1", 0.0, 0.0, Standing.UNFINISHED, whole=False)
    assert not silent.is_offered
    assert [each.id for each in archives.ALL.offered] == [NEWEST.id, archives.EVERY[1].id]


def test_a_second_start_brings_the_window_to_the_front(window: MainWindow, qtbot: QtBot) -> None:
    window.showMinimized()
    qtbot.waitUntil(window.isMinimized)
    window.summoned.emit()
    qtbot.waitUntil(lambda: window.isVisible() and not window.isMinimized())
    qtbot.waitUntil(window.isActiveWindow)


def dropped(window: QWidget, *paths: str) -> bool:
    """Drag files over a widget and let go; returns whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) for path in paths])
    place, copy = QPoint(300, 300), Qt.DropAction.CopyAction
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    over = QDragEnterEvent(place, copy, data, left, none)
    over.ignore()
    QCoreApplication.sendEvent(window, over)
    if over.isAccepted():
        QCoreApplication.sendEvent(window, QDropEvent(QPointF(place), copy, data, left, none))
    return over.isAccepted()


def test_audio_files_are_dropped_on_the_window_and_the_drawer_shows_the_queue(
    window: MainWindow, desk: ScriptedDesk
) -> None:
    assert dropped(window, "/home/dr/one.WAV", "/home/dr/letter.pdf", "/home/dr/two.mp3")
    assert desk.asked[-1] == ImportAudio(("/home/dr/one.WAV", "/home/dr/two.mp3"))
    assert window.sessions.drawer is not None
    assert window.sessions.drawer.isVisible()
    asked = len(desk.asked)
    assert dropped(window, "/home/dr/letter.pdf")
    assert not dropped(window)
    assert len(desk.asked) == asked


def test_audio_files_are_chosen_with_a_key_but_not_over_a_consultation(
    window: MainWindow, desk: ScriptedDesk, say: Say, qtbot: QtBot, tmp_path: Path
) -> None:
    say(made_up.RECORDING)
    window.imports.ask()
    assert window.imports.dialog is None
    say(made_up.REVIEW)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(qtbot, window, Qt.Key.Key_O, ctrl=True)
    dialog = window.imports.dialog
    assert dialog is not None
    sound = tmp_path / "one.flac"
    sound.touch()
    dialog.filesSelected.emit([str(sound)])
    assert desk.asked[-1] == ImportAudio((str(sound),))
    dialog.reject()
    qtbot.waitUntil(lambda: window.imports.dialog is None)


def test_what_lacks_of_the_one_that_is_shown_is_finished_first(
    window: MainWindow, desk: ScriptedDesk, say: Say, qtbot: QtBot
) -> None:
    lacking = replace(made_up.REVIEW.ledger, unconfirmed=96.0)
    shown = replace(made_up.REVIEW, session="f" * 32, ledger=lacking, archive=archives.ALL)
    say(shown)
    row = window.sessions.row
    assert row is not None
    assert row.text().startswith("96 s van dit consult is nog niet uitgewerkt.")
    window.sessions.finish()
    assert desk.asked[-1] == OpenSession("f" * 32, finish=True)
    click(qtbot, row.later)
    assert row.text().startswith("2 consulten zijn niet af")
    say(replace(made_up.REVIEW, session="f" * 32))
    assert not row.isVisible()


def test_a_file_that_is_dropped_on_the_note_is_no_text_of_it(
    window: MainWindow, desk: ScriptedDesk
) -> None:
    edit = window.note.cards[Section.PLAN].edit
    assert dropped(edit.viewport(), "/home/dr/one.wav")
    assert edit.toPlainText() == ""
    assert desk.asked[-1] == ImportAudio(("/home/dr/one.wav",))
