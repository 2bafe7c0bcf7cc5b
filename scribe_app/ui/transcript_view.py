"""The conversation: a canvas that lays out only the rows it shows, however many there are."""

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import (
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from scribe_app.domain.transcript import Transcript, Utterance
from scribe_app.ui.announce import announce
from scribe_app.ui.theme import Theme
from scribe_app.ui.transcript_paint import GAP, MARGIN, ROW_PADDING, TIME_WIDTH, RowPainter
from scribe_app.ui.transcript_rows import Rows, first_change
from scribe_app.ui.transcript_text import LINE, RowLayout, copied, speaker_name

translate = QCoreApplication.translate

_KEPT_LAYOUTS = 200


class TranscriptView(QAbstractScrollArea):
    """Rows of utterances; follows the newest until the clinician scrolls away from it."""

    followingChanged = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("transcriptView")
        self.setAccessibleName(translate("Transcript", "Conversation"))
        self._canvas = (
            QWidget()
        )  # kept here: asking Qt for a viewport it made costs the first frame
        self.setViewport(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._theme, self._transcript = theme, Transcript()
        self._rows, self._layouts = Rows(), dict[int, tuple[Utterance, RowLayout]]()
        self._following, self._moving = True, False
        self._anchor = self._current = -1
        self._marked: frozenset[str] = frozenset()
        self._painter = RowPainter(theme)
        theme.changed.connect(self._restyle)

    # --- what is shown ---------------------------------------------------------------------------

    def show_transcript(self, transcript: Transcript) -> None:
        """Show a transcript; only rows that are not the same objects as before are touched."""
        old, self._transcript = self._transcript, transcript
        if transcript.finals is not old.finals:
            self._replace_from(first_change(old.finals, transcript.finals))
        elif transcript.partials is not old.partials:
            self._replace_from(len(transcript.finals))
        else:
            return
        self._describe()

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

    @property
    def is_following(self) -> bool:
        """Return whether the newest row stays in view."""
        return self._following

    def to_newest(self) -> None:
        """Follow the newest row again."""
        self._follow(on=True)
        self._settle()

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

    @property
    def laid_out(self) -> int:
        """Return how many rows are laid out now."""
        return len(self._layouts)

    def copy(self) -> None:
        """Put the selected utterances on the clipboard, whole and as plain text."""
        if chosen := self.selected():
            QGuiApplication.clipboard().setText(copied(chosen))

    def row_layout(self, index: int) -> RowLayout:
        """Return a row laid out for this width, from the cache when it is there."""
        utterance = self._rows.items[index]
        cached = self._layouts.get(index)
        if cached is not None and cached[0] is utterance:
            return cached[1]
        layout = RowLayout(self._theme, utterance, self._text_width())
        self._layouts[index] = (utterance, layout)
        return layout

    # --- events ----------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows that the event's region meets."""
        painter = QPainter(self._canvas)
        painter.fillRect(event.rect(), self._theme.tokens.pane)
        if not self._rows.items:
            self._painter.paint_empty(painter, self._canvas.rect())
            return
        offset, clip = self.verticalScrollBar().value(), event.rect()
        first, last = self._rows.at(offset + clip.top()), self._rows.at(offset + clip.bottom())
        low, high = sorted((self._anchor, self._current))
        for index in range(first, last + 1):
            utterance = self._rows.items[index]
            self._painter.paint_row(
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Guess every height anew for the new width; rows are laid out when they are seen."""
        if event.oldSize().width() != event.size().width():
            self._restyle()
        else:
            self._settle()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Repaint; a move that is not our own decides whether the newest row is followed."""
        if not self._moving:
            bar = self.verticalScrollBar()
            self._follow(on=bar.value() >= bar.maximum() - self._theme.px(4))
            self._settle()
        self._canvas.update()

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

    def _replace_from(self, index: int) -> None:
        new = self._transcript.finals[index:] + self._transcript.partials
        top, grew = self._rows.top(index), len(new)
        for stale in [at for at in self._layouts if at >= index]:
            del self._layouts[stale]
        self._rows.replace_from(index, new, self._guesses(new))
        self._anchor, self._current = (
            min(at, len(self._rows) - 1) for at in (self._anchor, self._current)
        )
        before = self.verticalScrollBar().value()
        self._settle()
        if self.verticalScrollBar().value() == before and grew:
            shown_from = max(0, round(top) - before)
            view = self._canvas
            view.update(0, shown_from, view.width(), max(0, view.height() - shown_from))
        else:
            self._canvas.update()

    def _restyle(self) -> None:
        self._layouts.clear()
        self._rows.guess_all(self._guesses(self._rows.items))
        self._settle()
        self._canvas.update()

    def _guesses(self, utterances: tuple[Utterance, ...] | list[Utterance]) -> list[float]:
        letter = QFontMetricsF(self._theme.font()).averageCharWidth()
        per_line = max(8, int(self._text_width() / max(1.0, letter)))
        line, padding = self._theme.px(LINE), 2 * self._theme.px(ROW_PADDING)
        return [(1 + len(each.text) // per_line) * line + padding for each in utterances]

    def _text_width(self) -> float:
        return float(max(80, self._canvas.width() - self._theme.px(2 * MARGIN + TIME_WIDTH + GAP)))

    def _settle(self) -> None:
        """Measure what is seen until nothing moves, keeping the row at the top where it is."""
        rows, bar = self._rows, self.verticalScrollBar()
        first = rows.at(bar.value()) if rows.items else 0
        offset = bar.value() - rows.top(first)
        for _ in range(4):
            self._sync_bar(first, offset)
            if not rows.items or not self._measure_seen():
                break
        self._sync_bar(first, offset)

    def _measure_seen(self) -> bool:
        rows, top = self._rows, self.verticalScrollBar().value()
        seen = range(rows.at(top), rows.at(top + self._canvas.height()) + 1)
        padding = 2 * self._theme.px(ROW_PADDING)
        fresh = [index for index in seen if not rows.is_measured(index)]
        moved = [rows.measure(at, self.row_layout(at).height + padding) for at in fresh]
        return any(moved)

    def _sync_bar(self, first: int, offset: float) -> None:
        bar, height = self.verticalScrollBar(), self._canvas.height()
        self._moving = True
        bar.setRange(0, max(0, round(self._rows.total) + self._theme.px(8) - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._theme.px(LINE))
        top = self._rows.top(min(first, len(self._rows)))
        bar.setValue(bar.maximum() if self._following else round(top + offset))
        self._moving = False

    def _prune(self, first: int, last: int) -> None:
        if len(self._layouts) > _KEPT_LAYOUTS:
            self._layouts = {
                at: kept for at, kept in self._layouts.items() if first - 20 <= at <= last + 20
            }

    # --- moving and selecting --------------------------------------------------------------------

    def _follow(self, *, on: bool) -> None:
        if on != self._following:
            self._following = on
            self.followingChanged.emit(on)

    def _row_at(self, event: QMouseEvent) -> int:
        return self._rows.at(self.verticalScrollBar().value() + event.position().y())

    def _target(self, key: int) -> int | None:
        here = self._current if self._current >= 0 else len(self._rows)
        page = max(1, self._canvas.height() // self._theme.px(3 * LINE))
        steps = {
            Qt.Key.Key_Up: here - 1,
            Qt.Key.Key_Down: here + 1,
            Qt.Key.Key_PageUp: here - page,
            Qt.Key.Key_PageDown: here + page,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._rows) - 1,
        }
        return steps.get(Qt.Key(key)) if self._rows.items else None

    def _select(self, index: int, *, extend: bool) -> None:
        self._current = max(0, min(len(self._rows) - 1, index))
        if not extend or self._anchor < 0:
            self._anchor = self._current
        self._show_row(self._current)
        self._canvas.update()
        self._announce(self._rows.items[self._current])

    def _show_row(self, index: int) -> None:
        bar, rows = self.verticalScrollBar(), self._rows
        top, bottom = rows.top(index), rows.top(index) + rows.height(index)
        if top < bar.value():
            bar.setValue(round(top))
        elif bottom > bar.value() + self._canvas.height():
            bar.setValue(round(bottom - self._canvas.height() + self._theme.px(8)))

    def _reveal(self, utterances: frozenset[str]) -> None:
        found = (at for at, each in enumerate(self._rows.items) if each.id in utterances)
        first = next(found, None)
        if first is not None:
            self._show_row(first)

    # --- what a screen reader hears --------------------------------------------------------------

    def _describe(self) -> None:
        newest = self._transcript.finals[-1:]
        if newest:
            self.setAccessibleDescription(newest[0].text[:500])

    def _announce(self, utterance: Utterance) -> None:
        announce(self, f"{speaker_name(utterance.speaker)} {utterance.text[:500]}".strip())
