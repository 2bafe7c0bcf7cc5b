"""Voxist: a token, a socket with the language in its address, raw samples (seed 003)."""

import json
from collections.abc import Iterable, Iterator, Mapping

from scribe_app.domain import events as ev
from scribe_app.domain.capabilities import Capabilities
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.ports.clock import Clock
from scribe_app.ports.http import Http, HttpRequest
from scribe_app.ports.transport import Dial, Frame, SocketDial
from scribe_app.ports.vendor import Field, Manifest, Model, VendorSettings
from scribe_app.vendors.common import reading
from scribe_app.vendors.common.begun_words import utterance_of
from scribe_app.vendors.common.fields import address, choice, connections, yes_or_no
from scribe_app.vendors.common.nameless import Nameless
from scribe_app.vendors.common.open_lines import OpenLines
from scribe_app.vendors.common.plain import PlainCodec, RenewingVendor
from scribe_app.vendors.common.token_route import routed, with_query
from scribe_app.vendors.common.vocabulary import vocabulary

_PRODUCTION, _STAGING = "api-asr.voxist.com", "asr-staging-dev.voxist.com"
_SOCKET = f"wss://{_PRODUCTION}/ws"
_NEWER = tuple(Model(f"fr-medicalV2-{size}", ("fr",)) for size in (16, 32, 64))
_AFTER_DONE, _AFTER_FINAL, _CAP_SECONDS = 0.5, 1.0, 10.0

MANIFEST = Manifest(
    id="voxist",
    name="Voxist",
    models=(Model("fr-medical", ("fr",)), Model("general"), *_NEWER),
    languages=("fr", "nl", "en", "de", "es", "it", "pt"),
    capabilities=Capabilities(partials=True, word_times=True),
    pace=1.25,
    greets=False,
    drain_seconds=_CAP_SECONDS + 2,
    connections=2,
    remark="Sends the sound of the consultation to Voxist; its Dutch is general, not medical.",
    credentials=(
        Field("api_key", "API key", secret=True, optional=True, help="For production."),
        Field("staging_api_key", "staging API key", secret=True, optional=True),
    ),
    settings=(
        choice("environment", "Environment", "production", "staging"),
        address("rest_url", "Service address", f"https://{_PRODUCTION}"),
        address("socket_url", "Socket address", _SOCKET),
        choice("engine", "Engine", "voxist-rt-2", "voxist-rt"),
        connections(2),
        yes_or_no("direct_key", "Key in the address", "Not a token; keys end up in logs."),
        choice("punctuation_mode", "Punctuation", "Generated", "Dictated"),
        Field("vocabulary", "Own words", optional=True, help="heard = written; at most 100."),
        yes_or_no("eof", "Old end message", "For self-hosted gateways of before 2026."),
    ),
)


class Voxist(RenewingVendor):
    """Needs an API key for production or for staging."""

    manifest = MANIFEST

    def needed(self, settings: VendorSettings) -> tuple[str, ...]:
        """Return the key of the environment."""
        return ("staging_api_key" if settings.values["environment"] == "staging" else "api_key",)

    async def dial(self, settings: VendorSettings, secrets: Mapping[str, str], http: Http) -> Dial:
        """Fetch a token and return its socket with the language added; raises `ScribeError`."""
        self.require(settings, secrets)
        vocabulary(MANIFEST.name, settings.values["vocabulary"])
        key, socket = secrets[self.needed(settings)[0]], _address(settings, "socket_url")
        more = {"lang": _language(settings), "sample_rate": "16000"}
        if settings.values["direct_key"] == "yes":
            return SocketDial(MANIFEST.name, with_query(socket, {"api_key": key} | more))
        rest = _address(settings, "rest_url").rstrip("/")
        url = f"{rest}/websocket?engine={settings.values['engine']}"
        headers = (("Accept", "application/json"), ("X-LVL-KEY", key))
        request = HttpRequest(MANIFEST.name, "GET", url, headers)
        url, lasts = await routed(request, socket, _SOCKET, http)
        return SocketDial(MANIFEST.name, with_query(url, more), good_for=lasts)

    def codec(self, settings: VendorSettings, clock: Clock) -> "VoxistCodec":
        """Return a codec for one connection."""
        self.was_refused = False
        return VoxistCodec(settings)


class VoxistCodec(PlainCodec):
    """Segments by number; `Done` ends the audio, and any of four things the answer."""

    def __init__(self, settings: VendorSettings) -> None:
        super().__init__(MANIFEST.name, by_language=True)
        self._values, self._language = settings.values, _language(settings)
        self._lines = OpenLines()
        self._newest, self._nameless = 0.0, Nameless()
        self._said_done = self._is_done = self._final_after_done = False

    def opened(self) -> Iterable[Frame]:
        """Send the configuration; the vocabulary in it replaces any former one."""
        mode, own = self._values["punctuation_mode"], self._values["vocabulary"]
        config = {"lang": self._language, "sample_rate": 16_000, "punctuation_mode": mode}
        yield json.dumps({"config": config | vocabulary(MANIFEST.name, own)})

    def finish(self) -> Iterable[Frame]:
        """Say `Done`, once; it spends the socket."""
        self._said_done = True
        yield "Done"
        if self._values["eof"] == "yes":
            yield json.dumps({"eof": 1})

    def drained(self, quiet: float) -> bool:
        """Return whether it said `Done!`, or a last final, or nothing for 10 s with none open."""
        if self._is_done:
            return quiet >= _AFTER_DONE
        wait = _AFTER_FINAL if self._final_after_done else _CAP_SECONDS
        return self._lines.is_empty and quiet >= wait

    def receive(self, frame: Frame) -> Iterable[ev.VendorEvent]:
        """Return what a message means; `Done!` is no JSON, and says that ours was heard."""
        if self._said_done and isinstance(frame, str) and frame.strip() == "Done!":
            self._is_done = True
            return
        message = reading.message(frame)
        match (message or {}).get("type"):
            case "partial" | "final" as kind if message:
                yield from self._transcript(message, is_final=kind == "final")
            case "error":
                yield ev.Degraded(Fault(FaultKind.VENDOR, True, "Voxist reports an error."))
            case other if other != "redirect":  # which is between the gateway and itself
                self.ignored += 1

    def _transcript(self, message: reading.Message, *, is_final: bool) -> Iterator[ev.VendorEvent]:
        name = reading.label(message.get("segment"))
        utterance = utterance_of(message, name or "", self._newest)
        if name is None:
            utterance = self._nameless.named(utterance, is_final=is_final)
        if is_final:
            self._newest = max(self._newest, utterance.end)
            self._final_after_done = self._said_done
        yield from self._lines.take(utterance, is_final=is_final)


def _address(settings: VendorSettings, key: str) -> str:
    # The production host stands for that of the environment.
    host = _STAGING if settings.values["environment"] == "staging" else _PRODUCTION
    return settings.values[key].replace(_PRODUCTION, host)


def _language(settings: VendorSettings) -> str:
    return settings.language if settings.model == "general" else settings.model
