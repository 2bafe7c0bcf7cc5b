"""One connection to a vendor: audio out at its pace, events in, until it has ended."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from scribe_app.domain import events as ev
from scribe_app.domain.capabilities import EndOfStream
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.engine.bounds import bounded
from scribe_app.engine.pump import Pump
from scribe_app.engine.unanswered import Unanswered
from scribe_app.ports.clock import Clock
from scribe_app.ports.transport import Frame, Transport, TransportClosed
from scribe_app.ports.vendor import Codec, Manifest

log = logging.getLogger(__name__)

T = TypeVar("T")

_LOOK_SECONDS = 0.1
"""How often a vendor without an end of its own is looked at."""
_DOUBT, _LOSS = 3.0, 4.0
"""Seconds of loud sound that nobody answered, at the end: what might be, and must be, speech."""
_A_WORD, _WORDS = 0.4, 1.0
"""Of them, what may be a word, and what is hardly a noise."""
_STUCK_SECONDS = 60.0
"""Until a line that takes nothing more is given up, also where its machine is alive."""
_LONGEST_DRAIN = 300.0
"""Seconds from the end of the audio after which nothing more is waited for."""
_DEAF_SECONDS = 10.0
"""How long a vendor may then still stay silent."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a connection ended: with the vendor's own end, or with a fault.

    `opened` says whether the vendor ever took audio, `mute` whether it was given up because it
    did not answer what it took, `doubtful` whether something at the end may have been speech and
    was not answered, `unsure` whether a word at the end may be missing, `unlikely` whether so much
    is unanswered there that it is hardly a noise, `alive` whether anything
    at all was answered, `noted` whether it wrote a note.
    """

    fault: Fault | None = None
    opened: bool = False
    mute: bool = False
    doubtful: bool = False
    unsure: bool = False
    unlikely: bool = False
    alive: bool = False
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Hooks:
    """Whom a connection tells of events, and asks.

    `begin` is asked once the vendor is ready: what sends its stretch of the log, None where there
    is nothing to hear any more. `may_note` is asked at the end: whether this connection heard
    everything; `writing` is told that the vendor now writes its note.
    """

    emit: Callable[[ev.VendorEvent], None]
    begin: Callable[[], Awaitable[Pump | None]]
    may_note: Callable[[], bool] = lambda: False
    writing: Callable[[], None] = lambda: None


class Connection:
    """Drives a codec over a transport; made for one epoch and used once."""

    def __init__(
        self,
        transport: Transport,
        codec: Codec,
        manifest: Manifest,
        hooks: Hooks,
        clock: Clock,
        *,
        ready_within: float,
    ) -> None:
        self._transport = transport
        self._codec = codec
        self._manifest = manifest
        self._hooks = hooks
        self._clock = clock
        self._ready_within = ready_within
        self._pump: Pump | None = None
        self._ready, self._ended = asyncio.Event(), asyncio.Event()
        self._noted = asyncio.Event()
        self._finishing = False
        self._heard_at = clock.now()
        self._unanswered = Unanswered()
        self._fault: Fault | None = None

    async def run(self) -> Outcome:
        """Carry the log to the vendor until it has answered everything or the line is gone."""
        reader = asyncio.create_task(self._read(), name="vendor-reader")
        try:
            return await self._talk(reader)
        except TransportClosed as closed:
            return self._closed(closed)
        finally:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
            await self._transport.close()
            if self._codec.ignored:
                log.info("messages-ignored", extra={"count": self._codec.ignored})

    async def _talk(self, reader: asyncio.Task[None]) -> Outcome:
        await self._send(self._codec.opened())
        if not await self._got_ready(reader):
            return self._failed(not_ready(self._manifest))
        self._pump = await _beside(reader, self._hooks.begin())
        if self._pump is None:
            return Outcome(opened=True)
        await self._send(self._codec.ready())
        if not await _beside(reader, self._pump.run(self._send_audio)):
            return self._went_mute()
        self._finishing = True
        await self._send(self._codec.finish())
        if not await _beside(reader, self._drained()):
            return self._went_mute()
        if self._unanswered.since_answer <= _LOSS and self._hooks.may_note():
            await _beside(reader, self._note())
        return self._done()

    def _done(self) -> Outcome:
        """Return a good end, unless too much of what was sent has no answer."""
        if self._unanswered.since_answer > _LOSS:
            return self._went_mute()
        lacking = self._unanswered
        return Outcome(
            opened=True,
            doubtful=lacking.since_answer > _DOUBT,
            unsure=lacking.behind > _A_WORD,
            unlikely=lacking.behind > _WORDS,
            alive=lacking.is_alive,
            noted=self._noted.is_set(),
        )

    def _failed(self, fault: Fault) -> Outcome:
        return Outcome(self._fault or fault, opened=self._ready.is_set())

    def _went_mute(self) -> Outcome:
        sentence = f"{self._manifest.spoken_name} stopped answering."
        fault = self._fault or Fault(FaultKind.VENDOR, True, sentence)
        return Outcome(fault, opened=True, mute=True)

    def _closed(self, closed: TransportClosed) -> Outcome:
        """Return what a close means: after the audio's end, a normal one is the vendor's end."""
        fault = self._codec.closed(closed.code, closed.reason)
        if self._ended.is_set() or (self._finishing and fault is None and not self._fault):
            return self._done()
        return self._failed(fault or self._lost())

    def _lost(self) -> Fault:
        name = self._manifest.name
        return Fault(FaultKind.TRANSPORT, True, f"The connection to {name} was lost.")

    async def _send(self, frames: Iterable[Frame]) -> None:
        for frame in frames:
            await self._transport.send(frame)

    async def _got_ready(self, reader: asyncio.Task[None]) -> bool:
        if not self._manifest.greets:
            self._take(ev.Ready())
        try:
            async with asyncio.timeout(self._ready_within):
                await _beside(reader, self._ready.wait())
        except TimeoutError:
            return False
        return True

    async def _send_audio(self, pcm: bytes) -> bool:
        """Send a chunk; False when too much speech goes unanswered, or nobody takes it."""
        try:
            async with asyncio.timeout(_STUCK_SECONDS):
                await self._send(self._codec.audio(pcm))
        except TimeoutError:
            return False
        return not self._is_stuck(pcm)

    def _is_stuck(self, pcm: bytes) -> bool:
        limit = self._manifest.mute_seconds
        if not limit:
            return False
        self._unanswered.sent(pcm)
        return self._unanswered.since_answer > limit

    async def _drained(self) -> bool:
        """Wait for the vendor's end; False when it owes an answer and says nothing more."""
        began = self._heard_at = self._clock.now()
        while not self._ended.is_set():
            quiet = self._clock.now() - self._heard_at
            if self._clock.now() - began > _LONGEST_DRAIN:
                return False  # it talks for ever of something else
            if self._codec.drained(quiet) and not self._may_come(quiet):
                return True
            if quiet >= self._manifest.drain_seconds:
                return False
            await _within(_LOOK_SECONDS, self._ended)
        return True

    def _may_come(self, quiet: float) -> bool:
        """Return whether silence alone speaks for the end, though much was loud before it."""
        said_so = self._manifest.end is EndOfStream.MESSAGE
        return self._unanswered.since_answer > _DOUBT and quiet < _DEAF_SECONDS and not said_so

    async def _note(self) -> None:
        """Ask for the note and wait for it; without one the caller writes its own."""
        frames = tuple(self._codec.request_note())
        if not frames:
            return
        self._hooks.writing()
        self._noted.clear()  # what came unasked was not made from everything
        await self._send(frames)
        await _within(self._manifest.note_seconds, self._noted)

    async def _read(self) -> None:
        while True:
            frame = await self._transport.receive()
            self._heard_at = self._clock.now()
            for event in self._understood(frame):
                self._take(event)

    def _understood(self, frame: Frame) -> Sequence[ev.VendorEvent]:
        """Return what a frame means; a codec that stumbles over one loses that one only."""
        try:
            return tuple(self._codec.receive(frame))
        except Exception as error:
            log.error("unexpected-error", extra={"error": type(error)})
            return ()

    def _take(self, event: ev.VendorEvent) -> None:
        match event:
            case ev.Ready():
                self._ready.set()
            case ev.Ended():
                self._ended.set()
                return
            case ev.Degraded(fault):
                self._fault = fault
                return
            case ev.NoteDraft(note) if not note.is_empty:
                self._noted.set()
            case ev.Partial() | ev.Final() | ev.Progress():
                self._unanswered.answered(event, self._pump.sent if self._pump else 0.0)
        self._hooks.emit(self._pump.placed(event) if self._pump else bounded(event, 0.0))


def not_ready(manifest: Manifest) -> Fault:
    """Return the fault of a vendor that is reached and does not begin."""
    sentence = f"{manifest.spoken_name} did not get ready in time."
    return Fault(FaultKind.VENDOR, True, sentence)


async def _within(seconds: float, event: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(seconds):
            await event.wait()
    except TimeoutError:
        return


async def _beside(reader: asyncio.Task[None], work: Awaitable[T]) -> T:
    """Return what the work returns; a reader that ends first ends the work too."""
    task = asyncio.ensure_future(work)
    try:
        await asyncio.wait({reader, task}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            reader.result()
        return await task
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
