"""Whose turn it is to write, and how the next one gets it from a thread that a disk holds fast."""

import threading
import time
from collections.abc import Callable
from types import TracebackType
from typing import TypeVar

from scribe_app.system.sealed_log.places import Place

T = TypeVar("T")

HANG_SECONDS = 2.0
"""How long a write may take before the next thread takes over."""

_LOOK_SECONDS = 0.05


class RelievedError(Exception):
    """Raised in a thread that comes back from the disk when another has taken its turn over."""


class Stroke:
    """One call into the disk by whoever has the helm; `place` is whose fault it is if it hangs."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self.begun = time.monotonic()
        self.stuck = True
        """Whether it has not come back."""


class Helm:
    """A lock that is taken over from who hangs in `stroke` for longer than `HANG_SECONDS`.

    The thread that waits for it takes it over and calls `relieve` with the stroke, once. The one
    that hung leaves its `with` as soon as the disk lets it, and has changed nothing since.
    """

    def __init__(self, relieve: Callable[[Stroke], None]) -> None:
        self._relieve = relieve
        self._lock = threading.Lock()
        self._guard = threading.Lock()
        self._stroke: Stroke | None = None

    def __enter__(self) -> None:
        if self._lock.acquire(blocking=False):
            return
        while not self._lock.acquire(timeout=_LOOK_SECONDS):
            if hung := self._taken_over():
                self._relieve(hung)
                return

    def __exit__(
        self,
        kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> bool:
        if kind is RelievedError:  # it is another's by now
            return True
        self._lock.release()
        return False

    def stroke(self, place: Place, act: Callable[[T], None], what: T) -> None:
        """Do something that may hang, while the helm is held; raises what it raises."""
        mine = self._stroke = Stroke(place)
        try:
            act(what)
        finally:
            mine.stuck = False
            with self._guard:
                if self._stroke is not mine:
                    raise RelievedError
                self._stroke = None

    def _taken_over(self) -> Stroke | None:
        with self._guard:
            hung = self._stroke
            if hung is None or time.monotonic() - hung.begun < HANG_SECONDS:
                return None
            self._stroke = None
            return hung
