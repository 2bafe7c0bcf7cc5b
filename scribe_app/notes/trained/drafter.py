"""Drafts a long English consultation: what the model finds worth noting, under headings."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from scribe_app.domain.information import Measurement
from scribe_app.domain.note import Episode, Evidence, Note, Origin, Section
from scribe_app.domain.transcript import Utterance
from scribe_app.domain.wording import objective_wording
from scribe_app.notes.compress import capital
from scribe_app.notes.episodes import plan_episodes
from scribe_app.notes.lexicon import Lexicon, tokens
from scribe_app.notes.measurements import measure
from scribe_app.notes.readings import by_unit, only_readings
from scribe_app.notes.trained.choose import Candidate, chosen
from scribe_app.notes.trained.features import features
from scribe_app.notes.trained.headings import COMPLAINT, VITALS, heading, in_order
from scribe_app.notes.trained.model import SECTIONS, Model
from scribe_app.notes.trained.statements import Statement, statements
from scribe_app.notes.units import Role
from scribe_app.ports.drafter import Draft

_FEWEST_WORDS = 450
_MERGED_SUPPORT = 0.9
_CHATTER = 0.1
_PATIENTS_OWN = 0.05
# Scores for S are the highest of all since most is said there; these bring the others level.
_LEVEL = np.array([0.0, 0.05, 0.05, 0.05], np.float32)
_FEW = 3
_FEWEST_CONTENT = 2
_IF = re.compile(r"(?i)(?:if|unless|when|should) ")
_CLINICAL = ("complaint", "history", "exam", "finding", "diagnosis", "drug", "dose", "plan")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the note, the heading it stands under and the utterances it came from."""

    text: str
    section: Section
    heading: str
    utterances: tuple[str, ...]
    support: float = 1.0


def is_long(utterances: Sequence[Utterance]) -> bool:
    """Return whether there is enough to need headings; a short contact is told in telegrams."""
    return sum(len(each.text.split()) for each in utterances) >= _FEWEST_WORDS


def draft(utterances: Sequence[Utterance], words: Lexicon, model: Model) -> Draft:
    """Return a note of which every line was said; headings in capitals stand on their own."""
    found = statements(utterances, words)
    plan = plan_episodes([each.unit for each in found], words)
    spoken = sum(len(each.text.split()) for each in utterances)
    readings = by_unit([each.unit for each in found], measure(utterances, words), words)
    spare = {n for n in readings if only_readings(found[n].unit, words)}
    places = [each for each in candidates(found, words, model) if each.order not in spare]
    lines: list[list[Line]] = [[] for _ in plan.titles]
    for each in chosen(places, spoken):
        lines[plan.of_unit[each.order]].append(_line(found[each.order], each.section, words))
    lines = [_complaint_first(own, words) for own in lines]
    for order, measured in readings.items():
        lines[plan.of_unit[order]] += _readings(measured, words)
    return _note(_substantial(lines, plan.titles))


def candidates(found: Sequence[Statement], words: Lexicon, model: Model) -> list[Candidate]:
    """Return every statement that can be a line, with the section it is worth most in."""
    scores = model.scores(features([each.unit for each in found], words)) + _LEVEL
    return [
        _candidate(order, each, row, words)
        for order, (each, row) in enumerate(zip(found, scores, strict=True))
        if _wanted(each, words)
    ]


def _wanted(statement: Statement, words: Lexicon) -> bool:
    """Return whether a statement says something: no bare question, no scrap, no small talk."""
    unit, line = statement.unit, statement.line
    if not line or (unit.question and not unit.merged):
        return False
    if any(words.has(cue, line) for cue in _CLINICAL):
        return True
    least = 1 if unit.merged or words.has("negation", line) else _FEWEST_CONTENT
    return len(words.content(line)) >= least and not words.has("chatter", unit.text)


def _candidate(
    order: int, statement: Statement, row: NDArray[np.float32], words: Lexicon
) -> Candidate:
    unit = statement.unit
    if unit.role is Role.PATIENT:
        row = row - np.array([0, *[_PATIENTS_OWN] * 3], np.float32)
    best = int(row.argmax())
    if SECTIONS[best] is Section.EVALUATION and _IF.match(statement.line):
        best = SECTIONS.index(Section.PLAN)
    elif SECTIONS[best] is Section.PLAN and _concludes(unit.text, words):
        best = SECTIONS.index(Section.EVALUATION)
    talk = words.has("chatter", unit.text) and not unit.merged
    return Candidate(
        order,
        SECTIONS[best],
        float(row[best]) - (_CHATTER if talk else 0.0),
        len(tokens(statement.line)),
        frozenset(words.content(statement.line)),
    )


def _concludes(text: str, words: Lexicon) -> bool:
    """Return whether a statement names what it is rather than what is to be done."""
    named = words.has("evaluation", text) and words.has("diagnosis", text)
    return named and not words.has("plan", text) and not words.has("dose", text)


def _line(statement: Statement, section: Section, words: Lexicon) -> Line:
    unit = statement.unit
    support = _MERGED_SUPPORT if unit.merged else 1.0
    return Line(
        statement.line, section, heading(statement, section, words), unit.utterances, support
    )


def _complaint_first(lines: Sequence[Line], words: Lexicon) -> list[Line]:
    """Put the first line that names a complaint under a heading of its own."""
    told = (line for line in lines if line.section is Section.SUBJECTIVE)
    first = next((line for line in told if words.has("complaint", line.text)), None)
    return [replace(line, heading=COMPLAINT) if line is first else line for line in lines]


def _readings(measured: Sequence[Measurement], words: Lexicon) -> Iterator[Line]:
    for each in measured:
        text = capital(objective_wording(each, words.language))
        yield Line(text, Section.OBJECTIVE, VITALS, (each.utterance,))


def _substantial(
    lines: Sequence[list[Line]], titles: Sequence[str]
) -> list[tuple[list[Line], str]]:
    """Return the episodes with their titles; one that came to nothing joins the one before."""
    kept: list[tuple[list[Line], str]] = []
    for own, title in zip(lines, titles, strict=True):
        settled = any(line.section in (Section.EVALUATION, Section.PLAN) for line in own)
        if kept and not (settled and len(own) >= _FEW):
            kept[-1][0].extend(own)
        else:
            kept.append((list(own), title))
    return kept


def _note(kept: Sequence[tuple[list[Line], str]]) -> Draft:
    episodes: list[Episode] = []
    evidence: list[Evidence] = []
    for number, (own, title) in enumerate(kept):
        episode = Episode(title=title)
        for section in Section:
            groups = in_order(own, section)
            episode = episode.with_text(section, _text(groups))
            evidence += [
                Evidence(number, section, line.text, line.utterances, line.support)
                for group in groups.values()
                for line in group
            ]
        episodes.append(episode)
    origin = Origin.ON_DEVICE if evidence else Origin.NONE
    return Draft(Note(origin, tuple(episodes) if evidence else (Episode(),)), tuple(evidence))


def _text(groups: Mapping[str, Sequence[Line]]) -> str:
    return "\n".join(
        "\n".join((name, *(line.text for line in lines))) for name, lines in groups.items()
    )
