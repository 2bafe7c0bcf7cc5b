"""Juvoly V1: a session, a socket whose path is the key to it, sentences by number (seed 000)."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from scribe_app.domain import events as ev
from scribe_app.domain.capabilities import AudioForm, Capabilities, EndOfStream
from scribe_app.domain.transcript import Utterance
from scribe_app.ports.clock import Clock
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dial, Frame, SocketDial
from scribe_app.ports.vendor import Field, Manifest, Model, VendorSettings
from scribe_app.vendors.common import juvoly, reading
from scribe_app.vendors.common.episodes import note_from
from scribe_app.vendors.common.fields import address, audio, connections
from scribe_app.vendors.common.ids_in_time import IdsInTime
from scribe_app.vendors.common.plain import PlainVendor

_COMPLETED = frozenset({"completed", "complete", "final", "finals"})
_BUFFERED = frozenset({"buffered", "buffer", "pending", "partial"})
_DEPTH = 4

MANIFEST = Manifest(
    id="juvoly-v1",
    name="Juvoly V1",
    models=(Model("large"),),
    languages=("nl",),
    capabilities=Capabilities(
        partials=True,
        word_times=True,
        speakers=True,
        notes=True,
        templates=("soap", "meeting", "dictation"),
    ),
    audio=AudioForm.WAV_STREAM,
    end=EndOfStream.IDLE,
    pace=juvoly.PACE,
    drain_seconds=juvoly.CAP_SECONDS,
    mute_seconds=juvoly.MUTE_SECONDS,
    connections=2,
    remark=juvoly.REMARK,
    credentials=(juvoly.API_KEY, juvoly.CLIENT_ID),
    settings=(
        address("rest_url", "Sessions address", "https://ai.juvoly.nl/api/authentication"),
        address("socket_url", "Socket address", "wss://ai.juvoly.nl/ws/speech"),
        audio(AudioForm.WAV_STREAM, AudioForm.WAV_CHUNKS, AudioForm.PCM),
        connections(2),
        Field(
            "episode_count",
            "Problems in the note",
            optional=True,
            choices=("", *map(str, range(1, 11))),
            help="Empty lets Juvoly decide.",
        ),
    ),
)


class JuvolyV1(PlainVendor):
    """Needs an API key and a client ID."""

    manifest = MANIFEST

    async def dial(self, settings: VendorSettings, secrets: Mapping[str, str], http: Http) -> Dial:
        """Create a session and return its socket; raises `ScribeError`."""
        self.require(settings, secrets)
        url = settings.values["rest_url"].rstrip("/") + "/session"
        key = secrets["api_key"]
        client, session = await juvoly.session(MANIFEST.name, url, secrets, key, http)
        socket = settings.values["socket_url"].rstrip("/")
        return SocketDial(MANIFEST.name, f"{socket}/{quote(client)}/{quote(session)}")

    def codec(self, settings: VendorSettings, clock: Clock) -> "JuvolyV1Codec":
        """Return a codec for one session."""
        return JuvolyV1Codec(settings)


class JuvolyV1Codec(juvoly.JuvolyCodec):
    """Completed sentences by `idx`, what is pending replaced whole; tolerant of wrappers."""

    def __init__(self, settings: VendorSettings) -> None:
        super().__init__(MANIFEST.name, settings.values["audio"])
        self._settings = settings
        self._ids = IdsInTime()

    def request_note(self) -> Iterable[Frame]:
        """Ask for the note in the chosen template; without a count of episodes no key is sent."""
        request: dict[str, object] = {
            "modelSize": self._settings.model,
            "template": self._settings.template or "soap",
        }
        if (count := self._settings.values["episode_count"]).isdecimal():
            request["episodeCount"] = int(count)
        yield json.dumps({"type": "summarize", "request": request})

    def receive(self, frame: Frame) -> Iterable[ev.VendorEvent]:
        """Return what a message means."""
        message = reading.message(frame)
        match (message or {}).get("type"):
            case "ready":
                yield ev.Ready()
            case "transcript" if message:
                yield from self._transcript(message)
            case "summarization" if message:
                yield ev.NoteDraft(note_from(message))
            case _:
                self.ignored += 1

    def _transcript(self, message: reading.Message) -> Iterator[ev.VendorEvent]:
        for each in self._utterances(message, _COMPLETED):
            yield from self.taken(each, is_final=True)
        if any(True for _ in reading.nested(message, _BUFFERED, _DEPTH)):
            pending = list(self._utterances(message, _BUFFERED))
            yield from self.lines.show(pending, all_of_them=True)

    def _utterances(self, message: reading.Message, keys: frozenset[str]) -> Iterator[Utterance]:
        """Yield sentences; one without number and start is known by its text and occurrence."""
        said: Counter[str] = Counter()
        for value in reading.nested(message, keys, _DEPTH):
            for sentence in _sentences(value):
                words = reading.words(sentence.get("words"), "word")
                text = reading.text(sentence.get("sentence")) or " ".join(w.text for w in words)
                start, end = self.span(sentence, words)
                said[text] += 1
                number = reading.label(sentence.get("idx"))
                if number is None and (words or reading.seconds(sentence.get("start"))):
                    number = f"@{start:.2f}"
                name = self._ids.named(number, start, text) if number else f"{text}#{said[text]}"
                speaker = reading.label(sentence.get("speaker"))
                yield Utterance(name, start, end, text, speaker, words)


def _sentences(value: object) -> list[reading.Message]:
    """Return sentence objects of a list, of one object, or of a plain string."""
    if isinstance(value, str):
        return [{"sentence": value}]
    if isinstance(value, list):
        return [each if isinstance(each, dict) else {"sentence": each} for each in value]
    return reading.objects(value)
