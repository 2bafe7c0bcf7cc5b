"""Under the note: who drafted it, what was just copied, and the buttons that act on it whole."""

from PySide6.QtCore import QCoreApplication, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from scribe_app.domain.note import Note, Origin
from scribe_app.ui.elided import ElidedLabel
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate
_CUE_MS = 4000


class NoteBar(QFrame):
    """The bar; a cue replaces its sentence for some seconds."""

    draftAsked = Signal()
    copyAsked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._origin = theme, ""
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
        self._cue = QTimer(self, singleShot=True, interval=_CUE_MS)
        self._cue.timeout.connect(self._show_origin)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(10), theme.px(16), theme.px(10))
        row.setSpacing(theme.px(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.draft)
        row.addWidget(self.copy_all)
        theme.changed.connect(self.update)

    def show_note(self, note: Note) -> None:
        """Say who drafted the note."""
        self._origin = origin_words(note)
        if not self._cue.isActive():
            self._show_origin()

    def cue(self, text: str, ink: Ink = Ink.OK) -> None:
        """Say for some seconds what just happened, also to a screen reader."""
        self.words.set_ink(ink)
        self.words.setText(text)
        self._cue.start()
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface and the line above it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.tokens.pane)
        painter.fillRect(0, 0, self.width(), 1, self._theme.tokens.line)

    def _show_origin(self) -> None:
        self.words.set_ink(Ink.SOFT)
        self.words.setText(self._origin)


def origin_words(note: Note) -> str:
    """Return who drafted a note, and that it wants reading."""
    match note.origin:
        case Origin.ON_DEVICE:
            return translate("Note", "Drafted on this computer")
        case Origin.VENDOR:
            return translate("Note", "Drafted by the vendor")
        case Origin.LLM:
            return translate("Note", "Drafted by a language model")
        case Origin.NONE:
            return ""
