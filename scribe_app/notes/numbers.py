"""Number words become digits, so that a dose reads as a dose and can be compared."""

import re
import unicodedata

from text_to_num import alpha2digit

from scribe_app.notes.lexicon import Lexicon

_MASK = "qxz"
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "`": "'", "\u00a0": " ", "\u202f": " "})
_YEAR = re.compile(r"\b(19|20) ([0-9]\d)\b(?! ?(?:mg|kilos?|times|over|/))")
_SPACES = re.compile(r"\s+")
_ENDLESS = re.compile(r"\S{61,}")
"""No word of any language: a recogniser caught in a loop, or an attack on the patterns here."""


def plain(text: str) -> str:
    """Return the text composed, with straight apostrophes, single spaces and no endless word."""
    composed = unicodedata.normalize("NFC", text).translate(_APOSTROPHES)
    return _SPACES.sub(" ", _ENDLESS.sub(" ", composed)).strip()


def digits(text: str, words: Lexicon) -> str:
    """Return the text with number words as digits; articles and ordinals stay words."""
    for wrong, right in words.spelling.items():
        text = re.sub(rf"(?i){wrong}", right, text)
    masked = words.cues["keep"].sub(lambda found: _MASK + found.group(), text)
    found = str(alpha2digit(masked, words.language, 0)).replace(_MASK, "")
    return _YEAR.sub(r"\1\2", found) if words.language == "en" else found
