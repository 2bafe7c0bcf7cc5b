"""A web server of a page and a half: one request a connection, any method, body of known size."""

import asyncio
import base64
import binascii
import contextlib
import json
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import formatdate
from http import HTTPStatus
from urllib.parse import parse_qsl, urlsplit

from tests.simulators.faults import RestFaults

_LARGEST = 1 << 20


@dataclass(frozen=True, slots=True)
class Request:
    """What was asked; header names in lower case."""

    method: str
    path: str
    query: dict[str, str] = field(repr=False)
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)

    @property
    def json(self) -> object:
        """Return the body as JSON, None where it is none."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None

    @property
    def form(self) -> dict[str, str]:
        """Return the body as a form."""
        return dict(parse_qsl(self.body.decode("utf-8", "replace")))

    @property
    def basic(self) -> tuple[str, str] | None:
        """Return name and password of Basic authorization, None where there is none."""
        scheme, _, value = self.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "basic":
            return None
        try:
            name, colon, password = base64.b64decode(value, validate=True).decode().partition(":")
        except (binascii.Error, UnicodeDecodeError):
            return None
        return (name, password) if colon else None


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer: a status and JSON."""

    status: int = 200
    value: object = None


Answer = Callable[[Request], Reply]
Fault = Callable[[Request], RestFaults]


class Rest:
    """Serves `answer` on a port of its own."""

    def __init__(self, answer: Answer, fault: Fault, now: Callable[[], float]) -> None:
        self._answer = answer
        self._now = now
        self._fault = fault
        self._server: asyncio.Server | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self.errors: list[str] = []

    async def open(self, port: int, context: ssl.SSLContext | None) -> int:
        """Listen, and return on which port."""
        self._server = await asyncio.start_server(self._accept, "127.0.0.1", port, ssl=context)
        return int(self._server.sockets[0].getsockname()[1])

    async def close(self) -> None:
        """Stop, whatever is going on."""
        if self._server is not None:
            self._server.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._tasks.add(task)
        try:
            await self._converse(reader, writer)
        except (OSError, asyncio.IncompleteReadError, ValueError, asyncio.CancelledError):
            writer.transport.abort()
        finally:
            writer.close()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
            self._tasks.discard(task)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        request = await _read(reader)
        fault = self._fault(request)
        await asyncio.sleep(fault.delay)
        if fault.hang_up:
            return
        reply = self._answer(request) if not fault.status else Reply(fault.status, {})
        body = b"" if reply.value is None else json.dumps(reply.value).encode()
        if fault.body is not None:
            body = fault.body
        if fault.huge:
            body = b"[" + b" " * (8 << 20) + b"]"
        writer.write(_head(reply.status, fault, len(body), self._now()) + body)
        await writer.drain()


async def _read(reader: asyncio.StreamReader) -> Request:
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
    method, target, _ = lines[0].split(" ")
    pairs = (line.partition(":") for line in lines[1:] if line)
    headers = {name.strip().lower(): value.strip() for name, _, value in pairs}
    size = min(int(headers.get("content-length", "0")), _LARGEST)
    url = urlsplit(target)
    body = await reader.readexactly(size)
    return Request(method, url.path, dict(parse_qsl(url.query)), headers, body)


def _head(status: int, fault: RestFaults, size: int, now: float) -> bytes:
    lines = [f"HTTP/1.1 {status} {HTTPStatus(status).phrase}"]
    lines += ["Content-Type: application/json", f"Content-Length: {size}", "Connection: close"]
    lines.append(f"Date: {formatdate(now, usegmt=True)}")
    if fault.retry_after:
        lines.append(f"Retry-After: {fault.retry_after}")
    if fault.location:
        lines.append(f"Location: {fault.location}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode()
