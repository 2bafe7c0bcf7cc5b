"""What the audio callback hands to the log writer: a queue that never blocks the callback."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from queue import Empty, SimpleQueue

from scribe_app.domain.audio import to_samples, to_seconds
from scribe_app.domain.faults import Fault
from scribe_app.domain.microphone import GapReason
from scribe_app.engine.pauses import Pauses

CAPACITY_BLOCKS = 3_000
"""About a minute of 20-ms blocks: the time a disk may stall before sound is lost."""


class Paused:
    """Marks the place in the stream from which nothing is written."""


class Resumed:
    """Marks the place from which blocks are written again."""


class Private:
    """Marks the place from which nothing is captured because somebody said something private."""


class PrivateOver:
    """Marks the place from which blocks are captured again."""


class Mark:
    """Tells whoever put it there that everything before it is in the log."""

    def __init__(self, reached: Callable[[], None]) -> None:
        self.reached = reached


class Lost:
    """Marks a place where the device reported lost samples."""


class End:
    """Marks the end of the stream, with the fault that ended it."""

    def __init__(self, fault: Fault | None) -> None:
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Missing:
    """Marks a place where so many samples are missing."""

    samples: int
    reason: GapReason


@dataclass(frozen=True, slots=True)
class Moved:
    """Marks the place from which another device is heard."""

    device: str


@dataclass(frozen=True, slots=True)
class Troubled:
    """Marks when something went wrong with the microphone, or without a fault went well again."""

    fault: Fault | None


Item = (
    bytes
    | Paused
    | Resumed
    | Private
    | PrivateOver
    | Mark
    | Lost
    | End
    | Missing
    | Moved
    | Troubled
)


class Ring:
    """A `LastingIntake` of bounded size; `take` is for one reader, all else for any thread.

    `lived` is a clock that runs on while the machine sleeps: a gap may begin before a pause.
    """

    def __init__(
        self, capacity: int = CAPACITY_BLOCKS, lived: Callable[[], float] = time.monotonic
    ) -> None:
        self._items: SimpleQueue[Item] = SimpleQueue()
        self._capacity = capacity
        self._shut: type[Paused] | type[Private] | None = None
        self._lived = lived
        self._pauses = Pauses()

    def offer(self, block: bytes) -> bool:
        """Take a block; False when the reader is a whole ring behind."""
        if self._items.qsize() >= self._capacity:
            return False
        if self._shut is None:
            self._items.put(block)
        return True

    def lost(self) -> None:
        """Mark a device overflow."""
        self._items.put(Lost())

    def ended(self, fault: Fault | None) -> None:
        """Mark the end of the stream."""
        self._items.put(End(fault))

    def gap(self, samples: int, reason: GapReason) -> None:
        """Mark missing sound, but for what nobody wanted because of a pause."""
        wanted = to_samples(self._pauses.outside(to_seconds(samples), self._lived()))
        if wanted:
            self._items.put(Missing(min(samples, wanted), reason))

    def moved(self, device: str) -> None:
        """Mark that another device is heard."""
        self._items.put(Moved(device))

    def trouble(self, fault: Fault | None) -> None:
        """Mark a trouble with the microphone, or its end."""
        self._items.put(Troubled(fault))

    def pause(self) -> None:
        """Drop what is offered from now on, until `resume`; ends a private moment."""
        if self._shut is not Paused:
            self._shut_for(Paused)

    def resume(self) -> None:
        """Take blocks again."""
        if self._shut is Paused:
            self._open(Resumed())

    def begin_private(self) -> None:
        """Drop what is offered from now on, until `end_private`; a pause does that already."""
        if self._shut is None:
            self._shut_for(Private)

    def end_private(self) -> None:
        """Take blocks again."""
        if self._shut is Private:
            self._open(PrivateOver())

    def mark(self, reached: Callable[[], None]) -> None:
        """Have something called, by the reader, once everything that came before is read."""
        self._items.put(Mark(reached))

    def _shut_for(self, reason: type[Paused] | type[Private]) -> None:
        if self._shut is None:
            self._pauses.begin(self._lived())
        self._shut = reason
        self._items.put(reason())

    def _open(self, mark: Item) -> None:
        self._pauses.end(self._lived())
        self._items.put(mark)
        self._shut = None

    def take(self, timeout: float) -> Item | None:
        """Return the oldest item, None after `timeout` seconds without one."""
        try:
            return self._items.get(timeout=timeout)
        except Empty:
            return None
