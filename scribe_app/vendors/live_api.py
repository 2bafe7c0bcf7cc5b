"""The Live API of a self-hosted server: a JWT, WAV chunks, speakers inside the text (seed 002)."""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from scribe_app.domain import events as ev
from scribe_app.domain.capabilities import AudioForm, Capabilities, EndOfStream
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.transcript import Utterance
from scribe_app.ports.clock import Clock
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dial, Frame, SocketDial
from scribe_app.ports.vendor import Field, Manifest, Model, VendorSettings
from scribe_app.vendors.common import reading
from scribe_app.vendors.common.bracketed import segments
from scribe_app.vendors.common.cutter import Cutter
from scribe_app.vendors.common.fields import address, audio, connections
from scribe_app.vendors.common.framing import Framing
from scribe_app.vendors.common.jwt import unix_seconds
from scribe_app.vendors.common.plain import PlainCodec, PlainVendor
from scribe_app.vendors.common.pulse import patience, pinged
from scribe_app.vendors.common.sent import Sent
from scribe_app.vendors.common.spread import spread
from scribe_app.vendors.common.token_route import with_query
from scribe_app.vendors.common.tokens import CREDENTIALS, IN_ADDRESS, Seconds, TokenOffice

_IDLE_SECONDS, _LAST_SECONDS, _LONGEST_SECONDS = 1.5, 10.0, 50.0

MANIFEST = Manifest(
    id="live-api",
    name="Live API",
    models=(Model("default"),),
    languages=("nl", "en", "fr"),
    capabilities=Capabilities(speakers=True),
    audio=AudioForm.WAV_CHUNKS,
    end=EndOfStream.IDLE,
    pace=2.0,
    chunk_samples=4800,  # chunks last seconds: the engine need not wake for every tenth of one
    drain_seconds=60.0,
    mute_seconds=60.0,
    connections=2,
    remark="Sends the sound to the server at this address, which keeps a copy of it.",
    credentials=CREDENTIALS,
    settings=(
        address("socket_url", "Socket address", "ws://localhost:8000/ws/transcribe"),
        Field("token_url", "Token address", optional=True, help="Empty: the token is pasted."),
        audio(AudioForm.WAV_CHUNKS, AudioForm.PCM),
        connections(2),
        patience(),
        IN_ADDRESS,
    ),
)


class LiveApi(PlainVendor):
    """Needs a token, or what buys one at the token address."""

    manifest = MANIFEST

    def __init__(self, wall: Seconds = time.time, clock: Seconds = time.monotonic) -> None:
        self._wall = wall
        self._office = TokenOffice(MANIFEST.name, wall, clock)

    async def dial(self, settings: VendorSettings, secrets: Mapping[str, str], http: Http) -> Dial:
        """Return the socket with its token in the header; raises `ScribeError`."""
        token = await self._office.token(settings.values["token_url"], secrets, http)
        url, headers = settings.values["socket_url"], [("Authorization", f"Bearer {token}")]
        if settings.values["auth_in_address"] == "yes":
            url, headers = with_query(url, {"token": token}), []
        dial = SocketDial(MANIFEST.name, url, tuple(headers), good_for=self._office.lasts)
        return pinged(dial, settings.values["patience"])

    def refused(self, status: int, retry_after: float) -> Fault:
        """Return the fault of a status; a bought token that is refused is bought once more."""
        fault = super().refused(status, retry_after)
        if fault.kind is FaultKind.AUTH and self._office.forget():
            return replace(fault, retryable=True)
        return fault

    def forewarning(
        self, settings: VendorSettings, secrets: Mapping[str, str], wall_seconds: float
    ) -> Fault | None:
        """Return what is wrong with the token, read here without checking its signature."""
        return self._office.forewarning(settings.values["token_url"], secrets, wall_seconds)

    def codec(self, settings: VendorSettings, clock: Clock) -> "LiveApiCodec":
        """Return a codec for one connection."""
        began = self._wall() - clock.now()  # a wall clock that is set meanwhile changes nothing
        return LiveApiCodec(settings.values["audio"], lambda: began + clock.now())


class LiveApiCodec(PlainCodec):
    """Chunks out, lines in; finds out whether times count from the chunk or from the start."""

    def __init__(self, form: str, now: Seconds) -> None:
        super().__init__(MANIFEST.name)
        self._framing, self._now = Framing(form), now
        self._cutter, self._sent = Cutter(), Sent()
        self._is_ready, self._named = False, 0
        self._seen: set[tuple[float | None, str]] = set()

    def audio(self, pcm: bytes) -> Iterable[Frame]:
        """Hold samples until a chunk is complete."""
        yield from self._out(self._cutter.push(pcm))

    def finish(self) -> Iterable[Frame]:
        """Send what is held; the server knows no end."""
        yield from self._out(self._cutter.flush())

    def drained(self, quiet: float) -> bool:
        """Return whether every loud chunk was answered, or silence has lasted long enough."""
        least, share = (_LAST_SECONDS, 1.0) if self._sent.outstanding else (_IDLE_SECONDS, 0.5)
        return quiet >= max(least, share * min(3 * self._sent.latency, _LONGEST_SECONDS))

    def receive(self, frame: Frame) -> Iterable[ev.VendorEvent]:
        """Return what a message means; a transcription too shows that the server is ready."""
        message = reading.message(frame)
        match (message or {}).get("type"):
            case "session_init" | "transcription" as kind if message:
                if not self._is_ready:
                    self._is_ready = True
                    yield ev.Ready()
                if kind == "transcription":
                    yield from self._lines(message)
            case other if other != "warning":
                self.ignored += 1

    def _out(self, chunk: bytes | None) -> Iterator[Frame]:
        if chunk is not None:
            self._sent.add(chunk, self._now())
            yield self._framing.frame(chunk)

    def _lines(self, message: reading.Message) -> Iterator[ev.VendorEvent]:
        said, stamp = reading.text(message.get("text")), unix_seconds(message.get("timestamp"))
        lines = segments(said)
        times = [each.span for each in lines]
        is_new = (stamp, said) not in self._seen
        chunk = self._sent.answered(stamp, self._now(), times) if is_new else None
        if chunk is None:
            self.ignored += 1
            return
        if stamp is not None:
            self._seen.add((stamp, said))
        for line, (start, end) in zip(lines, self._sent.placed(chunk, times), strict=True):
            self._named += 1
            words = spread(line.text, start, end)
            yield ev.Final(Utterance(str(self._named), start, end, line.text, line.speaker, words))
        yield ev.Progress(chunk.end)
