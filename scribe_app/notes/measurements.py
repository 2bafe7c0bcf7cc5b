"""Finds the measurements that were spoken, and keeps goals and older readings apart from them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scribe_app.domain.information import Context, Measurement
from scribe_app.domain.transcript import Utterance
from scribe_app.notes.kinds import BLOOD_PRESSURE, KINDS, PULSE, SATURATION, TEMPERATURE, Kind
from scribe_app.notes.lexicon import Lexicon, base_language
from scribe_app.notes.measure_cues import Cues, measure_cues
from scribe_app.notes.measure_values import Found, readable, values
from scribe_app.notes.roles import is_patient

_REMEMBERED = 2
_TAKEN = (BLOOD_PRESSURE, PULSE, TEMPERATURE, SATURATION)


def measure(utterances: Sequence[Utterance], words: Lexicon) -> tuple[Measurement, ...]:
    """Return what was measured, in order; a repeated value of a kind is returned once.

    A kind asked for in one utterance ("what is your weight?") is looked for in the next two.
    """
    cues = measure_cues(words.language)
    found: dict[tuple[str, str, str], Measurement] = {}
    asked: dict[Kind, int] = {}
    for index, each in enumerate(utterances):
        open_kinds = frozenset(k for k, since in asked.items() if index - since <= _REMEMBERED)
        text = readable(each.text, words, cues)
        hits = list(find(text, cues, open_kinds))
        for hit in hits:
            measured = _measurement(hit, each, words.language)
            found.setdefault((measured.kind, measured.value, measured.context), measured)
            asked.pop(hit.kind, None)
        if not cues.contexts["change"].search(text):
            asked |= dict.fromkeys(_named(text, cues, hits), index)
    return tuple(found.values())


def find(text: str, cues: Cues, asked: frozenset[Kind] = frozenset()) -> Iterator[Found]:
    """Yield the values in one readable text, in order; `asked` are kinds named just before."""
    hits = sorted(
        (hit for kind in KINDS for hit in values(kind, text, cues, asked=kind in asked)),
        key=lambda hit: (hit.start, not hit.cued, -hit.end),
    )
    if hits:
        yield hits[0]
    for before, hit in pairwise(hits):
        if hit.start >= before.end:
            yield hit


def _named(text: str, cues: Cues, hits: Sequence[Found]) -> list[Kind]:
    done = {hit.kind for hit in hits}
    return [kind for kind in KINDS if kind not in done and cues.kinds[kind.cue].search(text)]


def _context(hit: Found, said: Utterance, cues: Cues) -> Context:
    """Return when it was measured: what a patient tells without "now" was read at home."""
    told = hit.kind in _TAKEN and is_patient(said.speaker)
    if hit.context is Context.NOW and told and not cues.contexts["now"].search(said.text.lower()):
        return Context.HOME
    return hit.context


def _measurement(hit: Found, said: Utterance, language: str) -> Measurement:
    return Measurement(
        description=hit.kind.name(language),
        value=hit.value if language == "en" else hit.value.replace(".", ","),
        unit=hit.unit,
        kind=hit.kind.code,
        context=_context(hit, said, measure_cues(base_language(language))),
        plausible=hit.plausible,
        utterance=said.id,
        at=said.start,
    )
