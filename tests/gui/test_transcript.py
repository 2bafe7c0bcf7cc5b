"""The conversation: exact, followed until the clinician scrolls, fast at any length, plain."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scribe_app.domain.transcript import Status, Transcript, Utterance
from scribe_app.ui.theme import Theme
from scribe_app.ui.transcript_pane import TranscriptPane
from scribe_app.ui.transcript_rows import Rows, first_change
from scribe_app.ui.transcript_text import shown
from scribe_app.ui.transcript_view import TranscriptView
from tests.fixtures import consultations as made_up

TEN_THOUSAND = 10_000


@pytest.fixture
def pane(qapp: QApplication, qtbot: QtBot) -> TranscriptPane:
    """Return a shown conversation of the window's size."""
    made = TranscriptPane(Theme(qapp, "light"))
    qtbot.addWidget(made)
    made.resize(486, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def view(pane: TranscriptPane) -> TranscriptView:
    return pane.view


def partial(words: str) -> tuple[Utterance, ...]:
    return (Utterance("0:p", 1e6, 1e6 + 1, words, status=Status.PARTIAL),)


def painted(view: TranscriptView) -> QPixmap:
    """Return the view as it looks."""
    return view.viewport().grab()


def is_at_end(view: TranscriptView) -> bool:
    return view.verticalScrollBar().value() == view.verticalScrollBar().maximum()


# --- rows ----------------------------------------------------------------------------------------


def test_sums_follow_every_change() -> None:
    rows = Rows()
    items = made_up.many(100).finals
    rows.replace_from(0, items, [10.0] * 100)
    assert (rows.total, rows.top(50), rows.at(505.0)) == (1000.0, 500.0, 50)
    assert rows.measure(10, 30.0)
    assert not rows.measure(10, 30.0)
    assert (rows.total, rows.top(10), rows.top(11), rows.at(125.0)) == (1020.0, 100.0, 130.0, 10)
    rows.replace_from(50, items[:1], [5.0])
    assert (len(rows), rows.total, rows.at(1e9)) == (51, 525.0, 50)
    assert rows.is_measured(10)
    assert not rows.is_measured(50)


def test_only_what_changed_is_found() -> None:
    old = made_up.many(50).finals
    assert first_change(old, old) == 50
    assert first_change(old, (*old, made_up.PARTIAL)) == 50
    assert first_change(old, (*old[:20], made_up.PARTIAL, *old[21:])) == 20
    assert first_change(old, old[:30]) == 30
    assert first_change((), old) == 0


def test_an_append_or_a_partial_lays_out_nothing_else(view: TranscriptView) -> None:
    transcript = made_up.many(300)
    view.show_transcript(transcript)
    painted(view)
    kept = {index: view.row_layout(index) for index in range(295, 300)}
    view.show_transcript(Transcript(transcript.finals, partial("een twee")))
    view.show_transcript(Transcript((*transcript.finals, made_up.FINALS[0]), partial("drie")))
    assert all(view.row_layout(index) is row for index, row in kept.items())


def test_a_revision_in_the_middle_shows(view: TranscriptView) -> None:
    finals = made_up.FINALS
    view.show_transcript(Transcript(finals))
    revised = Utterance("0:2", 401.0, 404.0, "heel iets anders", "Arts")
    view.show_transcript(Transcript((*finals[:2], revised, *finals[3:])))
    assert "heel iets anders" in view.row_layout(2).layout.text()


# --- following -----------------------------------------------------------------------------------


def test_it_follows_until_the_clinician_scrolls_up(
    qtbot: QtBot, pane: TranscriptPane, view: TranscriptView
) -> None:
    transcript = made_up.many(200)
    pane.show_transcript(transcript)
    assert is_at_end(view)
    view.verticalScrollBar().setValue(300)
    assert not view.is_following
    before = painted(view).toImage()
    pane.show_transcript(Transcript((*transcript.finals, made_up.FINALS[0]), partial("nieuw")))
    assert painted(view).toImage() == before
    qtbot.mouseClick(pane.newest, Qt.MouseButton.LeftButton)
    assert view.is_following
    assert is_at_end(view)
    assert not pane.newest.isVisible()


def test_scrolling_back_to_the_end_follows_again(
    pane: TranscriptPane, view: TranscriptView
) -> None:
    pane.show_transcript(made_up.many(200))
    view.verticalScrollBar().setValue(0)
    assert pane.newest.isVisible()
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum())
    assert view.is_following


def test_a_shorter_partial_does_not_end_the_following(view: TranscriptView) -> None:
    finals = made_up.many(100).finals
    view.show_transcript(Transcript(finals, partial("woord " * 80)))
    view.show_transcript(Transcript(finals, partial("woord")))
    assert view.is_following
    assert is_at_end(view)


def test_a_new_width_keeps_the_end_in_view(pane: TranscriptPane, view: TranscriptView) -> None:
    pane.show_transcript(made_up.many(500))
    for width in (700, 300, 486):
        pane.resize(width, 700)
        painted(view)
        assert is_at_end(view)


# --- selecting and evidence ----------------------------------------------------------------------


def test_selected_utterances_are_copied_whole_and_plain(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_transcript(Transcript(made_up.FINALS))
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == (
        "Doctor: En heeft u ook koorts gehad?\n"
        "Patient: Nee, geen koorts. Wel al twee weken keelpijn, vooral rechts."
    )


def test_keys_walk_through_a_long_conversation(qtbot: QtBot, view: TranscriptView) -> None:
    view.show_transcript(made_up.many(500))
    view.setFocus()
    for key, expected in (
        (Qt.Key.Key_Home, "0:0"),
        (Qt.Key.Key_Down, "0:1"),
        (Qt.Key.Key_Up, "0:0"),
        (Qt.Key.Key_End, "0:499"),
    ):
        qtbot.keyClick(view, key)
        assert [each.id for each in view.selected()] == [expected]
    qtbot.keyClick(view, Qt.Key.Key_PageUp)
    assert view.selected()[0].start < made_up.many(500).finals[-1].start - 20
    assert not view.is_following


def test_evidence_is_marked_and_brought_into_view(view: TranscriptView) -> None:
    view.show_transcript(made_up.many(500))
    plain = painted(view).toImage()
    view.highlight(frozenset({"0:3"}))
    assert painted(view).toImage() == plain
    view.highlight(frozenset({"0:3"}), scroll=True)
    marked = painted(view).toImage()
    view.highlight(frozenset())
    assert painted(view).toImage() != marked


# --- hostile and long ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ['<img src="file:///etc/hostname">', "<b>vet</b> & zo", "a\u202eb\x00c\x1b[31m"],
)
def test_a_vendors_words_are_shown_as_they_are(view: TranscriptView, text: str) -> None:
    view.show_transcript(Transcript((Utterance("0:0", 0, 1, text, "<i>wie</i>"),)))
    laid_out = view.row_layout(0).layout.text()
    assert laid_out.startswith("<i>wie</i>")
    assert not set(laid_out) & {"\u202e", "\x00", "\x1b"}
    if text.isprintable():
        assert text in laid_out


def test_an_endless_word_is_cut_on_screen_and_whole_when_copied(view: TranscriptView) -> None:
    text = "x" * 1_000_000
    assert len(shown(text)) < 500
    view.show_transcript(Transcript((Utterance("0:0", 0, 1, text),)))
    painted(view)
    view.show_transcript(Transcript((Utterance("0:0", 0, 1, "y " * 500_000),)))
    painted(view)
    assert view.row_layout(0).text_length < 21_000
    view.show_transcript(Transcript((Utterance("0:0", 0, 1, text),)))
    view.setFocus()
    view.select_all()
    view.copy()
    assert QApplication.clipboard().text() == text


def test_ten_thousand_rows_lay_out_only_what_is_seen(view: TranscriptView) -> None:
    transcript = made_up.many(TEN_THOUSAND)
    view.show_transcript(transcript)
    painted(view)
    for number in range(20):
        view.show_transcript(Transcript(transcript.finals, partial("woord " * number)))
        painted(view)
    assert view.laid_out < 60
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    painted(view)
    assert view.laid_out < 200
    assert is_row_visible(view)


def is_row_visible(view: TranscriptView) -> bool:
    image = painted(view).toImage()
    background = image.pixelColor(1, 1)
    points = ((x, y) for x in range(60, 400, 3) for y in range(0, 600, 3))
    return any(image.pixelColor(x, y) != background for x, y in points)
