"""Watches where a consultation is kept, and how much room there is for it."""

import asyncio
from collections.abc import Callable

from scribe_app.domain.keeping import Keeping
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.disk import DiskGuard, Room
from scribe_app.ports.log import SessionLogs, Trouble, Where

LOW_BYTES = 500_000_000
LOW_SECONDS = 600.0
_LOOK_SECONDS = 0.25
_ROOM_LOOKS = 12
"""Looks after which the disk is asked again, off the loop: every three seconds."""


class StorageWatch:
    """Tells how a consultation is kept, whenever that changes; lives on the engine's loop."""

    def __init__(
        self, logs: SessionLogs, guard: DiskGuard | None, show: Callable[[Keeping], None]
    ) -> None:
        self._logs = logs
        self._guard = guard
        self._show = show
        self._room: Room | None = None
        self._seen = self._shown = Keeping.SAFE

    async def run(self) -> None:
        """Watch until it is cancelled."""
        while True:
            await self._ask()
            for _ in range(_ROOM_LOOKS):
                self._look()
                await asyncio.sleep(_LOOK_SECONDS)

    async def _ask(self) -> None:
        if self._guard is not None:
            self._room = await in_daemon(self._guard.room, "disk-room")

    def _look(self) -> None:
        """Show what two looks in a row saw: between two files nothing is open for a moment."""
        now = judged(self._logs.where, self._logs.trouble, self._room)
        if now is self._seen and now is not self._shown:
            self._shown = now
            self._show(now)
        self._seen = now


def judged(where: Where, trouble: Trouble, room: Room | None) -> Keeping:
    """Return the worst of what is true: a place that failed goes before one that is small."""
    match where:
        case Where.MEMORY:
            return Keeping.MEMORY_FULL if trouble is Trouble.DISK_FULL else Keeping.MEMORY
        case Where.SECOND:
            return Keeping.SECOND
    is_low = room is not None and room.free_bytes < LOW_BYTES
    if room is not None and is_low and room.seconds < LOW_SECONDS:
        return Keeping.VERY_LOW
    if trouble in (Trouble.DISK_FAILING, Trouble.FOLDER_GONE):
        return Keeping.FAILING
    return Keeping.LOW if is_low else Keeping.SAFE
