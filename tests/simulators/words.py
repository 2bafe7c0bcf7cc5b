"""A pronounceable word of its own for every number, so that transcripts look like speech."""

import re
from collections.abc import Iterable

COUNT = 10_000

_SYLLABLES = tuple(c + v for c in "bdfghjklmnprstvwz" for v in "aeiouy")[:100]
_STEP = 7919  # coprime with COUNT: neighbours get words that do not look alike


def word(number: int) -> str:
    """Return the word of a number from 0 to 9999: six lower-case letters, never used twice."""
    high, low = divmod(number * _STEP % COUNT, 100)
    check = (high * 37 + low * 59 + 11) % 100
    return _SYLLABLES[high] + _SYLLABLES[low] + _SYLLABLES[check]


_NUMBERS = {word(number): number for number in range(COUNT)}


def numbers(text: str) -> list[int]:
    """Return the numbers whose words stand in a text, in order, whatever else stands there."""
    return [_NUMBERS[found] for found in re.findall(r"\w+", text.lower()) if found in _NUMBERS]


def sentence(spoken: Iterable[int]) -> str:
    """Return the words of some numbers as a sentence, with a capital and a full stop."""
    return " ".join(word(number) for number in spoken).capitalize() + "."
