"""What every simulator has: sockets, connections, faults, the record of what the client did."""

import asyncio
import contextlib
import logging
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from types import TracebackType
from typing import Any, ClassVar, Self
from urllib.parse import parse_qsl, urlsplit

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.datastructures import Headers
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request as Handshake
from websockets.http11 import Response

from tests.simulators.faults import Faults, RestFaults, Script, chosen
from tests.simulators.link import Link
from tests.simulators.listening import Ears, Listener, Spoken
from tests.simulators.rest import Reply, Request, Rest
from tests.simulators.sound import Ear

_SILENT = logging.getLogger("tests.simulators")
_SILENT.setLevel(logging.CRITICAL + 1)


@dataclass(kw_only=True, eq=False)
class Simulator:
    """A vendor's server; use it with `async with`, or `with running(...)` from a plain test.

    `faults` and `rest_faults` may be one for all, a list by number, or a mapping; they may be
    changed while the server runs. `now` is the wall clock, in Unix seconds, of expiry; `latency`
    the seconds every answer takes; `pause` the silence that ends an utterance; without
    `keep_pcm` long audio takes no memory; with `small_buffers` hardly anything waits unread.
    """

    name: ClassVar[str] = ""

    faults: Script[Faults] = ()
    rest_faults: Script[RestFaults] = ()
    tls: ssl.SSLContext | None = field(default=None, repr=False)
    port: int = 0
    rest_port: int = 0
    latency: float = 0.0
    pause: float = 0.4
    ear: Ears = Ear
    now: Callable[[], float] = time.time
    ping_seconds: float | None = None
    keep_pcm: bool = True
    small_buffers: bool = False

    violations: list[str] = field(default_factory=list, init=False)
    connections: list[Link] = field(default_factory=list, init=False)
    requests: list[str] = field(default_factory=list, init=False)
    calls: list[str] = field(default_factory=list, init=False)
    errors: list[str] = field(default_factory=list, init=False)
    _server: Server | None = field(default=None, init=False, repr=False)
    _gone: asyncio.Event | None = field(default=None, init=False, repr=False)
    _links: dict[int, Link] = field(default_factory=dict, init=False, repr=False)
    _rest_faulted: int = field(default=0, init=False, repr=False)

    # What a vendor says for itself.

    def admit(self, link: Link) -> int:
        """Return 0, or the HTTP status (or, from 1000, the close code) that refuses a client."""
        raise NotImplementedError

    def select(self, offered: list[str]) -> str | None:
        """Return the subprotocol that is chosen."""
        return None

    def opened(self, link: Link) -> None:
        """Greet."""

    def audio(self, link: Link, frame: bytes) -> bytes:
        """Return the samples of a binary frame, nothing where it is not to be heard."""
        raise NotImplementedError

    def heard(self, link: Link, changed: list[Spoken]) -> None:
        """Answer to what was heard in a frame."""

    def text(self, link: Link, message: str) -> None:
        """Answer to a text frame."""
        self.violate(link, "text frame")

    def answer(self, request: Request) -> Reply:
        """Answer a web request."""
        return Reply(404, {})

    # What a test reads.

    @property
    def socket_base(self) -> str:
        """Return the address of the socket's port."""
        return f"{'wss' if self.tls else 'ws'}://127.0.0.1:{self.port}"

    @property
    def rest_base(self) -> str:
        """Return the address of the web service's port."""
        return f"{'https' if self.tls else 'http'}://127.0.0.1:{self.rest_port}"

    @property
    def all_heard(self) -> list[int]:
        """Return the numbers of all words heard, over all connections."""
        return [number for link in self.connections for number in link.heard]

    @property
    def audio_bytes(self) -> int:
        """Return how many bytes of audio frames came in, over all connections."""
        return sum(link.audio_bytes for link in self.connections)

    def pcm(self, number: int = -1) -> bytes:
        """Return all samples that one connection brought."""
        return bytes(self.connections[number].pcm)

    def violate(self, link: Link | None, what: str) -> None:
        """Record that the client broke a rule; the text never holds what it sent."""
        self.violations.append(f"connection {link.number}: {what}" if link else what)

    # The machinery.

    async def __aenter__(self) -> Self:
        self._gone = asyncio.Event()
        self._web = Rest(self._answered, self._rest_fault, lambda: self.now())
        self.rest_port = await self._web.open(self.rest_port, self.tls)
        self._server = await serve(
            self._served, "127.0.0.1", self.port,
            ssl=self.tls, process_request=self._handshake, select_subprotocol=self._select,
            compression=None, max_size=16 << 20,
            max_queue=2 if self.small_buffers else 16, open_timeout=None, close_timeout=0.5,
            ping_interval=self.ping_seconds, ping_timeout=None, logger=_SILENT,
        )  # fmt: skip
        listening = next(iter(self._server.sockets))
        self.port = listening.getsockname()[1]
        if self.small_buffers:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        assert self._gone is not None
        assert self._server is not None
        self._gone.set()
        await self._web.close()
        for link in self._links.values():
            link.hang_up_if_stuck()
        self._server.close()
        await self._server.wait_closed()
        if self.errors and error is None:
            raise RuntimeError("the simulator itself failed: " + "; ".join(self.errors))

    async def _handshake(self, ws: ServerConnection, request: Handshake) -> Response | None:
        url = urlsplit(request.path)
        headers = {name.lower(): value for name, value in request.headers.raw_items()}
        fault = chosen(self.faults, len(self.connections), Faults())
        link = Link(
            len(self.connections), url.path, dict(parse_qsl(url.query)), headers, fault,
            Listener(self.ear, pause=self.pause),
        )  # fmt: skip
        self.connections.append(link)
        if (response := await self._refused(ws, fault)) is not None:
            return response
        status = self.admit(link)
        if 0 < status < 1000:
            return _response(Faults(handshake=status))
        link.state["refused"] = status
        self._links[id(ws)] = link
        return None

    async def _refused(self, ws: ServerConnection, fault: Faults) -> Response | None:
        assert self._gone is not None
        if fault.mute_handshake:
            gone = asyncio.ensure_future(self._gone.wait())
            lost = asyncio.ensure_future(ws.wait_closed())
            _, waiting = await asyncio.wait([gone, lost], return_when=asyncio.FIRST_COMPLETED)
            for task in waiting:
                task.cancel()
        if fault.drop_handshake or fault.mute_handshake:
            ws.transport.abort()
            return _response(Faults(handshake=503))
        return _response(fault) if fault.handshake else None

    def _select(self, ws: ServerConnection, offered: Sequence[str]) -> Any:
        return self.select(list(offered))

    async def _served(self, ws: ServerConnection) -> None:
        link = self._links[id(ws)]
        pump = asyncio.ensure_future(link.pump(ws))
        try:
            await self._converse(link, ws)
        except ConnectionClosed:
            pass
        except Exception as error:  # whatever it is, the test has to see it
            self.errors.append(f"{type(error).__name__}: {error}")
            raise
        finally:
            pump.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await pump
            link.close_code = ws.close_code or link.close_code or 1006
            self._links.pop(id(ws), None)
            self.left(link)

    def left(self, link: Link) -> None:
        """Note that a connection is over."""

    async def _converse(self, link: Link, ws: ServerConnection) -> None:
        link.upgraded = True
        await asyncio.sleep(0)  # the pump has to run first
        if refused := link.state["refused"]:
            await ws.close(refused, "refused")
            return
        await self._strike_if_due(link)
        if not link.faults.never_ready:
            self.opened(link)
        began = asyncio.get_running_loop().time()
        async for frame in ws:
            await self._take(link, frame)
            await self._strike_if_due(link)
            fault = link.faults
            if fault.uplink and asyncio.get_running_loop().time() < began + fault.uplink_seconds:
                await asyncio.sleep(len(frame) / 32_000 / fault.uplink)

    async def _take(self, link: Link, frame: str | bytes) -> None:
        if isinstance(frame, str):
            link.texts.append(frame)
            self.text(link, frame)
        else:
            link.frames += 1
            link.audio_bytes += len(frame)
            self._listen(link, self.audio(link, frame))
        if code := link.state.pop("close", 0):
            await link.flush()
            await link.ws.close(code, link.state.pop("reason", ""))

    def _listen(self, link: Link, pcm: bytes) -> None:
        if not pcm:
            return
        if self.keep_pcm:
            link.pcm += pcm
        self.heard(link, link.feed(pcm))

    def end(self, link: Link, code: int, reason: str = "") -> None:
        """Close a connection once all that was said is sent."""
        link.state |= {"close": code, "reason": reason}

    async def _strike_if_due(self, link: Link) -> None:
        fault = link.faults
        if link.struck or not fault.is_due(len(link.heard), link.listener.seconds):
            return
        link.struck = True
        if fault.close:
            await link.flush()
            await link.ws.close(fault.close, fault.reason)
        if fault.drop:
            link.drop()
        link.mute = link.mute or fault.wedge or fault.vanish
        if fault.block_pings:
            link.block_pongs()
        if fault.vanish or fault.stop_reading:
            await self._deaf(link, 1e9 if fault.vanish else fault.stop_reading)

    async def _deaf(self, link: Link, seconds: float) -> None:
        assert self._gone is not None
        link.stop_reading()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._gone.wait(), seconds)
        link.read_again()

    def _rest_fault(self, request: Request) -> RestFaults:
        self.calls.append(f"{request.method} {request.path}")
        fault = chosen(self.rest_faults, self._rest_faulted, RestFaults())
        if fault.path not in request.path:
            return RestFaults()
        self._rest_faulted += 1
        return fault

    def _answered(self, request: Request) -> Reply:
        try:
            return self.answer(request)
        except Exception as error:  # whatever it is, the test has to see it
            self.errors.append(f"{type(error).__name__}: {error}")
            return Reply(500, {})


def _response(fault: Faults) -> Response | None:
    headers = Headers([("Content-Length", "0"), ("Connection", "close")])
    if fault.retry_after:
        headers["Retry-After"] = fault.retry_after
    if fault.location:
        headers["Location"] = fault.location
    return Response(fault.handshake, HTTPStatus(fault.handshake).phrase, headers, b"")
