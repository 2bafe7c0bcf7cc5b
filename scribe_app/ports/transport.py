"""The line to a vendor: a socket, or a pipe to a process on this machine."""

from dataclasses import dataclass, field
from typing import Protocol

_PROMPT_SECONDS = 6.0

Frame = str | bytes
"""Text (JSON) or binary (audio), as in WebSocket."""


class TransportClosed(Exception):
    """The line is gone; `code` as in RFC 6455, 1006 where there was no goodbye."""

    def __init__(self, code: int = 1006, reason: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.reason = reason


class HandshakeRefused(Exception):
    """The other side answered, but opened no line: HTTP `status`, Retry-After in seconds."""

    def __init__(self, status: int, retry_after: float = 0.0) -> None:
        super().__init__(status)
        self.status = status
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class SocketDial:
    """Where a WebSocket goes; what may hold secrets is kept out of repr.

    `vendor` is the name that a sentence about a failure uses.
    A ping goes out every `ping_seconds`; one that is not answered within `pong_seconds` means
    that the line is dead. `good_for` is how many seconds the credential in it lasts, 0 where
    nobody knows.
    """

    vendor: str
    url: str = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    subprotocols: tuple[str, ...] = field(default=(), repr=False)
    ping_seconds: float = 2.0
    pong_seconds: float = 2.5

    @property
    def is_prompt(self) -> bool:
        """Return whether the server should answer within seconds, computing or not."""
        return self.ping_seconds + self.pong_seconds <= _PROMPT_SECONDS

    good_for: float = 0.0


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

    async def check(self, seconds: float) -> None:
        """End the line unless the other side answers within so many seconds; never raises."""

    async def close(self) -> None:
        """Say goodbye and be gone within 2 s; safe to call twice."""


class Dialler(Protocol):
    """Opens lines."""

    async def connect(self, dial: Dial) -> Transport:
        """Open a line; raises `HandshakeRefused`, or `ScribeError` with the fault."""
