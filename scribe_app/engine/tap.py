"""The audio log as the engine's loop reads it: with a cursor, waiting while nothing is there."""

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
        self._enough: Callable[[], bool] = lambda: True
        self._over = asyncio.Event()
        self._silences: list[tuple[int, int]] = []

    def grew(self) -> None:
        """Wake the reader once there is enough for it; for any thread."""
        if self._enough() and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._changed.set)

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
        self._changed.set()

    async def ends_within(self, seconds: float) -> bool:
        """Return whether the log came to its end within some seconds, as soon as it does."""
        try:
            async with asyncio.timeout(seconds):
                await self._over.wait()
        except TimeoutError:
            return False
        return True

    async def until(self, enough: Callable[[], bool]) -> None:
        """Wait until the log holds enough for its one reader, or has come to its end."""
        self._enough = enough  # before it is asked: what is written from now on is seen
        while not self.ended and not enough():
            await self._changed.wait()
            self._changed.clear()


class Tap:
    """One reader of the log, for one connection."""

    def __init__(self, log: AudioLog, growth: Growth, start_sample: int) -> None:
        self._log = log
        self._growth = growth
        self._cursor = log.cursor(start_sample)
        self._given = 0
        self.skips = Skips()

    @property
    def position(self) -> int:
        """Return the number of the next sample."""
        return self._cursor.position

    async def next(self, samples: int) -> bytes:
        """Return a chunk of so many samples; a shorter one at the end, then an empty one."""
        self._skip_silence()
        wanted = self.position + samples
        await self._growth.until(lambda: self._log.written >= wanted)
        pieces: list[bytes] = []
        missing = samples
        while missing and (piece := self._cursor.read(missing)):
            pieces.append(piece)
            missing -= len(piece) // SAMPLE_BYTES
        self._given += samples - missing
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
