"""The sealed log: what was heard and what happened, encrypted, append-only."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Trouble(StrEnum):
    """What a log suffers from while the recording goes on."""

    NONE = "none"
    DISK_FULL = "disk-full"
    """Kept in memory until there is room, or in the second place."""
    DISK_FAILING = "disk-failing"
    """The disk reported an error or did not answer; goes on in another file or place."""
    FOLDER_GONE = "folder-gone"
    """The folder vanished or refuses; goes on in the second place."""
    MEMORY_ONLY = "memory-only"
    """No place takes it: what is not stored would not survive the end of the program."""


class Where(StrEnum):
    """Where the newest of a log goes."""

    FIRST = "first"
    SECOND = "second"
    MEMORY = "memory"
    """Nowhere yet: it waits for a place that takes it."""


class HoleKind(StrEnum):
    """Why a stretch of sound reads as silence."""

    FORGOTTEN = "forgotten"
    DAMAGED = "damaged"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Hole:
    """A stretch of samples, the end not included, that holds its place and no sound."""

    first_sample: int
    end_sample: int
    kind: HoleKind


@dataclass(frozen=True, slots=True)
class SessionSummary:
    """What can be told of a consultation on the disk without reading it.

    `started` in UTC seconds since 1970, `seconds` of sound. `clean`: both logs were closed.
    `readable`: its keys are there. `damaged`: a file is not what it should be, or is missing.
    """

    id: str
    started: float
    seconds: float
    clean: bool
    readable: bool
    damaged: bool


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was discarded: how many files, when their key was gone, and whether all are removed.

    `key_destroyed` in UTC seconds since 1970. A file that another program holds is removed at the
    next start; without its key it opens for nobody.
    """

    id: str
    segments: int
    key_destroyed: float
    removed: bool


class AudioCursor(Protocol):
    """A reader of the audio log with a place of its own; used from one thread."""

    @property
    def position(self) -> int:
        """Return the number of the next sample it will read."""

    def read(self, max_samples: int) -> bytes:
        """Return up to so many samples that are in the log, empty when there are none yet."""

    def seek(self, sample: int) -> None:
        """Go on at a sample."""

    def close(self) -> None:
        """Let go of the file."""


class AudioLog(Protocol):
    """The samples of one consultation, numbered from 0; written by one thread."""

    def append(self, pcm: bytes) -> None:
        """Write a block as one sealed record; raises `ScribeError` (storage)."""

    @property
    def written(self) -> int:
        """Return the number of samples that a cursor can read."""

    @property
    def stored(self) -> int:
        """Return the number of samples that are known to be on the disk (synced)."""

    @property
    def holes(self) -> tuple[Hole, ...]:
        """Return the stretches known to hold no sound, in order; a cursor reads zeros there."""

    @property
    def trouble(self) -> Trouble:
        """Return what is wrong with its disk; meanwhile it is written and read as ever."""

    def cursor(self, sample: int = 0) -> AudioCursor:
        """Return a reader that starts at a sample."""

    def close(self) -> None:
        """Sync, write the final record and let go; the log stays readable with `cursor`."""


class EventLog(Protocol):
    """The events of one consultation as sealed records of bytes, in order; any thread."""

    @property
    def trouble(self) -> Trouble:
        """Return what is wrong with its disk; meanwhile it is written and read as ever."""

    def append(self, record: bytes) -> None:
        """Write one record; raises `ScribeError` (storage)."""

    def records(self) -> Iterator[bytes]:
        """Yield every record that is intact, oldest first."""

    def close(self) -> None:
        """Sync, write the final record and let go."""


class SessionStore(Protocol):
    """Makes the logs of consultations: one folder each, sealed under one wrapped key."""

    @property
    def keeps_after_restart(self) -> bool:
        """Return whether the key outlives this process; known once a session was created."""

    def warm_up(self) -> None:
        """Fetch today's key, so that the first recording need not wait for the keyring."""

    def create(self) -> "SessionLogs":
        """Make the logs of a new consultation; raises `ScribeError` (storage)."""

    def sessions(self) -> tuple[SessionSummary, ...]:
        """Return the consultations on the disk, oldest first, but for those that are open."""

    def events(self, session_id: str) -> Iterator[bytes]:
        """Yield the event records of a consultation without opening it or reading its sound.

        Raises `ScribeError` (storage) where it cannot be read.
        """

    def reopen(self, session_id: str) -> "SessionLogs":
        """Return a consultation's logs, to be read from the start and written on.

        Changes nothing that is there. Raises `ScribeError` (storage) where it cannot be read.
        """

    def discard(self, session_id: str) -> Receipt:
        """Destroy a consultation, open or not, its key first; raises `ScribeError` (storage)."""


class SessionLogs(Protocol):
    """The two logs of one consultation; `id` is random and names nobody."""

    @property
    def id(self) -> str: ...

    @property
    def audio(self) -> AudioLog: ...

    @property
    def events(self) -> EventLog: ...

    @property
    def trouble(self) -> Trouble:
        """Return the worse of the two logs' troubles."""

    @property
    def where(self) -> Where:
        """Return where the newest goes, the worse of the two logs' places."""

    def forget(
        self,
        from_sample: int,
        to_sample: int,
        change: Callable[[bytes], bytes] | None = None,
    ) -> None:
        """Make a stretch of sound undecryptable, also while recording; its place stays, as a hole.

        `change` returns what stays of each event record that is there already. What was asked is
        done at the next start when the program ends in the middle. Safe to ask twice. May take
        a second; raises `ScribeError` (storage) when the disk refuses.
        """

    def close(self) -> None:
        """Close both logs; safe to call twice."""
