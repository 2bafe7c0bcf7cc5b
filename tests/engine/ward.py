"""Patients one after another, and a vendor that answers late: what is shown of whom."""

import asyncio
import json
from random import Random
from typing import Any

from scribe_app.domain import events as ev
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.session import Phase, Signal
from scribe_app.engine.books import Books
from scribe_app.engine.line import Line
from scribe_app.engine.reach import Choice
from scribe_app.engine.tap import Growth
from scribe_app.ports.desk import EngineLabel, Snapshot
from scribe_app.ports.transport import Dial, Frame, TransportClosed
from scribe_app.ports.vendor import VendorSettings
from scribe_app.vendors.on_device import OnDevice
from tests.engine.lived import DirectReach
from tests.fixtures.memory_log import MemoryLog
from tests.fixtures.scripted import NoWeb
from tests.fixtures.virtual_time import VirtualLoop, run_virtually


class Owner:
    """A consultation as the engine keeps it: its books, which publish to the one window."""

    def __init__(self, number: int, publish: Any, observer: Any) -> None:
        self.books = Books(number, EngineLabel(), publish, observer)
        self.signal, self.record = self.books.signal, self.books.record
        self.failing = self.books.failing

    @property
    def consultation(self) -> Any:
        return self.books.snapshot.consultation

    def served_by(self, choice: Choice) -> None:
        self.books.show(engine=EngineLabel(choice.vendor.manifest.name))


class LateVendor:
    """Says a patient's name after every chunk, seconds too late, whether or not it was closed."""

    def __init__(self, name: str, random: Random) -> None:
        self._name, self._random = name, random
        self._frames: asyncio.Queue[Frame | None] = asyncio.Queue()
        self._seconds = 0.0
        self._loop = asyncio.get_running_loop()

    async def send(self, frame: Frame) -> None:
        if isinstance(frame, bytes):
            start, self._seconds = self._seconds, self._seconds + len(frame) / 32_000
            self._later({"type": self._random.choice(("final", "partial", "progress"))}, start)
        elif json.loads(frame)["type"] == "start":
            self._say({"type": "ready", "model": "late"})
        else:
            self._later({"type": "ended"}, self._seconds)

    def _later(self, message: dict[str, Any], start: float) -> None:
        message |= {"id": start, "text": self._name, "start": start, "end": self._seconds}
        message |= {"until": self._seconds}
        self._loop.call_later(self._random.uniform(0.0, 4.0), self._say, message)

    def _say(self, message: dict[str, Any]) -> None:
        self._frames.put_nowait(json.dumps(message))

    async def receive(self) -> Frame:
        frame = await self._frames.get()
        if frame is None:
            raise TransportClosed
        return frame

    async def check(self, seconds: float) -> None:
        """Be there."""

    async def close(self) -> None:
        """Be closed, and talk on."""


class Ward:
    """One patient after another; everything that the window is ever shown."""

    def __init__(self, seed: int, loop: VirtualLoop) -> None:
        self.random = Random(seed)
        self.shown: list[Snapshot] = []
        self.told: list[tuple[int, ev.Event]] = []
        self._loop = loop
        self._open: tuple[Owner, asyncio.Task[Any]] | None = None

    async def connect(self, dial: Dial) -> LateVendor:
        await asyncio.sleep(self.random.uniform(0.0, 1.0))
        return LateVendor(self._name, self.random)

    async def begin(self, number: int) -> None:
        """Close the former consultation, as the engine does, and begin the next."""
        await self.end()
        self._name = f"patient{number}"
        owner = Owner(number, self.shown.append, lambda event: self.told.append((number, event)))
        owner.signal(Signal.CAPTURE_BEGAN)
        log, growth = MemoryLog(), Growth()
        log.append(bytes(32_000 * self.random.randint(1, 4)))
        choice = Choice(OnDevice(), VendorSettings("whisper-base", "en"))
        line = Line([choice], DirectReach(NoWeb(), self), log, growth, owner, self._loop)
        if self.random.random() < 0.5:
            growth.end()
        self._open = (owner, asyncio.ensure_future(line.run()))

    async def end(self) -> None:
        if self._open is None:
            return
        owner, line = self._open
        if self.random.random() < 0.5:
            owner.books.close()  # first the books, or first the line: both must do
        line.cancel()
        await asyncio.gather(line, return_exceptions=True)
        owner.books.close()
        owner.failing(Fault(FaultKind.TRANSPORT, True, "Too late."))
        owner.signal(Signal.LINK_GONE)


async def lived(seed: int) -> Ward:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    ward = Ward(seed, loop)
    for number in (1, 2, 3):
        await ward.begin(number)
        await asyncio.sleep(ward.random.uniform(0.0, 5.0))
    await asyncio.sleep(10.0)
    await ward.end()
    return ward


def check(orders: range) -> None:
    """Live through random orders; nothing of one patient may show with another."""
    seen = 0
    for seed in orders:
        ward = run_virtually(lived(seed))
        numbers = [snapshot.number for snapshot in ward.shown]
        assert numbers == sorted(numbers), seed
        for snapshot in ward.shown:
            transcript = snapshot.consultation.transcript
            said = {each.text for each in transcript.utterances}
            assert said <= {f"patient{snapshot.number}"}, seed
            seen += bool(said)
        assert [number for number, _ in ward.told] == sorted(n for n, _ in ward.told), seed
        assert all(s.state.phase is not Phase.IDLE for s in ward.shown)
    assert seen > len(orders)
