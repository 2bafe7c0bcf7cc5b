"""The line to a vendor: a socket, or a pipe to a process on this machine."""

from dataclasses import dataclass, field
from typing import Protocol

Frame = str | bytes
"""Text (JSON) or binary (audio), as in WebSocket."""


class TransportClosed(Exception):
    """The line is gone; `code` as in RFC 6455, 1006 where there was no goodbye."""

    def __init__(self, code: int = 1006, reason: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason


@dataclass(frozen=True, slots=True)
class SocketDial:
    """Where a WebSocket goes; `headers` may hold secrets and is kept out of repr."""

    url: str = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    subprotocols: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class PipeDial:
    """A helper process of this program, spoken to over its standard input and output.

    `model` is what it will load, so that whoever starts it can see to it that it is there.
    """

    program: str
    model: str = ""


Dial = SocketDial | PipeDial


class Transport(Protocol):
    """One open line; all methods run on the engine's loop."""

    async def send(self, frame: Frame) -> None:
        """Send one frame, waiting while the other side is slow; raises `TransportClosed`."""

    async def receive(self) -> Frame:
        """Return the next frame; raises `TransportClosed` when there will be none."""

    async def close(self) -> None:
        """Say goodbye and be gone within 2 s; safe to call twice."""


class Dialler(Protocol):
    """Opens lines."""

    async def connect(self, dial: Dial) -> Transport:
        """Open a line; raises `ScribeError` with the fault when it cannot."""
