"""Faults put into clinicians' own sentences: are they found, and are the true ones left alone?"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scribe_app.domain.note import Episode, Note, Section
from scribe_app.domain.review import CheckKind, Level
from scribe_app.notes.evidence.checks import Doubt, doubts
from scribe_app.notes.evidence.drugs import is_drug
from scribe_app.notes.evidence.index import Index, index_of
from scribe_app.notes.evidence.reviewer import NoteReviewer
from scribe_app.notes.evidence.terms import keys, readable
from scribe_app.notes.lexicon import tokens
from tests.bench.visits import EN, Scored
from tests.fixtures.dialogues_read import spoken

KINDS = {
    "number": CheckKind.NUMBER,
    "negation": CheckKind.NEGATION,
    "laterality": CheckKind.SIDE,
    "unsaid drug": CheckKind.DRUG,
    "drug of the same visit": CheckKind.DRUG,
}
HEADER = ("injected", "lines", "flagged", "flagged red")
_SECTIONS = {"subjective": Section.SUBJECTIVE, "objective": Section.OBJECTIVE}
_SENTENCE = re.compile(r"(?<=[.!?])(?<!Dr\.)(?<!Mr\.)(?<!Ms\.)(?<!Mrs\.)\s+(?=[A-Z])")
_NUMBER = re.compile(r"(?<![\w.,])\d+(?:\.\d+)?(?![\w.])")
_ELSEWHERE = (
    *("warfarin", "methotrexate", "sertraline", "insulin", "levothyroxine", "oxycodone"),
    *("pantoprazole", "azithromycin"),
)
_DENIED = (
    *((r"\b[Dd]enies\b", "reports"), (r"\bNo\b", "Has"), (r"\bno\b", "some"), (r"\bnot ", "")),
    *((r"\b[Ww]ithout\b", "with"), (r"\b[Rr]eports\b", "denies"), (r"\b[Ee]ndorses\b", "denies")),
    *((r"\bis\b", "is not"), (r"\bhas\b", "has no"), (r"\bwas\b", "was not")),
)
_CLEAR = 0.6
_A_VISIT = 3
_FOUND_AGAIN = 0.5


@dataclass
class Tally:
    """Counts over a whole set."""

    lines: int = 0
    red: int = 0
    amber: int = 0
    injected: Counter[str] = field(default_factory=Counter)
    flagged: Counter[str] = field(default_factory=Counter)
    reddened: Counter[str] = field(default_factory=Counter)


def sentences(document: Mapping[str, Any]) -> Iterator[tuple[Section, str]]:
    """Yield the sentences of a clinician's note with their section."""
    for division, text in document["note"].items():
        for line in (text or "").splitlines():
            for sentence in _SENTENCE.split(line.strip()) if not line.isupper() else ():
                if len(sentence.split()) > 2:
                    yield _SECTIONS.get(division, Section.PLAN), sentence


def injected(documents: Sequence[Mapping[str, Any]]) -> Tally:
    """Read every sentence as it stands, and with each fault that can be put into it."""
    tally, chance = Tally(), random.Random(1)
    for document in documents:
        index = index_of(spoken(document["utterances"]), EN)
        for section, sentence in sentences(document):
            levels = {doubt.level for doubt in _doubts(sentence, section, index)}
            tally.lines += 1
            tally.red += Level.RED in levels
            tally.amber += levels == {Level.AMBER}
            for kind in KINDS:
                _inject(kind, sentence, section, index, chance, tally)
    return tally


def rows(tally: Tally) -> list[tuple[object, ...]]:
    """Return a row per kind of fault."""
    return [
        (
            kind,
            tally.injected[kind],
            f"{100 * tally.flagged[kind] / max(1, tally.injected[kind]):.0f} %",
            f"{100 * tally.reddened[kind] / max(1, tally.injected[kind]):.0f} %",
        )
        for kind in KINDS
    ]


def found_again(scored: Sequence[Scored]) -> tuple[object, ...]:
    """Delete sentences at random and look for each among the omissions."""
    chance, tried, cited, worded, offered = random.Random(2), 0, 0, 0, 0
    for each in scored:
        index = index_of(each.said, EN)
        every = [sentence for _, sentence in sentences(each.document)]
        clear = [s for s in every if (h := index.hits(s)) and h[0].coverage >= _CLEAR]
        for gone in chance.sample(clear, min(_A_VISIT, len(clear))):
            rest = Note(episodes=(Episode(plan="\n".join(s for s in every if s != gone)),))
            missing = NoteReviewer(each.model).review(rest, each.said, "en").omissions
            source = set(index.units[index.hits(gone)[0].place].utterances)
            tried, offered = tried + 1, offered + len(missing)
            cited += any(source & set(one.utterances) for one in missing)
            worded += any(_alike(gone, one.text, index) for one in missing)
    return (
        tried,
        f"{100 * cited / tried:.0f} %",
        f"{100 * worded / tried:.0f} %",
        f"{offered / tried:.1f}",
    )


def precision(scored: Sequence[Scored], path: Path) -> tuple[object, ...]:
    """Link drafted lines anew, as if their source were not known; write others to be judged."""
    right = total = 0
    links = []
    for each in scored:
        index = index_of(each.said, EN)
        for line in each.draft.evidence:
            hits = index.hits(line.text)
            total += 1
            right += bool(hits) and bool(
                set(index.units[hits[0].place].utterances) & set(line.utterances)
            )
        links += [(s, index, index.hits(s)) for _, s in sentences(each.document)]
    judged = random.Random(3).sample([link for link in links if link[2]], 100)
    path.write_text("\n".join(_judged(*link) for link in judged) + "\n", "utf-8")
    return (total, f"{right / total:.3f}", len(judged), path.name)


def _judged(sentence: str, index: Index, hits: Sequence[Any]) -> str:
    unit = index.units[hits[0].place]
    return json.dumps({"line": sentence, "top": unit.text, "coverage": round(hits[0].coverage, 2)})


def _alike(sentence: str, text: str, index: Index) -> bool:
    mine, other = set(keys(readable(sentence, EN), EN)), set(keys(readable(text, EN), EN))
    total = sum(index.weight.get(name, 1.0) for name in mine)
    shared = sum(index.weight.get(name, 1.0) for name in mine & other)
    return bool(total) and shared / total >= _FOUND_AGAIN


def _doubts(sentence: str, section: Section, index: Index) -> list[Doubt]:
    return doubts(sentence, section, index.hits(sentence), index)


def _inject(
    kind: str, sentence: str, section: Section, index: Index, chance: random.Random, tally: Tally
) -> None:
    wrong = _wrong(kind, sentence, index, chance)
    if wrong in (None, sentence):
        return
    levels = {d.level for d in _doubts(str(wrong), section, index) if d.kind is KINDS[kind]}
    tally.injected[kind] += 1
    tally.flagged[kind] += bool(levels)
    tally.reddened[kind] += Level.RED in levels


def _wrong(kind: str, sentence: str, index: Index, chance: random.Random) -> str | None:
    match kind:
        case "number":
            return _other_number(sentence, chance)
        case "negation":
            return next(
                (re.sub(a, b, sentence, count=1) for a, b in _DENIED if re.search(a, sentence)),
                None,
            )
        case "laterality":
            if re.search(r"\b[Ll]eft\b", sentence):
                return re.sub(r"\b[Ll]eft\b", "right", sentence)
            return re.sub(r"\b[Rr]ight\b", "left", sentence)
        case _:
            return _other_drug(kind, sentence, index, chance)


def _other_number(sentence: str, chance: random.Random) -> str | None:
    numbers = list(_NUMBER.finditer(sentence))
    if not numbers:
        return None
    number = chance.choice(numbers)
    value = float(number.group())
    other = chance.choice([value + 1, value * 2, value + 10, value * 10, value + 5])
    return f"{sentence[: number.start()]}{other:g}{sentence[number.end() :]}"


def _other_drug(kind: str, sentence: str, index: Index, chance: random.Random) -> str | None:
    drugs = [word for word in re.findall(r"[A-Za-z]+", sentence) if is_drug(word.lower())]
    said = {word for unit in index.units for word in tokens(unit.text)}
    if kind == "unsaid drug":
        pool = [word for word in _ELSEWHERE if word not in said]
    else:
        pool = sorted(w for w in said if is_drug(w) and w not in sentence.lower())
    return sentence.replace(chance.choice(drugs), chance.choice(pool)) if drugs and pool else None
