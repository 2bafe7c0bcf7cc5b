"""Keeps what a GP would keep: the strongest lines of a section, said once, in order of time."""

from collections.abc import Sequence
from dataclasses import dataclass

from scribe_app.domain.note import Section
from scribe_app.notes.classify import Sorted
from scribe_app.notes.lexicon import Lexicon

_LONG = 14
_PRICE = 0.1
_LEAST = 0.6
_SAME = 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a section, what it rests on, how strongly, and where it stood."""

    text: str
    section: Section
    utterances: tuple[str, ...]
    score: float
    order: int
    support: float = 1.0
    side_by_side: bool = False


def budget(section: Section, episodes: int) -> int:
    """Return how many lines a section of one episode may have."""
    match section:
        case Section.SUBJECTIVE:
            return {1: 10, 2: 8}.get(episodes, 6)
        case Section.OBJECTIVE:
            return 8
        case Section.EVALUATION:
            return 2 if episodes > 1 else 3
        case Section.PLAN:
            return 5


def select(lines: Sequence[Line], limit: int, words: Lexicon) -> list[Line]:
    """Return at most `limit` lines, the strongest, without repeats, in order of time."""
    ranked = sorted(lines, key=lambda line: (-worth(line), line.order))
    kept: list[Line] = []
    for line in ranked:
        if len(kept) == limit or worth(line) < _LEAST:
            break
        if not any(same(line, other, words) for other in kept):
            kept.append(line)
    return sorted(kept, key=lambda line: line.order)


def worth(line: Line) -> float:
    """Return the score of a line with a price on its length beyond fourteen words."""
    price = _PRICE if line.section is Section.SUBJECTIVE else _PRICE * 0.8
    return line.score - price * max(0, len(line.text.split()) - _LONG)


def same(line: Line, other: Line, words: Lexicon) -> bool:
    """Return whether two lines say the same: most words shared, no side or denial between them."""
    mine, theirs = set(words.content(line.text)), set(words.content(other.text))
    if not mine or not theirs or line.section is not other.section:
        return line.text == other.text
    differs = any(
        sorted(words.cues[cue].findall(line.text.lower()))
        != sorted(words.cues[cue].findall(other.text.lower()))
        for cue in ("side", "negation")
    )
    return not differs and len(mine & theirs) / min(len(mine), len(theirs)) >= _SAME


def of_section(lines: Sequence[Sorted], section: Section) -> list[Sorted]:
    """Return those of one section."""
    return [line for line in lines if line.section is section]
