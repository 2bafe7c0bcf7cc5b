"""ROUGE-1, -2 and -Lsum without a stemmer, counted as the published tables count them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_SPLIT = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Rouge:
    """F1 from 0 to 100 of words, of pairs of words and of the longest common order of them."""

    one: float
    two: float
    long: float


def rouge(draft: str, reference: str) -> Rouge:
    """Score one draft against one reference; a line of either counts as a sentence."""
    mine, theirs = _tokens(draft), _tokens(reference)
    return Rouge(_pairs(mine, theirs, 1), _pairs(mine, theirs, 2), _summary(draft, reference))


def mean(scores: Sequence[Rouge]) -> Rouge:
    """Return the mean over a corpus."""
    count = max(1, len(scores))
    return Rouge(
        sum(each.one for each in scores) / count,
        sum(each.two for each in scores) / count,
        sum(each.long for each in scores) / count,
    )


def _tokens(text: str) -> list[str]:
    return [word for word in _SPLIT.split(text.lower()) if word]


def _pairs(mine: Sequence[str], theirs: Sequence[str], size: int) -> float:
    a, b = _grams(mine, size), _grams(theirs, size)
    return _f1((a & b).total(), a.total(), b.total())


def _grams(words: Sequence[str], size: int) -> Counter[tuple[str, ...]]:
    return Counter(zip(*(words[start:] for start in range(size)), strict=False))


def _summary(draft: str, reference: str) -> float:
    mine = [_tokens(line) for line in draft.split("\n") if line]
    theirs = [_tokens(line) for line in reference.split("\n") if line]
    left_mine = Counter(word for line in mine for word in line)
    left_theirs = Counter(word for line in theirs for word in line)
    total_mine, total_theirs = left_mine.total(), left_theirs.total()
    hits = 0
    for line in theirs:
        united = sorted(set().union(*(_common(line, other) for other in mine)))
        for word in (line[place] for place in united):
            if left_mine[word] > 0 and left_theirs[word] > 0:
                hits += 1
                left_mine[word] -= 1
                left_theirs[word] -= 1
    return _f1(hits, total_mine, total_theirs)


def _common(line: Sequence[str], other: Sequence[str]) -> set[int]:
    """Return the places in `line` of a longest common subsequence."""
    rows = [[0] * (len(other) + 1)]
    for word in line:
        row = [0]
        for column, same in enumerate(other):
            best = rows[-1][column] + 1 if word == same else max(rows[-1][column + 1], row[-1])
            row.append(best)
        rows.append(row)
    return set(_walk(line, other, rows))


def _walk(line: Sequence[str], other: Sequence[str], rows: Sequence[Sequence[int]]) -> list[int]:
    places: list[int] = []
    i, j = len(line), len(other)
    while i and j:
        if line[i - 1] == other[j - 1]:
            i, j = i - 1, j - 1
            places.append(i)
        elif rows[i][j - 1] > rows[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return places


def _f1(hits: int, mine: int, theirs: int) -> float:
    return 200 * hits / (mine + theirs) if hits else 0.0
