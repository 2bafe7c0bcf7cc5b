"""How much of what an epoch hears was said before: aligned on time and on folded tokens.

Two hearings of the same second differ: a word is heard as another ("ask", "asked"), written as
digits, split in two, left out, or placed a little earlier. So neither times nor words alone say
where the new begins.
"""

import re
import unicodedata
from collections.abc import Sequence

from rapidfuzz import fuzz

from scribe_app.domain.transcript import Word

_APART = 1.5  # seconds between two hearings of one word at most
_NUMBER_APART = 0.4  # the same where one is written as digits
_SAME_PLACE = 0.35  # in seconds: two different words there are one, heard twice
_ALIKE = 60.0  # percent of the letters: "hurts" and "hertz"
_LEFT_OUT = 0.3  # what a word costs that only one of the two hearings has
_FOLLOWED = 0.5  # score of what stands before two different words that are to be one
_NOT_WORD = re.compile(r"[^\w]+")

Score = float


def folded(token: str) -> str:
    """Return a token without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", token.casefold())
    return _NOT_WORD.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def first_after(heard: Sequence[Word], commit: float) -> int:
    """Return the index of the first word whose middle does not lie before `commit` seconds."""
    return next((i for i, word in enumerate(heard) if _middle(word) >= commit), len(heard))


def repeated(heard: Sequence[Word], tail: Sequence[Word], commit: float) -> int | None:
    """Return how many words of `heard` repeat what `tail` ends with, none where nothing tells.

    Both are in order of time, on one clock; `tail` ends at `commit` seconds. The last word of
    `tail` must be heard again, or a word in its place behind one that is; whichever place fits
    best, and lies nearest to the commit point, is where the repetition ends.
    """
    score, end = _Alignment(heard, tail).ends(commit)
    return end if score > 0 else None


class _Alignment:
    """Every way to lay the words heard over the tail, the best score for each pair of ends."""

    def __init__(self, heard: Sequence[Word], tail: Sequence[Word]) -> None:
        self._heard, self._tail = heard, tail
        self._mine, self._theirs = ([folded(w.text) for w in words] for words in (heard, tail))
        self._scores = [[0.0] * (len(tail) + 1) for _ in range(len(heard) + 1)]
        for i in range(1, len(heard) + 1):
            for j in range(1, len(tail) + 1):
                self._scores[i][j] = max(0.0, self._paired(i, j), self._skipped(i, j))

    def ends(self, commit: float) -> tuple[Score, int]:
        """Return the best score of an end of the repetition, and that end."""
        last = len(self._tail)
        by_time = first_after(self._heard, commit)
        ends = [(self._scores[by_time][last], by_time)]
        for end in range(1, len(self._heard) + 1):
            if last and end != by_time:
                far = _distance(self._heard, end, by_time, commit)
                ends.append((self._paired(end, last) - far, end))
        return max(ends, key=lambda each: (each[0], each[1] == by_time))

    def _paired(self, i: int, j: int) -> Score:
        """Return the score of what ends with these two words as one, or with one cut in two."""
        scores, before = self._scores, self._scores[i - 1][j - 1]
        gain = self._gain(i - 1, j - 1, before)
        best = -1.0 if gain is None else before + gain
        if i > 1 and self._mine[i - 2] + self._mine[i - 1] == self._theirs[j - 1]:
            best = max(best, scores[i - 2][j - 1] + self._nearness(i - 1, j - 1))
        if j > 1 and self._mine[i - 1] == self._theirs[j - 2] + self._theirs[j - 1]:
            best = max(best, scores[i - 1][j - 2] + self._nearness(i - 1, j - 1))
        return best

    def _skipped(self, i: int, j: int) -> Score:
        return max(self._scores[i - 1][j], self._scores[i][j - 1]) - _LEFT_OUT

    def _gain(self, i: int, j: int, before: Score) -> Score | None:
        """Return what two words add that may be one; none where they are not."""
        apart = abs(_middle(self._heard[i]) - _middle(self._tail[j]))
        if apart > _APART:
            return None
        alike = _likeness(self._mine[i], self._theirs[j], apart)
        if alike:
            return alike * self._nearness(i, j)
        return _LEFT_OUT / 2 if apart <= _SAME_PLACE and before >= _FOLLOWED else None

    def _nearness(self, i: int, j: int) -> Score:
        apart = abs(_middle(self._heard[i]) - _middle(self._tail[j]))
        return max(0.0, 1 - apart / (2 * _APART))


def _likeness(mine: str, theirs: str, apart: float) -> Score:
    """Return 1 for the same word, less for one that sounds like it, 0 for another."""
    if not mine or not theirs:
        return 0.0
    if mine == theirs:
        return 1.0
    if mine.isdigit() != theirs.isdigit():
        return 0.6 if apart <= _NUMBER_APART else 0.0
    ratio = fuzz.ratio(mine, theirs)
    return 0.8 * ratio / 100 if ratio >= _ALIKE and not mine.isdigit() else 0.0


def _distance(heard: Sequence[Word], end: int, by_time: int, commit: float) -> float:
    """Return by how many seconds the times must be wrong for the repetition to end there."""
    word = heard[end - 1] if end > by_time else heard[end]
    return abs(_middle(word) - commit)


def _middle(word: Word) -> float:
    return (word.start + word.end) / 2
