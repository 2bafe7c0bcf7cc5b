"""One connection as the server saw it: what came in, and how messages go out."""

import asyncio
import contextlib
import json
from dataclasses import dataclass, field
from typing import Any

from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed
from websockets.frames import Opcode

from tests.simulators.faults import Faults
from tests.simulators.hostile import Raw, Sample, hostile
from tests.simulators.listening import Listener, Spoken

Payload = str | bytes | Raw


@dataclass(eq=False)
class Link:
    """A connection: `heard` are the numbers of the words in the order they were heard.

    `pcm` is all audio that was decoded, `frames` counts binary frames; `close_code` is the
    code the client or the server closed with, 1006 where there was no goodbye, 0 while open.
    """

    number: int
    path: str
    query: dict[str, str] = field(repr=False)
    headers: dict[str, str] = field(repr=False)
    faults: Faults = field(repr=False)
    listener: Listener = field(repr=False)
    heard: list[int] = field(default_factory=list)
    frames: int = 0
    audio_bytes: int = 0
    pcm: bytearray = field(default_factory=bytearray, repr=False)
    texts: list[str] = field(default_factory=list, repr=False)
    upgraded: bool = False
    greeted: bool = False
    struck: bool = False
    mute: bool = False
    close_code: int = 0
    sent: int = 0
    state: dict[str, Any] = field(default_factory=dict, repr=False)
    _ws: ServerConnection | None = field(default=None, repr=False)
    _queue: "asyncio.Queue[Payload]" = field(default_factory=asyncio.Queue, repr=False)
    _arrived: asyncio.Event = field(default_factory=asyncio.Event, repr=False)
    _late: int = field(default=0, repr=False)
    _swap: bool = field(default=False, repr=False)

    @property
    def ws(self) -> ServerConnection:
        """Return the socket."""
        assert self._ws is not None
        return self._ws

    def say(self, message: object, *, after: float = 0.0, sample: Sample | None = None) -> None:
        """Queue a message (text and bytes go out as they are); a `sample` marks transcripts."""
        whole: Payload = message if isinstance(message, str | bytes | Raw) else json.dumps(message)
        if sample is not None:
            after += self._hold()
            if (bad := self._next_hostile(sample)) is not None:
                self._put(bad, after)
            if self.faults.duplicated:
                self._put(whole, after)
        self._put(whole, after)

    async def pump(self, ws: ServerConnection) -> None:
        """Send what is queued, until cancelled."""
        self._ws = ws
        while True:
            payload = await self._queue.get()
            with contextlib.suppress(ConnectionClosed):
                if not self.mute:
                    await self._send(payload)
            self._queue.task_done()

    async def flush(self) -> None:
        """Wait until all that was said is sent."""
        while self._late:
            self._arrived.clear()
            await self._arrived.wait()
        await self._queue.join()

    def feed(self, pcm: bytes) -> list[Spoken]:
        """Take samples, note the words in them, and return the utterances that changed."""
        before = len(self.listener.said)
        changed = self.listener.feed(pcm)
        self.heard += [heard.number for heard in self.listener.said[before:]]
        return changed

    def hang_up_if_stuck(self) -> None:
        """Let go of a client that would not see a proper goodbye."""
        if self.struck and self._ws is not None:
            self._ws.transport.abort()

    def block_pongs(self) -> None:
        """Answer no more pings."""
        protocol = self.ws.protocol
        send = protocol.send_frame

        def sieve(frame: Any) -> None:
            if frame.opcode is not Opcode.PONG:
                send(frame)

        protocol.send_frame = sieve  # type: ignore[method-assign]

    def drop(self) -> None:
        """Hang up in the middle of a frame."""
        self.mute = True
        self.ws.transport.write(b"\x81\x7d" + b'{"type":"tra')
        self.ws.transport.abort()

    def stop_reading(self) -> None:
        """Take no more bytes off the wire."""
        self.ws.transport.pause_reading()

    def read_again(self) -> None:
        """Take bytes off the wire again."""
        if not self.ws.transport.is_closing():
            self.ws.transport.resume_reading()

    def _hold(self) -> float:
        self._swap = not self._swap
        return 0.1 if self.faults.reordered and self._swap else 0.0

    def _next_hostile(self, sample: Sample) -> Payload | None:
        if not self.faults.hostile:
            return None
        name = self.faults.hostile[self.state.setdefault("hostile", 0) % len(self.faults.hostile)]
        self.state["hostile"] += 1
        return hostile(name, sample)

    def _put(self, payload: Payload, after: float) -> None:
        if after <= 0:
            self._queue.put_nowait(payload)
            return
        self._late += 1
        asyncio.get_running_loop().call_later(after, self._put_late, payload)

    def _put_late(self, payload: Payload) -> None:
        self._late -= 1
        self._arrived.set()
        self._queue.put_nowait(payload)

    async def _send(self, payload: Payload) -> None:
        self.sent += 1
        if isinstance(payload, Raw):
            await self.ws.send(payload.text, text=True)
        elif self.faults.fragments > 1 and isinstance(payload, str):
            size = max(1, -(-len(payload) // self.faults.fragments))
            await self.ws.send([payload[at : at + size] for at in range(0, len(payload), size)])
        else:
            await self.ws.send(payload)
