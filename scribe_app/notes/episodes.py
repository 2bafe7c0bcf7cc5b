"""Finds the problems a patient came with: one episode each, titled in the words that were said."""

from collections.abc import Sequence
from dataclasses import dataclass

from scribe_app.notes.compress import capital
from scribe_app.notes.lexicon import Lexicon, Topic
from scribe_app.notes.units import Role, Unit

_OPENING = 0.2
_OPENING_UNITS = 10
_STARTED = 5


@dataclass(frozen=True, slots=True)
class Plan:
    """Which episode each unit belongs to, and the titles of the episodes."""

    of_unit: tuple[int, ...]
    titles: tuple[str, ...]


def plan_episodes(units: Sequence[Unit], words: Lexicon) -> Plan:
    """Return the episodes of a consultation; a second needs an announcement or a clear turn."""
    announced = _announced(units, words)
    several = any(words.has("several", unit.text) for unit in units[: _opening(units)])
    problems: list[Topic] = announced[:1]
    current = 0
    of_unit: list[int] = []
    for index, unit in enumerate(units):
        topic = _turn(units, index, announced, words, several=several)
        if topic is not None and topic not in problems:
            problems.append(topic)
        if topic is not None:
            current = problems.index(topic)
        of_unit.append(_aside(unit, problems, current))
    of_unit = _opened(units, of_unit, problems, index_limit=_opening(units))
    return Plan(tuple(of_unit), tuple(_titles(units, of_unit, problems, words)) or ("",))


def topics_in(text: str, words: Lexicon) -> list[Topic]:
    """Return the topics named in a text, in the order they are named."""
    found = [
        (hit.start(), topic)
        for topic in words.topics
        if (hit := topic.pattern.search(text)) is not None
    ]
    return [topic for _, topic in sorted(found, key=lambda pair: pair[0])]


def _opening(units: Sequence[Unit]) -> int:
    return max(_OPENING_UNITS, int(len(units) * _OPENING))


def _announced(units: Sequence[Unit], words: Lexicon) -> list[Topic]:
    found: list[Topic] = []
    for unit in units[: _opening(units)]:
        if unit.role is Role.CLINICIAN or unit.merged or unit.question:
            continue
        found += [topic for topic in topics_in(unit.text, words) if topic not in found]
    return found


def _turn(
    units: Sequence[Unit], index: int, announced: Sequence[Topic], words: Lexicon, *, several: bool
) -> Topic | None:
    unit = units[index]
    by_patient = unit.role is not Role.CLINICIAN and not unit.merged
    if by_patient and index >= _STARTED and words.has("relatives", unit.text):
        near = [t for later in units[index : index + 3] for t in topics_in(later.text, words)]
        return next(iter(near), None)
    if by_patient and unit.role is Role.PATIENT:
        return None
    text = f"{unit.asked} {unit.text}" if unit.merged else unit.text
    if not (several or words.has("shift", text)):
        return None
    return next((topic for topic in topics_in(text, words) if topic in announced), None)


def _aside(unit: Unit, problems: Sequence[Topic], current: int) -> int:
    """Return the episode a unit names, when it names just one other than the current."""
    named = [i for i, topic in enumerate(problems) if topic.pattern.search(unit.text)]
    return named[0] if len(named) == 1 else current


def _opened(
    units: Sequence[Unit], of_unit: list[int], problems: Sequence[Topic], *, index_limit: int
) -> list[int]:
    # What was announced at the start is known only after the whole has been read.
    start = [_aside(unit, problems, of_unit[i]) for i, unit in enumerate(units[:index_limit])]
    return start + of_unit[index_limit:]


def _titles(
    units: Sequence[Unit], of_unit: Sequence[int], problems: Sequence[Topic], words: Lexicon
) -> list[str]:
    return [
        _title([u.text for u, place in zip(units, of_unit, strict=True) if place == i], t, words)
        for i, t in enumerate(problems)
    ]


def _title(texts: Sequence[str], topic: Topic, words: Lexicon) -> str:
    """Return the first naming of the topic that carries a side, else the first of all."""
    said = [_with_side(text, topic, words) for text in texts]
    named = [title for title in said if title]
    sided = [title for title in named if words.has("side", title)]
    return capital((sided or named or [""])[0])


def _with_side(text: str, topic: Topic, words: Lexicon) -> str:
    hit = topic.pattern.search(text)
    if hit is None:
        return ""
    before, after = text[: hit.start()].split()[-1:], text[hit.end() :].split()[:1]
    start = f"{before[0]} " if before and words.cues["side"].fullmatch(before[0]) else ""
    tail = after[0].strip(".,;!?") if after else ""
    end = f" {tail}" if tail and words.cues["side"].fullmatch(tail) else ""
    return f"{start}{hit.group()}{end}"
