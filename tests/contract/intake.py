"""An intake that keeps everything, for the tests of sources."""

import threading
import time
from collections.abc import Callable

from scribe_app.domain.faults import Fault
from scribe_app.domain.microphone import GapReason
from scribe_app.ports.audio import AudioSource

LIMIT_SECONDS = 20.0
_ASK_SECONDS = 0.1


class CollectingIntake:
    """Keeps what is offered, except when `has_room` (given the count so far) says no."""

    def __init__(self, has_room: Callable[[int], bool] = lambda _count: True) -> None:
        self.blocks: list[bytes] = []
        self.losses = 0
        self.refused = 0
        self.ends: list[Fault | None] = []
        self._has_room = has_room
        self._changed = threading.Condition(threading.RLock())

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
            limit = time.monotonic() + LIMIT_SECONDS
            while not done() and time.monotonic() < limit:
                self._changed.wait(_ASK_SECONDS)
            return done()

    def wait_for_end(self) -> Fault | None:
        """Return the fault with which the source ended by itself."""
        assert self.wait(lambda: bool(self.ends)), "the source did not end"
        return self.ends[0]

    def converted(self, source: AudioSource) -> bytes:
        """Return all blocks in the one audio form, flushed."""
        return b"".join([*map(source.convert, self.blocks), source.convert(b"")])


class LastingCollector(CollectingIntake):
    """Also keeps what is told beside the blocks; `came` has the moment of everything, in order."""

    def __init__(self, has_room: Callable[[int], bool] = lambda _count: True) -> None:
        super().__init__(has_room)
        self.items: list[bytes | tuple[int, GapReason] | str | Fault | None] = []
        self.came: list[float] = []

    def offer(self, block: bytes) -> bool:
        """Take a block, or refuse it."""
        with self._changed:
            is_taken = super().offer(block)
            if is_taken:
                self._keep(block)
            return is_taken

    def gap(self, samples: int, reason: GapReason) -> None:
        """Keep a gap."""
        self._keep((samples, reason))

    def moved(self, device: str) -> None:
        """Keep the name of a device."""
        self._keep(device)

    def trouble(self, fault: Fault | None) -> None:
        """Keep a trouble, or its end."""
        self._keep(fault)

    @property
    def gaps(self) -> list[tuple[int, GapReason]]:
        """Return the gaps."""
        return [item for item in self.items if isinstance(item, tuple)]

    @property
    def moves(self) -> list[str]:
        """Return the devices that were moved to."""
        return [item for item in self.items if isinstance(item, str)]

    @property
    def troubles(self) -> list[str]:
        """Return the sentences, an empty one for an end."""
        told = [item for item in self.items if item is None or isinstance(item, Fault)]
        return [fault.sentence if fault else "" for fault in told]

    def told_at(self, wanted: Callable[[object], bool]) -> float:
        """Return when the first item that is wanted came, in monotonic seconds."""
        found = (at for at, item in zip(self.came, self.items, strict=True) if wanted(item))
        return next(found)

    def silent_for(self) -> float:
        """Return the seconds since anything came; `wait` asks again though nothing does."""
        return time.monotonic() - self.came[-1]

    def in_place(self, source: AudioSource) -> bytes:
        """Return everything as one recording, with zeros where a gap is."""
        parts = []
        for item in list(self.items):
            if isinstance(item, bytes):
                parts.append(source.convert(item))
            elif isinstance(item, tuple):
                parts.append(bytes(2 * item[0]))
        return b"".join([*parts, source.convert(b"")])

    def _keep(self, item: bytes | tuple[int, GapReason] | str | Fault | None) -> None:
        with self._changed:
            self.items.append(item)
            self.came.append(time.monotonic())
            self._changed.notify_all()
