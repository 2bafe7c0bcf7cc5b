"""The note: what the clinician typed stays, what is copied is plain, evidence is shown."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scribe_app.domain.commands import DraftNote, EditSection, NoteCopied
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.events import NoteDraft, SectionEdited
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.folding import folded
from scribe_app.domain.information import Information, Measurement
from scribe_app.domain.note import Episode, Note, Origin, Section
from scribe_app.ports.desk import Snapshot
from scribe_app.ui.line_marks import Source
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.section_edit import SectionEdit
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk
from tests.gui.conftest import Say

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def edit_of(window: MainWindow, section: Section) -> SectionEdit:
    return window.note.cards[section].edit


def drafted(number: int) -> Snapshot:
    """Return a review whose every section says its draft's number."""
    texts = {part.value: f"draft {number} of {part.letter}" for part in Section}
    note = Note(Origin.ON_DEVICE, (Episode(**texts), Episode(subjective=f"second {number}")))
    return replace(made_up.REVIEW, consultation=replace(made_up.REVIEW.consultation, note=note))


def test_a_draft_fills_every_section(window: MainWindow, say: Say) -> None:
    say(drafted(1))
    assert [edit_of(window, part).toPlainText() for part in Section] == [
        "draft 1 of S",
        "draft 1 of O",
        "draft 1 of E",
        "draft 1 of P",
    ]


def test_what_is_typed_is_never_overwritten(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(drafted(1))
    edit = edit_of(window, Section.SUBJECTIVE)
    for number, letter in enumerate("abcdef", start=2):
        edit.moveCursor(QTextCursor.MoveOperation.End)
        qtbot.keyClicks(edit, letter)
        say(drafted(number))
    assert edit.toPlainText() == "draft 1 of Sabcdef"
    assert edit_of(window, Section.PLAN).toPlainText() == "draft 7 of P"
    qtbot.waitUntil(lambda: EditSection(0, Section.SUBJECTIVE, "draft 1 of Sabcdef") in desk.asked)


def test_the_cursor_stays_while_drafts_arrive_elsewhere(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    edit = edit_of(window, Section.EVALUATION)
    edit.setFocus()
    qtbot.keyClicks(edit, "otitis")
    say(drafted(1))
    qtbot.keyClicks(edit, " media")
    assert edit.toPlainText() == "otitis media\ndraft 1 of E"
    assert window.focusWidget() is edit


def test_a_draft_never_takes_the_focus(window: MainWindow, say: Say) -> None:
    window.top.record.setFocus()
    say(made_up.RECORDING)
    say(made_up.REVIEW)
    assert window.focusWidget() is window.top.record


def test_edits_wait_a_little_and_are_sent_once(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(drafted(1))
    edit = edit_of(window, Section.PLAN)
    edit.selectAll()
    qtbot.keyClicks(edit, "rust")
    assert desk.asked == []
    qtbot.waitUntil(lambda: desk.asked == [EditSection(0, Section.PLAN, "rust")])


@pytest.mark.parametrize("moment", ["copy", "stop", "close"])
def test_edits_are_sent_before(
    moment: str, qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.RECORDING)
    qtbot.keyClicks(edit_of(window, Section.PLAN), "rust")
    {
        "copy": lambda: window.note.copy_section(Section.PLAN),
        "stop": window.toggle_recording,
        "close": window.close,
    }[moment]()
    assert desk.asked[0] == EditSection(0, Section.PLAN, "rust")


def test_undo_works_after_a_draft_came(qtbot: QtBot, window: MainWindow, say: Say) -> None:
    edit = edit_of(window, Section.PLAN)
    qtbot.keyClicks(edit, "rust")
    say(drafted(1))
    assert edit.toPlainText() == "rust\ndraft 1 of P"
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.toPlainText() == "rust"
    qtbot.keyClick(edit, Qt.Key.Key_Z, CONTROL)
    assert edit.toPlainText() == ""
    say(drafted(2))
    assert edit.toPlainText() == ""


def test_each_episode_has_texts_and_undo_of_its_own(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    say(drafted(1))
    edit = edit_of(window, Section.SUBJECTIVE)
    qtbot.keyClick(window, Qt.Key.Key_Tab, CONTROL)
    assert edit.toPlainText() == "second 1"
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClicks(edit, "!")
    qtbot.keyClick(window, Qt.Key.Key_Tab, CONTROL)
    assert edit.toPlainText() == "draft 1 of S"
    edit.undo()
    assert edit.toPlainText() == "draft 1 of S"
    say(drafted(2))
    qtbot.keyClick(window, Qt.Key.Key_Tab, CONTROL)
    assert edit.toPlainText() == "second 1!"


def test_a_new_consultation_starts_empty(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(drafted(1))
    qtbot.keyClicks(edit_of(window, Section.PLAN), "rust")
    window.toggle_recording()
    say(Snapshot(number=2))
    assert edit_of(window, Section.PLAN).toPlainText() == ""
    say(replace(drafted(3), number=2))
    assert edit_of(window, Section.PLAN).toPlainText() == "draft 3 of P"


def test_what_was_typed_before_the_recording_goes_with_it(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    edit = edit_of(window, Section.SUBJECTIVE)
    qtbot.keyClicks(edit, "bekend met astma")
    window.toggle_recording()
    asked = len(desk.asked)
    say(made_up.STARTING)
    assert desk.asked[asked:] == [EditSection(0, Section.SUBJECTIVE, "bekend met astma")]
    say(drafted(1))
    assert edit.toPlainText() == "bekend met astma\ndraft 1 of S"


def test_a_start_that_fails_leaves_the_note_to_be_copied(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    say(drafted(1))
    qtbot.keyClicks(edit_of(window, Section.PLAN), "rust ")
    fault = Fault(FaultKind.DEVICE, True, "The microphone is in use.")
    say(Snapshot(number=2, fault=fault))
    assert window.banner.isVisible()
    window.note.copy_section(Section.PLAN)
    assert "rust" in QApplication.clipboard().text()
    window.note.copy_section(Section.SUBJECTIVE)
    assert QApplication.clipboard().text() == "draft 1 of S"
    say(Snapshot(number=3))
    assert edit_of(window, Section.PLAN).toPlainText() == ""


def test_an_engine_that_echoes_late_does_not_undo_typing(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    edit = edit_of(window, Section.PLAN)
    qtbot.keyClicks(edit, "rust en")
    early = folded([SectionEdited(0, Section.PLAN, "rust"), NoteDraft(made_up.NOTE)])
    say(replace(made_up.REVIEW, consultation=early))
    assert edit.toPlainText() == f"rust en\n{made_up.NOTE.episodes[0].plan}"


# --- copying -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "section", "text"),
    [
        (Qt.Key.Key_1, Section.SUBJECTIVE, made_up.NOTE.episodes[0].subjective),
        (Qt.Key.Key_2, Section.OBJECTIVE, made_up.NOTE.episodes[0].objective),
        (Qt.Key.Key_3, Section.EVALUATION, made_up.NOTE.episodes[0].evaluation),
        (Qt.Key.Key_4, Section.PLAN, made_up.NOTE.episodes[0].plan),
    ],
)
@pytest.mark.parametrize("where", ["record", "editor", "transcript"])
def test_a_key_copies_a_section_wherever_the_focus_is(
    where: str,
    key: Qt.Key,
    section: Section,
    text: str,
    qtbot: QtBot,
    window: MainWindow,
    desk: ScriptedDesk,
    say: Say,
) -> None:
    say(made_up.REVIEW)
    focused = {
        "record": window.top.record,
        "editor": edit_of(window, Section.OBJECTIVE),
        "transcript": window.transcript.view,
    }[where]
    focused.setFocus()
    qtbot.keyClick(focused, key, CONTROL)
    assert QApplication.clipboard().text() == text
    assert QApplication.clipboard().mimeData().formats() == ["text/plain"]
    assert desk.asked == [NoteCopied(0, section)]
    assert window.note.toast.text() == f"{section.letter} gekopieerd"


def test_the_whole_note_has_a_line_a_letter(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.REVIEW)
    qtbot.keyClick(window, Qt.Key.Key_C, CONTROL | SHIFT)
    assert QApplication.clipboard().text() == (
        "S: 2 weken keelpijn, vooral rechts. Geen koorts.\n"
        "O: Rechter tonsil rood, geen beslag. RR 140/90 mmHg\n"
        "E: Virale faryngitis\n"
        "P: Paracetamol 500 mg, max. 4 dd 2. Bloeddruk een week thuis meten, ochtend en avond.\n"
        "\n"
        "S: Donker plekje op de voet.\nO:\nE:\nP: Controle."
    )
    assert desk.asked == [NoteCopied(0)]


def test_what_was_typed_a_moment_ago_is_copied(qtbot: QtBot, window: MainWindow, say: Say) -> None:
    say(made_up.REVIEW)
    edit = edit_of(window, Section.EVALUATION)
    edit.selectAll()
    qtbot.keyClicks(edit, "Otitis")
    qtbot.keyClick(edit, Qt.Key.Key_3, CONTROL)
    assert QApplication.clipboard().text() == "Otitis"


def test_an_empty_section_leaves_the_clipboard_alone(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk
) -> None:
    QApplication.clipboard().setText("kept")
    qtbot.keyClick(window, Qt.Key.Key_1, CONTROL)
    qtbot.keyClick(window, Qt.Key.Key_C, CONTROL | SHIFT)
    assert QApplication.clipboard().text() == "kept"
    assert desk.asked == []


def test_control_enter_asks_for_a_note(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.RECORDING)
    edit = edit_of(window, Section.PLAN)
    edit.setFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        qtbot.keyClick(edit, key, CONTROL)
    assert desk.asked == [DraftNote(), DraftNote()]
    assert edit.toPlainText() == ""


# --- evidence and measurements -------------------------------------------------------------------


def test_the_line_under_the_cursor_marks_what_was_said(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    say(made_up.REVIEW)
    edit = edit_of(window, Section.OBJECTIVE)
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.Start)
    assert window.transcript.view.marked == {"0:2"}
    edit.moveCursor(QTextCursor.MoveOperation.Down)
    assert window.transcript.view.marked == {"0:3"}


def test_the_bar_tells_said_typed_and_to_check(window: MainWindow, say: Say) -> None:
    say(made_up.REVIEW)
    sources = {part: [mark.source for _, mark in edit_of(window, part).lines()] for part in Section}
    assert sources == {
        Section.SUBJECTIVE: [Source.SAID],
        Section.OBJECTIVE: [Source.SAID, Source.SAID],
        Section.EVALUATION: [Source.TYPED],
        Section.PLAN: [Source.SAID, Source.CHECK],
    }


def test_control_m_puts_the_measurements_of_now_in_o(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.RECORDING)
    qtbot.keyClick(window, Qt.Key.Key_M, CONTROL)
    edit = edit_of(window, Section.OBJECTIVE)
    assert edit.toPlainText() == "RR 140/90 mmHg, gewicht 82,5 kg"
    assert [mark.source for _, mark in edit.lines()] == [Source.SAID]
    qtbot.keyClick(window, Qt.Key.Key_M, CONTROL)
    assert edit.toPlainText() == "RR 140/90 mmHg, gewicht 82,5 kg"
    edit.undo()
    assert edit.toPlainText() == ""
    qtbot.waitUntil(lambda: desk.asked == [EditSection(0, Section.OBJECTIVE, "")])


def test_what_o_holds_already_is_not_inserted_again(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    say(made_up.REVIEW)
    qtbot.keyClick(window, Qt.Key.Key_M, CONTROL)
    added = edit_of(window, Section.OBJECTIVE).toPlainText().splitlines()[-1]
    assert added == "gewicht 82,5 kg"


def test_a_consultation_without_a_note_shows_friendly_sentences(window: MainWindow) -> None:
    assert Consultation().note.is_empty
    for view in (window.sidebar.measurements, window.sidebar.codings, window.sidebar.resources):
        assert view.cards == []
        assert view.accessibleDescription().endswith(".")
    assert all(edit_of(window, part).placeholderText() for part in Section)


def test_a_measurement_that_the_draft_wrote_with_a_capital_counts_as_in_o(
    window: MainWindow, say: Say
) -> None:
    """The drafter writes "Temp 36,9 °C", the sidebar would insert "temp 36,9 °C"."""
    found = Measurement("Temperatuur", "36,9", "°C", kind="8310-5", utterance="0:1")
    note = Note(Origin.ON_DEVICE, (Episode(objective="Temp 36,9 °C"),))
    consultation = folded([Information(measurements=(found,)), NoteDraft(note)])
    say(replace(made_up.REVIEW, consultation=consultation))
    assert window.sidebar.measurements.waiting() == ()
