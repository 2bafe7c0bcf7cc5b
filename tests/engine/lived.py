"""A consultation of numbered words in virtual time: the line, and its vendors' simulators."""

import asyncio
import ssl
from collections.abc import Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from typing import Any
from unittest.mock import patch

from scribe_app.app.choosing import Chooser, Wishes
from scribe_app.app.credentials import Credentials
from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.domain.folding import fold
from scribe_app.domain.session import Signal
from scribe_app.engine.line import Line, Served
from scribe_app.engine.reach import Choice, Reach
from scribe_app.engine.tap import Growth
from scribe_app.ports.http import HttpReply, HttpRequest
from scribe_app.ports.transport import Dial, Transport
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.network import sockets
from scribe_app.system.network.sockets import SocketDialler
from scribe_app.system.network.web import WebClient
from scribe_app.system.paths import profile
from scribe_app.system.settings import Settings
from scribe_app.vendors.registry import vendors
from tests.engine.vendors import language_of, pairs_of
from tests.fixtures.memory_log import MemoryLog
from tests.fixtures.virtual_time import VirtualLoop, run_virtually
from tests.simulators import Simulator
from tests.simulators.__main__ import secrets_of, settings_of
from tests.simulators.sound import noise, numbers, speech

STEP = 1600
"""Samples that are captured at once: a tenth of a second."""
WALL = 1_800_000_000.0
_FOREVER = 20_000.0
LONGEST = 150.0
"""Seconds that somebody waits, at the end, for what is still to go wrong: a vendor, the network."""

OFFLINE = ScribeError(Fault(FaultKind.TRANSPORT, True, "There is no network."))


@dataclass
class Lived:
    """What happened, in order of virtual time."""

    consultation: Consultation = field(default_factory=Consultation)
    events: list[tuple[float, ev.Event]] = field(default_factory=list)
    signals: list[tuple[float, Signal]] = field(default_factory=list)
    faults: list[tuple[float, Fault]] = field(default_factory=list)
    served: list[tuple[float, str]] = field(default_factory=list)
    dials: list[float] = field(default_factory=list)
    calls: list[float] = field(default_factory=list)
    lags: list[tuple[float, float]] = field(default_factory=list)
    ended: Served | None = None
    spoken: float = 0.0
    log: MemoryLog = field(default_factory=MemoryLog)

    @property
    def words(self) -> list[int]:
        """Return the numbers that stand in the transcript, in its order."""
        finals = self.consultation.transcript.finals
        return [number for each in finals for number in numbers(each.text)]

    @property
    def holes(self) -> tuple[tuple[float, float], ...]:
        return self.consultation.covered.holes(self.log.written / 16_000)

    # --- the line's owner -----------------------------------------------------------------------

    def record(self, event: ev.Event) -> None:
        self.events.append((_now(), event))
        self.consultation = fold(self.consultation, event)

    def signal(self, signal: Signal) -> None:
        self.signals.append((_now(), signal))

    def failing(self, fault: Fault) -> None:
        self.faults.append((_now(), fault))

    def served_by(self, choice: Choice) -> None:
        self.served.append((_now(), choice.vendor.manifest.id))


@dataclass(frozen=True, kw_only=True)
class Scene:
    """What is said, to whom, through what kind of network.

    `servers` in the clinician's order; `manifests` changes a vendor's by its id; `offline` are
    stretches of virtual time without a network; `before` begins with that many seconds of sound
    recorded already; `tail` seconds of quiet follow the words; until `wrong_until` the first
    vendor's credentials are wrong; `wall_error` is how wrong this computer's clock is;
    with `buys` the Live API's tokens are bought; `narrow` sockets hold as little as elsewhere.
    """

    servers: Sequence[Simulator]
    words: int = 24
    manifests: dict[str, dict[str, Any]] = field(default_factory=dict)
    values: Sequence[str] = ()
    offline: Sequence[tuple[float, float]] = ()
    before: float = 0.0
    tail: float = 1.0
    until_good: bool = True
    note: bool = False
    wrong_until: float = 0.0
    wall_error: float = 0.0
    buys: bool = False
    narrow: bool = False


class _Dialler:
    """Real sockets; none where the scene has no network."""

    def __init__(self, scene: Scene, lived: Lived) -> None:
        self._scene, self._lived = scene, lived
        self._sockets = SocketDialler(_no_tls)

    async def connect(self, dial: Dial) -> Transport:
        self._lived.dials.append(_now())
        if any(start <= _now() < end for start, end in self._scene.offline):
            raise OFFLINE
        return await self._sockets.connect(dial)  # type: ignore[arg-type]


class _Web:
    """Real requests; none where the scene has no network."""

    def __init__(self, scene: Scene, lived: Lived) -> None:
        self._scene, self._lived = scene, lived
        self._web = WebClient(_no_tls)

    async def send(self, request: HttpRequest) -> HttpReply:
        self._lived.calls.append(_now())
        if any(start <= _now() < end for start, end in self._scene.offline):
            raise OFFLINE
        return await self._web.send(request)


@dataclass(frozen=True)
class DirectReach(Reach):
    """Reads credentials without a thread, for which virtual time would not wait."""

    async def secrets(self, choice: Choice) -> Any:
        return choice.credentials()


def _no_tls() -> ssl.SSLContext:
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _now() -> float:
    return asyncio.get_running_loop().time()


def lived(scene: Scene, folder: Any) -> Lived:
    """Live through a scene.

    The kernel's own timers are real: where sockets hold little, time would jump over them.
    """
    waiting = sockets._WAITING_BYTES if scene.narrow else 1 << 20
    with patch.object(sockets, "_WAITING_BYTES", waiting):
        return run_virtually(_lived(scene, folder))


async def _lived(scene: Scene, folder: Any) -> Lived:
    loop = asyncio.get_running_loop()
    assert isinstance(loop, VirtualLoop)
    made = Lived()
    async with AsyncExitStack() as stack:
        for server in scene.servers:
            _set_clocks(server, loop)
            await stack.enter_async_context(server)
        growth = Growth()
        reach = DirectReach(_Web(scene, made), _Dialler(scene, made))
        choices = [_choice(scene, server, folder, loop) for server in scene.servers]
        line = Line(choices, reach, made.log, growth, made, loop, with_note=scene.note)
        speaking = asyncio.ensure_future(_spoken(scene, made, growth, line))
        try:
            async with asyncio.timeout(_FOREVER):
                made.ended = await line.run()
        finally:
            speaking.cancel()
            await asyncio.gather(speaking, return_exceptions=True)
        made.record(ev.Ended(made.ended.confirmed))
    return made


def _set_clocks(server: Simulator, loop: VirtualLoop) -> None:
    server.now = lambda: WALL + loop.time()
    if hasattr(server, "monotonic"):
        server.monotonic = loop.time


def _choice(scene: Scene, server: Simulator, folder: Any, loop: VirtualLoop) -> Choice:
    own = {each.manifest.id: each for each in vendors()}
    vendor = own[server.name]
    if hasattr(vendor, "_wall"):
        vendor._wall = vendor._office._wall = lambda: WALL + scene.wall_error + loop.time()
        vendor._office._clock = loop.time
    changes = scene.manifests.get(server.name, {})
    vendor.manifest = replace(vendor.manifest, **changes)  # type: ignore[misc]
    place = profile(folder)
    credentials = Credentials(MemorySecrets())
    for key, value in secrets_of(server).items():
        credentials.keep(vendor.manifest, key, value)
    bought = (f"token_url={settings_of(server)['token_url']}",) if scene.buys else ()
    values = (*pairs_of(server), *bought, *(scene.values if server is scene.servers[0] else ()))
    wishes = Wishes(server.name, None, language_of(server.name), values)
    chooser = Chooser(own, Settings(), wishes, place.models, credentials)
    chosen = chooser.choice(server.name, first=True)

    def read() -> dict[str, str]:
        right = dict(chosen.credentials())
        wrong = loop.time() < scene.wrong_until
        return {key: f"{value}-wrong" for key, value in right.items()} if wrong else right

    return replace(chosen, credentials=read)


async def _spoken(scene: Scene, made: Lived, growth: Growth, line: Line) -> None:
    pcm = speech(scene.words, tail=scene.tail)
    head = round(scene.before * 16_000) * 2
    made.log.append(pcm[:head])
    growth.grew()
    for at in range(head, len(pcm), STEP * 2):
        await _captured(pcm[at : at + STEP * 2], made, growth, line)
    made.spoken = _now()
    quiet = noise(0.1, 7)
    last = len(pcm) / 32_000 - scene.tail - 0.1
    while scene.until_good and _now() < made.spoken + LONGEST:
        if made.consultation.covered.unbroken >= last or not _faults_left(scene):
            break
        await _captured(quiet, made, growth, line)
    growth.end()


async def _captured(pcm: bytes, made: Lived, growth: Growth, line: Line) -> None:
    await asyncio.sleep(len(pcm) / 32_000)
    made.log.append(pcm)
    growth.grew()
    made.lags.append((_now(), line.lag))


def _faults_left(scene: Scene) -> bool:
    """Return whether the network is still to fail, or the first vendor's next connection will."""
    if any(_now() < end for _, end in scene.offline):
        return True
    server = scene.servers[0]
    script = server.faults
    faulty = len(script) if isinstance(script, Sequence) else 0
    return len(server.connections) <= faulty
