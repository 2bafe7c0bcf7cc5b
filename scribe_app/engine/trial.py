"""Proves that a vendor takes audio: more than a handshake, less than a consultation."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_BYTES, SAMPLE_RATE
from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.engine.connection import not_ready
from scribe_app.engine.reach import Choice, Reach
from scribe_app.ports.clock import Clock
from scribe_app.ports.transport import Transport, TransportClosed
from scribe_app.ports.vendor import Codec

_SECONDS = 12.0
_STAYS_SECONDS = 1.0
_SILENCE = bytes(SAMPLE_RATE // 10 * SAMPLE_BYTES)


async def tried(choice: Choice, reach: Reach, clock: Clock) -> Fault | None:
    """Return None when the vendor got ready, took 100 ms of silence and stayed for a second."""
    try:
        async with asyncio.timeout(_limit(choice)):
            fault = await _attempt(choice, reach, clock)
            if fault is not None and fault.kind is FaultKind.AUTH and fault.retryable:
                return await _attempt(choice, reach, clock)  # it may just have been too old
            return fault
    except TimeoutError:
        return not_ready(choice.vendor.manifest)


async def _attempt(choice: Choice, reach: Reach, clock: Clock) -> Fault | None:
    try:
        async with _line(choice, reach) as line:
            return await _conversed(choice, choice.vendor.codec(choice.settings, clock), line)
    except ScribeError as error:
        return error.fault


def _limit(choice: Choice) -> float:
    """Return the seconds a trial may take: a model that loads from disk may take longer."""
    manifest = choice.vendor.manifest
    return manifest.ready_seconds if manifest.capabilities.on_device else _SECONDS


@asynccontextmanager
async def _line(choice: Choice, reach: Reach) -> AsyncIterator[Transport]:
    transport = await reach.open(choice)
    try:
        yield transport
    finally:
        await transport.close()


async def _conversed(choice: Choice, codec: Codec, line: Transport) -> Fault | None:
    name = choice.vendor.manifest.spoken_name
    try:
        for frame in codec.opened():
            await line.send(frame)
        fault = await _ready(codec, line) if choice.vendor.manifest.greets else None
        if fault is not None:
            return fault
        # A codec that holds audio back for a longer chunk gives it up at the end.
        frames = [*codec.ready(), *(list(codec.audio(_SILENCE)) or codec.finish())]
        for frame in frames:
            await line.send(frame)
        return await _stayed(codec, line)
    except TransportClosed as closed:
        known = codec.closed(closed.code, closed.reason)
        return known or Fault(FaultKind.VENDOR, True, f"{name} closed the line at once.")


async def _ready(codec: Codec, line: Transport) -> Fault | None:
    while True:
        for event in codec.receive(await line.receive()):
            match event:
                case ev.Degraded(fault):
                    return fault
                case ev.Ready():
                    return None


async def _stayed(codec: Codec, line: Transport) -> Fault | None:
    """Listen for a second; what is said is not kept."""
    try:
        async with asyncio.timeout(_STAYS_SECONDS):
            while True:
                for event in codec.receive(await line.receive()):
                    if isinstance(event, ev.Degraded):
                        return event.fault
    except TimeoutError:
        return None
