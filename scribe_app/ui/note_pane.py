"""The note: episodes as tabs, four cards, and the bar that copies it whole."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from scribe_app.domain.layout import PLAIN, Layout, excess, note_layout, section_layout
from scribe_app.domain.note import Note, Section
from scribe_app.ui.check_button import CheckButton
from scribe_app.ui.check_walk import CheckWalk
from scribe_app.ui.check_words import check_words
from scribe_app.ui.episode_tabs import EpisodeTabs
from scribe_app.ui.icons import Icon
from scribe_app.ui.line_marks import Marks, marks_of
from scribe_app.ui.note_bar import NoteBar
from scribe_app.ui.note_documents import NoteDocuments
from scribe_app.ui.section_card import SectionCard
from scribe_app.ui.section_edit import cursors_kept
from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme
from scribe_app.ui.toast import Toast

if TYPE_CHECKING:
    from scribe_app.domain.commands import Command
    from scribe_app.domain.consultation import Consultation
    from scribe_app.domain.review import Omission, Review

translate = QCoreApplication.translate


class NotePane(QFrame):
    """The middle of the window; what the clinician typed is never overwritten here."""

    evidenceWanted = Signal(object)
    typed = Signal()

    def __init__(
        self, theme: Theme, submit: Callable[[Command], None], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme, self._submit = theme, submit
        self._consultation: Consultation | None = None
        self._inserted: dict[str, frozenset[str]] = {}
        self._layout = PLAIN
        self._review: Review | None = None
        self.documents = NoteDocuments(theme, submit, self)
        self._walk = CheckWalk(self.documents, self._marks)
        self.tabs = EpisodeTabs(theme)
        self.check = CheckButton(theme)
        self.bar = NoteBar(theme)
        self.toast = Toast(theme, self)
        self.cards = {section: SectionCard(theme, section) for section in Section}
        self._build()
        self._connect()
        self._show_episode()

    @property
    def episode(self) -> int:
        """Return the number of the open episode."""
        return max(0, self.tabs.currentIndex())

    def show_consultation(self, consultation: Consultation) -> None:
        """Show a consultation's note where nobody typed."""
        old, self._consultation = self._consultation, consultation
        if old is not None and consultation.forgotten != old.forgotten:
            gone = {*old.evidence} - {*consultation.evidence}
            lines = ((each.episode, each.section, each.text.strip()) for each in gone)
            self.documents.forget(frozenset(lines))
        if old is None or consultation.note is not old.note:
            with cursors_kept(card.edit for card in self.cards.values()):
                self.documents.load(consultation)
            self._show_titles()
            self._show_counts()
            self.bar.show_note(consultation.note)
        if old is None or consultation.evidence is not old.evidence:
            self._show_marks()

    def show_review(self, review: Review) -> None:
        """Mark what a second reading of the note found."""
        if review is not self._review:
            self._review = review
            self._show_marks()

    def next_check(self) -> None:
        """Go to the next line that is to be checked, and say why."""
        found = self._walk.next()
        if found is None:
            self._say(translate("Note", "Nothing to check"))
            return
        place, mark = found
        self.tabs.setCurrentIndex(place.episode)
        self.cards[place.section].edit.go_to(place.line)
        words = "; ".join(check_words(each) for each in mark.checks)
        self._say(f"{place.section.letter}: {words}", Icon.WARN)
        self.check.show_count(len(self._walk.waiting()))

    def reset(self, *, keep_typed: bool = False) -> None:
        """Empty the note: another consultation begins, with what was typed already or without."""
        self._consultation = self._review = None
        self._walk.reset()
        if keep_typed:
            self.documents.resend()
        else:
            self._inserted = {}
            self.documents.reset()
        self._show_titles()
        self._show_marks()
        self._show_counts()
        self.bar.show_note(Note())

    def write_as(self, layout: Layout) -> None:
        """Copy as a patient record system wants it from now on, and count what its fields take."""
        self._layout = layout
        self._show_counts()

    def copy_section(self, section: Section) -> None:
        """Put a section of the open episode on the clipboard, as plain text."""
        self.documents.flush()
        text = self._field(section)
        if not text:
            empty = translate("Note", "%1 is still empty").replace("%1", section.letter)
            self._say(empty, Icon.WARN)
            return
        QGuiApplication.clipboard().setText(text)
        self._tell_copied(section)
        self.cards[section].show_copied()
        self._say_copied(section, excess(text, self._layout))

    def copy_all(self) -> None:
        """Put the whole note on the clipboard, as plain text."""
        self.documents.flush()
        note = self.documents.note(self._consultation.note if self._consultation else Note())
        if note.is_empty:
            self._say(translate("Note", "There is no note yet"), Icon.WARN)
            return
        QGuiApplication.clipboard().setText(note_layout(note, self._layout))
        self._tell_copied(None)
        self._say(translate("Note", "Whole note copied"))

    def add_line(self, section: Section, line: str, utterances: frozenset[str]) -> None:
        """Add a line to the open episode and remember what was said for it."""
        self._inserted[line] = utterances
        self.documents.append_line(self.episode, section, line)
        self._show_marks()

    def add_omission(self, omission: Omission, section: Section) -> None:
        """Add what was said to a section of the open episode; it leads back to its words."""
        self.add_line(section, omission.text, frozenset(omission.utterances))

    def holds(self, section: Section, line: str) -> bool:
        """Return whether any episode's section holds a line, in whichever case."""
        texts = (self.documents.text(i, section) for i in range(self.documents.count))
        return any(line.casefold() in text.casefold() for text in texts)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface behind tabs and cards, and the line that joins them."""
        t, painter = self._theme.tokens, QPainter(self)
        fill(painter, self.rect(), t.bg)
        head = self._scroll.y()
        fill(painter, QRect(0, 0, self.width(), head), t.pane)
        fill(painter, QRect(0, head - 1, self.width(), 1), t.line)

    def _tell_copied(self, section: Section | None) -> None:
        from scribe_app.domain.commands import NoteCopied

        self._submit(NoteCopied(self.episode, section))

    def _say(self, text: str, icon: Icon = Icon.CHECK) -> None:
        self.toast.say(text, icon)
        left = (self.width() - self.toast.width()) // 2
        self.toast.move(left, self.bar.y() - self.toast.height() - self._theme.px(12))

    def _say_copied(self, section: Section, too_long: int) -> None:
        words = translate("Note", "%1 copied").replace("%1", section.letter)
        if not too_long:
            self._say(words)
            return
        longer = translate("Note", "%1 copied: %2 characters more than the field takes")
        self._say(longer.replace("%1", section.letter).replace("%2", str(too_long)), Icon.WARN)

    def _field(self, section: Section) -> str:
        text = self.documents.text(self.episode, section)
        return section_layout(text, self._layout, section)

    def _show_counts(self) -> None:
        for section, card in self.cards.items():
            longest = self._layout.longest
            card.show_count(len(self._field(section)) if longest else 0, longest)

    def _show_titles(self) -> None:
        titles = [self.documents.title(index) for index in range(self.documents.count)]
        self.tabs.show_titles(titles)

    def _show_episode(self) -> None:
        for section, card in self.cards.items():
            card.edit.show_document(self.documents.document(self.episode, section))
        self._show_marks()
        self._show_counts()
        self.tabs.update()

    def _show_marks(self) -> None:
        for section, card in self.cards.items():
            card.edit.show_marks(self._marks(self.episode, section))
        self.check.show_count(len(self._walk.waiting()))

    def _marks(self, episode: int, section: Section) -> Marks:
        return marks_of(self._consultation, self._review, episode, section, self._inserted)

    def _keep_cursor_in_view(self, card: SectionCard) -> None:
        if card.edit.hasFocus():
            box = card.edit.cursorRect()
            at = card.edit.viewport().mapTo(self._page, box.center())
            self._scroll.ensureVisible(at.x(), at.y(), 0, self._theme.px(32))

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._show_episode)
        self.bar.copyAsked.connect(self.copy_all)
        self.check.clicked.connect(self.next_check)
        self.documents.typed.connect(self.typed)
        self.documents.typed.connect(self._show_counts)
        for card in self.cards.values():
            card.copyAsked.connect(self.copy_section)
            card.edit.evidenceWanted.connect(self.evidenceWanted)
            card.edit.cursorPositionChanged.connect(
                lambda card=card: self._keep_cursor_in_view(card)
            )

    def _build(self) -> None:
        px = self._theme.px
        self._page = QWidget()
        page = QVBoxLayout(self._page)
        page.setContentsMargins(px(16), px(12), px(16), px(12))
        page.setSpacing(px(10))
        for card in self.cards.values():
            page.addWidget(card)
        page.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(10), 0, 0)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setContentsMargins(px(16), 0, px(16), 0)
        head.addWidget(self.tabs, 1)
        head.addWidget(self.check)
        column.addLayout(head)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.bar)
