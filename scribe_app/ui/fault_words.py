"""Plain sentences of the other layers in the window's language; an unknown one stays English."""

from scribe_app.ui.known_sentences import ANSWERS, FAULTS
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.patterns import translated

KNOWN = FAULTS + ANSWERS
"""What can reach the window; `%1` to `%4` stand for names and for what they have or need."""


def in_our_language(sentence: str) -> str:
    """Return a sentence as the window says it."""
    return translated("Fault", KNOWN, sentence, in_our_words) or in_our_words(sentence)
