"""Notices that the machine or the program slept: nobody says so, but the clock went on."""

from collections.abc import Callable

_SLEPT_SECONDS = 5.0
"""Longer than the busiest machine keeps a thread waiting."""


class Slumber:
    """Looks at a clock that runs on in sleep; asked several times a second."""

    def __init__(self, lived: Callable[[], float]) -> None:
        self._lived = lived
        self._looked = lived()

    def is_over(self) -> bool:
        """Return whether it woke up since the last look."""
        before, self._looked = self._looked, self._lived()
        return self._looked - before > _SLEPT_SECONDS
