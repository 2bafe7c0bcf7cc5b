"""The SOEP note: episodes of four plain-text sections, and where each line came from."""

from dataclasses import dataclass, replace
from enum import StrEnum

_SHORTEST_HEADING = 3


class Section(StrEnum):
    """One of the four fields of an EHR contact; values as in the JSON output."""

    SUBJECTIVE = "subjective"
    OBJECTIVE = "objective"
    EVALUATION = "evaluation"
    PLAN = "plan"

    @property
    def letter(self) -> str:
        """Return the SOEP letter: S, O, E or P."""
        return self.value[0].upper()


class Origin(StrEnum):
    """Who wrote a note."""

    NONE = "none"
    VENDOR = "vendor"
    ON_DEVICE = "on-device"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class Episode:
    """One problem of the consultation; every section is plain text, a line a statement."""

    subjective: str = ""
    objective: str = ""
    evaluation: str = ""
    plan: str = ""
    title: str = ""
    coding: str = ""

    def text(self, section: Section) -> str:
        """Return the text of one section."""
        match section:
            case Section.SUBJECTIVE:
                return self.subjective
            case Section.OBJECTIVE:
                return self.objective
            case Section.EVALUATION:
                return self.evaluation
            case Section.PLAN:
                return self.plan

    def with_text(self, section: Section, text: str) -> "Episode":
        """Return the episode with one section replaced."""
        match section:
            case Section.SUBJECTIVE:
                return replace(self, subjective=text)
            case Section.OBJECTIVE:
                return replace(self, objective=text)
            case Section.EVALUATION:
                return replace(self, evaluation=text)
            case Section.PLAN:
                return replace(self, plan=text)

    def named(self, title: str, coding: str) -> "Episode":
        """Return the episode with another title and code."""
        return replace(self, title=title, coding=coding)


@dataclass(frozen=True, slots=True)
class Note:
    """One or more episodes and who wrote them."""

    origin: Origin = Origin.NONE
    episodes: tuple[Episode, ...] = (Episode(),)

    @property
    def is_empty(self) -> bool:
        """Return whether no section of any episode holds text."""
        return not any(episode.text(part).strip() for episode in self.episodes for part in Section)


@dataclass(frozen=True, slots=True)
class Evidence:
    """The utterances a line of the note came from; `support` from 0 to 1."""

    episode: int
    section: Section
    text: str
    utterances: tuple[str, ...]
    support: float = 1.0
    flags: tuple[str, ...] = ()


def is_heading(line: str) -> bool:
    """Return whether a line is a heading: words in capitals alone, as clinicians write them."""
    letters = line.replace(" ", "")
    return len(letters) > _SHORTEST_HEADING and letters.isalpha() and letters.isupper()
