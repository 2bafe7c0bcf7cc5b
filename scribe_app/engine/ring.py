"""What the audio callback hands to the log writer: a queue that never blocks the callback."""

from queue import Empty, SimpleQueue

from scribe_app.domain.faults import Fault

CAPACITY_BLOCKS = 3_000
"""About a minute of 20-ms blocks: the time a disk may stall before sound is lost."""


class Paused:
    """Marks the place in the stream from which nothing is written."""


class Resumed:
    """Marks the place from which blocks are written again."""


class Lost:
    """Marks a place where the device reported lost samples."""


class End:
    """Marks the end of the stream, with the fault that ended it."""

    def __init__(self, fault: Fault | None) -> None:
        self.fault = fault


Item = bytes | Paused | Resumed | Lost | End


class Ring:
    """An `Intake` of bounded size; `take` is for one reader, everything else for any thread."""

    def __init__(self, capacity: int = CAPACITY_BLOCKS) -> None:
        self._items: SimpleQueue[Item] = SimpleQueue()
        self._capacity = capacity
        self._open = True

    def offer(self, block: bytes) -> bool:
        """Take a block; False when the reader is a whole ring behind."""
        if self._items.qsize() >= self._capacity:
            return False
        if self._open:
            self._items.put(block)
        return True

    def lost(self) -> None:
        """Mark a device overflow."""
        self._items.put(Lost())

    def ended(self, fault: Fault | None) -> None:
        """Mark the end of the stream."""
        self._items.put(End(fault))

    def pause(self) -> None:
        """Drop what is offered from now on."""
        if self._open:
            self._open = False
            self._items.put(Paused())

    def resume(self) -> None:
        """Take blocks again."""
        if not self._open:
            self._items.put(Resumed())
            self._open = True

    def take(self, timeout: float) -> Item | None:
        """Return the oldest item, None after `timeout` seconds without one."""
        try:
            return self._items.get(timeout=timeout)
        except Empty:
            return None
