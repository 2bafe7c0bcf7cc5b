"""Shortens a statement to telegram style by deletion alone, and never deletes what matters."""

import re

from scribe_app.notes.lexicon import Lexicon

_REPEAT = re.compile(r"(?i)\b([^\W\d_]+(?:'[^\W\d_]+)?(?: [^\W\d_]+){0,3}?),? \1\b(?!')")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_DOSE = re.compile(r"(\w+), (\d+(?:[.,]\d+)? ?(?:mg|mcg|g|ml)\b)")
_EDGES = re.compile(r"^[\s,;:.!?–-]+|[\s,;:.!?–-]+$")
_COMMAS = re.compile(r"(?:\s*,)+")
_LAYERS = 2
_GRAM = re.compile(r"(\d) (?:gram|grammes?|grams)\b")


def compress(text: str, words: Lexicon) -> str:
    """Return the statement without fillers, lead-ins, articles; first letter a capital.

    Sides, negations, hedges and numbers of the statement are all in what is returned: where a
    deletion would lose one, the statement comes back whole.
    """
    text = words.cues["discourse"].sub("", tidy(text))
    shorter = _shorten(text, words)
    if not protected(text, words) <= protected(shorter, words):
        shorter = tidy(text)
    return capital(_dosed(shorter, words))


def protected(text: str, words: Lexicon) -> set[str]:
    """Return what may never be lost: side, negation, hedge, condition and every number."""
    kept = {
        found.lower()
        for cue in ("side", "negation", "hedge", "condition")
        for found in words.cues[cue].findall(text)
    }
    return kept | set(_NUMBER.findall(text))


def without_opening(text: str, words: Lexicon) -> str:
    """Return the statement without "okay, so, well, yes," and the like before it."""
    previous = ""
    while text != previous:
        previous = text
        text = _drop(words, "lead_bare", text, needs_comma=False)
        for cue in ("lead", "yes"):
            text = _drop(words, cue, text, needs_comma=True)
    return text


def tidy(text: str) -> str:
    """Return the text with single spaces, and no marks left hanging."""
    spaced = " ".join(_COMMAS.sub(",", text).split())
    return _EDGES.sub("", spaced)


def capital(text: str) -> str:
    """Return the text with its first letter a capital."""
    return text[:1].upper() + text[1:]


def _shorten(text: str, words: Lexicon) -> str:
    kept = tidy(words.cues["fillers"].sub("", text))
    kept = _REPEAT.sub(r"\1", kept)
    kept = without_opening(kept, words)
    for _ in range(_LAYERS):
        kept = words.cues["strip"].sub("", kept, count=1)
    return tidy(words.cues["inner"].sub("", kept))


def _drop(words: Lexicon, cue: str, text: str, *, needs_comma: bool) -> str:
    found = words.cues[cue].match(text)
    if found is None:
        return text
    rest = text[found.end() :]
    if needs_comma and not rest.startswith((",", ".", "!")):
        return text
    rest = rest.lstrip(" ,.!")
    return rest if words.content(rest) else text


def _dosed(text: str, words: Lexicon) -> str:
    for said, written in words.units.items():
        text = re.sub(rf"(?i)(?<=\d )(?:{said})\b", written, text)
    return _DOSE.sub(r"\1 \2", _GRAM.sub(r"\1 g", text))
