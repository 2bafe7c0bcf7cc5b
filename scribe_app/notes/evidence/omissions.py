"""What was said, weighs something, and stands nowhere in the note."""

from collections.abc import Iterable
from dataclasses import dataclass

from scribe_app.domain.note import Section
from scribe_app.domain.review import Omission
from scribe_app.notes.evidence.index import Index
from scribe_app.notes.evidence.terms import key, meaning, numbers, readable
from scribe_app.notes.lexicon import Lexicon

MOST = 5
_WRITTEN = 0.75
_LEAST = 0.1
_FULL = 20.0
_CLINICAL = ("complaint", "history", "exam", "finding", "diagnosis", "drug", "dose", "plan")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A statement that a note could hold: its section and its worth, 1 is a lot."""

    text: str
    section: Section
    worth: float
    utterances: tuple[str, ...]


def omissions(lines: Iterable[str], found: Iterable[Loaded], index: Index) -> list[Omission]:
    """Return at most five statements that the lines do not hold, the weightiest first."""
    held = {name for line in lines for name in _said(line, index)}
    open_ones = [
        (each.worth * _loss(each.text, held, index), each)
        for each in found
        if _share(each.text, held, index) < _WRITTEN
    ]
    kept: list[Omission] = []
    for weight, each in sorted(open_ones, key=lambda pair: -pair[0]):
        if len(kept) == MOST or weight < _LEAST:
            break
        if _share(each.text, held, index) < _WRITTEN:
            kept.append(Omission(each.section, each.text, each.utterances, round(weight, 3)))
            held |= _said(each.text, index)
    return kept


def _said(text: str, index: Index) -> set[str]:
    plain = readable(text, index.words)
    names = {index.heard_as(word) or key(word) for word in meaning(plain, index.words)}
    return names | {f"#{number}" for number in numbers(plain)}


def _loss(text: str, held: set[str], index: Index) -> float:
    """Return what is lost with a statement: rare words, those of medicine twice; about 0 to 1."""
    lost = _said(text, index) - held
    clinical = {key(word) for cue in _CLINICAL for word in _matched(cue, text, index.words)}
    mass = sum(index.weight.get(n, 1.0) * (2 if n in clinical or n[0] == "#" else 1) for n in lost)
    return mass / (_FULL + mass)


def _matched(cue: str, text: str, words: Lexicon) -> list[str]:
    return [w for found in words.cues[cue].finditer(text) for w in meaning(found.group(), words)]


def _share(text: str, held: set[str], index: Index) -> float:
    """Return how much of a statement is held, its rare words counting most; 1 for no word."""
    said = _said(text, index)
    total = sum(index.weight.get(name, 1.0) for name in said)
    return sum(index.weight.get(name, 1.0) for name in said & held) / total if total else 1.0
