"""Doubts about a line: a number, a denial, a side, a drug, a word or a speaker that disagrees."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scribe_app.domain.note import Section
from scribe_app.domain.review import CheckKind, Level
from scribe_app.notes.evidence.drugs import is_drug
from scribe_app.notes.evidence.index import Hit, Index
from scribe_app.notes.evidence.polarity import beside, denied, sides, votes
from scribe_app.notes.evidence.terms import meaning, numbers, readable
from scribe_app.notes.evidence.writing import written
from scribe_app.notes.units import Role

_NEAR = 2
_TRUSTED = 0.3
_SURE = 0.6
_HALF = 0.5
_SOME = 0.35
_WHOLE = 0.99
_OFTEN = 2
_AGE = re.compile(r"(\d+)[- ](?:years?|months?)[- ]old")
_RARE_LENGTH = 6
_ONE = frozenset({"1", "0"})


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing in a line that disagrees, and the words it is about."""

    kind: CheckKind
    level: Level
    words: tuple[str, ...]


def doubts(line: str, section: Section, hits: Sequence[Hit], index: Index) -> list[Doubt]:
    """Return what is to be checked in one line, given the statements that support it."""
    text = readable(line, index.words)
    near = _near(hits, index)
    return [
        *_numbers(text, hits, index),
        *_denials(text, hits, near, index),
        *_sides(text, hits, near, index),
        *_drugs(text, near, index),
        *_speaker(section, hits, index),
    ]


def _near(hits: Sequence[Hit], index: Index, *, sure: bool = False) -> list[int]:
    """Return the places around the best statements; closer by, where a statement is `sure`."""
    reach = _NEAR - 1 if sure and hits and hits[0].coverage >= _SURE else _NEAR
    last = len(index.units)
    around = (range(hit.place - reach, hit.place + reach + 1) for hit in hits)
    return sorted({at for places in around for at in places if 0 <= at < last})


def _numbers(text: str, hits: Sequence[Hit], index: Index) -> Iterator[Doubt]:
    near = _near(hits, index, sure=True)
    close = {number for at in near for number in index.numbers[at]}
    ages = _AGE.findall(text)
    for number in dict.fromkeys(numbers(text)):
        if number in _ONE or f"#{number}" in close:
            continue
        # An age is in the record, whether it was said or not.
        lost = f"#{number}" in index.postings and not (hits and hits[0].coverage >= _HALF)
        level = Level.AMBER if lost or number in ages else Level.RED
        yield Doubt(CheckKind.NUMBER, level, (number,))


def _denials(text: str, hits: Sequence[Hit], near: Sequence[int], index: Index) -> Iterator[Doubt]:
    if _verbatim(text, hits, index):
        return
    told = denied(text, index.words)
    best = {hit.place for hit in hits}
    found = _flipped(told, hits, index)
    for polarity in (True, False):
        wrong, right = [], 0.0
        for name in (name for name, negative in told.items() if negative is polarity):
            heard = _heard(name, best, index) or _heard(name, near, index)
            if polarity in heard:
                right += index.weight[name]
            elif heard:
                wrong.append(name)
        if not found and sum(index.weight[name] for name in wrong) > right:
            found = wrong
    if not found and index.words.has("negation", text) and hits and not _denied_near(hits, index):
        found = [name for name, negative in told.items() if negative] or list(told)
    if not found:
        found = _always_denied(told, index)
    if found:
        sure = hits and hits[0].coverage >= _HALF
        yield Doubt(CheckKind.NEGATION, Level.RED if sure else Level.AMBER, tuple(found))
    elif any(_uneven(told, hit.place, text, index) for hit in hits if hit.coverage >= _SOME):
        yield Doubt(CheckKind.NEGATION, Level.AMBER, ())


def _verbatim(text: str, hits: Sequence[Hit], index: Index) -> bool:
    """Return whether a statement and its answer hold the whole line, and as many denials."""
    if not hits or hits[0].coverage < _WHOLE:
        return False
    place, told = hits[0].place, denied(text, index.words)
    for count in (1, 2):
        near = ": ".join(unit.text.rstrip("?.") for unit in index.units[place : place + count])
        same = index.words.count("negation", text) == index.words.count("negation", near)
        heard = denied(near, index.words)
        if same and all(heard.get(name, no) is no for name, no in told.items()):
            return True
    return False


def _uneven(told: Mapping[str, bool], place: int, text: str, index: Index) -> bool:
    """Return whether only one of a line and its best statement denies something."""
    unit = index.units[place]
    if index.words.has("negation", text):
        around = index.units[place : place + 2]
        return not any(index.words.has("negation", each.text) for each in around)
    heard = set(index.keys[place] & told.keys())
    return any(votes(place, name, index.units, index.words) for name in heard) and not unit.question


def _always_denied(told: Mapping[str, bool], index: Index) -> list[str]:
    """Return what the line asserts and every mention of the whole consultation denies."""
    asserted = (n for n, negative in told.items() if not negative and n in index.postings)
    return [name for name in asserted if _heard(name, index.postings[name], index) == {True}]


def _flipped(told: Mapping[str, bool], hits: Sequence[Hit], index: Index) -> list[str]:
    """Return what the best statement denies and the line does not, or the other way round."""
    close = [hit for hit in hits if hit.coverage >= _SURE]
    if not close:
        return []
    said: dict[str, set[bool]] = {}
    for hit in close:
        for name in index.keys[hit.place] & told.keys():
            vote = votes(hit.place, name, index.units, index.words)
            if vote is not None:
                said.setdefault(name, set()).add(vote)
    for polarity in (True, False):
        ours = [name for name, heard in said.items() if heard == {polarity}]
        lost = [name for name in ours if told[name] is not polarity]
        if polarity and ours and len(lost) == len(ours):
            return lost
        theirs = [name for name in said if told[name] and said[name] == {False}]
        if not polarity and theirs and not any(told[n] for n in said if n not in theirs):
            return theirs
    return []


def _heard(name: str, places: Iterable[int], index: Index) -> set[bool]:
    found = {votes(at, name, index.units, index.words) for at in places if name in index.keys[at]}
    return {vote for vote in found if vote is not None}


def _denied_near(hits: Sequence[Hit], index: Index) -> bool:
    sure = [hit for hit in hits if hit.coverage >= _SURE] or hits
    around = {at for hit in sure for at in range(hit.place - 1, hit.place + 3)}
    return any(
        index.words.has("negation", index.units[at].text)
        or index.words.cues["no"].match(index.units[at].text)
        for at in around
        if 0 <= at < len(index.units)
    )


def _sides(text: str, hits: Sequence[Hit], near: Sequence[int], index: Index) -> Iterator[Doubt]:
    told = sides(text, index.words) - {"both"}
    best = set().union(*(index.sides[hit.place] for hit in hits))
    close = set().union(*(index.sides[at] for at in near))
    first: frozenset[str] = next(
        (index.sides[hit.place] for hit in hits if index.sides[hit.place]), frozenset()
    )
    for side in sorted(told):
        level = None
        if best and side not in best and "both" not in best:
            level = Level.RED
        elif not best and side not in close:
            level = Level.RED if close else Level.AMBER
        elif side not in first and first - {"both"}:
            level = Level.AMBER
        yield from [Doubt(CheckKind.SIDE, level, (side,))] if level else _parts(text, side, index)


def _parts(text: str, side: str, index: Index) -> Iterator[Doubt]:
    """Doubt a side when the part it is said of was called the other side far more often."""
    mine, other = 0, 0
    for name in beside(text, side, index.words):
        for at in index.postings.get(name, ()):
            mine += side in index.sides[at]
            other += bool(index.sides[at] - {side, "both"}) and side not in index.sides[at]
    if other > mine:
        level = Level.RED if other >= _OFTEN * mine + 1 else Level.AMBER
        yield Doubt(CheckKind.SIDE, level, (side,))


def _drugs(text: str, near: Sequence[int], index: Index) -> Iterator[Doubt]:
    close = {name for at in near for name in index.keys[at]}
    for word in dict.fromkeys(meaning(text, index.words)):
        heard = index.heard_as(word)
        if is_drug(word):
            if not heard:
                yield Doubt(CheckKind.DRUG, Level.RED, (word,))
            elif heard not in close:
                yield Doubt(CheckKind.DRUG, Level.AMBER, (word,))
        elif not heard and len(word) > _RARE_LENGTH and word not in written(index.words.language):
            yield Doubt(CheckKind.TERM, Level.AMBER, (word,))


def _speaker(section: Section, hits: Sequence[Hit], index: Index) -> Iterator[Doubt]:
    roles = {index.units[hit.place].role for hit in hits if hit.score >= _TRUSTED}
    if section in (Section.OBJECTIVE, Section.EVALUATION, Section.PLAN) and roles == {Role.PATIENT}:
        yield Doubt(CheckKind.SPEAKER, Level.AMBER, ())
