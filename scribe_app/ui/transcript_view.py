"""The conversation: a canvas that lays out only the rows it shows, however many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from scribe_app.ui.announce import announce
from scribe_app.ui.surface import fill
from scribe_app.ui.theme import Theme
from scribe_app.ui.transcript_rows import first_change
from scribe_app.ui.transcript_scroll import RowScroll
from scribe_app.ui.transcript_sizes import LINE

if TYPE_CHECKING:
    from scribe_app.domain.transcript import Transcript, Utterance

translate = QCoreApplication.translate


class TranscriptView(RowScroll):
    """The conversation as rows that can be walked through, selected, copied and marked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        self.setObjectName("transcriptView")
        self.setAccessibleName(translate("Transcript", "Conversation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._transcript: Transcript | None = None
        self._anchor = self._current = -1
        self._marked: frozenset[str] = frozenset()
        self._labels: Counter[str] = Counter()

    # --- what is shown ---------------------------------------------------------------------------

    def show_transcript(self, transcript: Transcript) -> None:
        """Show a transcript; only rows that are not the same objects as before are touched."""
        old, self._transcript = self._transcript, transcript
        finals = old.finals if old else ()
        if transcript.finals is not finals:
            self._replace_from(transcript, first_change(finals, transcript.finals))
        elif old is None or transcript.partials is not old.partials:
            self._replace_from(transcript, len(transcript.finals))
        else:
            return
        self._describe(transcript)

    @property
    def labels(self) -> tuple[str, ...]:
        """Return the speakers' labels in the order they came up, the first dozen of them."""
        return tuple(islice(self._labels, 12))

    def highlight(self, utterances: frozenset[str], *, scroll: bool = False) -> None:
        """Mark utterances as evidence, and bring the first of them into view when asked."""
        if utterances != self._marked:
            self._marked = utterances
            self._canvas.update()
        if scroll and utterances:
            self._reveal(utterances)

    @property
    def marked(self) -> frozenset[str]:
        """Return the utterances that are marked as evidence."""
        return self._marked

    def clear_selection(self) -> None:
        """Select nothing."""
        self._anchor = self._current = -1
        self._canvas.update()

    def selected(self) -> list[Utterance]:
        """Return the selected utterances, in order."""
        if self._current < 0:
            return []
        low, high = sorted((self._anchor, self._current))
        return self._rows.items[low : high + 1]

    def select_all(self) -> None:
        """Select every utterance."""
        self._anchor, self._current = 0, len(self._rows) - 1
        self._canvas.update()

    def copy(self) -> None:
        """Put the selected utterances on the clipboard, whole and as plain text."""
        if chosen := self.selected():
            from scribe_app.ui.transcript_text import copied

            QGuiApplication.clipboard().setText(copied(chosen, self._names))

    # --- events ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event's region meets."""
        painter = QPainter(self._canvas)
        fill(painter, event.rect(), self._theme.tokens.pane)
        if self._rows.items:
            self._paint_rows(painter, event.rect())
        elif not self._tail:
            self._paint_empty(painter)
        if self._tail:
            self._paint_tail(painter, self._tail)

    def _paint_rows(self, painter: QPainter, clip: QRect) -> None:
        from scribe_app.ui.transcript_paint import RowPainter

        brush, offset = RowPainter(self._theme), self.verticalScrollBar().value()
        first, last = self._rows.at(offset + clip.top()), self._rows.at(offset + clip.bottom())
        low, high = sorted((self._anchor, self._current))
        for index in range(first, last + 1):
            utterance = self._rows.items[index]
            brush.paint_row(
                painter,
                utterance,
                self.row_layout(index),
                top=self._rows.top(index) - offset,
                width=self._canvas.width(),
                selected=low <= index <= high and self._current >= 0,
                current=index == self._current and self.hasFocus(),
                marked=utterance.id in self._marked,
            )
        self._prune(first, last)

    def _paint_tail(self, painter: QPainter, words: str) -> None:
        from scribe_app.ui.transcript_paint import RowPainter

        top = self._rows.total - self.verticalScrollBar().value()
        RowPainter(self._theme).paint_tail(painter, words, top, self._canvas.width())

    def _paint_empty(self, painter: QPainter) -> None:
        px = self._theme.px
        painter.setFont(self._theme.font())
        painter.setPen(self._theme.tokens.soft)
        painter.drawText(
            self._canvas.rect().adjusted(px(32), 0, -px(32), -px(48)),
            Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap,
            translate("Transcript", "What is said appears here."),
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select the row under the pointer; Shift extends."""
        if self._rows.items and event.button() is Qt.MouseButton.LeftButton:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._select(self._row_at(event), extend=extend)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Extend the selection while the button is held."""
        if self._current >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
            self._select(self._row_at(event), extend=True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, extend and copy the selection."""
        target = self._target(event.key())
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.select_all()
        elif target is not None:
            extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._select(target, extend=extend)
        else:
            super().keyPressEvent(event)

    # --- rows ------------------------------------------------------------------------------------

    def _replace_from(self, transcript: Transcript, index: int) -> None:
        new = transcript.finals[index:] + transcript.partials
        self._count_speakers(self._rows.items[index:], new)
        self._replace_rows(index, new)
        self._anchor, self._current = (
            min(at, len(self._rows) - 1) for at in (self._anchor, self._current)
        )

    def _count_speakers(self, old: Iterable[Utterance], new: Iterable[Utterance]) -> None:
        """Count who speaks in the rows that change only: it costs the same at any length."""
        self._labels.update(each.speaker for each in new if each.speaker)
        for gone in (each.speaker for each in old if each.speaker):
            self._labels[gone] -= 1
            if self._labels[gone] <= 0:
                del self._labels[gone]

    # --- moving and selecting --------------------------------------------------------------------

    def _row_at(self, event: QMouseEvent) -> int:
        return self._rows.at(self.verticalScrollBar().value() + event.position().y())

    def _target(self, key: int) -> int | None:
        here = self._current if self._current >= 0 else len(self._rows)
        page = max(1, self._canvas.height() // self._theme.px(3 * LINE))
        steps: dict[int, int] = {
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_PageUp: here - page,
            Qt.Key.Key_PageDown: here + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._rows) - 1,
        }
        return steps.get(key) if self._rows.items else None

    def _select(self, index: int, *, extend: bool) -> None:
        self._current = max(0, min(len(self._rows) - 1, index))
        if not extend or self._anchor < 0:
            self._anchor = self._current
        self._show_row(self._current)
        self._canvas.update()
        self._announce(self._rows.items[self._current])

    def _reveal(self, utterances: frozenset[str]) -> None:
        found = (at for at, each in enumerate(self._rows.items) if each.id in utterances)
        first = next(found, None)
        if first is not None:
            self._show_row(first)

    # --- what a screen reader hears --------------------------------------------------------------

    def _describe(self, transcript: Transcript) -> None:
        newest = transcript.finals[-1:]
        if newest:
            self.setAccessibleDescription(newest[0].text[:500])

    def _announce(self, utterance: Utterance) -> None:
        from scribe_app.ui.transcript_text import speaker_name

        announce(
            self, f"{speaker_name(utterance.speaker, self._names)} {utterance.text[:500]}".strip()
        )
