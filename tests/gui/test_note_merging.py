"""Typing, edits on their way, drafts and late snapshots in any order: the window loses nothing."""

from collections import deque
from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QObject
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication

from scribe_app.domain import events as ev
from scribe_app.domain.commands import EditSection
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.folding import fold
from scribe_app.domain.note import Episode, Note, Origin, Section
from scribe_app.ui.document_change import change_to
from scribe_app.ui.note_documents import NoteDocuments
from scribe_app.ui.theme import Theme

FIELD = (0, Section.PLAN)
LINES = st.lists(st.sampled_from(["rust", "paracetamol", "controle", ""]), max_size=4)
STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("type"), st.integers(0, 100)),
        st.tuples(st.just("send"), st.just(0)),
        st.tuples(st.just("arrive"), st.integers(1, 3)),
        st.tuples(st.just("draft"), LINES.map("\n".join)),
        st.tuples(st.just("show"), st.just(0)),
    ),
    max_size=24,
)


class Desk:
    """An engine at the other end of two slow queues."""

    def __init__(self) -> None:
        self.waiting: deque[EditSection] = deque()
        self.consultation = Consultation()

    def arrive(self, count: int) -> None:
        for _ in range(min(count, len(self.waiting))):
            edit = self.waiting.popleft()
            event = ev.SectionEdited(edit.episode, edit.section, edit.text)
            self.consultation = fold(self.consultation, event)

    def draft(self, plan: str) -> None:
        note = Note(Origin.VENDOR, (Episode(plan=plan),))
        self.consultation = fold(self.consultation, ev.NoteDraft(note))


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_every_word_stays_in_its_order(
    qapp: QApplication, steps: Sequence[tuple[str, object]]
) -> None:
    desk, owner = Desk(), QObject()
    documents = NoteDocuments(Theme(qapp, "light"), desk.waiting.append, owner)
    document, words = documents.document(*FIELD), list[str]()
    for number, (what, about) in enumerate(steps):
        match what, about:
            case "type", int(at):
                cursor, word = QTextCursor(document), f"<{number}>"
                text = document.toPlainText()
                place = at % (len(text) + 1)
                while text.rfind("<", 0, place) > text.rfind(">", 0, place):
                    place -= 1
                cursor.setPosition(place)
                cursor.insertText(word)
                words.append(word)
                words.sort(key=document.toPlainText().find)
            case "send", _:
                documents.flush()
            case "arrive", int(count):
                desk.arrive(count)
            case "draft", str(plan):
                desk.draft(plan)
            case "show", _:
                documents.load(desk.consultation)
        _holds(document.toPlainText(), words)
    for _ in range(4):
        documents.flush()
        desk.arrive(100)
        documents.load(desk.consultation)
    _holds(document.toPlainText(), words)
    assert desk.consultation.note.episodes[0].plan == document.toPlainText()
    documents.flush()
    assert not desk.waiting


def _holds(text: str, words: Sequence[str]) -> None:
    places = [text.find(word) for word in words]
    assert -1 not in places
    assert places == sorted(places)


@given(old=LINES.map("\n".join), new=LINES.map("\n".join), more=st.text("é🙂a\n", max_size=6))
@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_document_is_changed_to_the_letter_and_back(
    qapp: QApplication, old: str, new: str, more: str
) -> None:
    documents = NoteDocuments(Theme(qapp, "light"), lambda _: None, owner := QObject())
    document = documents.document(*FIELD)
    document.setPlainText(more + old)
    change_to(document, new + more)
    assert document.toPlainText() == new + more
    if more + old != new + more:
        document.undo()
    assert document.toPlainText() == more + old
    owner.deleteLater()
