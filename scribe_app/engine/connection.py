"""One connection to a vendor: audio out at its pace, events in, until it has ended."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any, TypeVar

from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.engine.tap import Tap
from scribe_app.ports.clock import Clock
from scribe_app.ports.transport import Transport, TransportClosed
from scribe_app.ports.vendor import Codec, Manifest

T = TypeVar("T")

_NOT_READY = Fault(FaultKind.VENDOR, True, "The speech engine did not get ready in time.")
_MUTE = Fault(FaultKind.VENDOR, True, "The speech engine stopped answering.")
_LINE_LOST = Fault(FaultKind.TRANSPORT, True, "The connection to the speech engine was lost.")


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a connection ended: with the vendor's own end, or with a fault."""

    fault: Fault | None = None

    @property
    def ended(self) -> bool:
        """Return whether the vendor answered everything."""
        return self.fault is None


class Connection:
    """Drives a codec over a transport; made for one epoch and used once."""

    def __init__(
        self,
        transport: Transport,
        codec: Codec,
        manifest: Manifest,
        tap: Tap,
        emit: Callable[[ev.VendorEvent], None],
        clock: Clock,
    ) -> None:
        self._transport = transport
        self._codec = codec
        self._manifest = manifest
        self._tap = tap
        self._emit = emit
        self._clock = clock
        self._ready = asyncio.Event()
        self._ended = asyncio.Event()
        self._heard_at = clock.now()
        self._fault: Fault | None = None

    async def run(self) -> Outcome:
        """Carry the log to the vendor until it has answered everything or the line is gone."""
        reader = asyncio.create_task(self._read(), name="vendor-reader")
        try:
            return await self._talk(reader)
        except TransportClosed as closed:
            if self._ended.is_set():
                return Outcome()
            return self._failed(self._codec.closed(closed.code, closed.reason) or _LINE_LOST)
        finally:
            reader.cancel()
            await asyncio.gather(reader, return_exceptions=True)
            await self._transport.close()

    async def _talk(self, reader: asyncio.Task[None]) -> Outcome:
        for frame in self._codec.opened():
            await self._transport.send(frame)
        try:
            async with asyncio.timeout(self._manifest.ready_seconds):
                await _beside(reader, self._ready.wait())
        except TimeoutError:
            return self._failed(_NOT_READY)
        await _beside(reader, self._pump())
        for frame in self._codec.finish():
            await self._transport.send(frame)
        drained = await _beside(reader, self._drained())
        return Outcome() if drained else self._failed(_MUTE)

    def _failed(self, fault: Fault) -> Outcome:
        return Outcome(self._fault or fault)

    async def _pump(self) -> None:
        began, sent = self._clock.now(), 0
        while pcm := await self._tap.next(self._manifest.chunk_samples):
            for frame in self._codec.audio(pcm):
                await self._transport.send(frame)
            sent += len(pcm) // SAMPLE_BYTES
            if self._manifest.pace:
                due = began + to_seconds(sent) / self._manifest.pace
                await asyncio.sleep(max(0.0, due - self._clock.now()))

    async def _drained(self) -> bool:
        """Wait for the vendor's end; False when it says nothing for `drain_seconds`."""
        self._heard_at = self._clock.now()
        while not self._ended.is_set():
            left = self._heard_at + self._manifest.drain_seconds - self._clock.now()
            if left <= 0:
                return False
            try:
                async with asyncio.timeout(left):
                    await self._ended.wait()
            except TimeoutError:
                continue
        return True

    async def _read(self) -> None:
        while True:
            frame = await self._transport.receive()
            self._heard_at = self._clock.now()
            for event in self._codec.receive(frame):
                self._take(event)

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
        self._emit(event)


async def _beside(reader: asyncio.Task[None], work: Coroutine[Any, Any, T]) -> T:
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
