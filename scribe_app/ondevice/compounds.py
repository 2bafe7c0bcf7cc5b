"""Dutch writes compounds as one word; the model often writes two ("bloed druk")."""

import lzma
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from pathlib import Path

from scribe_app.ondevice.dutch import BACK, apart
from scribe_app.ondevice.heard import Heard

_FILE = Path(__file__).resolve().parents[2] / "resources" / "dutch" / "compounds.xz"
_GAP = 0.3  # seconds between the parts that one breath does not make


@dataclass(frozen=True, slots=True)
class Compounds:
    """Known compounds by their first part, and parts that form new ones freely.

    `tails` maps a first part to its last parts between blanks, a "+" parting two of them; text
    and not sets, since eighty thousand small strings take ten times the memory.
    """

    tails: Mapping[str, str]
    firsts: frozenset[str] = frozenset()
    lasts: frozenset[str] = frozenset()

    def sizes(self, words: Sequence[Heard], before: Sequence[Heard] = ()) -> list[int]:
        """Return how many of the words each written word takes; `before` was said just before."""
        context = [w.text.casefold() for w in before[-BACK:]]
        texts, sizes, at = [*context, *(w.text.casefold() for w in words)], [], 0
        while at < len(words):
            size = self._size(words[at:], texts, at + len(context))
            sizes.append(size)
            at += size
        return sizes

    def _size(self, words: Sequence[Heard], texts: Sequence[str], at: int) -> int:
        fits = [n for n in (4, 3, 2) if n <= len(words) and self._one(words[:n])]
        return next((n for n in fits if not apart(texts, at, n)), 1)

    def _one(self, words: Sequence[Heard]) -> bool:
        """Return whether the words are the parts of one."""
        if not all(_adjoin(a, b) for a, b in pairwise(words)):
            return False
        first, *rest = [w.key for w in words]
        return self._known(first, rest) or (len(rest) == 1 and self._new(first, rest[0]))

    def _known(self, first: str, rest: Sequence[str]) -> bool:
        if f" {'+'.join(rest)} " in self.tails.get(first, ""):
            return True
        return len(rest) > 1 and (
            (self._known(first, rest[:1]) and self._known(first + rest[0], rest[1:]))
            or (self._known(rest[0], rest[1:]) and self._known(first, ["".join(rest)]))
        )

    def _new(self, first: str, last: str) -> bool:
        return first != last and first in self.firsts and last in self.lasts


def glue(words: Sequence[Heard], sizes: Sequence[int]) -> tuple[Heard, ...]:
    """Return the written words; each has the times of its parts and the least confidence."""
    written, at = [], 0
    for size in sizes:
        written.append(reduce(_together, words[at : at + size]))
        at += size
    return tuple(written)


def edge(sizes: Sequence[int], count: int, *, live: bool) -> tuple[int, int]:
    """Return `count` words and the written words they make, parting no compound.

    Live, a compound that is not settled whole waits; else all of it is taken.
    """
    taken = written = 0
    for size in sizes:
        if taken + (size if live else 1) > count:
            break
        taken, written = taken + size, written + 1
    return taken, written


def _together(a: Heard, b: Heard) -> Heard:
    return Heard(a.text + b.text, a.start, b.end, min(a.confidence, b.confidence))


def _adjoin(a: Heard, b: Heard) -> bool:
    """Return whether `b` may go on `a`: letters that meet, no capital, no pause."""
    inside = a.text[-1:].isalpha() and a.text.lstrip("(\"'“").isalpha()
    return inside and b.text[:1].isalpha() and b.text == b.text.lower() and b.start - a.end <= _GAP


def load(file: Path = _FILE) -> Compounds:
    """Read the word list; without the file nothing is joined."""
    if not file.is_file():
        return Compounds({})
    *lines, _, firsts, lasts = lzma.decompress(file.read_bytes()).decode().split("\n")
    pairs = (line.partition(" ") for line in lines)
    tails = {first: f" {rest} " for first, _, rest in pairs}
    return Compounds(tails, frozenset(firsts.split()), frozenset(lasts.split()))
