"""Ten thousand rows, not laid out: heights guessed, measured when seen, and their sums."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from operator import is_
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scribe_app.domain.transcript import Utterance


class Rows:
    """Utterances with a height each, in pixels; only heights from a change on are summed again."""

    def __init__(self) -> None:
        self.items: list[Utterance] = []
        self._heights: list[float] = []
        self._measured: list[bool] = []
        self._tops: list[float] = [0.0]

    def __len__(self) -> int:
        return len(self.items)

    @property
    def total(self) -> float:
        """Return the height of everything."""
        self._sum()
        return self._tops[-1]

    def top(self, index: int) -> float:
        """Return where a row begins; the end of everything for one past the last."""
        if index >= len(self._tops):
            self._sum()
        return self._tops[index]

    def height(self, index: int) -> float:
        """Return the height of a row."""
        return self._heights[index]

    def at(self, y: float) -> int:
        """Return the row at a height, clamped to the rows there are."""
        self._sum()
        return max(0, min(len(self.items) - 1, bisect_right(self._tops, y) - 1))

    def is_measured(self, index: int) -> bool:
        """Return whether a height is known rather than guessed."""
        return self._measured[index]

    def replace_from(self, index: int, items: tuple[Utterance, ...], guesses: list[float]) -> None:
        """Put new rows in the place of everything from a row on."""
        self.items[index:] = items
        self._heights[index:] = guesses
        self._measured[index:] = [False] * len(items)
        del self._tops[index + 1 :]

    def guess_all(self, guesses: list[float]) -> None:
        """Forget every measured height, as after a change of width."""
        self._heights = guesses
        self._measured = [False] * len(guesses)
        self._tops = [0.0]

    def measure(self, index: int, height: float) -> bool:
        """Note a row's true height; returns whether anything moved."""
        self._measured[index] = True
        if self._heights[index] == height:
            return False
        self._heights[index] = height
        del self._tops[index + 1 :]
        return True

    def _sum(self) -> None:
        known = len(self._tops) - 1
        if known < len(self._heights):
            more = accumulate(self._heights[known:], initial=self._tops[-1])
            self._tops[known:] = more


def first_change(old: tuple[Utterance, ...], new: tuple[Utterance, ...]) -> int:
    """Return how many leading utterances are the very same objects."""
    shared = min(len(old), len(new))
    if shared and old[shared - 1] is new[shared - 1] and old[:shared] == new[:shared]:
        return shared
    return next((index for index, same in enumerate(map(is_, old, new)) if not same), shared)
