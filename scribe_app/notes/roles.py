"""Guesses who is speaking: the recogniser on the device does not know, and labels may be bare."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.units import Role, Unit

_CLINICIAN = frozenset(
    {
        "doctor",
        "clinician",
        "physician",
        "gp",
        "provider",
        "arts",
        "huisarts",
        "dokter",
        "médecin",
        "medecin",
        "docteur",
        "zorgverlener",
        "practitioner",
    }
)
_PATIENT = frozenset({"patient", "patiënt", "patiente", "client", "cliënt"})
_LATER = 0.3
_ANSWERED = re.compile(r"\w (?:Yes|Yeah|No|Ja|Nee|Oui|Non)\b")
"""A capital in the middle: the recogniser put a question and its answer into one sentence."""


def with_roles(units: Sequence[Unit], words: Lexicon) -> list[Unit]:
    """Return the units with a role each: from the label, from a vote, or from the words."""
    named = _named(units, words)
    mixed = frozenset() if named else _mixed(units, words)
    found: list[Unit] = []
    for unit in units:
        role = named.get((unit.speaker or "").lower())
        previous = found[-1] if found else None
        found.append(replace(unit, role=role or _guess(unit, previous, words, mixed)))
    return found


def is_patient(speaker: str | None) -> bool:
    """Return whether the label names the patient; a bare "speaker 1" names nobody."""
    return speaker is not None and speaker.lower() in _PATIENT


def lean(unit: Unit, words: Lexicon, *, answering: bool = False) -> int:
    """Return above zero when the words are a clinician's, below when a patient's."""
    score = words.count("doctor", unit.text) - words.count("patient", unit.text)
    if unit.question:
        asks_back = words.has("askback", unit.text)
        score += -2 if asks_back and not words.has("second", unit.text) else 1
    elif unit.place > _LATER and not answering:
        # Naming a disease or arranging something, once the story has been told.
        score += 2 * (words.has("evaluation", unit.text) and words.has("diagnosis", unit.text))
        score += words.has("plan", unit.text)
        score += words.count("exam", unit.text) > 1
    return score


def _guess(
    unit: Unit, previous: Unit | None, words: Lexicon, mixed: frozenset[tuple[str, ...]]
) -> Role:
    asked = _waits(previous) and previous is not None and previous.role is Role.CLINICIAN
    score = lean(unit, words, answering=asked)
    if score == 0 and previous is not None:
        if _waits(previous) and not unit.question:
            return Role.CLINICIAN if previous.role is Role.PATIENT else Role.PATIENT
        same = previous.utterances == unit.utterances and unit.utterances not in mixed
        return previous.role if same else Role.UNKNOWN
    if score == 0:
        return Role.UNKNOWN
    return Role.CLINICIAN if score > 0 else Role.PATIENT


def _waits(unit: Unit | None) -> bool:
    """Return whether a unit is a question whose answer is still to come."""
    return unit is not None and unit.question and not _ANSWERED.search(unit.text)


def _mixed(units: Sequence[Unit], words: Lexicon) -> frozenset[tuple[str, ...]]:
    """Return the utterances in which both were heard, as in the long windows of a recogniser."""
    leans: defaultdict[tuple[str, ...], set[bool]] = defaultdict(set)
    for unit in units:
        score = lean(unit, words)
        if score:
            leans[unit.utterances].add(score > 0)
    return frozenset(ids for ids, sides in leans.items() if len(sides) == 2)


def _named(units: Sequence[Unit], words: Lexicon) -> Mapping[str, Role]:
    labels = {unit.speaker.lower() for unit in units if unit.speaker}
    named = dict.fromkeys(labels & _CLINICIAN, Role.CLINICIAN)
    named |= dict.fromkeys(labels & _PATIENT, Role.PATIENT)
    unnamed = labels - named.keys()
    if named:
        missing = Role.PATIENT if Role.CLINICIAN in named.values() else Role.CLINICIAN
        return named | dict.fromkeys(unnamed, missing)
    return _voted(units, words) if len(unnamed) > 1 else {}


def _voted(units: Sequence[Unit], words: Lexicon) -> Mapping[str, Role]:
    votes: defaultdict[str, int] = defaultdict(int)
    for unit in units:
        if unit.speaker:
            votes[unit.speaker.lower()] += lean(unit, words)
    clinician = max(sorted(votes), key=lambda label: votes[label])
    return {label: Role.CLINICIAN if label == clinician else Role.PATIENT for label in votes}
