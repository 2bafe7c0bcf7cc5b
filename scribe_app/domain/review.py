"""What a second reading of a note found: lines to check, and what was said but not written."""

from dataclasses import dataclass
from enum import StrEnum

from scribe_app.domain.note import Evidence, Section


class CheckKind(StrEnum):
    """What does not agree with what was said."""

    NUMBER = "number"
    NEGATION = "negation"
    SIDE = "laterality"
    DRUG = "drug"
    TERM = "term"
    SPEAKER = "speaker"
    CONFIDENCE = "confidence"
    UNSUPPORTED = "unsupported"


class Level(StrEnum):
    """`RED`: probably wrong. `AMBER`: worth a look."""

    RED = "red"
    AMBER = "amber"


@dataclass(frozen=True, slots=True)
class Check:
    """One doubt about one line: the words in doubt, and the utterances to compare them with."""

    kind: CheckKind
    level: Level
    episode: int
    section: Section
    text: str
    words: tuple[str, ...]
    utterances: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Omission:
    """Something of weight that was said and stands nowhere; `weight` orders them, 1 is a lot."""

    section: Section
    text: str
    utterances: tuple[str, ...]
    weight: float = 0.0


@dataclass(frozen=True, slots=True)
class Review:
    """The links, doubts and omissions of a whole note, whoever wrote it."""

    evidence: tuple[Evidence, ...] = ()
    checks: tuple[Check, ...] = ()
    omissions: tuple[Omission, ...] = ()
