"""The stretches of a recording that hold no sound."""

import threading

from scribe_app.ports.log import Hole


class Holes:
    """Grows while more is found; neighbours of one kind are one. Any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holes: list[Hole] = []

    def add(self, hole: Hole) -> None:
        """Note a hole; one that is known changes nothing."""
        with self._lock:
            same = [h for h in self._holes if h.kind is hole.kind and _touch(h, hole)]
            others = [h for h in self._holes if h not in same]
            first = min(h.first_sample for h in (*same, hole))
            end = max(h.end_sample for h in (*same, hole))
            others.append(Hole(first, end, hole.kind))
            self._holes = sorted(others, key=lambda h: (h.first_sample, h.kind))

    def all(self) -> tuple[Hole, ...]:
        """Return them in order."""
        with self._lock:
            return tuple(self._holes)


def _touch(one: Hole, other: Hole) -> bool:
    return one.first_sample <= other.end_sample and other.first_sample <= one.end_sample
