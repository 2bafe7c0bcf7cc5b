"""Time that only runs forward, so that tests can hold it still."""

from typing import Protocol


class Clock(Protocol):
    """A monotonic clock."""

    def now(self) -> float:
        """Return seconds since an arbitrary moment."""
