"""Sends one stretch of the log at a vendor's pace, and knows how fast the line takes it."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable

from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds
from scribe_app.engine.bounds import bounded
from scribe_app.engine.pace import Pace
from scribe_app.engine.tap import Tap
from scribe_app.ports.clock import Clock
from scribe_app.ports.vendor import Manifest

_WINDOW = 2.0
_FASTER = 1.1
"""Times real time at which a line is no longer what holds a backlog up."""
_YIELD_SECONDS = 0.1

Send = Callable[[bytes], Awaitable[bool]]
"""Sends a chunk; returns whether to go on."""


class Pump:
    """One tap, one line; `yields` says when another line's sound goes first."""

    def __init__(
        self, tap: Tap, manifest: Manifest, clock: Clock, yields: Callable[[], bool] = lambda: False
    ) -> None:
        self._tap = tap
        self._pace = manifest.pace
        self._chunk = manifest.chunk_samples
        self._clock = clock
        self._yields = yields
        self._marks: deque[tuple[float, float]] = deque()
        self.sent = 0.0

    @property
    def is_free(self) -> bool:
        """Return whether the line took sound faster than people speak in the last seconds."""
        if len(self._marks) < 2 or self._clock.now() - self._marks[-1][0] > _WINDOW / 4:
            return False
        (since, first), (until, last) = self._marks[0], self._marks[-1]
        wanted = min(_FASTER, 0.9 * self._pace) if self._pace else _FASTER
        return until - since >= _WINDOW / 2 and last - first >= wanted * (until - since)

    def placed(self, event: ev.VendorEvent) -> ev.VendorEvent:
        """Return an event whose times lie in what was sent, in seconds since the first sample."""
        return self._tap.skips.placed(bounded(event, self.sent))

    async def run(self, send: Send) -> bool:
        """Send the stretch to its end; False when `send` wants no more."""
        pace = Pace(self._pace, self._clock)
        while pcm := await self._next():
            seconds = to_seconds(len(pcm) // SAMPLE_BYTES)
            self.sent += seconds
            if not await send(pcm):
                return False
            self._mark(self._clock.now())
            await asyncio.sleep(pace.wait(seconds))
        return True

    async def _next(self) -> bytes:
        while self._yields():
            await self._stand_by()
        return await self._tap.next(self._chunk)

    def _mark(self, now: float) -> None:
        self._marks.append((now, self.sent))
        while now - self._marks[0][0] > _WINDOW:
            self._marks.popleft()

    async def _stand_by(self) -> None:
        await asyncio.sleep(_YIELD_SECONDS)
