"""Knows the consultations on the disk, and finishes those that wait while nobody records."""

import asyncio
import logging
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from scribe_app.domain.faults import ScribeError
from scribe_app.engine.daemon import in_daemon
from scribe_app.engine.importing import imported
from scribe_app.engine.kit import Kit
from scribe_app.engine.resumed import resumed
from scribe_app.engine.standing import entries
from scribe_app.ports.archive import Archive, Entry, Standing

log = logging.getLogger(__name__)


class Librarian:
    """Lives on the engine's loop; whatever reads the disk does so in a thread of its own."""

    def __init__(
        self,
        kit: Callable[[], Kit],
        changed: Callable[[], None],
        spawn: Callable[[Coroutine[Any, Any, None]], None],
    ) -> None:
        """Make a librarian that calls `changed` with every new list, and has work spawned."""
        self._kit = kit
        self._changed = changed
        self._spawn = spawn
        self._waiting: dict[str, None] = {}
        self._tried: set[str] = set()
        self._may_work = asyncio.Event()
        self._may_work.set()
        self._working: asyncio.Task[None] | None = None
        self._working_on = ""
        self.looking = asyncio.Lock()  # who looks holds every consultation for a moment
        self.archive = Archive()

    async def look(self) -> None:
        """List what is on the disk; raises `ScribeError`.

        What it finds unfinished is finished by itself, once, where the settings say so.
        """
        async with self.looking:
            kit, first = self._kit(), not self.archive.looked
            found = await in_daemon(kit.store.sessions, "archive-look")
            if first:  # of many, what a crash left is offered before the rest is read
                torn = [each for each in found if not each.clean]
                self._found(await in_daemon(lambda: entries(kit.store, torn), "archive-look"))
            self._found(await in_daemon(lambda: entries(kit.store, found), "archive-look"))
            self._show(replace(self.archive, looked=True))
        if kit.finishes_itself:
            news = {each.id for each in self.archive.offered} - self._tried
            self._tried |= news
            self.finish_later(each.id for each in self.archive.entries if each.id in news)

    async def discard(self, session_id: str) -> None:
        """Destroy a consultation that is not open; raises `ScribeError` (storage)."""
        await self.leave(session_id)
        store = self._kit().store
        async with self.looking:  # a look finishes discards that were cut short: this is none
            receipt = await in_daemon(lambda: store.discard(session_id), "log-discard")
        self._show(replace(self.archive, discarded=session_id, cleared=receipt.removed))
        await self.look()

    # --- what is finished out of sight ----------------------------------------------------------

    def finish_later(self, session_ids: Iterable[str]) -> None:
        """Put consultations at the end of the queue."""
        idle = not self._waiting
        self._waiting.update(dict.fromkeys(session_ids))
        self._mark()
        if idle and self._waiting:
            self._spawn(self._work())

    async def bring(self, paths: Iterable[str]) -> None:
        """Seal audio files one after another and queue them; raises `ScribeError` at a bad one."""
        for path in paths:
            await self._may_work.wait()
            kit = self._kit()
            source = await in_daemon(partial(kit.open_file, path), "import-file")
            session_id = await imported(source, kit.store, kit.language)
            await self.look()
            self.finish_later((session_id,))

    def let(self, *, work: bool) -> None:
        """Go on with the queue, or let go of what is being finished; it is taken up again."""
        if work:
            self._may_work.set()
        elif self._may_work.is_set():
            self._may_work.clear()
            if self._working is not None:
                self._working.cancel()

    async def leave(self, session_id: str) -> None:
        """Strike a consultation off the queue, and let go of it."""
        self._waiting.pop(session_id, None)
        working = self._working
        if working is not None and self._working_on == session_id:
            working.cancel()
            await asyncio.wait({working})

    async def _work(self) -> None:
        """Finish what waits, one after another, until nothing does."""
        while self._waiting:
            await self._may_work.wait()
            await self._one(next(iter(self._waiting)))
            await self.look()

    async def _one(self, session_id: str) -> None:
        """Finish one; it stays first in the queue when a recording pushes it aside."""
        task = asyncio.ensure_future(self._finished(session_id))
        self._working, self._working_on = task, session_id
        self._mark()
        try:
            await asyncio.wait({task})
        finally:
            self._working, self._working_on = None, ""
            if not task.done():
                task.cancel()
                await asyncio.wait({task})
        if not task.cancelled():
            self._waiting.pop(session_id, None)
            task.result()

    async def _finished(self, session_id: str) -> None:
        try:
            async with self.looking:
                course = await resumed(session_id, 0, self._kit(), lambda _snapshot: None)
        except ScribeError as error:
            log.warning("fault", extra={"kind": error.fault.kind})
            return
        try:
            course.show()
            await course.finish()
        finally:
            await course.close()

    def _found(self, found: Iterable[Entry]) -> None:
        self._show(replace(self.archive, entries=self._with_work(found)))

    def _with_work(self, entries: Iterable[Entry]) -> tuple[Entry, ...]:
        """Return the entries, those that wait or are held by the work itself marked as such."""
        found = {each.id: each for each in entries}
        for each in self.archive.entries:
            if each.id in self._waiting:
                found.setdefault(each.id, each)
        marked = (self._marked(each) for each in found.values())
        return tuple(sorted(marked, key=lambda each: each.started))

    def _marked(self, entry: Entry) -> Entry:
        if entry.id not in self._waiting:
            return entry
        working = entry.id == self._working_on
        return replace(entry, standing=Standing.WORKING if working else Standing.QUEUED)

    def _mark(self) -> None:
        self._found(self.archive.entries)

    def _show(self, archive: Archive) -> None:
        self.archive = archive
        self._changed()
