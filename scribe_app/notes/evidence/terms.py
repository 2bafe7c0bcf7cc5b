"""Words as they are compared: without endings, numbers as numbers."""

import re

from scribe_app.notes.lexicon import Lexicon, tokens
from scribe_app.notes.numbers import digits, plain
from scribe_app.notes.trained.clauses import spoken_plainly

_KEY = 6
_NUMBER = re.compile(
    r"(?<![\w.,])(?<![a-zA-Z]-)\d+(?:[.,]\d+)?(?:st|nd|rd|th)?(?!\w)|(?<=\d[-/x])\d+(?:[.,]\d+)?(?!\w)"
)
_SPLIT = re.compile(r"\b1 (\d\d)(?= ?(?:over|/) ?\d)")
_LISTED = re.compile(r"^\s*(?:\d+[.)]|[-•*])\s+")
# Words that count without being number words; what they count is not a thing to doubt.
_COUNTS = {
    "once": "1", "one": "1", "first": "1", "twice": "2", "second": "2", "couple": "2", "both": "2",
    "third": "3", "fourth": "4", "fifth": "5", "sixth": "6", "seventh": "7", "eighth": "8",
    "ninth": "9", "tenth": "10", "dozen": "12", "half": "0.5", "february": "2", "march": "3",
    "april": "4", "may": "5", "june": "6", "july": "7", "august": "8", "september": "9",
    "october": "10", "november": "11", "december": "12", "q.i.d": "4", "tweede": "2",
    "beide": "2", "half uur": "30", "deux": "2", "deuxième": "2", "demi": "0.5", "demie": "0.5",
}  # fmt: skip


def key(word: str) -> str:
    """Return what is compared of a word: its first six letters, or all but a plural s."""
    return word[:_KEY] if len(word) > _KEY else word.rstrip("s") or word


def keys(text: str, words: Lexicon) -> list[str]:
    """Return the keys of the words that carry meaning, numbers left out."""
    return [key(word) for word in meaning(text, words)]


def meaning(text: str, words: Lexicon) -> list[str]:
    """Return the words that carry meaning, numbers left out."""
    return [word for word in words.content(text) if not word[0].isdigit()]


def readable(text: str, words: Lexicon) -> str:
    """Return a line or an utterance with digits for number words and whole contractions."""
    return digits(spoken_plainly(plain(_LISTED.sub("", text))), words)


def numbers(text: str) -> list[str]:
    """Return the numbers of a readable text, "38.0" and "38" the same; not those in a code (L5)."""
    found = (match.group().rstrip("stndrh") for match in _NUMBER.finditer(_SPLIT.sub(r"1\1", text)))
    return [_plainest(value.replace(",", ".")) for value in found]


def _plainest(value: str) -> str:
    value = value.rstrip("0").rstrip(".") if "." in value else value
    return value.lstrip("0") or "0" if "." not in value else value


def counted(text: str) -> set[str]:
    """Return the numbers that words like "twice" and "fifth" stand for."""
    return {_COUNTS[word] for word in tokens(text) if word in _COUNTS}
