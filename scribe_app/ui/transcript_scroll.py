"""A scrolling canvas of rows: lays out those it shows, follows the last one, keeps its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from scribe_app.ui.theme import Theme
from scribe_app.ui.transcript_rows import Rows
from scribe_app.ui.transcript_sizes import GAP, LINE, MARGIN, ROW_PADDING, TIME_WIDTH

if TYPE_CHECKING:
    from scribe_app.domain.transcript import Utterance
    from scribe_app.ui.transcript_text import RowLayout

_KEPT_LAYOUTS = 60


class RowScroll(QAbstractScrollArea):
    """Rows of utterances with a height each; the newest stays in view until somebody scrolls."""

    followingChanged = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._canvas = QWidget()  # our own: wrapping the one Qt makes delays the first frame
        self.setViewport(self._canvas)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme, self._rows = theme, Rows()
        self._layouts: dict[int, tuple[Utterance, RowLayout]] = {}
        self._names: dict[str, str] = {}
        self._tail: str | None = None
        self._following, self._moving = True, False
        theme.changed.connect(self._restyle)

    @property
    def is_following(self) -> bool:
        """Return whether the newest row stays in view."""
        return self._following

    def to_newest(self) -> None:
        """Follow the newest row again."""
        self._follow(on=True)
        self._settle()

    @property
    def laid_out(self) -> int:
        """Return how many rows are laid out now."""
        return len(self._layouts)

    def row_layout(self, index: int) -> RowLayout:
        """Return a row laid out for this width, from the cache when it is there."""
        utterance = self._rows.items[index]
        cached = self._layouts.get(index)
        if cached is not None and cached[0] is utterance:
            return cached[1]
        from scribe_app.ui.transcript_text import RowLayout  # fonts and text after the first frame

        layout = RowLayout(self._theme, utterance, self._text_width(), self._names)
        self._layouts[index] = (utterance, layout)
        return layout

    def show_names(self, names: dict[str, str]) -> None:
        """Call speakers by other names."""
        if names != self._names:
            self._names = names
            self._restyle()

    def show_tail(self, words: str | None) -> None:
        """Say something after the last row; room is kept for it, with "" too, but not with None."""
        if words == self._tail:
            return
        moved = (words is None) is not (self._tail is None)
        self._tail = words
        if moved:
            self._settle()
        self._canvas.update()

    @property
    def tail(self) -> str | None:
        """Return what is said after the last row."""
        return self._tail

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

    def _replace_rows(self, index: int, new: tuple[Utterance, ...]) -> None:
        """Put utterances in the place of everything from a row on; repaint what may differ."""
        top, before = self._rows.top(index), self.verticalScrollBar().value()
        for stale in [at for at in self._layouts if at >= index]:
            del self._layouts[stale]
        self._rows.replace_from(index, new, self._guesses(new))
        self._settle()
        unmoved = self.verticalScrollBar().value() == before
        first = max(0, round(top) - before) if unmoved and new else 0
        width, height = self._canvas.width(), self._canvas.height()
        self._canvas.update(0, first, width, max(0, height - first))

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
        foot = self._theme.px(8) + (0 if self._tail is None else self._tail_height())
        bar.setRange(0, max(0, round(self._rows.total) + foot - height))
        bar.setPageStep(height)
        bar.setSingleStep(self._theme.px(LINE))
        top = self._rows.top(min(first, len(self._rows)))
        bar.setValue(bar.maximum() if self._following else round(top + offset))
        self._moving = False

    def _tail_height(self) -> int:
        return self._theme.px(LINE + 2 * ROW_PADDING)

    def _prune(self, first: int, last: int) -> None:
        if len(self._layouts) > _KEPT_LAYOUTS:
            self._layouts = {
                at: kept for at, kept in self._layouts.items() if first - 20 <= at <= last + 20
            }

    def _follow(self, *, on: bool) -> None:
        if on != self._following:
            self._following = on
            self.followingChanged.emit(on)

    def _show_row(self, index: int) -> None:
        bar, rows = self.verticalScrollBar(), self._rows
        top, bottom = rows.top(index), rows.top(index) + rows.height(index)
        if top < bar.value():
            bar.setValue(round(top))
        elif bottom > bar.value() + self._canvas.height():
            bar.setValue(round(bottom - self._canvas.height() + self._theme.px(8)))
