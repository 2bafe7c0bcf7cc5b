"""Sorts statements into S, O, E and P by words, role and place.

The one step that a trained model can take over: same input, same scores out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from scribe_app.domain.note import Section
from scribe_app.notes.compress import without_opening
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.units import Role, Unit

_NONE = 0.0
_OPENING, _ENDING = 0.12, 0.85
_COMPLAINT = 1.5


@dataclass(frozen=True, slots=True)
class Sorted:
    """A unit with the section it belongs in and how strongly (1 is the threshold)."""

    unit: Unit
    section: Section
    score: float


def classify(unit: Unit, words: Lexicon) -> Sorted | None:
    """Return where a statement belongs, None for chatter and for what no section wants."""
    heard = replace(unit, text=without_opening(unit.text, words))
    if not (_wanted(unit, words) and _wanted(heard, words)):
        return None
    scores = section_scores(heard, words)
    section = max(scores, key=lambda part: scores[part])
    return Sorted(unit, section, scores[section]) if scores[section] >= 1 else None


def section_scores(unit: Unit, words: Lexicon) -> Mapping[Section, float]:
    """Return a score per section; below 1 the statement does not belong there."""
    return {
        Section.SUBJECTIVE: _subjective(unit, words),
        Section.OBJECTIVE: _objective(unit, words),
        Section.EVALUATION: _evaluation(unit, words),
        Section.PLAN: _plan(unit, words),
    }


def _wanted(unit: Unit, words: Lexicon) -> bool:
    if unit.question or (words.has("chatter", unit.text) and not unit.merged):
        return False
    if words.has("procedure", unit.text) and not unit.merged and not _treats(unit, words):
        return False
    least = 1 if unit.merged or words.has("complaint", unit.text) else 2
    return len(words.content(unit.text)) >= least or words.has("negation", unit.text)


def _treats(unit: Unit, words: Lexicon) -> bool:
    return words.has("drug", unit.text) or words.has("dose", unit.text)


def _subjective(unit: Unit, words: Lexicon) -> float:
    if unit.role is Role.CLINICIAN:
        return _NONE
    # A long list in a question ("fevers, chills, sweats?") is one thing that was told.
    told = 0.5 * min(words.count("complaint", unit.text), 2 if unit.merged else 3)
    told += 0.5 * min(words.count("history", unit.text), 2)
    told += 0.6 * words.has("time", unit.text) + 0.5 * words.has("drug", unit.text)
    told += 0.6 * (unit.merged and words.has("wh", unit.asked) and words.has("time", unit.text))
    told += 0.3 * words.has("side", unit.text) + 0.2 * words.has("negation", unit.text)
    if not told:
        return _NONE
    told += 0.4 if unit.role is Role.PATIENT else 0.0
    told += 0.4 if unit.merged else 0.0
    # The complaint itself comes first, and whatever else is left out it must stand there.
    opening = words.has("complaint", unit.text) and unit.place < _OPENING and not unit.merged
    return told + (_COMPLAINT if opening else 0.0) - (0.1 if unit.place > _ENDING else 0.0)


def _objective(unit: Unit, words: Lexicon) -> float:
    if unit.merged:
        shown = words.has("examask", unit.asked) and words.has("finding", unit.text)
        return 2.5 if shown else _NONE
    if unit.role is Role.PATIENT:
        return _NONE
    seen = 1.0 * min(words.count("exam", unit.text), 3) + 0.4 * words.has("finding", unit.text)
    seen -= 0.6 if unit.place < _OPENING else 0.0
    return seen - (1.0 if words.has("condition", unit.text) else 0.0)


def _evaluation(unit: Unit, words: Lexicon) -> float:
    if unit.role is Role.PATIENT or unit.merged or not words.has("evaluation", unit.text):
        return _NONE
    named = 0.7 + 1.2 * words.has("diagnosis", unit.text)
    named += 0.5 * (words.has("opinion", unit.text) and words.has("complaint", unit.text))
    named += 0.4 * (words.has("opinion", unit.text) and not words.has("plan", unit.text))
    if words.has("condition", unit.text):
        named -= 1.0
    return named - (0.8 if unit.place < 0.25 else 0.0)


def _plan(unit: Unit, words: Lexicon) -> float:
    if unit.role is Role.PATIENT or unit.merged:
        return _NONE
    meant = 1.0 * min(words.count("plan", unit.text), 2)
    meant -= 0.8 * words.has("past", unit.text)
    meant += 0.7 * words.has("dose", unit.text) + 0.5 * words.has("drug", unit.text)
    return meant - (0.8 if unit.place < 0.2 else 0.0)
