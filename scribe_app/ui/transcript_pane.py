"""The left of the window: heading, conversation, and the way back to the newest words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink, heading, plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.speaker_row import SpeakerRow
from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme
from scribe_app.ui.transcript_marks import Marks
from scribe_app.ui.transcript_view import TranscriptView

if TYPE_CHECKING:
    from scribe_app.domain.consultation import Consultation
    from scribe_app.domain.transcript import Transcript

translate = QCoreApplication.translate


class TranscriptPane(QFrame):
    """The conversation with a count and, while it is not followed, a button to the newest."""

    speakerNamed = Signal(str, str)

    def __init__(self, theme: Theme, language: str = "nl", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._marks = Marks(language)
        self.speakers = SpeakerRow(theme)
        self.speakers.named.connect(self.speakerNamed)
        self.view = TranscriptView(theme)
        self._count = plain_label(theme, "", Ink.SOFT, 12)
        self.newest = PillButton(theme, Kind.PRIMARY, self)
        self.newest.setObjectName("newestButton")
        self.newest.show_as(translate("Transcript", "To the newest"), icon=Icon.DOWN)
        self.newest.clicked.connect(self.view.to_newest)
        self.newest.hide()
        self.view.followingChanged.connect(self._show_newest)
        self._build()

    def show_consultation(self, consultation: Consultation) -> None:
        """Show what was said, who speaks, and how many sentences there are."""
        self.show_transcript(self._marks.among(consultation), consultation.speakers)
        self._count_sentences(consultation.transcript)

    def show_transcript(
        self, transcript: Transcript, speakers: tuple[tuple[str, str], ...] = ()
    ) -> None:
        """Show the rows of a transcript and who speaks in it.

        `speakers` pairs a vendor's label with the clinician's name for it.
        """
        names = dict(speakers)
        self.view.show_names(names)
        self.view.show_transcript(transcript)
        self.speakers.show_speakers(self.view.labels, names)

    def _count_sentences(self, transcript: Transcript) -> None:
        words = _counted(len(transcript.finals))
        if words != self._count.text():
            self._count.setText(words)

    def add_foot(self, foot: QWidget) -> None:
        """Put something under the conversation."""
        self._column.addWidget(foot)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the button at the foot of the conversation."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the surface."""
        fill(QPainter(self), self.rect(), self._theme.tokens.pane)

    def _show_newest(self, following: bool) -> None:
        self._place()
        self.newest.setVisible(not following)
        self.newest.raise_()

    def _place(self) -> None:
        button, px = self.newest, self._theme.px
        button.resize(button.sizeHint())
        foot = self.view.geometry().bottom() + 1
        button.move((self.width() - button.width()) // 2, foot - button.height() - px(12))

    def _build(self) -> None:
        px = self._theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(16), px(14), px(16), px(6))
        head.addWidget(heading(self._theme, translate("Transcript", "Conversation")))
        head.addStretch(1)
        head.addWidget(self._count)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.speakers)
        column.addWidget(self.view, 1)


def _counted(sentences: int) -> str:
    match sentences:
        case 0:
            return ""
        case 1:
            return translate("Transcript", "1 sentence")
        case _:
            return translate("Transcript", "%1 sentences").replace("%1", str(sentences))
