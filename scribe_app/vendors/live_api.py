"""The Live API of a self-hosted server: a JWT, WAV chunks, speakers inside the text (seed 002)."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping

from scribe_app.domain import events as ev
from scribe_app.domain.capabilities import AudioForm, Capabilities, EndOfStream
from scribe_app.domain.faults import Fault
from scribe_app.domain.transcript import Utterance
from scribe_app.ports.clock import Clock
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dial, Frame, SocketDial
from scribe_app.ports.vendor import Field, Manifest, Model, VendorSettings
from scribe_app.vendors.common import reading
from scribe_app.vendors.common.bracketed import segments
from scribe_app.vendors.common.chunks import Cutter, Sent
from scribe_app.vendors.common.fields import address, audio, yes_or_no
from scribe_app.vendors.common.framing import Framing
from scribe_app.vendors.common.jwt import seconds_since_1970
from scribe_app.vendors.common.plain import PlainCodec, PlainVendor
from scribe_app.vendors.common.spread import spread
from scribe_app.vendors.common.token_route import with_query
from scribe_app.vendors.common.tokens import CREDENTIALS, TokenOffice

_IDLE_SECONDS, _LAST_SECONDS = 1.5, 10.0

MANIFEST = Manifest(
    id="live-api",
    name="Live API",
    models=(Model("default"),),
    languages=("nl", "en", "fr"),
    capabilities=Capabilities(speakers=True),
    audio=AudioForm.WAV_CHUNKS,
    end=EndOfStream.IDLE,
    pace=2.0,
    drain_seconds=60.0,
    mute_seconds=60.0,
    remark="Sends the sound to the server at this address, which keeps a copy of it.",
    credentials=CREDENTIALS,
    settings=(
        address("socket_url", "Socket address", "ws://localhost:8000/ws/transcribe"),
        Field("token_url", "Token address", optional=True, help="Empty: the token is pasted."),
        audio(AudioForm.WAV_CHUNKS, AudioForm.PCM),
        yes_or_no(
            "auth_in_address", "Token in the address", "Only for servers that want it there."
        ),
    ),
)


class LiveApi(PlainVendor):
    """Needs a token, or what buys one at the token address."""

    manifest = MANIFEST

    def __init__(self, wall: Callable[[], float] = time.time) -> None:
        self._wall = wall
        self._office = TokenOffice(MANIFEST.name, wall)

    async def dial(self, settings: VendorSettings, secrets: Mapping[str, str], http: Http) -> Dial:
        """Return the socket with its token in the header; raises `ScribeError`."""
        token = await self._office.token(settings.values["token_url"], secrets, http)
        url, headers = settings.values["socket_url"], [("Authorization", f"Bearer {token}")]
        if settings.values["auth_in_address"] == "yes":
            url, headers = with_query(url, {"token": token}), []
        # A server that computes on its own loop answers pings late: its words are its pulse.
        return SocketDial(MANIFEST.name, url, tuple(headers), ping_seconds=20, pong_seconds=60)

    def refused(self, status: int, retry_after: float) -> Fault:
        """Return the fault of a status; a token that was bought is not used again."""
        self._office.forget()
        return super().refused(status, retry_after)

    def forewarning(
        self, settings: VendorSettings, secrets: Mapping[str, str], wall_seconds: float
    ) -> Fault | None:
        """Return what is wrong with the token, read here without checking its signature."""
        return self._office.forewarning(settings.values["token_url"], secrets, wall_seconds)

    def codec(self, settings: VendorSettings, clock: Clock) -> "LiveApiCodec":
        """Return a codec for one connection."""
        return LiveApiCodec(settings.values["audio"], self._wall)


class LiveApiCodec(PlainCodec):
    """Chunks out, lines in; finds out whether times count from the chunk or from the start."""

    def __init__(self, form: str, wall: Callable[[], float]) -> None:
        super().__init__(MANIFEST.name)
        self._framing, self._wall = Framing(form), wall
        self._cutter, self._sent = Cutter(), Sent()
        self._messages = 0

    def audio(self, pcm: bytes) -> Iterable[Frame]:
        """Hold samples until a chunk is complete."""
        yield from self._out(self._cutter.push(pcm))

    def finish(self) -> Iterable[Frame]:
        """Send what is held; the server knows no end."""
        yield from self._out(self._cutter.flush())

    def drained(self, quiet: float) -> bool:
        """Return whether every loud chunk was answered, or silence has lasted long enough."""
        patience = 3 * self._sent.latency
        if self._sent.outstanding:
            return quiet >= max(_LAST_SECONDS, patience)
        return quiet >= max(_IDLE_SECONDS, patience / 2)

    def receive(self, frame: Frame) -> Iterable[ev.VendorEvent]:
        """Return what a message means; a transcription too shows that the server is ready."""
        message = reading.message(frame)
        match (message or {}).get("type"):
            case "session_init":
                yield ev.Ready()
            case "transcription" if message:
                yield ev.Ready()
                yield from self._lines(message)
            case "warning":
                return
            case _:
                self.ignored += 1

    def _out(self, chunk: bytes | None) -> Iterator[Frame]:
        if chunk is not None:
            self._sent.add(chunk, self._wall())
            yield self._framing.frame(chunk)

    def _lines(self, message: reading.Message) -> Iterator[ev.VendorEvent]:
        lines = segments(reading.text(message.get("text")))
        chunk = self._sent.answered(seconds_since_1970(message.get("timestamp")), self._wall())
        if chunk is None:
            return
        self._messages += 1
        times = [t for line in lines for t in (line.start, line.end) if t is not None]
        offset = self._sent.offset(chunk, times)
        for number, line in enumerate(lines):
            start = chunk.start if line.start is None else line.start + offset
            end = chunk.end if line.end is None else line.end + offset
            words = spread(line.text, start, end)
            name = f"{self._messages}.{number}"
            yield ev.Final(Utterance(name, start, end, line.text, line.speaker, words))
        yield ev.Progress(chunk.end)
