"""Who speaks: labels become names; and a vendor without partials says that it is at work."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from scribe_app.domain.commands import NameSpeaker
from scribe_app.domain.ledger import Ledger
from scribe_app.domain.session import Link, Phase, State
from scribe_app.domain.transcript import Status, Transcript, Utterance
from scribe_app.ports.desk import Snapshot
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.speaker_name_panel import SpeakerNamePanel
from scribe_app.ui.transcript_text import speaker_name
from scribe_app.ui.waiting import waiting
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk
from tests.gui.conftest import Say


def names(window: MainWindow) -> list[str]:
    """Return what the chips say."""
    return [chip.text() for chip in window.transcript.speakers.chips]


def line(window: MainWindow, row: int) -> str:
    """Return a row as it is laid out."""
    return window.transcript.view.row_layout(row).layout.text()


def panel(window: MainWindow) -> SpeakerNamePanel:
    found = window.findChild(SpeakerNamePanel)
    assert isinstance(found, SpeakerNamePanel)
    return found


# --- speakers ------------------------------------------------------------------------------------


def test_a_name_stands_before_what_was_said(window: MainWindow, say: Say) -> None:
    say(made_up.SPEAKERS)
    assert names(window) == ["Arts", "Spreker 2"]
    assert line(window, 0).startswith("Arts  En heeft")
    assert line(window, 1).startswith("Spreker 2  Nee")
    named = (("SPEAKER_0", "Arts"), ("SPEAKER_1", "Mevrouw Jansen"))
    say(
        replace(
            made_up.SPEAKERS, consultation=replace(made_up.SPEAKERS.consultation, speakers=named)
        )
    )
    assert names(window) == ["Arts", "Mevrouw Jansen"]
    assert line(window, 1).startswith("Mevrouw Jansen  Nee")


def test_nobody_told_apart_is_no_row(window: MainWindow, say: Say) -> None:
    alone = Transcript((Utterance("0:0", 0, 1, "Goedemiddag."),))
    consultation = replace(made_up.RECORDING.consultation, transcript=alone)
    say(replace(made_up.RECORDING, consultation=consultation))
    assert not window.transcript.speakers.isVisible()
    say(made_up.SPEAKERS)
    assert window.transcript.speakers.isVisible()
    say(replace(made_up.RECORDING, consultation=consultation))
    assert not window.transcript.speakers.isVisible()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_role_is_one_press_away(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say, at: int
) -> None:
    say(made_up.SPEAKERS)
    qtbot.mouseClick(window.transcript.speakers.chips[1], Qt.MouseButton.LeftButton)
    role = panel(window).roles[at]
    qtbot.mouseClick(role, Qt.MouseButton.LeftButton)
    assert desk.asked == [NameSpeaker("SPEAKER_1", ("Arts", "Patiënt", "Naaste")[at])]
    assert not panel(window).isVisible()


def test_a_name_is_typed_with_the_keyboard_alone(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.SPEAKERS)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    chip = window.transcript.speakers.chips[1]
    assert chip.focusPolicy() & Qt.FocusPolicy.TabFocus
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    edit = window.findChild(QLineEdit, "speakerNameEdit")
    assert edit is not None
    assert edit.hasFocus()
    qtbot.keyClicks(edit, " Mevrouw Jansen ")
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    assert desk.asked == [NameSpeaker("SPEAKER_1", "Mevrouw Jansen")]
    assert chip.hasFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    qtbot.keyClicks(edit, "toch niet")
    qtbot.keyClick(edit, Qt.Key.Key_Escape)
    assert not panel(window).isVisible()
    assert chip.hasFocus()
    assert len(desk.asked) == 1


def test_a_name_can_be_taken_back(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.SPEAKERS)
    qtbot.mouseClick(window.transcript.speakers.chips[0], Qt.MouseButton.LeftButton)
    back = window.findChild(QPushButton, "speakerNameBack")
    assert back is not None
    qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
    assert desk.asked == [NameSpeaker("SPEAKER_0", "")]


def test_what_is_copied_has_the_names(qtbot: QtBot, window: MainWindow, say: Say) -> None:
    say(made_up.SPEAKERS)
    view = window.transcript.view
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Arts: En heeft u ook koorts gehad?"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        (None, ""),
        ("SPEAKER_0", "Speaker 1"),
        ("speaker 11", "Speaker 12"),
        ("3", "3"),
        ("Arts", "Doctor"),
        ("<b>x</b>\u202e", "<b>x</b>"),
        ("y" * 90, "y" * 24),
    ],
)
def test_a_label_in_words(label: str | None, shown: str) -> None:
    assert speaker_name(label).strip() == shown


def test_a_thousand_labels_do_not_fill_the_window(window: MainWindow, say: Say) -> None:
    finals = tuple(Utterance(f"0:{n}", n, n + 1, "woord", f"label-{n}") for n in range(1000))
    consultation = replace(made_up.RECORDING.consultation, transcript=Transcript(finals))
    before = window.width()
    say(replace(made_up.RECORDING, consultation=consultation))
    assert len(names(window)) == 12
    assert window.width() == before


def test_counting_speakers_looks_only_at_what_changed(window: MainWindow) -> None:
    view, seen = window.transcript.view, []
    finals = made_up.many(2_000).finals
    window.transcript.show_transcript(Transcript(finals))
    count = view._count_speakers

    def watched(old: tuple[Utterance, ...], new: tuple[Utterance, ...]) -> None:
        seen.append(len(tuple(old)) + len(tuple(new)))
        count(old, new)

    view._count_speakers = watched  # type: ignore[method-assign]
    partial = Utterance("0:p", 9e3, 9e3 + 1, "een", "Patiënt", status=Status.PARTIAL)
    window.transcript.show_transcript(Transcript(finals, (partial,)))
    window.transcript.show_transcript(Transcript((*finals, made_up.FINALS[1]), (partial,)))
    assert max(seen) <= 3
    assert view.labels == ("Arts", "Patiënt")


def test_a_label_that_was_revised_away_is_gone(window: MainWindow) -> None:
    first, *rest = made_up.TOLD_APART
    pane = window.transcript
    pane.show_transcript(Transcript((replace(first, speaker="SPEAKER_9"), *rest)))
    assert pane.view.labels == ("SPEAKER_9", "SPEAKER_1", "SPEAKER_0")
    pane.show_transcript(Transcript((first, *rest)))
    assert set(pane.view.labels) == {"SPEAKER_0", "SPEAKER_1"}
    pane.show_transcript(Transcript())
    assert pane.view.labels == ()


# --- no partials ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("snapshot", "words"),
    [
        (made_up.SPEAKERS, "processing… 4 s"),
        (replace(made_up.SPEAKERS, ledger=Ledger(60, 60, 60, 59.6)), ""),
        (replace(made_up.SPEAKERS, state=State(Phase.FINISHING, Link.LIVE)), "processing… 4 s"),
        (replace(made_up.SPEAKERS, state=State(Phase.REVIEW)), None),
        (made_up.RECORDING, None),
        (made_up.IDLE, None),
        (Snapshot(), None),
    ],
)
def test_the_wait_in_words(snapshot: Snapshot, words: str | None) -> None:
    assert waiting(snapshot, "en") == words


def test_the_wait_is_seen_and_nothing_jumps(window: MainWindow, say: Say) -> None:
    view = window.transcript.view
    say(replace(made_up.SPEAKERS, ledger=Ledger(60, 60, 60, 60)))
    QApplication.processEvents()  # the chips take their room
    quiet = view.viewport().grab().toImage()
    room = view.verticalScrollBar().maximum()
    say(made_up.SPEAKERS)
    assert view.tail == "wordt verwerkt… 4 s"
    assert view.viewport().grab().toImage() != quiet
    assert view.verticalScrollBar().maximum() == room
    say(replace(made_up.SPEAKERS, ledger=Ledger(61, 61, 61, 61)))
    assert view.viewport().grab().toImage() == quiet


def test_the_wait_stays_in_view_at_the_end(window: MainWindow, say: Say) -> None:
    view = window.transcript.view
    consultation = replace(made_up.SPEAKERS.consultation, transcript=made_up.many(300))
    say(replace(made_up.SPEAKERS, consultation=consultation))
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum()
    without = bar.maximum()
    view.show_tail(None)
    assert without - bar.maximum() >= window.theme.px(21)
    assert bar.value() == bar.maximum()
