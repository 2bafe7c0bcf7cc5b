"""An intake that keeps everything, for the tests of sources."""

import threading
from collections.abc import Callable

from scribe_app.domain.faults import Fault
from scribe_app.ports.audio import AudioSource

LIMIT_SECONDS = 20.0


class CollectingIntake:
    """Keeps what is offered, except when `has_room` (given the count so far) says no."""

    def __init__(self, has_room: Callable[[int], bool] = lambda _count: True) -> None:
        self.blocks: list[bytes] = []
        self.losses = 0
        self.refused = 0
        self.ends: list[Fault | None] = []
        self._has_room = has_room
        self._changed = threading.Condition()

    def offer(self, block: bytes) -> bool:
        """Take a block, or refuse it."""
        with self._changed:
            if not self._has_room(len(self.blocks) + self.refused):
                self.refused += 1
                return False
            self.blocks.append(block)
            self._changed.notify_all()
            return True

    def lost(self) -> None:
        """Count a loss."""
        self.losses += 1

    def ended(self, fault: Fault | None) -> None:
        """Keep the end."""
        with self._changed:
            self.ends.append(fault)
            self._changed.notify_all()

    def wait(self, done: Callable[[], bool]) -> bool:
        """Wait until something is true of what came in."""
        with self._changed:
            return self._changed.wait_for(done, LIMIT_SECONDS)

    def wait_for_end(self) -> Fault | None:
        """Return the fault with which the source ended by itself."""
        assert self.wait(lambda: bool(self.ends)), "the source did not end"
        return self.ends[0]

    def converted(self, source: AudioSource) -> bytes:
        """Return all blocks in the one audio form, flushed."""
        return b"".join([*map(source.convert, self.blocks), source.convert(b"")])
