"""Under the note: who drafted it, and the buttons that act on it whole."""

from PySide6.QtCore import QCoreApplication, QRect, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from scribe_app.domain.note import Note, Origin
from scribe_app.ui.elided import ElidedLabel
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class NoteBar(QFrame):
    """The bar; its sentence gives way to the buttons."""

    draftAsked = Signal()
    copyAsked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.words = ElidedLabel(theme, Ink.SOFT, 12)
        self.words.setObjectName("noteLabel")
        self.draft = PillButton(theme, Kind.GHOST)
        self.draft.setObjectName("draftButton")
        self.draft.show_as(translate("Note", "Draft note"), cap=Keys.DRAFT.cap)
        self.draft.clicked.connect(self.draftAsked)
        self.copy_all = PillButton(theme, Kind.PRIMARY)
        self.copy_all.setObjectName("copyAllButton")
        self.copy_all.show_as(translate("Note", "Copy all"), cap=Keys.COPY_ALL.cap)
        self.copy_all.clicked.connect(self.copyAsked)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.draft)
        row.addWidget(self.copy_all)
        theme.changed.connect(self.update)

    def show_note(self, note: Note) -> None:
        """Say who drafted the note."""
        self.words.setText(origin_words(note))

    def minimumSizeHint(self) -> QSize:
        """Return room for the buttons without their keys."""
        px = self._theme.px
        return QSize(self._needed("", ""), px(58))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out one key, then both, where there is no room for them."""
        super().resizeEvent(event)
        draft, whole = Keys.DRAFT.cap, Keys.COPY_ALL.cap
        fitting = ((d, w) for d, w in ((draft, whole), ("", whole)) if self._fits(d, w))
        draft, whole = next(fitting, ("", ""))
        self.draft.show_as(translate("Note", "Draft note"), cap=draft)
        self.copy_all.show_as(translate("Note", "Copy all"), cap=whole)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the line above it."""
        painter = QPainter(self)
        fill(painter, self.rect(), self._theme.tokens.pane)
        fill(painter, QRect(0, 0, self.width(), 1), self._theme.tokens.line)

    def _fits(self, draft: str, whole: str) -> bool:
        return self._needed(draft, whole) <= self.width()

    def _needed(self, draft: str, whole: str) -> int:
        buttons = self.draft.width_with(draft) + self.copy_all.width_with(whole)
        return buttons + self._theme.px(48)


def origin_words(note: Note) -> str:
    """Return who drafted a note, and that it wants reading."""
    match note.origin:
        case Origin.ON_DEVICE:
            return translate("Note", "Local draft")
        case Origin.VENDOR:
            return translate("Note", "External draft")
        case Origin.LLM:
            return translate("Note", "Draft of a language model")
        case Origin.NONE:
            return ""
