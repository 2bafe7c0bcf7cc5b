"""One run of a client, as a program of its own so that only its processor time counts.

Run as a program: a task as JSON on standard input; one line of JSON out. The engine's run leaves
the frames it sent in a file, the bare loop sends those again, each when the same sample came in.
"""

import asyncio
import json
import pickle
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from websockets.asyncio.client import connect

from scribe_app.app.choosing import Wishes
from scribe_app.app.collector import spare_what_is_loaded
from scribe_app.app.follow import Follower
from scribe_app.app.wiring import Workshop
from scribe_app.domain import commands as cmd
from scribe_app.ports.audio import Intake
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.network.sockets import SocketTransport
from scribe_app.system.paths import profile

BLOCK = 640
"""Bytes: 20 ms, what a sound card hands over at a time."""
STEADY = 5 * 32_000
"""Bytes: until then modules are loaded, the line is dialled and what waited goes out late."""


class Microphone:
    """Hands over blocks in real time, and remembers when and at which cost."""

    name = "bench"

    def __init__(self, pcm: bytes) -> None:
        self._pcm = pcm
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self.offered: list[float] = []
        self.cpu: list[float] = []

    def open(self, intake: Intake) -> None:
        self.play(intake.offer, lambda: intake.ended(None))

    def play(self, offer: Callable[[bytes], object], end: Callable[[], None]) -> None:
        def run() -> None:
            begun = time.monotonic()
            self.cpu.append(time.process_time())
            for number, at in enumerate(range(0, len(self._pcm), BLOCK)):
                if at == STEADY:
                    self.cpu.append(time.process_time())
                self._closing.wait(max(0.0, begun + (number + 1) * 0.02 - time.monotonic()))
                self.offered.append(time.monotonic())
                offer(self._pcm[at : at + BLOCK])
            self.cpu.append(time.process_time())
            end()

        self._thread = threading.Thread(target=run, daemon=True)
        self._thread.start()

    def convert(self, block: bytes) -> bytes:
        return block

    def close(self) -> None:
        self._closing.set()
        if self._thread not in (None, threading.current_thread()):
            self._thread.join()  # type: ignore[union-attr]

    def result(self, sent: list[tuple[int, float]]) -> dict[str, Any]:
        """Return CPU seconds of the start and of an hour after it, and the delays after it.

        A frame's delay counts from when its newest sample came in.
        """
        last, (begun, steady, ended) = len(self.offered) - 1, self.cpu
        hours = (len(self._pcm) - STEADY) / 32_000 / 3600
        late = [each for each in sent if each[0] > STEADY]
        delays = [at - self.offered[min(last, (bytes_in - 1) // BLOCK)] for bytes_in, at in late]
        return {"start": steady - begun, "hour": (ended - steady) / hours, "delays": delays}


def engine(task: dict[str, Any]) -> dict[str, Any]:
    """Record with the whole engine."""
    source = Microphone(Path(task["pcm"]).read_bytes())
    name, fed, sent, frames = task["vendor"], [0], [], []
    wishes = Wishes(name, None, task["language"], tuple(task["values"]), (), False)
    workshop = Workshop(profile(Path(task["folder"])), wishes, MemorySecrets())
    vendor: Any = workshop.vendors[name]
    for key, value in task["secrets"].items():
        workshop.credentials.keep(vendor.manifest, key, value)
    make_codec, send = vendor.codec, SocketTransport.send

    def codec(*arguments: Any) -> Any:
        made = make_codec(*arguments)
        audio = made.audio

        def counted(pcm: bytes) -> Any:
            fed[0] += len(pcm)
            return audio(pcm)

        made.audio = counted
        return made

    async def noted(self: SocketTransport, frame: str | bytes) -> None:
        if isinstance(frame, bytes):  # as it is handed over: how fast it is read is the server's
            sent.append((fed[0], time.monotonic()))
            frames.append((fed[0], frame))
        await send(self, frame)

    vendor.codec, SocketTransport.send = codec, noted  # type: ignore[method-assign]
    made = workshop.engine(lambda _: source)
    spare_what_is_loaded()  # as every command does that records
    with Follower(made) as follower:
        follower.engine.submit(cmd.Start())
        done = follower.finished()
    assert done.fault is None, done.fault
    Path(task["frames"]).write_bytes(pickle.dumps(frames))
    return source.result(sent[:-1])  # the last is what was held back for the end


def bare(task: dict[str, Any]) -> dict[str, Any]:
    """Send the same frames with nothing but the library."""
    source = Microphone(Path(task["pcm"]).read_bytes())
    frames = pickle.loads(Path(task["frames"]).read_bytes())  # noqa: S301  (our own)
    sent: list[tuple[int, float]] = []

    async def run() -> None:
        loop = asyncio.get_running_loop()
        blocks: asyncio.Queue[bytes | None] = asyncio.Queue()

        def put(block: bytes | None) -> None:
            loop.call_soon_threadsafe(blocks.put_nowait, block)

        async with connect(task["sink"], compression=None, max_size=16 << 20, proxy=None) as ws:
            source.play(put, lambda: put(None))
            received = 0
            while (block := await blocks.get()) is not None:
                received += len(block)
                while frames and frames[0][0] <= received:
                    bytes_in, frame = frames.pop(0)
                    sent.append((bytes_in, time.monotonic()))
                    await ws.send(frame)

    asyncio.run(run())
    return source.result(sent)


if __name__ == "__main__":
    given = json.loads(sys.stdin.read())
    print(json.dumps({"engine": engine, "bare": bare}[given["as"]](given)))
