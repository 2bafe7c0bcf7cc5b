"""Cuts English as it was really spoken, often without a mark for minutes, into statements."""

import re
from collections.abc import Iterator, Sequence

from scribe_app.domain.transcript import Utterance
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.numbers import digits, plain
from scribe_app.notes.units import Unit, is_question

_LONG = 14
_LEAST = 6
_GOVERNED = 18
_DOUBT = 2
_JOINED = (
    (re.compile(r"(?i)\b(\w+) n't\b"), r"\1n't"),
    (re.compile(r"(?i)\b(?:gon na|gonna)\b"), "going to"),
    (re.compile(r"(?i)\b(?:wan na|wanna)\b"), "want to"),
    (re.compile(r"(?i)\b(?:got ta|gotta)\b"), "got to"),
    (re.compile(r"(?i)\bkinda\b"), "kind of"),
    (re.compile(r"(?i) ('(?:s|re|ve|ll|d|m))\b"), r"\1"),
    (re.compile(r"\b[a-zA-Z']{1,6}- (?=[a-z])"), ""),  # broken off: "wh- what side"
    (re.compile(r"(?<=\d) ?\. (?=\d{1,2}\b)"), "."),  # "12 . 5" is one number
    (re.compile(r" ([.,?!;:])"), r"\1"),
    (re.compile(r"\.\.+"), ","),
    (re.compile(r",(?: ?,)+"), ","),
)
_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\b[dDmM]r\.)(?<!\b[mM]s\.)(?<!\b[mM]rs\.)(?!(?<=\d\.)\s+\d)\s+"
)
_SUBJECT = (
    r"(?:i|i'm|i've|i'll|i'd|you|you're|you've|you'll|we|we're|we've|we'll|he|he's|she|she's|they"
    r"|they're|it|it's|that|that's|there|there's|this|the|your|my|his|her|let|let's|if|on|do|does"
    r"|did|have|has|is|are|any|no|what|how|when|where|then|for|just|again|currently|otherwise)"
)
_CUT = re.compile(
    rf"(?i),? (?=(?:and|but|so|then|because|'cause|or) {_SUBJECT}\b)"
    r"|,? (?=(?:so|okay|alright|all right|anyway)\b)"
    rf"|, (?={_SUBJECT}\b)"
    r"| (?=(?:i'm going to|i want to|i think|let's|let me|do you|are you|have you|did you|does it"
    r"|how about|what about|i don't|you don't|you have|we'll|there is|there are|i'd like|i would"
    r"|(?:your|my) \w+ (?:is|are|was|were|looks?|sounds?)|there's|we're|we can|please)\b)"
)
_DOUBTS = re.compile(
    r"(?i)(?:but|or|though) .{0,12}\b(?:not (?:sure|certain)|maybe|perhaps|might|could be"
    r"|don't know)"
)
_REPEAT = re.compile(r"(?i)\b([a-z']+(?: [a-z']+){0,3}?),? \1\b(?!')")
_TIMES = 2
_OPENING = re.compile(
    r"(?i)^(?:(?:okay|ok|alright|all right|and|so|um|uh|right|yeah|now|well|then|great|good|sure"
    r"|perfect|oh|i see|got it|but|or)[ ,.]+)+"
)
_CONDITION = re.compile(r"(?i)\b(?:if|unless|until)\b")


def clauses(utterances: Sequence[Utterance], words: Lexicon) -> list[Unit]:
    """Return the statements in order; number words are digits, broken words are gone."""
    parts = [(part, each) for each in utterances for part in _statements(each.text, words)]
    last = max(len(parts) - 1, 1)
    return [
        Unit(part, (each.id,), each.speaker, place=index / last, question=_asks(part, words))
        for index, (part, each) in enumerate(parts)
    ]


def _asks(part: str, words: Lexicon) -> bool:
    return is_question(part, words) or is_question(_OPENING.sub("", part), words)


def spoken_plainly(text: str) -> str:
    """Return the text with its contractions whole: "does n't" and "gon na" are a tokeniser's."""
    for pattern, joined in _JOINED:
        text = pattern.sub(joined, text)
    return text


def unstuttered(text: str) -> str:
    """Return the text with what was said twice over said once: "it's, it's been"."""
    for _ in range(_TIMES):
        text = _REPEAT.sub(r"\1", text)
    return text


def _statements(text: str, words: Lexicon) -> Iterator[str]:
    # Digits first: "twenty twenty" is a year, not a stutter.
    said = unstuttered(digits(spoken_plainly(plain(text)), words))
    for sentence in _SENTENCE.split(said):
        for part in _doubts_kept(list(_parts(sentence.strip())), words):
            if any(char.isalnum() for char in part):
                yield part


def _doubts_kept(parts: Sequence[str], words: Lexicon) -> list[str]:
    """Put a clause that only doubts ("but I'm not sure") back behind what it doubts."""
    whole: list[str] = []
    for part in parts:
        if whole and words.has("hedge", part) and len(words.content(part)) <= _DOUBT:
            whole[-1] = f"{whole[-1]}, {part}"
        else:
            whole.append(part)
    return whole


def _parts(sentence: str) -> Iterator[str]:
    """Yield the clauses of a long sentence; what a condition governs stays with it a while."""
    start = 0
    if len(sentence.split()) > _LONG:
        for found in _CUT.finditer(sentence):
            clause = sentence[start : found.start()]
            length = 0 if _DOUBTS.match(sentence, found.end()) else len(clause.split())
            if length >= (_GOVERNED if _CONDITION.search(clause) else _LEAST):
                yield clause.strip(" ,;")
                start = found.start()
    yield sentence[start:].strip(" ,;")
