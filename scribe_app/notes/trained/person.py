"""Turns "I have" of the patient and "you have" of the clinician into "he has", where it is safe.

Safe means: no word that carries meaning changes, and who is meant is beyond doubt. Otherwise the
words stand as they were said.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from scribe_app.notes.units import Role, Unit

_INTRODUCED = re.compile(
    r"(?i)\b(?:\d+|year)[- ]?(?:years?[- ])?old\b(?:[ ,]+[a-z-]+){0,4}?[ ,]+"
    r"(?P<kind>male|man|gentleman|boy|female|woman|lady|girl)\b"
    r"|\b(?P<title>mr|mrs|ms|miss)\b\.? [a-z]"
)
_PATIENT_IS = re.compile(
    r"(?i)^.{0,40}?(?:date of birth|patient|presents|here today|is here|\d year old).{0,80}?"
    r"\b(?P<he>he|his|she|her)(?:'s)?\b"
)
_MEN = frozenset({"male", "man", "gentleman", "boy", "mr", "he", "his"})
_OPENING = 0.12


@dataclass(frozen=True, slots=True)
class Person:
    """How the patient is spoken of: "he", "his", "him"; all empty where nobody said."""

    subject: str = ""
    owner: str = "the"
    object: str = ""


_HE, _SHE = Person("he", "his", "him"), Person("she", "her", "her")
_VERB = {"am": "is", "are": "is", "were": "was", "have": "has", "do": "does"}
_TOLD = (
    r"(?<!to )(?<!do )(?<!did )(?<!let )"
    r"(?P<between>(?:(?:just|also|only|really|then|never|first|already|still|usually) )*)"
    r"(?P<verb>(?:am|are|was|were|have|had|do|did|will|can|cannot|could|would|should|might|may|must"
    r"|\w{2,}ed|took|went|felt|got|thought|came|saw|fell|woke|said|tried|ate|drank|slept|ran|gave"
    r"|found|knew|lost|left|made|broke|began|heard|kept|met|sat|stood|wore|quit)\b)"
)
_SUBJECTS = {
    word: re.compile(rf"(?i)(?P<before>^|, |\band |\bbut |\bthat |(?<=\w) )?\b{word} {_TOLD}")
    for word in ("i", "you")
}
_OWNERS = {"i": re.compile(r"(?i)\bmy\b"), "you": re.compile(r"(?i)\byour\b")}
_OBJECTS = {
    "i": re.compile(r"(?i)\bme\b"),
    "you": re.compile(
        r"(?i)(?<=\b(?:to|on|of)) you\b|(?<=\b(?:for|see|put|get|let|ask)) you\b"
        r"|(?<=\b(?:with|give|want|send|help|tell|call|keep|told|seen|gave)) you\b"
        r"|(?<=\b(?:start|refer|order|treat|place)) you\b|(?<=\bcontinue) you\b"
        r"|(?<=\bprescribe) you\b|(?<=\bstarted) you\b"
    ),
}
_LEFT = {
    "i": re.compile(r"(?i)(?<![\w'])(?:i|i'd|me|myself|mine|my)(?![\w'])"),
    "you": re.compile(r"(?i)(?<![\w'])(?:you|you'd|yours|yourself|your)(?![\w'])"),
}
_DROPPED_AFTER = ("", ", ", "and ", "but ")
_WHOLE = (
    (re.compile(r"(?i)\bwon't\b"), "will not"),
    (re.compile(r"(?i)\bcan't\b"), "cannot"),
    (re.compile(r"(?i)\b(\w+)n't\b"), r"\1 not"),
    (re.compile(r"(?i)\bi'm\b"), "I am"),
    (re.compile(r"(?i)\b(you|we|they)'re\b"), r"\1 are"),
    (re.compile(r"(?i)\b(i|you|we|they)'ve\b"), r"\1 have"),
    (re.compile(r"(?i)\b(i|you|we|they)'d (?=like\b|love\b|rather\b|prefer\b)"), r"\1 would "),
    (re.compile(r"(?i)\b(\w+)'ll\b"), r"\1 will"),
    (re.compile(r"(?i)\b(it|that|there|he|she|what)'s (?=been\b|had\b|got\b)"), r"\1 has "),
    (re.compile(r"(?i)\b(it|that|there|he|she|what)'s\b"), r"\1 is"),
    (re.compile(r"(?<![\w'])i(?![\w'])"), "I"),
)


def person_of(units: Sequence[Unit]) -> Person:
    """Return how the clinician introduced the patient; nothing is guessed from a name."""
    early = [u.text for u in units if u.place < _OPENING and u.role is not Role.PATIENT]
    for text in early:
        found = _INTRODUCED.search(text)
        if found is not None:
            return _HE if (found["kind"] or found["title"]).lower() in _MEN else _SHE
    for text in early:
        found = _PATIENT_IS.search(text)
        if found is not None:
            return _HE if found["he"].lower() in _MEN else _SHE
    return Person()


def in_third_person(text: str, role: Role, person: Person, *, merged: bool = False) -> str:
    """Return the text about the patient, not by or to the patient; as said where that is unsafe."""
    said = uncontracted(text)
    if merged:
        return _retold(_retold(said, "i", person), "you", person)
    match role:
        case Role.PATIENT:
            return _retold(said, "i", person)
        case Role.CLINICIAN:
            return _retold(said, "you", person)
        case Role.UNKNOWN:
            return said


def uncontracted(text: str) -> str:
    """Return "do not" for "don't", "it is" for "it's": a denial is always written whole."""
    for pattern, whole in _WHOLE:
        text = pattern.sub(whole, text)
    return text


def _retold(said: str, word: str, person: Person) -> str:
    told = _SUBJECTS[word].sub(lambda found: _subject(found, person), said)
    told = _OWNERS[word].sub(person.owner, told)
    if person.object:
        told = _OBJECTS[word].sub(lambda f: " " * f.group().startswith(" ") + person.object, told)
    return said if _LEFT[word].search(told) else told


def _subject(found: re.Match[str], person: Person) -> str:
    before = found["before"] or ""
    verb = found["verb"]
    verb = _VERB.get(verb.lower(), verb)
    if person.subject:
        return f"{before}{person.subject} {found['between']}{verb}"
    if before.lower() in _DROPPED_AFTER:
        return f"{before}{found['between']}{verb}"
    return found.group()
