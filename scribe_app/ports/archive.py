"""The consultations on the disk as they are listed: when, how long and how far; never what."""

from dataclasses import dataclass
from enum import StrEnum


class Standing(StrEnum):
    """How far a consultation came."""

    UNFINISHED = "unfinished"
    """Not closed, or seconds that nobody transcribed, or no note."""
    QUEUED = "queued"
    """Waits to be finished, or for its first word."""
    WORKING = "working"
    """Being finished out of sight."""
    TO_REVIEW = "to-review"
    COPIED = "copied"
    DAMAGED = "damaged"
    """Some of it cannot be read; what can opens."""
    UNREADABLE = "unreadable"
    """Its key is gone: it can only be discarded."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One consultation; `started` in UTC seconds since 1970, `seconds` of sound.

    `engine` is the id of the vendor that answered last, empty where none did. `whole`: everything
    is transcribed and, where one was wanted, there is a note.
    """

    id: str
    started: float
    seconds: float
    standing: Standing
    engine: str = ""
    language: str = ""
    whole: bool = True

    @property
    def is_offered(self) -> bool:
        """Return whether there is something to finish."""
        return not self.whole and self.seconds > 0 and self.standing in _FINISHABLE


_FINISHABLE = frozenset({Standing.UNFINISHED, Standing.DAMAGED})


@dataclass(frozen=True, slots=True)
class Archive:
    """What was found at the last look, oldest first; `looked` is False before the first.

    `discarded` is the consultation that was destroyed last, `cleared` whether its files are gone.
    """

    entries: tuple[Entry, ...] = ()
    looked: bool = False
    discarded: str = ""
    cleared: bool = True

    @property
    def offered(self) -> tuple[Entry, ...]:
        """Return what can be finished, the newest first."""
        return tuple(reversed([each for each in self.entries if each.is_offered]))
