"""The engine: a thread with a loop of its own that serves the window's commands."""

import asyncio
import logging
import threading
from collections.abc import Callable, Coroutine
from dataclasses import replace
from typing import Any

from scribe_app.domain import commands as cmd
from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.domain.keeping import VaultState
from scribe_app.domain.session import Phase, Signal
from scribe_app.engine.asking import ask
from scribe_app.engine.course import Course
from scribe_app.engine.daemon import in_daemon
from scribe_app.engine.kit import Kit
from scribe_app.engine.librarian import Librarian
from scribe_app.engine.recorder import share_interpreter
from scribe_app.engine.resumed import Resumed, resumed
from scribe_app.engine.session import Session
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.desk import Snapshot

log = logging.getLogger(__name__)

_CLOSE_SECONDS = 3.0
_AT_REST = (Phase.IDLE, Phase.REVIEW)
_INTERNAL = Fault(
    FaultKind.VENDOR,
    False,
    "Something went wrong inside Scribe. What was recorded is kept.",
)


class Engine:
    """A `Desk`: takes commands from any thread, tells listeners from its own."""

    def __init__(self, kit: Callable[[], Kit], open_source: Callable[[str], AudioSource]) -> None:
        """Make an engine; `kit` is asked anew and a source opened for every consultation."""
        self._kit = kit
        self._open_source = open_source
        self._listeners: list[Callable[[Snapshot], None]] = []
        self._session: Course | None = None
        self._finishing: asyncio.Task[None] | None = None
        self._running: set[asyncio.Task[None]] = set()
        self._number = 0
        self._starting = False
        self._latest = Snapshot()
        self._vault = VaultState.KEYRING
        self._librarian = Librarian(
            kit, lambda: self._publish(self._latest), lambda work: self._spawn(self._told(work))
        )
        self._loop: asyncio.AbstractEventLoop | None = None
        self._stop = asyncio.Event()
        self._begun = threading.Event()
        self._thread = threading.Thread(target=self._main, name="engine", daemon=True)

    # --- from any thread ------------------------------------------------------------------------

    def start(self) -> None:
        """Start the thread and wait until it takes commands."""
        share_interpreter()
        self._thread.start()
        self._begun.wait()

    def close(self) -> None:
        """End everything within 3 s; audio that was captured is in the log."""
        if self._loop is not None and self._thread.is_alive():
            self._loop.call_soon_threadsafe(self._stop.set)
            self._thread.join(_CLOSE_SECONDS)

    def submit(self, command: cmd.Command) -> None:
        """Ask for something; what came of it shows in a later snapshot."""
        loop = self._loop
        if loop is not None and not loop.is_closed():
            loop.call_soon_threadsafe(self._take, command)

    def subscribe(self, listener: Callable[[Snapshot], None]) -> Callable[[], None]:
        """Tell the listener the newest snapshot now and every later one."""
        self._listeners.append(listener)
        listener(self._latest)
        return lambda: self._listeners.remove(listener)

    def level(self) -> float:
        """Return the peak of the last 20 ms, from 0 to 1."""
        session = self._session
        return session.level() if session else 0.0

    def captured(self) -> float:
        """Return the seconds recorded so far."""
        session = self._session
        return session.captured() if session else 0.0

    # --- on the engine's loop -------------------------------------------------------------------

    def _main(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._begin()
        self._begun.set()
        await self._stop.wait()
        await self._closed_session()
        for task in self._running:
            task.cancel()
        await asyncio.gather(*self._running, return_exceptions=True)

    def _begin(self) -> None:
        """Show who will listen; settings that cannot be used are said, and can be changed."""
        try:
            kit = self._kit()
        except ScribeError as error:
            self._latest = Snapshot(fault=error.fault)
            return
        self._latest = Snapshot(engine=kit.label)
        self._spawn(self._look_at_vault(kit))
        self._spawn(self._forewarn(kit))

    def _publish(self, snapshot: Snapshot) -> None:
        rests = snapshot.state.phase in _AT_REST
        self._librarian.let(work=rests)
        snapshot = self._latest = replace(
            snapshot, archive=self._librarian.archive, vault=self._vault
        )
        for listener in tuple(self._listeners):
            listener(snapshot)

    def _take(self, command: cmd.Command) -> None:
        match command:
            case cmd.Start(microphone):
                if self._may_start():
                    self._starting = True
                    self._spawn(self._consult(microphone))
            case cmd.SettingsChanged():
                self._spawn(self._reconsider())
            case cmd.ListSessions():
                self._spawn(self._told(self._librarian.look()))
            case cmd.OpenSession(session_id, finish) if self._may_start():
                self._spawn(self._told(self._open(session_id, finish=finish)))
            case cmd.FinishLater(ids):
                self._librarian.finish_later(ids)
            case cmd.ImportAudio(paths):
                self._spawn(self._told(self._librarian.bring(paths)))
            case cmd.DiscardSession(session_id):
                self._spawn(self._told(self._discard(session_id)))
            case _ if self._session is not None:
                ask(self._session, command, self._spawn)

    def _may_start(self) -> bool:
        session = self._session
        idle = session is None or isinstance(session, Resumed) or session.phase in _AT_REST
        return idle and not self._starting

    async def _reconsider(self) -> None:
        """Show who will listen from the next consultation on, and what will go wrong with it."""
        try:
            kit = self._kit()
        except ScribeError as error:
            self._refused(error.fault)
            return
        await self._look_at_vault(kit)
        if self._may_start():
            if self._session is not None:
                self._session.relabel(kit.label)
            else:
                self._publish(replace(self._latest, engine=kit.label, fault=None))
            await self._forewarn(kit)

    async def _look_at_vault(self, kit: Kit) -> None:
        """Fetch today's key, which may be kept elsewhere by now, and show who holds it."""
        await in_daemon(kit.store.warm_up, "key-warm-up")
        now = await in_daemon(kit.vault, "vault-state")
        if now is not self._vault:
            self._vault = now
            self._publish(self._latest)
            if self._librarian.archive.looked:  # what was locked may be open now
                self._spawn(self._told(self._librarian.look()))

    async def _forewarn(self, kit: Kit) -> None:
        fault = await in_daemon(kit.forewarning, "forewarning")
        if fault is not None and self._may_start():
            self._refused(fault)

    async def _consult(self, microphone: str) -> None:
        """Begin a consultation; while its microphone is not open, the former one stays."""
        try:
            session = await self._opened_session(microphone)
        except ScribeError as error:
            self._refused(error.fault)
            return
        finally:
            self._starting = False
        await self._closed_session()
        self._session = session
        try:
            await session.run()
        except Exception as error:
            log.error("unexpected-error", extra={"error": type(error)})
            await session.stop()
            session.show_fault(_INTERNAL)
            session.signal(Signal.CLOSED)
        if self._librarian.archive.looked:  # the one before may lack something
            await self._told(self._librarian.look())

    async def _opened_session(self, microphone: str) -> Session:
        self._number += 1
        source = await in_daemon(lambda: self._open_source(microphone), "source-open")
        session = Session(self._number, self._kit(), source, self._publish)
        await session.open()
        return session

    # --- consultations of earlier ---------------------------------------------------------------

    async def _open(self, session_id: str, *, finish: bool) -> None:
        """Show a consultation of the disk, and finish it where that is asked."""
        if self._session is None or self._session.id != session_id:
            await self._librarian.leave(session_id)
            self._number += 1
            async with self._librarian.looking:
                opened = await resumed(session_id, self._number, self._kit(), self._publish)
            if not self._may_start():  # a recording was begun meanwhile: it goes first
                await opened.close()
                return
            await self._closed_session()
            self._session = opened
            opened.show()
        if finish and self._session is not None:
            finishing = self._finishing = asyncio.ensure_future(self._session.finish())
            await asyncio.wait({finishing})
            if not finishing.cancelled():
                finishing.result()
        await self._librarian.look()

    async def _discard(self, session_id: str) -> None:
        """Destroy a consultation; the one that is shown is closed first, a recording refuses."""
        session = self._session
        if session is not None and session.id == session_id:
            if not self._may_start():
                return
            await self._closed_session()
            self._number += 1
            self._publish(Snapshot(number=self._number, engine=self._latest.engine))
        await self._librarian.discard(session_id)

    async def _told(self, work: Coroutine[Any, Any, None]) -> None:
        """Do some work and show the sentence of what it could not do."""
        try:
            await work
        except ScribeError as error:
            self._refused(error.fault)

    def _refused(self, fault: Fault) -> None:
        if self._session is not None:
            self._session.show_fault(fault)
        else:
            label = self._latest.engine
            self._publish(Snapshot(number=self._number, fault=fault, engine=label))

    async def _closed_session(self) -> None:
        session, self._session = self._session, None
        finishing, self._finishing = self._finishing, None
        if finishing is not None:
            finishing.cancel()
            await asyncio.wait({finishing})
        if session is not None:
            await session.close()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        """Run work on the loop; nothing it raises is lost."""
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._done)

    def _done(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        error = None if task.cancelled() else task.exception()
        if error is not None:
            log.error("unexpected-error", extra={"error": type(error)})
            self._publish(replace(self._latest, fault=_INTERNAL))
