"""Cuts utterances into statements: what one line of a note can be made of."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from scribe_app.domain.transcript import Utterance
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.numbers import digits, plain

_SENTENCE = re.compile(r"(?<=[.!?…])(?<!\b[dD]r\.)(?<!\b[mM]r\.)(?<!\be\.g\.)\s+(?!\d+\s*[.,]?$)")
_LONG = 12
_TOO_LONG = 22
_DOUBT = 2


class Role(StrEnum):
    """Who probably said it."""

    CLINICIAN = "clinician"
    PATIENT = "patient"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Unit:
    """One statement or question, the utterances it was said in and its place (0 to 1)."""

    text: str
    utterances: tuple[str, ...]
    speaker: str | None = None
    role: Role = Role.UNKNOWN
    place: float = 0.0
    question: bool = False
    merged: bool = False
    asked: str = ""


def cut(utterances: Sequence[Utterance], words: Lexicon) -> list[Unit]:
    """Return the statements of a transcript in order; number words are digits."""
    parts = [(part, each) for each in utterances for part in _statements(each.text, words)]
    last = max(len(parts) - 1, 1)
    return [
        Unit(part, (each.id,), each.speaker, place=index / last, question=is_question(part, words))
        for index, (part, each) in enumerate(parts)
    ]


def is_question(text: str, words: Lexicon) -> bool:
    """Return whether it asks, by its mark or, without one, by how it starts."""
    if text.endswith("?"):
        return True
    if text.endswith("!") or words.has("dose", text):
        return False
    ended = text.endswith(".")
    if words.has("question", text) or words.has("addressed", text):
        return True
    return (words.has("wh", text) and not ended) or (
        words.has("maybe_question", text) and not ended
    )


def _statements(text: str, words: Lexicon) -> Iterator[str]:
    for sentence in _SENTENCE.split(digits(plain(text), words)):
        for clause in _clauses(sentence.strip(), words):
            if any(char.isalnum() for char in clause):
                yield clause


def _clauses(sentence: str, words: Lexicon) -> list[str]:
    parts = _split(words.cues["unpunctuated"], sentence) if _is_bare(sentence) else [sentence]
    return [clause for part in parts for clause in _main_clauses(part, words)]


def _main_clauses(sentence: str, words: Lexicon) -> list[str]:
    if sentence.endswith("?"):
        return [sentence]
    clauses = _cut("split", sentence, words)
    return [part for each in clauses for part in _cut_long(each, words)]


def _cut_long(clause: str, words: Lexicon) -> list[str]:
    long = len(clause.split()) > _TOO_LONG
    return _cut("split_long", clause, words) if long else [clause]


def _cut(cue: str, sentence: str, words: Lexicon) -> list[str]:
    """Split, but never after a condition: it governs what follows."""
    condition = words.cues["condition"].search(sentence)
    if condition is None:
        return _whole(_split(words.cues[cue], sentence), words)
    ends = (cut.end() for cut in words.cues[cue].finditer(sentence))
    start = max((end for end in ends if end <= condition.start()), default=0)
    return [*_split(words.cues[cue], sentence[:start]), sentence[start:]]


def _whole(parts: Sequence[str], words: Lexicon) -> list[str]:
    """Put a clause that only doubts ("but I'm not sure") back behind what it doubts."""
    whole: list[str] = []
    for part in parts:
        doubts = words.has("hedge", part) and len(words.content(part)) <= _DOUBT
        if whole and doubts:
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole


def _is_bare(sentence: str) -> bool:
    return len(sentence.split()) > _LONG and not re.search(r"[.!?;:,]", sentence[:-1])


def _split(pattern: re.Pattern[str], text: str) -> list[str]:
    return [part.strip(" ,;") for part in pattern.split(text) if part and part.strip(" ,;")]
