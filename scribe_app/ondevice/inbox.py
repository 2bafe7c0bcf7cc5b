"""Audio between the pipe and the decoder: bounded, so that a fast sender has to wait."""

import threading
from collections import deque

from scribe_app.ondevice.frames import Frame


class Inbox:
    """A queue of frames that holds `capacity` bytes; one thread puts, another takes."""

    def __init__(self, capacity: int) -> None:
        self._capacity = capacity
        self._frames: deque[Frame] = deque()
        self._held = 0
        self._ended = False
        self._changed = threading.Condition()

    def put(self, frame: Frame) -> None:
        """Add a frame, waiting while the box is full."""
        with self._changed:
            self._changed.wait_for(lambda: self._held < self._capacity or self._ended)
            self._frames.append(frame)
            self._held += len(frame)
            self._changed.notify_all()

    def end(self) -> None:
        """Say that no frame will follow, and let everyone go."""
        with self._changed:
            self._ended = True
            self._changed.notify_all()

    @property
    def ended(self) -> bool:
        """Return whether the other side is gone; what it left may still be taken."""
        with self._changed:
            return self._ended

    def take(self, limit: int, *, wait: bool) -> list[Frame]:
        """Return frames up to about `limit` bytes; with `wait`, at least one unless ended."""
        with self._changed:
            if wait:
                self._changed.wait_for(lambda: self._frames or self._ended)
            taken: list[Frame] = []
            while self._frames and limit > 0:
                frame = self._frames.popleft()
                taken.append(frame)
                self._held -= len(frame)
                limit -= len(frame)
            self._changed.notify_all()
            return taken
