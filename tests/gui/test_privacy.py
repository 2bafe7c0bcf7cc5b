"""Private moments and forgetting in the window: by key, by button, and what is seen of them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scribe_app.domain import events as ev
from scribe_app.domain.commands import BeginPrivate, EditSection, EndPrivate, Forget
from scribe_app.domain.consultation import Epoch
from scribe_app.domain.folding import fold
from scribe_app.domain.ledger import Ledger
from scribe_app.domain.note import Section
from scribe_app.domain.session import Link, Phase, State
from scribe_app.domain.spans import Spans
from scribe_app.ports.desk import Snapshot
from scribe_app.ui.ledger_strip import described
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.transcript_marks import MarkRow
from tests.fixtures import consultations as made_up
from tests.fixtures.scripted_desk import ScriptedDesk
from tests.gui.conftest import Open, Say

PRIVATE = replace(made_up.RECORDING, state=State(Phase.PRIVATE, Link.LIVE))
NO_KEYS = Qt.KeyboardModifier.NoModifier


def key(where: QWidget, kind: QEvent.Type, *, repeated: bool = False) -> None:
    """Deliver a key as the window system does, to the widget that has the focus."""
    event = QKeyEvent(kind, Qt.Key.Key_F7, NO_KEYS, "", repeated)
    QCoreApplication.sendEvent(where, event)


def hold(qtbot: QtBot, desk: ScriptedDesk, where: QWidget) -> None:
    """Hold F7 long enough for the keyboard to repeat it, said or unsaid, and let it go."""
    ended = desk.asked.count(EndPrivate())
    key(where, QEvent.Type.KeyPress)
    for repeated in (True, False, True, False):
        key(where, QEvent.Type.KeyRelease, repeated=repeated)
        key(where, QEvent.Type.KeyPress, repeated=repeated)
    key(where, QEvent.Type.KeyRelease)
    qtbot.waitUntil(lambda: desk.asked.count(EndPrivate()) > ended)


@pytest.mark.parametrize("place", ["record", "editor", "conversation"])
def test_a_key_that_is_held_is_one_private_moment(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say, place: str
) -> None:
    say(made_up.RECORDING)
    where = {
        "record": window.top.record,
        "editor": window.note.cards[Section.PLAN].edit,
        "conversation": window.transcript.view,
    }[place]
    hold(qtbot, desk, where)
    assert desk.asked == [BeginPrivate(), EndPrivate()]


def test_it_is_held_in_the_settings_too(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say, settings: Open
) -> None:
    say(made_up.RECORDING)
    dialog = settings()
    hold(qtbot, desk, dialog.side.list)
    assert [each for each in desk.asked if isinstance(each, BeginPrivate | EndPrivate)] == [
        BeginPrivate(),
        EndPrivate(),
    ]


def test_a_release_that_went_elsewhere_leaves_it_private_until_the_next(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.RECORDING)
    key(window, QEvent.Type.KeyPress)
    assert desk.asked == [BeginPrivate()]
    hold(qtbot, desk, window)
    assert desk.asked[-1] == EndPrivate()


def test_a_release_alone_is_nobodys(window: MainWindow, desk: ScriptedDesk, say: Say) -> None:
    say(PRIVATE)
    key(window, QEvent.Type.KeyRelease)
    assert desk.asked == []


def test_the_button_is_for_those_who_cannot_hold(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.RECORDING)
    bar = window.privacy.bar
    qtbot.mouseClick(bar.private, Qt.MouseButton.LeftButton)
    say(PRIVATE)
    assert window.top.state.text() == "Privé"
    assert bar.private.accessibleName() == "Weer luisteren"
    qtbot.mouseClick(bar.private, Qt.MouseButton.LeftButton)
    assert desk.asked == [BeginPrivate(), EndPrivate()]


def test_nothing_is_offered_where_nothing_can_be_asked(window: MainWindow, say: Say) -> None:
    bar = window.privacy.bar
    for snapshot, shown, private, forget in (
        (made_up.IDLE, False, False, False),
        (made_up.STARTING, False, False, False),
        (made_up.RECORDING, True, True, True),
        (made_up.PAUSED, True, False, True),
        (made_up.REVIEW, True, False, True),
    ):
        say(snapshot)
        state = (bar.isVisible(), bar.private.isEnabled(), bar.forget.isEnabled())
        assert state == (shown, private, forget)


def test_how_much_is_asked_without_stopping_anything(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.RECORDING)
    qtbot.mouseClick(window.privacy.bar.forget, Qt.MouseButton.LeftButton)
    panel = window.findChild(QWidget, "forgetPanel")
    assert panel is not None
    assert panel.isVisible()
    say(replace(made_up.RECORDING, ledger=Ledger(470.0, 470.0, 470.0, 470.0)))
    assert window.top.state.text() == "Opname loopt"
    long = panel.findChild(QWidget, "forget60Button")
    assert long is not None
    qtbot.mouseClick(long, Qt.MouseButton.LeftButton)
    assert desk.asked == [Forget(60.0)]
    assert not panel.isVisible()


def test_forgetting_by_key(qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say) -> None:
    shift, control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(window, Qt.Key.Key_F7, shift)
    assert desk.asked == []
    say(made_up.RECORDING)
    qtbot.keyClick(window, Qt.Key.Key_F7, shift)
    qtbot.keyClick(window, Qt.Key.Key_F7, shift | control)
    assert desk.asked == [Forget(30.0), Forget(60.0)]


def forgetting(snapshot: Snapshot, since: float, until: float) -> Snapshot:
    asked = ev.Forgotten(round(since * 16_000), round(until * 16_000))
    consultation = fold(snapshot.consultation, asked)
    ledger = replace(snapshot.ledger, forgotten=consultation.forgotten.parts)
    return replace(snapshot, consultation=consultation, ledger=ledger)


def test_what_is_forgotten_is_gone_and_marked(window: MainWindow, say: Say) -> None:
    say(made_up.RECORDING)
    gone = forgetting(made_up.RECORDING, 440.0, 470.0)
    say(gone)
    rows = [window.transcript.view.row_layout(n).layout.text() for n in range(7)]
    assert not any("plekje" in each for each in rows)
    assert rows[6] == "30 s vergeten"
    assert window.privacy.toast.text() == "30 s vergeten; wat u typte blijft"
    assert "30 s vergeten" in window.ledger.accessibleDescription()


def test_a_consultation_that_is_opened_says_nothing_of_what_was_forgotten_long_ago(
    window: MainWindow, say: Say
) -> None:
    say(made_up.RECORDING)
    say(replace(forgetting(made_up.REVIEW, 440.0, 470.0), number=2))
    assert not window.privacy.toast.isVisible()


def test_drafted_lines_go_from_a_field_that_was_typed_in_and_cannot_be_brought_back(
    qtbot: QtBot, window: MainWindow, desk: ScriptedDesk, say: Say
) -> None:
    say(made_up.REVIEW)
    edit = window.note.cards[Section.PLAN].edit
    edit.setFocus()
    edit.moveCursor(QTextCursor.MoveOperation.End)
    qtbot.keyClick(edit, Qt.Key.Key_Return)
    qtbot.keyClicks(edit, "Zelf getypt.")
    window.note.documents.flush()
    typed = desk.asked[-1]
    assert isinstance(typed, EditSection)
    edited = fold(made_up.REVIEW.consultation, ev.SectionEdited(0, Section.PLAN, typed.text))
    say(forgetting(replace(made_up.REVIEW, consultation=edited), 429.0, 434.0))
    assert edit.toPlainText() == "Zelf getypt."
    edit.undo()
    assert edit.toPlainText() == "Zelf getypt."
    assert window.note.documents.is_owned((0, Section.PLAN))


def test_marks_stand_where_they_belong_and_stay_the_same_rows(window: MainWindow, say: Say) -> None:
    marked = replace(
        made_up.RECORDING.consultation,
        private=(410.0,),
        forgotten=Spans(((425.0, 429.0),)),
        missing=Spans(((395.0, 395.4), (440.0, 447.0))),
    )
    first = window.transcript._marks.among(marked)
    rows = [each for each in first.finals if isinstance(each, MarkRow)]
    assert [each.start for each in first.finals] == sorted(each.start for each in first.finals)
    assert [each.text for each in rows] == [
        "Privé: er is niets gehoord of bewaard",
        "4,0 s vergeten",
        "7,0 s zonder geluid",
    ]
    grown = replace(marked, private=(410.0, 455.0))
    again = [e for e in window.transcript._marks.among(grown).finals if isinstance(e, MarkRow)]
    assert again[0] is rows[0]
    assert again[1] is rows[1]
    assert window.transcript._marks.among(made_up.RECORDING.consultation) is (
        made_up.RECORDING.consultation.transcript
    )


def test_where_another_vendor_writes_on_it_is_said(window: MainWindow) -> None:
    recorded = made_up.RECORDING.consultation
    finals = recorded.transcript.finals
    later = tuple(replace(each, id=each.id.replace("0:", "1:")) for each in finals[3:])
    turned = replace(
        recorded,
        transcript=replace(recorded.transcript, finals=finals[:3] + later),
        epochs=(
            Epoch(0, "voxist", "general", 0, "Voxist"),
            Epoch(1, "on-device", "whisper-base", 6_000_000, "On this device"),
        ),
    )
    rows = [e for e in window.transcript._marks.among(turned).finals if isinstance(e, MarkRow)]
    assert [(each.start, each.text) for each in rows] == [
        (finals[3].start, "Vanaf hier: Op dit apparaat")
    ]
    one = replace(turned, epochs=turned.epochs[:1])
    assert window.transcript._marks.among(one) is one.transcript


def test_the_strip_says_everything_it_shows(window: MainWindow) -> None:
    ledger = Ledger(
        100.0,
        90.0,
        95.0,
        80.0,
        gaps=((10.0, 14.0),),
        missing=((20.0, 28.0),),
        forgotten=((30.0, 60.0),),
        private=(5.0, 6.0),
    )
    words = described(ledger, "nl")
    for told in ("100 s", "10 s nog niet", "8,0 s zonder geluid", "30 s vergeten", "2 keer privé"):
        assert told in words
