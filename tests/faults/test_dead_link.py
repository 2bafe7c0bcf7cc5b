"""A network that dies is noticed within six seconds; a server that only computes is left alone."""

import asyncio
import ssl
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.exceptions import ConnectionClosed

from scribe_app.ports.transport import SocketDial, TransportClosed
from scribe_app.system.network.sockets import SocketDialler, SocketTransport
from scribe_app.vendors.common import pulse
from tests.faults.report import Report
from tests.fixtures.net import Cable, cable

pytestmark = [
    pytest.mark.faults,
    pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's"),
]

LIMIT = 6.0
CHUNK, CHUNK_SECONDS = bytes(3_200), 0.1
FLOOD = 16
"""Times real time: fills every buffer long before a server has computed for ten seconds."""


class Server:
    """Takes what comes, in a thread and on a machine of its own; stands still when told to."""

    def __init__(self, line: Cable) -> None:
        self.received = 0
        self._socket = line.listen()
        self.url = f"ws://{line.there}:{self._socket.getsockname()[1]}/"
        self._loop: asyncio.AbstractEventLoop | None = None
        self._over: asyncio.Event | None = None
        self._begun = threading.Event()

    @contextmanager
    def running(self) -> Iterator["Server"]:
        thread = threading.Thread(target=lambda: asyncio.run(self._run()))
        thread.start()
        self._begun.wait()
        yield self
        self._loop.call_soon_threadsafe(self._over.set)  # type: ignore[union-attr]
        thread.join()

    def compute(self, seconds: float) -> None:
        """Block its loop, as a server does that transcribes on it."""
        self._loop.call_soon_threadsafe(time.sleep, seconds)  # type: ignore[union-attr]

    async def _run(self) -> None:
        self._loop, self._over = asyncio.get_running_loop(), asyncio.Event()
        async with serve(
            self._take, sock=self._socket, ping_interval=None, close_timeout=0.1, max_size=None
        ):
            self._begun.set()
            await self._over.wait()

    async def _take(self, ws: ServerConnection) -> None:
        with suppress(ConnectionClosed):
            async for frame in ws:
                self.received += len(frame)


@contextmanager
def server(stack: ExitStack, number: int) -> Iterator[tuple[Cable, Server]]:
    line = stack.enter_context(cable(number))
    yield line, stack.enter_context(Server(line).running())


def dial(url: str, vendor: str) -> SocketDial:
    """Return what a vendor dials, as far as its pulse goes."""
    plain = SocketDial(vendor, url)
    return plain if vendor == "quick" else pulse.pinged(plain, vendor)


async def opened(served: Server, line: Cable, vendor: str) -> SocketTransport:
    dialler = SocketDialler(ssl.create_default_context, (line.there,))
    return await dialler.connect(dial(served.url, vendor))


async def speaking(transport: SocketTransport, state: dict[str, Any], pace: int = 1) -> None:
    """Send at so many times real time."""
    while not state.get("over"):
        await transport.send(pace * CHUNK)
        state["sent"] = state.get("sent", 0) + pace * len(CHUNK)
        await asyncio.sleep(CHUNK_SECONDS)


async def noticed(transport: SocketTransport) -> float:
    """Return when it is known that the line is gone."""
    try:
        while True:
            await transport.receive()
    except TransportClosed:
        return time.monotonic()


async def cut_line(case: str, vendor: str, served: Server, line: Cable) -> float:
    """Return how long it takes until a cut is noticed."""
    transport, state = await opened(served, line, vendor), {}  # type: ignore[var-annotated]
    how, _, talks = case.partition(", ")
    speaker = asyncio.create_task(speaking(transport, state)) if talks == "speaking" else None
    await asyncio.sleep(2.2)
    begun = time.monotonic()
    getattr(line, how)()
    found = await asyncio.wait_for(noticed(transport), 30) - begun
    state["over"] = True
    if speaker is not None:
        await asyncio.gather(speaker, return_exceptions=True)
    await transport.close()
    return found


CUTS = [
    (f"{how}, {talks}", vendor)
    for vendor in ("quick", "patient", "strict")
    for how in ("unplug", "swallow")
    for talks in ("speaking", "silent")
]


def test_a_dead_network_is_noticed_for_every_vendor(report: Report) -> None:
    """All at once, each over a cable of its own; `quick` is what every other vendor dials."""

    async def all_cut(ends: list[tuple[Cable, Server]]) -> list[float]:
        return await asyncio.gather(
            *(
                cut_line(case, vendor, served, line)
                for (case, vendor), (line, served) in zip(CUTS, ends, strict=True)
            )
        )

    with ExitStack() as stack:
        ends = [stack.enter_context(server(stack, number)) for number in range(len(CUTS))]
        times = asyncio.run(all_cut(ends))
    for (case, vendor), took in zip(CUTS, times, strict=True):
        report(
            "6", f"dead link ({vendor}; {case})", f"{took:.1f} s", f"{LIMIT:.0f} s",
            met=took <= LIMIT,
        )  # fmt: skip


async def standing_still(served: Server, line: Cable) -> tuple[float, int]:
    """Return how long a patient line lasted through 10 s of a computing server, and what came."""
    transport, state = await opened(served, line, "patient"), {}  # type: ignore[var-annotated]
    speaker = asyncio.create_task(speaking(transport, state, FLOOD))
    watcher = asyncio.create_task(noticed(transport))
    await asyncio.sleep(0.5)
    begun = time.monotonic()
    served.compute(10.0)
    done, _ = await asyncio.wait({watcher}, timeout=13.0)
    lasted = watcher.result() - begun if done else time.monotonic() - begun
    state["over"] = True
    await asyncio.gather(speaker, return_exceptions=True)
    await asyncio.sleep(0.5)
    watcher.cancel()
    await transport.close()
    return lasted, state["sent"] - served.received


def test_a_server_that_computes_for_ten_seconds_is_left_alone(report: Report) -> None:
    with ExitStack() as stack, server(stack, 0) as (line, served):
        lasted, missing = asyncio.run(standing_still(served, line))
    report(
        "6", "computing server, network fine: line lasted", f"{lasted:.1f} s", "13 s",
        met=lasted >= 12.9,
    )  # fmt: skip
    report("6", "computing server: bytes lost", str(missing), "0", met=missing == 0)


async def computing_and_cut(served: Server, line: Cable) -> float:
    """Return how long it takes to notice a cut while the server computes."""
    transport, state = await opened(served, line, "patient"), {}  # type: ignore[var-annotated]
    speaker = asyncio.create_task(speaking(transport, state, FLOOD))
    await asyncio.sleep(0.5)
    served.compute(10.0)
    await asyncio.sleep(2.0)
    begun = time.monotonic()
    line.unplug()
    took = await asyncio.wait_for(noticed(transport), 60) - begun
    state["over"] = True
    await asyncio.gather(speaker, return_exceptions=True)
    await transport.close()
    return took


def test_a_dead_network_is_noticed_while_the_server_computes(report: Report) -> None:
    with ExitStack() as stack, server(stack, 0) as (line, served):
        took = asyncio.run(computing_and_cut(served, line))
    report(
        "6", "dead link while the server computes (patient)", f"{took:.1f} s", f"{LIMIT:.0f} s",
        met=took <= LIMIT,
    )  # fmt: skip


async def hanging(served: Server, line: Cable) -> float:
    """Return how long it takes to notice a strict server that neither reads nor answers."""
    transport, state = await opened(served, line, "strict"), {}  # type: ignore[var-annotated]
    speaker = asyncio.create_task(speaking(transport, state))
    await asyncio.sleep(0.5)
    begun = time.monotonic()
    served.compute(10.0)
    took = await asyncio.wait_for(noticed(transport), 60) - begun
    state["over"] = True
    await asyncio.gather(speaker, return_exceptions=True)
    await transport.close()
    return took


def test_a_strict_server_that_hangs_is_given_up(report: Report) -> None:
    with ExitStack() as stack, server(stack, 0) as (line, served):
        took = asyncio.run(hanging(served, line))
    report(
        "6", "hanging server noticed (strict)", f"{took:.1f} s", f"{LIMIT:.0f} s",
        met=took <= LIMIT,
    )  # fmt: skip
