"""A card of the note: letter, word, copy button with its key, and the editor."""

from PySide6.QtCore import QCoreApplication, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scribe_app.domain.note import Section
from scribe_app.ui.icons import Icon
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.section_edit import SectionEdit
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate

COPY_KEYS = {
    Section.SUBJECTIVE: Keys.COPY_S,
    Section.OBJECTIVE: Keys.COPY_O,
    Section.EVALUATION: Keys.COPY_E,
    Section.PLAN: Keys.COPY_P,
}
_CUE_MS = 2500


class SectionCard(QFrame):
    """One section of the open episode."""

    copyAsked = Signal(object)

    def __init__(self, theme: Theme, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self.section = theme, section
        word, placeholder = section_words(section)
        self.edit = SectionEdit(theme, f"{section.value}Edit")
        self.edit.setAccessibleName(f"{section.letter}, {word}")
        self.edit.setPlaceholderText(placeholder)
        self.edit.focused.connect(self.update)
        self._count = SignLine(theme, 12)
        self._count.setObjectName(f"{section.value}Count")
        self._count.hide()
        self._copy = PillButton(theme, Kind.QUIET)
        self._copy.setObjectName(f"{section.value}Copy")
        self._copy.clicked.connect(lambda: self.copyAsked.emit(section))
        self._cue = QTimer(self, singleShot=True, interval=_CUE_MS)
        self._cue.timeout.connect(self._show_copy)
        self._show_copy()
        self._build(word)
        theme.changed.connect(self.update)

    def show_copied(self) -> None:
        """Say on the button that the section is on the clipboard."""
        cap = COPY_KEYS[self.section].cap
        self._copy.show_as(translate("Note", "Copied"), cap=cap, icon=Icon.CHECK)
        self._cue.start()

    def show_count(self, count: int, longest: int) -> None:
        """Show how much of the field is used, where it takes so many characters and no more."""
        self._count.setVisible(longest > 0)
        icon, ink = (Icon.WARN, Ink.WARN) if count > longest else (Icon.NONE, Ink.SOFT)
        self._count.show_as(f"{count}/{longest}", icon, ink)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the card, with a ring while its editor has the focus."""
        t, painter = self._theme.tokens, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.edit.hasFocus()
        painter.setPen(QPen(t.focus, 2) if focused else QPen(t.line, 1))
        painter.setBrush(t.raised)
        edge, radius = 1.0 if focused else 0.5, self._theme.px(8)
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), radius, radius
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Put the cursor in the editor wherever the card is pressed."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)

    def _show_copy(self) -> None:
        word = section_words(self.section)[0]
        copy = translate("Note", "Copy")
        self._copy.show_as(copy, cap=COPY_KEYS[self.section].cap)
        self._copy.setAccessibleName(f"{copy} {self.section.letter}, {word}")

    def _build(self, word: str) -> None:
        px = self._theme.px
        header = QHBoxLayout()
        header.setSpacing(px(8))
        header.addWidget(plain_label(self._theme, self.section.letter, Ink.ACCENT, 15, bold=True))
        header.addWidget(plain_label(self._theme, word, Ink.SOFT, 12))
        header.addStretch(1)
        header.addWidget(self._count)
        header.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(8), px(8))
        column.setSpacing(px(2))
        column.addLayout(header)
        column.addWidget(self.edit)


def section_words(section: Section) -> tuple[str, str]:
    """Return a section's word and the sentence it shows when it is empty."""
    match section:
        case Section.SUBJECTIVE:
            return translate("Note", "subjective"), translate("Note", "What the patient tells")
        case Section.OBJECTIVE:
            return translate("Note", "objective"), translate("Note", "What you find and measure")
        case Section.EVALUATION:
            return translate("Note", "evaluation"), translate("Note", "What you make of it")
        case Section.PLAN:
            return translate("Note", "plan"), translate("Note", "What was agreed")
