"""The sealed log: what was heard and what happened, encrypted, append-only."""

from collections.abc import Iterator
from typing import Protocol


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

    def cursor(self, sample: int = 0) -> AudioCursor:
        """Return a reader that starts at a sample."""

    def close(self) -> None:
        """Sync, write the final record and let go; the log stays readable with `cursor`."""


class EventLog(Protocol):
    """The events of one consultation as sealed records of bytes, in order; any thread."""

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


class SessionLogs(Protocol):
    """The two logs of one consultation; `id` is random and names nobody."""

    @property
    def id(self) -> str: ...

    @property
    def audio(self) -> AudioLog: ...

    @property
    def events(self) -> EventLog: ...

    def close(self) -> None:
        """Close both logs; safe to call twice."""
