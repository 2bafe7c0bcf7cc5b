"""Juvoly V2: a session, a socket with subprotocols, utterances by id, information (seed 001)."""

import json
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote

from scribe_app.domain import events as ev
from scribe_app.domain.capabilities import AudioForm, Capabilities, EndOfStream
from scribe_app.domain.transcript import Utterance
from scribe_app.ports.clock import Clock
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dial, Frame, SocketDial
from scribe_app.ports.vendor import Field, Manifest, Model, SignIn, VendorSettings
from scribe_app.vendors.common import juvoly, reading
from scribe_app.vendors.common.episodes import note_from
from scribe_app.vendors.common.fields import address, audio, choice, connections
from scribe_app.vendors.common.plain import PlainVendor

_DUTCH = ("nl",)

MANIFEST = Manifest(
    id="juvoly-v2",
    name="Juvoly V2",
    models=(
        Model("generic", _DUTCH),
        Model("multilingual"),
        Model("kolibri", _DUTCH, experimental=True),
        Model("radiology", _DUTCH),
    ),
    languages=("nl", "en", "fr", "de", "es", "it", "pt", "tr", "ar", "pl"),
    typed_models=True,
    capabilities=Capabilities(
        partials=True, word_times=True, notes=True, information=True, templates=("soep",)
    ),
    audio=AudioForm.PCM,
    end=EndOfStream.IDLE,
    pace=juvoly.PACE,
    drain_seconds=juvoly.CAP_SECONDS,
    mute_seconds=juvoly.MUTE_SECONDS,
    connections=2,
    remark=juvoly.REMARK,
    credentials=(
        juvoly.API_KEY,
        juvoly.CLIENT_ID,
        Field("user_key", "user API key", secret=True, optional=True, help="From signing in."),
    ),
    settings=(
        address("rest_url", "Service address", "https://services.juvoly.nl/api/v2/rest"),
        address("socket_url", "Socket address", "wss://services.juvoly.nl/api/v2/socket"),
        audio(AudioForm.PCM, AudioForm.WAV_STREAM),
        connections(2),
        choice("subprotocol", "Subprotocol", "v2.juvoly", "v1.juvoly", hint="v1: servers of 2024."),
        choice(
            "information_mode",
            "Codes and links",
            "merge",
            "replace",
            hint="Whether newer ones are added to the former or replace them.",
        ),
    ),
    sign_in=SignIn(
        "Sign in to Juvoly",
        (Field("email", "E-mail"), Field("password", "Password", secret=True)),
        "Gets your own key with your Juvoly subscription; the password is not kept.",
    ),
)


class JuvolyV2(PlainVendor):
    """Needs the organisation's API key and a client ID; a user's own key goes before the first."""

    manifest = MANIFEST

    async def dial(self, settings: VendorSettings, secrets: Mapping[str, str], http: Http) -> Dial:
        """Create a session and return its socket; raises `ScribeError`."""
        self.require(settings, secrets)
        url = settings.values["rest_url"].rstrip("/") + "/session"
        key = secrets.get("user_key") or secrets["api_key"]
        client, session = await juvoly.session(MANIFEST.name, url, secrets, key, http)
        socket = f"{settings.values['socket_url'].rstrip('/')}/{quote(settings.model, safe='')}"
        query = "?encoding=PCM" if settings.values["audio"] == AudioForm.PCM else ""
        protocols = (settings.values["subprotocol"], client, session)
        return SocketDial(MANIFEST.name, socket + query, (), protocols)

    def codec(self, settings: VendorSettings, clock: Clock) -> "JuvolyV2Codec":
        """Return a codec for one session."""
        return JuvolyV2Codec(settings)

    async def sign_in(
        self,
        settings: VendorSettings,
        secrets: Mapping[str, str],
        answers: Mapping[str, str],
        http: Http,
    ) -> Mapping[str, str]:
        """Trade e-mail and password for the user's own key; raises `ScribeError`."""
        self.require(settings, secrets)
        url = settings.values["rest_url"].rstrip("/") + "/auth/user-api-key"
        key = await juvoly.user_key(MANIFEST.name, url, secrets, answers, http)
        return {"user_key": key}


class JuvolyV2Codec(juvoly.JuvolyCodec):
    """Utterances by id, completed or not; information merges, every summary is a version."""

    def __init__(self, settings: VendorSettings) -> None:
        super().__init__(MANIFEST.name, settings.values["audio"])
        self._replaces = settings.values["information_mode"] == "replace"

    def ready(self) -> Iterable[Frame]:
        """Subscribe to information: after ready, since nothing may be sent before it."""
        yield json.dumps({"type": "subscribe", "subscription": {"type": "information"}})

    def request_note(self) -> Iterable[Frame]:
        """Ask for the SOEP note."""
        yield json.dumps({"type": "summarizeSoep"})

    def receive(self, frame: Frame) -> Iterable[ev.VendorEvent]:
        """Return what a message means."""
        message = reading.message(frame)
        match (message or {}).get("type"):
            case "ready":
                yield ev.Ready()
            case "transcript" if message:
                yield from self._transcript(message)
            case "summarySoep" if message:
                yield ev.NoteDraft(note_from(message))
            case "information" if message:
                found = reading.information(message, MANIFEST.name)
                yield ev.InformationReplaced(found) if self._replaces else found
            case _:
                self.ignored += 1

    def _transcript(self, message: reading.Message) -> Iterator[ev.VendorEvent]:
        value = message.get("utterance")
        name = reading.label(value.get("id")) if isinstance(value, dict) else None
        if not isinstance(value, dict) or name is None:
            self.ignored += 1
            return
        words = reading.words(value.get("words"), "word")
        text = reading.text(value.get("sentence"))
        is_final = message.get("completed") is True
        start, end = self.span(value, words)
        utterance = Utterance(name, start, end, text, None, words)
        yield from self.taken(utterance, is_final=is_final)
