"""The audio log as the engine's loop reads it: with cursors, waiting while nothing is there."""

import asyncio
from collections.abc import Callable

from scribe_app.domain.audio import SAMPLE_BYTES, SAMPLE_RATE
from scribe_app.engine.skips import Skips
from scribe_app.ports.log import AudioLog

_KEPT_SILENCE = SAMPLE_RATE
"""What a vendor is sent of a stretch without sound: enough to know that a sentence is over."""


class Growth:
    """Tells readers on the loop that the log grew or came to its end."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._changed = asyncio.Event()
        self._waiting: tuple[Callable[[], bool], ...] = ()
        self._over = asyncio.Event()
        self._silences: list[tuple[int, int]] = []

    def grew(self) -> None:
        """Wake the readers once there is enough for one of them; for any thread."""
        if any(enough() for enough in self._waiting) and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self.nudge)

    def mute(self, start: int, end: int) -> None:
        """Note, before it grows by them, that these samples are nobody's; for any thread."""
        self._silences.append((start, end))

    def silence_at(self, sample: int) -> tuple[int, int] | None:
        """Return the stretch without sound that a sample stands in."""
        return next((each for each in self._silences if each[0] <= sample < each[1]), None)

    @property
    def ended(self) -> bool:
        """Return whether nothing more will come."""
        return self._over.is_set()

    def end(self) -> None:
        """Note, on the loop, that nothing more will come."""
        self._over.set()
        self.nudge()

    def nudge(self) -> None:
        """Let every reader look again, on the loop."""
        self._changed.set()
        self._changed = asyncio.Event()

    async def over(self) -> None:
        """Wait until nothing more will come."""
        await self._over.wait()

    async def until(self, enough: Callable[[], bool]) -> None:
        """Wait until there is enough for this reader, or the log has come to its end."""
        self._waiting += (enough,)  # before it is asked: what is written from now on is seen
        try:
            while not self.ended and not enough():
                await self._changed.wait()
        finally:
            self._waiting = tuple(each for each in self._waiting if each is not enough)


class Tap:
    """One reader of the log, for one connection; `end` may be set while it reads."""

    def __init__(
        self, log: AudioLog, growth: Growth, start_sample: int, end_sample: int | None = None
    ) -> None:
        self._log = log
        self._growth = growth
        self._cursor = log.cursor(start_sample)
        self._end = end_sample
        self._given = 0
        self.skips = Skips()

    @property
    def position(self) -> int:
        """Return the number of the next sample."""
        return self._cursor.position

    @property
    def left(self) -> int:
        """Return how many samples are there to be read now."""
        return max(0, self._until(self._log.written) - self.position)

    def end_at(self, sample: int) -> None:
        """Read no further than this sample."""
        self._end = sample
        self._growth.nudge()

    async def next(self, samples: int) -> bytes:
        """Return a chunk of so many samples; a shorter one at the end, then an empty one."""
        self._skip_silence()
        wanted = self.position + samples
        await self._growth.until(lambda: self._log.written >= self._until(wanted))
        pieces: list[bytes] = []
        missing = min(samples, self.left)
        while missing and (piece := self._cursor.read(missing)):
            pieces.append(piece)
            self._given += len(piece) // SAMPLE_BYTES
            missing -= len(piece) // SAMPLE_BYTES
        return b"".join(pieces)

    def _skip_silence(self) -> None:
        silence = self._growth.silence_at(self.position)
        if silence is None or self.position < silence[0] + _KEPT_SILENCE:
            return
        self.skips.add(self._given, silence[1] - self.position)
        self._cursor.seek(silence[1])

    def close(self) -> None:
        """Let go of the log."""
        self._cursor.close()

    def _until(self, sample: int) -> int:
        return sample if self._end is None else min(sample, self._end)
