"""What the model sees of a statement: its words, who said it, where it stood, what is near."""

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.trained.model import Features
from scribe_app.notes.units import Role, Unit

_WORD = re.compile(r"[a-z0-9']+")
_NUMBER = re.compile(r"^\d[\d.,/]*$")
_NEAR = 0.4
_PLAIN = 0.5
_PLACES = 8
_LENGTHS = (4, 7, 12, 20, 30)
CUES = ("chatter", "negation", "drug", "dose")


def features(units: Sequence[Unit], words: Lexicon) -> list[Features]:
    """Return the features of each unit by name; the text counts as much in a long unit as a short.

    The cost is linear in the units: each sees its two neighbours and no further.
    """
    seen = [_WORD.findall(f"{unit.asked} {unit.text}".lower()) for unit in units]
    found: list[Features] = []
    for index, unit in enumerate(units):
        own = dict(_weighted(_grams(seen[index]), 1.0))
        if index:
            own |= dict(_weighted((f"<{w}" for w in seen[index - 1]), _NEAR))
        if index + 1 < len(units):
            own |= dict(_weighted((f">{w}" for w in seen[index + 1]), _NEAR))
        own |= dict.fromkeys(_plain(unit, len(seen[index]), words), _PLAIN)
        own["@place"] = _PLAIN * unit.place
        found.append(own)
    return found


def _grams(said: Sequence[str]) -> Iterator[str]:
    told = ["#" if _NUMBER.match(word) else word for word in said]
    yield from told
    yield from (f"{a} {b}" for a, b in itertools.pairwise(told))


def _weighted(names: Iterator[str], weight: float) -> Iterator[tuple[str, float]]:
    counts = Counter(names)
    norm = max(1.0, len(counts) ** 0.5)
    for name in counts:
        yield name, weight / norm


def _plain(unit: Unit, length: int, words: Lexicon) -> Iterator[str]:
    clinician = unit.role is Role.CLINICIAN
    yield f"@role {unit.role}"
    yield f"@place {int(unit.place * _PLACES)}"
    if unit.question:
        yield "@question"
    if unit.merged:
        yield "@merged"
    yield from (f"@under {limit}" for limit in _LENGTHS if length < limit)
    for cue in CUES:
        if words.has(cue, unit.text):
            yield f"@{cue}"
            yield f"@{cue} {'clinician' if clinician else 'other'}"
