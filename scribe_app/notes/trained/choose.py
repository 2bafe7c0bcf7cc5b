"""Chooses what a note holds: the strongest statements of each section, said once, to a length."""

from collections.abc import Sequence
from dataclasses import dataclass

from scribe_app.domain.note import Section

_START, _SHARE = 130.0, 0.24
_LENGTH = 0.83
_REPEATED = 0.5
_TRIED = 150
_FLOOR = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that might stand in the note: where, how much it is worth, its words of content."""

    order: int
    section: Section
    worth: float
    length: int
    content: frozenset[str]


def word_budget(spoken: int) -> float:
    """Return how many words a note of a consultation of so many words should have."""
    return _LENGTH * (_START + _SHARE * spoken)


def chosen(candidates: Sequence[Candidate], spoken: int) -> list[Candidate]:
    """Return the lines to keep, in order of time; a repeat is worth half."""
    left = sorted(candidates, key=lambda each: (-each.worth, each.order))[:_TRIED]
    room = word_budget(spoken)
    kept: list[Candidate] = []
    told: set[str] = set()
    while left and room > 0:
        best = max(left, key=lambda each: _value(each, told))
        if _value(best, told) < _FLOOR:
            break
        left.remove(best)
        kept.append(best)
        told |= best.content
        room -= best.length
    return sorted(kept, key=lambda each: each.order)


def _value(each: Candidate, told: set[str]) -> float:
    if not each.content:
        return 0.0
    return each.worth * (1 - _REPEATED * len(each.content & told) / len(each.content))
