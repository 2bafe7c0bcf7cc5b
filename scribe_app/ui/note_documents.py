"""The text of every section of every episode; what drafts change is merged under what is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout

from scribe_app.domain.merging import merged_text
from scribe_app.domain.note import Episode, Note, Section
from scribe_app.ui.document_change import change_to
from scribe_app.ui.plain import breakable
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.domain.commands import EditSection
    from scribe_app.domain.consultation import Consultation, Field

_DEBOUNCE_MS = 300


class NoteDocuments(QObject):
    """One document a field, with its own undo.

    Who drafts may change what the clinician left alone: the desk's text of a field is taken as a
    change of the last edit that the desk says it has, or of what it had before.
    """

    typed = Signal()

    def __init__(
        self, theme: Theme, submit: Callable[[EditSection], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._theme, self._submit = theme, submit
        self._documents: dict[Field, QTextDocument] = {}
        self._owned: set[Field] = set()
        self._unsent: dict[Field, None] = {}
        self._base: dict[Field, str] = {}
        self._echoed: dict[Field, str] = {}
        self._episodes: tuple[Episode, ...] = (Episode(),)
        self._loading = False
        self._timer = QTimer(self, singleShot=True, interval=_DEBOUNCE_MS)
        self._timer.timeout.connect(self.flush)

    @property
    def count(self) -> int:
        """Return how many episodes there are; at least one."""
        return max([len(self._episodes), *(episode + 1 for episode, _ in self._owned)])

    def title(self, episode: int) -> str:
        """Return an episode's title, empty without one."""
        return self._episodes[episode].title if episode < len(self._episodes) else ""

    def document(self, episode: int, section: Section) -> QTextDocument:
        """Return the document of a field, made when first asked for."""
        field = (episode, section)
        if field not in self._documents:
            self._documents[field] = self._make(field)
        return self._documents[field]

    def text(self, episode: int, section: Section) -> str:
        """Return the text of a field as it stands in the window."""
        known = self._documents.get((episode, section))
        return known.toPlainText() if known else self._drafted(episode, section)

    def note(self, note: Note) -> Note:
        """Return a note with what stands in the window."""
        episodes = (self._episode(index) for index in range(self.count))
        return Note(note.origin, tuple(episodes))

    def is_owned(self, field: Field) -> bool:
        """Return whether the clinician typed in a field."""
        return field in self._owned

    def load(self, consultation: Consultation) -> None:
        """Show a consultation's note; where somebody typed, only what is new in it."""
        self._episodes = consultation.note.episodes or (Episode(),)
        for field, text in consultation.typed.items():
            if self._echoed.get(field) != text:
                self._base[field] = self._echoed[field] = text
        for field, document in self._documents.items():
            self._take(field, document)

    def reset(self) -> None:
        """Forget everything: another consultation begins."""
        self._timer.stop()
        self._owned.clear()
        self._unsent.clear()
        self._begin_anew()
        for document in self._documents.values():
            self._set(document, "")

    def _begin_anew(self) -> None:
        self._base.clear()
        self._echoed.clear()
        self._episodes = (Episode(),)

    def resend(self) -> None:
        """Send everything that was typed, to a desk that had no consultation for it yet."""
        self._begin_anew()
        self._unsent.update(dict.fromkeys(sorted(self._owned)))
        self.flush()

    def append_line(self, episode: int, section: Section, line: str) -> None:
        """Add a line as the clinician would: it can be undone and is never overwritten."""
        document = self.document(episode, section)
        cursor = QTextCursor(document)
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(line if document.isEmpty() else f"\n{line}")

    def forget(self, lines: frozenset[tuple[int, Section, str]]) -> None:
        """Take lines out of what was typed in, and out of what could be undone there.

        The engine did the same to what it was sent, so nothing is sent for it.
        """
        for field in self._owned:
            document = self._documents.get(field)
            if document is None or not any(each[:2] == field for each in lines):
                continue
            kept = (
                line
                for line in document.toPlainText().split("\n")
                if (*field, line.strip()) not in lines
            )
            self._set(document, "\n".join(kept))

    def flush(self) -> None:
        """Send every edit that was not sent yet, in the order of typing."""
        from scribe_app.domain.commands import EditSection

        self._timer.stop()
        unsent, self._unsent = self._unsent, {}
        for episode, section in unsent:
            self._submit(EditSection(episode, section, self.text(episode, section)))

    def _take(self, field: Field, document: QTextDocument) -> None:
        theirs, base = self._drafted(*field), self._base.get(field, "")
        self._base[field] = theirs
        if field not in self._owned:
            self._set(document, theirs)
        elif theirs != base:
            self._merge(field, document, merged_text(base, document.toPlainText(), theirs))

    def _merge(self, field: Field, document: QTextDocument, text: str) -> None:
        if document.toPlainText() != text:
            self._loading = True
            change_to(document, text)
            self._loading = False
        if text != self._base[field]:
            self._unsent[field] = None
            self._timer.start()

    def _episode(self, index: int) -> Episode:
        known = self._episodes[index] if index < len(self._episodes) else Episode()
        for section in Section:
            known = known.with_text(section, self.text(index, section))
        return known

    def _drafted(self, episode: int, section: Section) -> str:
        if episode >= len(self._episodes):
            return ""
        return breakable(self._episodes[episode].text(section))

    def _make(self, field: Field) -> QTextDocument:
        document = QTextDocument(self)
        document.setDocumentLayout(QPlainTextDocumentLayout(document))
        document.setDefaultFont(self._theme.font())
        document.setDocumentMargin(0)
        self._base[field] = self._drafted(*field)
        self._set(document, self._base[field])
        document.contentsChange.connect(lambda *_: self._changed(field))
        return document

    def _set(self, document: QTextDocument, text: str) -> None:
        if document.toPlainText() != text:
            self._loading = True
            document.setPlainText(text)
            self._loading = False

    def _changed(self, field: Field) -> None:
        if self._loading:
            return
        self._owned.add(field)
        self._unsent[field] = None
        self._timer.start()
        self.typed.emit()
