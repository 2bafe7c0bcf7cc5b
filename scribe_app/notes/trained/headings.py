"""Groups the lines of a long section under the headings that clinicians use."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from scribe_app.domain.note import Section
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.trained.statements import Statement

VITALS = "VITALS"
COMPLAINT = "CHIEF COMPLAINT"
_HISTORY = "HISTORY OF PRESENT ILLNESS"
_NAMED, _REASONED = "ASSESSMENT", "MEDICAL REASONING"
_ORDER = {
    Section.SUBJECTIVE: (
        COMPLAINT,
        _HISTORY,
        "MEDICAL HISTORY",
        "MEDICATIONS",
        "SOCIAL HISTORY",
        "REVIEW OF SYSTEMS",
    ),
    Section.OBJECTIVE: (VITALS, "PHYSICAL EXAM", "RESULTS"),
    Section.EVALUATION: (_NAMED, _REASONED),
    Section.PLAN: ("MEDICAL TREATMENT", "ADDITIONAL TESTING", "PLAN", "INSTRUCTIONS"),
}
_SOCIAL = re.compile(
    r"(?i)\b(?:smok\w*|cigarettes?|alcohol|drink\w*|beers?|wine|marijuana|cannabis|drugs|retired"
    r"|married|husband|wife|kids|children|job|works? (?:as|at|in)|live[sd]? (?:alone|with)"
    r"|travel\w*)\b"
)
_VITALS = re.compile(
    r"(?i)\b(?:vitals?|vital signs?|blood pressure|heart rate|pulse (?:is|was|rate)|temp\w*|oxygen"
    r"|weight)\b"
)
_RESULTS = re.compile(
    r"(?i)\b(?:x-?rays?|labs?|results?|blood (?:test|work|count)\w*|ecg|ekg|echo\w*|ct|mri|cat scan"
    r"|ultrasound|a1c|creatinine|ha?emoglobin|white blood|biopsy|patholog\w*|pulmonary function)\b"
)
_LATER = re.compile(
    r"(?i)\b(?:follow(?:ing)?[- ]?up|come back|see (?:him|her|you) (?:again|back|in)|return"
    r"|call (?:me|us)"
    r"|(?:any|have|other) questions|if (?:it|he|she|you|your|his|her|the|anything|symptoms)"
    r"|weeks? from)\b"
)
_TESTING = re.compile(
    rf"{_RESULTS.pattern}|(?i:\btests?\b|\brefer\w*|\bscan\b|\bstudy\b|\bscreening\b)"
)


class Headed(Protocol):
    """A line that knows its section and its heading."""

    @property
    def section(self) -> Section: ...

    @property
    def heading(self) -> str: ...


T = TypeVar("T", bound=Headed)


def in_order(lines: Sequence[T], section: Section) -> dict[str, list[T]]:
    """Return the headings of a section that have lines, in their usual order, with the lines."""
    found: dict[str, list[T]] = {name: [] for name in _ORDER[section]}
    for line in lines:
        if line.section is section:
            found[line.heading].append(line)
    return {name: own for name, own in found.items() if own}


def heading(statement: Statement, section: Section, words: Lexicon) -> str:
    """Return the heading a line belongs under."""
    text = statement.line
    match section:
        case Section.SUBJECTIVE:
            return _told(statement, words)
        case Section.OBJECTIVE:
            if _RESULTS.search(text):
                return "RESULTS"
            return VITALS if _VITALS.search(text) else "PHYSICAL EXAM"
        case Section.EVALUATION:
            return _NAMED if words.has("diagnosis", text) else _REASONED
        case Section.PLAN:
            return _planned(text, words)


def _told(statement: Statement, words: Lexicon) -> str:
    unit, text = statement.unit, statement.line
    if _SOCIAL.search(text):
        return "SOCIAL HISTORY"
    if unit.merged and words.has("complaint", text):
        return "REVIEW OF SYSTEMS"
    if words.has("drug", text) or words.has("dose", text):
        return "MEDICATIONS"
    past = words.has("history", text) and not words.has("complaint", text)
    return "MEDICAL HISTORY" if past else _HISTORY


def _planned(text: str, words: Lexicon) -> str:
    if _LATER.search(text):
        return "INSTRUCTIONS"
    if words.has("drug", text) or words.has("dose", text):
        return "MEDICAL TREATMENT"
    return "ADDITIONAL TESTING" if _TESTING.search(text) else "PLAN"
