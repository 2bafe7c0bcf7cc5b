"""Ties measurements to the statements they were said in, for the O of the note."""

import re
from collections.abc import Mapping, Sequence

from scribe_app.domain.information import Context, Measurement
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.measure_cues import measure_cues
from scribe_app.notes.measure_values import readable
from scribe_app.notes.units import Unit

_NUMBER = re.compile(r"\d+")
_UNIT_WORD = re.compile(
    r"(?:kg|kilo\w*|mmhg|cm|centim\w*|met(?:er|re)s?|mètres?|degr\w*|graden|celsius|percent|procent"
    r"|minute\w*|minuut|slagen|battements|pounds|stone|over|sur)"
)
_SPARE = 2


def by_unit(
    units: Sequence[Unit], measured: Sequence[Measurement], words: Lexicon
) -> Mapping[int, tuple[Measurement, ...]]:
    """Return the findings of this consultation by the index of the unit that holds them."""
    found: dict[int, tuple[Measurement, ...]] = {}
    for each in measured:
        index = _holder(units, each, words)
        if index is not None and each.context is Context.NOW and each.plausible:
            found[index] = (*found.get(index, ()), each)
    return found


def only_readings(unit: Unit, words: Lexicon) -> bool:
    """Return whether a statement with readings says hardly anything else."""
    cues = measure_cues(words.language)
    rest = cues.any_kind.sub(" ", readable(unit.text, words, cues))
    spare = [w for w in words.content(rest) if not w.isdigit() and not _UNIT_WORD.fullmatch(w)]
    return len(spare) <= _SPARE


def _holder(units: Sequence[Unit], each: Measurement, words: Lexicon) -> int | None:
    said = [i for i, unit in enumerate(units) if each.utterance in unit.utterances]
    numbers = set(_NUMBER.findall(each.value))
    cues = measure_cues(words.language)
    for index in said:
        if numbers <= set(_NUMBER.findall(readable(units[index].text, words, cues))):
            return index
    return said[-1] if said else None
