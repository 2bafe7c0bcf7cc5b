"""WebSocket lines to vendors: pinged, bounded in size, never redirected, closed within 2 s."""

import asyncio
import logging
import socket
import ssl
from collections.abc import Callable, Collection
from typing import Any

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import (
    ConnectionClosed,
    InvalidHandshake,
    InvalidProxy,
    InvalidProxyMessage,
    InvalidProxyStatus,
    InvalidStatus,
    InvalidURI,
    ProxyError,
)
from websockets.http11 import Response
from websockets.typing import Subprotocol

from scribe_app.ports.transport import Frame, HandshakeRefused, SocketDial, TransportClosed
from scribe_app.system.network import lifeline
from scribe_app.system.network.addresses import is_loopback, socket_host
from scribe_app.system.network.names import look_up_aside
from scribe_app.system.network.retry_after import retry_after
from scribe_app.system.network.trouble import (
    bad_address,
    not_understood,
    proxy_refused,
    proxy_unusable,
    unreachable,
)

_OPEN_SECONDS = 8.0
_CLOSE_SECONDS = 1.0
_GOODBYE_SECONDS = 1.8
_MOST_BYTES = 16 << 20
_WAITING_BYTES = 8 << 10
"""What may wait in this program, and about as much in the system, before sending waits: half a
second of sound, so that a ping is not held up behind it, and what was sent was mostly received."""
_ABNORMAL = 1006


def _mute_logger() -> logging.Logger:
    """Return a logger that says nothing: the library's would write frames and headers."""
    logger = logging.getLogger("scribe.websockets")
    logger.disabled = True
    return logger


class _Straight(connect):
    """A connection that goes where it was told, or nowhere."""

    def process_redirect(self, exc: Exception) -> Exception | str:
        return exc


class SocketDialler:
    """Opens WebSockets; the TLS context is made when the first secure one is wanted."""

    def __init__(
        self, context: Callable[[], ssl.SSLContext], plain_hosts: Collection[str] = ()
    ) -> None:
        self._context = context
        self._plain_hosts = plain_hosts

    async def connect(self, dial: SocketDial) -> "SocketTransport":
        """Open a line; raises `HandshakeRefused`, or `ScribeError` with the fault."""
        host = socket_host(dial.url, dial.vendor, self._plain_hosts)
        look_up_aside()
        try:
            connection = await _Straight(dial.url, **self._options(dial, host))
            return SocketTransport(connection, taking=dial.is_prompt)
        except InvalidStatus as error:
            raise _refused(error.response, dial.vendor) from error
        except (InvalidProxy, InvalidProxyMessage, InvalidProxyStatus, ProxyError) as error:
            raise proxy_refused(dial.vendor) from error
        except ImportError as error:  # of what a SOCKS proxy would need
            raise proxy_unusable(dial.vendor) from error
        except InvalidHandshake as error:
            if isinstance(error.__cause__, EOFError):
                raise unreachable(error, dial.vendor) from error
            raise not_understood(dial.vendor) from error
        except (OSError, TimeoutError) as error:
            raise unreachable(error, dial.vendor) from error
        except (InvalidURI, ValueError) as error:
            raise bad_address(dial.vendor) from error

    def _options(self, dial: SocketDial, host: str) -> dict[str, Any]:
        options: dict[str, Any] = {
            "additional_headers": dial.headers,
            "user_agent_header": "Scribe",
            "subprotocols": [Subprotocol(each) for each in dial.subprotocols] or None,
            "compression": None,  # audio does not shrink
            "open_timeout": _OPEN_SECONDS,
            "ping_interval": dial.ping_seconds,
            "ping_timeout": dial.pong_seconds,
            "close_timeout": _CLOSE_SECONDS,
            "max_size": _MOST_BYTES,
            "write_limit": _WAITING_BYTES,
            "logger": _mute_logger(),
        }
        if is_loopback(host):
            options["proxy"] = None
        if dial.url.lower().startswith("wss:"):
            options["ssl"] = self._context()
        return options


class SocketTransport:
    """One open WebSocket; a server that is not `taking` all the time may stand still, computing."""

    def __init__(self, connection: ClientConnection, *, taking: bool = True) -> None:
        self._connection = connection
        self._watch: asyncio.Task[None] | None = None
        sock = connection.transport.get_extra_info("socket")
        lifeline.guard(sock, taking=taking)
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _WAITING_BYTES)
        if not taking and lifeline.can_watch():
            watching = lifeline.watch(sock, connection.transport.abort)
            self._watch = asyncio.create_task(watching, name="lifeline")

    async def send(self, frame: Frame) -> None:
        """Send one frame, waiting while the other side is slow; raises `TransportClosed`."""
        try:
            await self._connection.send(frame)
        except ConnectionClosed as closed:
            raise _gone(closed) from closed

    async def receive(self) -> Frame:
        """Return the next frame; raises `TransportClosed` when there will be none."""
        try:
            return await self._connection.recv()
        except ConnectionClosed as closed:
            raise _gone(closed) from closed

    async def check(self, seconds: float) -> None:
        """Ask for a pong, and hang up without one."""
        try:
            async with asyncio.timeout(seconds):
                await (await self._connection.ping())
        except (TimeoutError, ConnectionClosed):
            self._connection.transport.abort()

    async def close(self) -> None:
        """Say goodbye and be gone within 2 s; safe to call twice."""
        if self._watch is not None:
            self._watch.cancel()
        try:
            async with asyncio.timeout(_GOODBYE_SECONDS):
                await self._connection.close()
        except TimeoutError:
            self._connection.transport.abort()


def _refused(response: Response, vendor: str) -> Exception:
    """Return the error of an answer that opens no line; one of success is a web page's."""
    if 200 <= response.status_code < 300:
        return not_understood(vendor)
    wait = retry_after(response.headers.get("Retry-After", ""))
    return HandshakeRefused(response.status_code, wait)


def _gone(closed: ConnectionClosed) -> TransportClosed:
    received = closed.rcvd
    if received is None:
        return TransportClosed(_ABNORMAL)
    return TransportClosed(received.code, received.reason)
