"""Finds where in a consultation something was said: words weighed by how rarely they fell."""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from scribe_app.domain.transcript import Utterance
from scribe_app.notes.evidence.polarity import spoken_sides
from scribe_app.notes.evidence.terms import counted, key, keys, meaning, numbers, readable
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.roles import with_roles
from scribe_app.notes.trained.clauses import clauses
from scribe_app.notes.units import Unit, cut

_MISHEARD = 84
_LONG_ENOUGH = 5
_BESIDE = 0.7
_LONGER = 0.06
_NUMBER_WEIGHT = 1.5
_HITS = 3
_CLOSE = 0.75


@dataclass(frozen=True, slots=True)
class Hit:
    """A statement that supports a line, and how much of the line it and its neighbours hold."""

    place: int
    score: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Index:
    """The statements of a consultation with where each word and number fell."""

    units: tuple[Unit, ...]
    words: Lexicon
    keys: tuple[frozenset[str], ...]
    numbers: tuple[frozenset[str], ...]
    sides: tuple[frozenset[str], ...]
    postings: Mapping[str, tuple[int, ...]]
    weight: Mapping[str, float]
    spellings: tuple[str, ...]
    _heard_as: dict[str, str] = field(default_factory=dict)

    def heard_as(self, word: str) -> str:
        """Return the key of a word if it fell, else of the one that looks like it, else ""."""
        if key(word) in self.postings or len(word) < _LONG_ENOUGH:
            return key(word) if key(word) in self.postings else ""
        if word not in self._heard_as:
            found = process.extractOne(
                word, self.spellings, scorer=fuzz.ratio, score_cutoff=_MISHEARD
            )
            self._heard_as[word] = key(found[0]) if found else ""
        return self._heard_as[word]

    def hits(self, line: str) -> list[Hit]:
        """Return the best statements for a line, best first; at most three, none without a word."""
        wanted = self.wanted(line)
        total = sum(wanted.values())
        own: defaultdict[int, float] = defaultdict(float)
        for name, weight in wanted.items():
            for place in self.postings.get(name, ()):
                own[place] += weight
        found = [self._hit(place, wanted, own, total) for place in own]
        found.sort(key=lambda hit: (-hit.score, hit.place))
        return [hit for hit in found[:_HITS] if hit.score >= _CLOSE * found[0].score]

    def wanted(self, line: str) -> dict[str, float]:
        """Return what a line says: its keys as they were heard and its numbers, with weights."""
        text = readable(line, self.words)
        found: dict[str, float] = {}
        for word in meaning(text, self.words):
            heard = self.heard_as(word)
            found[heard or key(word)] = self.weight.get(heard, self._unsaid)
        for number in numbers(text):
            found[f"#{number}"] = self.weight.get(f"#{number}", _NUMBER_WEIGHT)
        return found

    @property
    def _unsaid(self) -> float:
        return math.log(1 + len(self.units)) / 2

    def _hit(
        self, place: int, wanted: Mapping[str, float], own: Mapping[int, float], total: float
    ) -> Hit:
        around = self._around(place, wanted)
        length = max(1.0, len(self.keys[place]) / 8)
        score = (own[place] + _BESIDE * (around - own[place])) / (1 + _LONGER * math.log(length))
        return Hit(place, score / total, around / total)

    def _around(self, place: int, wanted: Mapping[str, float]) -> float:
        near = range(max(0, place - 1), min(len(self.units), place + 2))
        held = {name for at in near for name in (*self.keys[at], *self.numbers[at])}
        return sum(weight for name, weight in wanted.items() if name in held)


def index_of(utterances: Sequence[Utterance], words: Lexicon) -> Index:
    """Return the index of a consultation; linear in what was said."""
    cutter = clauses if words.language == "en" else cut
    units = tuple(with_roles(cutter(utterances, words), words))
    told = tuple(frozenset(keys(unit.text, words)) for unit in units)
    counts = tuple(
        frozenset(f"#{n}" for n in {*numbers(unit.text), *counted(unit.text)}) for unit in units
    )
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for place, (names, values) in enumerate(zip(told, counts, strict=True)):
        for name in (*names, *values):
            postings[name].append(place)
    frequency = Counter({name: len(places) for name, places in postings.items()})
    weight = {n: math.log(1 + len(units) / count) for n, count in frequency.items()}
    return Index(
        units,
        words,
        told,
        counts,
        tuple(frozenset(spoken_sides(unit.text, words)) for unit in units),
        {name: tuple(places) for name, places in postings.items()},
        weight,
        tuple({word for unit in units for word in meaning(unit.text, words)}),
    )
