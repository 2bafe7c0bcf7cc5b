"""What a second reading found: marks, one key from line to line, and what is missing."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from scribe_app.domain.consultation import Consultation
from scribe_app.domain.events import NoteDraft, SectionEdited
from scribe_app.domain.folding import folded
from scribe_app.domain.note import Episode, Evidence, Note, Origin, Section
from scribe_app.domain.review import Check, CheckKind, Level, Omission, Review
from scribe_app.ports.desk import Snapshot
from scribe_app.ui.check_words import check_words
from scribe_app.ui.line_marks import Source
from scribe_app.ui.main_window import MainWindow
from tests.fixtures import consultations as made_up
from tests.gui.conftest import Say
from tests.gui.hands import click

PLAN = "Paracetamol 500 mg\nBloeddruk 2 weken thuis meten"
FIRST = Episode("2 weken keelpijn", "", "", PLAN, "Keelpijn")
SECOND = Episode("Plekje op de linkervoet", title="Voet")
DRAFT = NoteDraft(
    Note(Origin.VENDOR, (FIRST, SECOND)),
    (Evidence(0, Section.PLAN, "Paracetamol 500 mg", ("0:5",)),),
)
WEEKS = Check(
    CheckKind.NUMBER,
    Level.RED,
    0,
    Section.PLAN,
    "Bloeddruk 2 weken thuis meten",
    ("2 weken",),
    ("0:5",),
)
SIDE = Check(
    CheckKind.SIDE, Level.AMBER, 1, Section.SUBJECTIVE, SECOND.subjective, ("links",), ("0:6",)
)
MISSING = Omission(Section.SUBJECTIVE, "de vorige keer ook al hoog", ("0:4",), 0.8)
REVIEW = Review(
    tuple(
        Evidence(at, part, line, ("0:5",))
        for at, part, line in (
            (0, Section.SUBJECTIVE, "2 weken keelpijn"),
            (0, Section.PLAN, "Paracetamol 500 mg"),
            (0, Section.PLAN, WEEKS.text),
            (1, Section.SUBJECTIVE, SIDE.text),
        )
    ),
    (WEEKS, SIDE),
    (MISSING,),
)


def shown(consultation: Consultation | None = None, review: Review = REVIEW) -> Snapshot:
    known = folded([DRAFT]) if consultation is None else consultation
    whole = replace(made_up.REVIEW.consultation, note=known.note, evidence=known.evidence)
    whole = replace(whole, drafts=known.drafts, typed=known.typed)
    return replace(made_up.REVIEW, consultation=whole, review=review)


def source_of(window: MainWindow, section: Section, line: str) -> Source:
    return window.note._marks(window.note.episode, section).of(line).source


def test_every_line_says_what_was_found_of_it(window: MainWindow, say: Say) -> None:
    say(shown())
    assert source_of(window, Section.SUBJECTIVE, "2 weken keelpijn") is Source.SAID
    assert source_of(window, Section.PLAN, "Paracetamol 500 mg") is Source.SAID
    assert source_of(window, Section.PLAN, WEEKS.text) is Source.WRONG
    assert window.note.check.isVisible()
    assert window.note.check.text() == "2 te controleren"


def test_one_key_walks_through_all_of_them_and_says_why(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    say(shown())
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_F8)
    edit = window.note.cards[Section.PLAN].edit
    assert edit.hasFocus()
    assert edit.textCursor().block().text() == WEEKS.text
    assert window.note.toast.text() == "P: zo niet gezegd: 2 weken"
    assert window.transcript.view.marked == frozenset({"0:5"})
    qtbot.keyClick(edit, Qt.Key.Key_F8)
    assert window.note.episode == 1
    assert window.note.cards[Section.SUBJECTIVE].edit.textCursor().block().text() == SIDE.text
    assert not window.note.check.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_F8)  # and round once more
    assert window.note.episode == 0


def test_nothing_to_check_is_said_too(window: MainWindow, say: Say) -> None:
    say(shown(review=Review()))
    assert not window.note.check.isVisible()
    window.note.next_check()
    assert window.note.toast.text() == "Niets te controleren"


def test_a_line_that_is_mended_is_no_longer_counted(window: MainWindow, say: Say) -> None:
    say(shown())
    typed = PLAN.replace("2 weken", "een week")
    mended = folded([DRAFT, SectionEdited(0, Section.PLAN, typed)])
    say(shown(mended, replace(REVIEW, checks=(SIDE,))))
    assert window.note.check.text() == "1 te controleren"


def test_what_the_clinician_adds_is_no_doubt_unless_it_contradicts(
    window: MainWindow, say: Say
) -> None:
    own, wrong = "Mantelzorger voor moeder", "Pijn links"
    consultation = folded([DRAFT, SectionEdited(0, Section.SUBJECTIVE, f"{own}\n{wrong}")])
    doubts = tuple(
        Check(kind, level, 0, Section.SUBJECTIVE, text, ())
        for kind, level, text in (
            (CheckKind.UNSUPPORTED, Level.AMBER, own),
            (CheckKind.SIDE, Level.RED, wrong),
        )
    )
    lines = tuple(Evidence(0, Section.SUBJECTIVE, each, ()) for each in (own, wrong))
    say(shown(consultation, Review(lines, doubts)))
    assert source_of(window, Section.SUBJECTIVE, own) is Source.TYPED
    assert source_of(window, Section.SUBJECTIVE, wrong) is Source.WRONG


@pytest.mark.parametrize("by_key", [False, True])
def test_what_is_missing_is_added_with_one_press(
    by_key: bool, qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    say(shown())
    view = window.sidebar.omissions
    assert view.isVisible()
    (card,) = view.cards
    button = card.buttons[Section.OBJECTIVE]  # type: ignore[attr-defined]
    assert button.accessibleName() == f"Toevoegen aan O: {MISSING.text}"
    if by_key:
        qtbot.keyClick(button, Qt.Key.Key_O)
    else:
        click(qtbot, button)
    assert window.note.documents.text(0, Section.OBJECTIVE) == MISSING.text
    mark = window.note._marks(0, Section.OBJECTIVE).of(MISSING.text)
    assert (mark.source, mark.utterances) == (Source.SAID, frozenset({"0:4"}))
    assert not view.isVisible()


def test_the_next_patients_note_may_lack_the_same_words(
    qtbot: QtBot, window: MainWindow, say: Say
) -> None:
    say(shown())
    (card,) = window.sidebar.omissions.cards
    click(qtbot, card.buttons[Section.PLAN])  # type: ignore[attr-defined]
    assert not window.sidebar.omissions.isVisible()
    say(replace(shown(), number=made_up.REVIEW.number + 1))
    assert len(window.sidebar.omissions.cards) == 1


@pytest.mark.parametrize("kind", list(CheckKind))
def test_every_doubt_has_words_of_its_own(kind: CheckKind, window: MainWindow) -> None:
    others = {
        check_words(Check(each, Level.RED, 0, Section.PLAN, "", ("x",)))
        for each in CheckKind
        if each is not kind
    }
    mine = check_words(Check(kind, Level.RED, 0, Section.PLAN, "", ("x",)))
    assert mine
    assert mine not in others
