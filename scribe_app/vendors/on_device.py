"""The recogniser on this machine: no account, no network; its line is a pipe to a child process."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from scribe_app.domain import events as ev
from scribe_app.domain.capabilities import AudioForm, Capabilities, EndOfStream
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.transcript import Status, Utterance, Word
from scribe_app.ports.clock import Clock
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dial, Frame, PipeDial
from scribe_app.ports.vendor import Manifest, Model, VendorSettings
from scribe_app.vendors.common import reading
from scribe_app.vendors.common.plain import PlainCodec, PlainVendor

MODELS = ("whisper-base", "whisper-small", "whisper-medium", "whisper-large-v3-turbo")
"""Those of the catalogue, which may or may not be on this computer."""

MANIFEST = Manifest(
    id="on-device",
    name="On this device",
    models=tuple(map(Model, MODELS)),
    languages=("nl", "en", "fr"),
    capabilities=Capabilities(partials=True, word_times=True, on_device=True),
    audio=AudioForm.PCM,
    end=EndOfStream.MESSAGE,
    chunk_samples=1600,
    pace=0.0,
    ready_seconds=60.0,
    drain_seconds=60.0,
    mute_seconds=0.0,
    remark=(
        "Works without an account and sends nothing anywhere. "
        "A larger model or a speech vendor hears better: check the text."
    ),
)

_STOPPED = Fault(FaultKind.VENDOR, True, "The speech engine on this device stopped.")


class OnDevice(PlainVendor):
    """The vendor that is always there."""

    manifest = MANIFEST

    async def dial(self, settings: VendorSettings, secrets: Mapping[str, str], http: Http) -> Dial:
        """Return the recogniser's process."""
        return PipeDial("recogniser", settings.model)

    def codec(self, settings: VendorSettings, clock: Clock) -> "OnDeviceCodec":
        """Return a codec for one run of the process."""
        return OnDeviceCodec(settings)


class OnDeviceCodec(PlainCodec):
    """Speaks the recogniser's messages; times are seconds since the connection's first sample."""

    def __init__(self, settings: VendorSettings) -> None:
        super().__init__(MANIFEST.name)
        self._settings = settings
        self._said = ""

    def opened(self) -> Iterable[Frame]:
        """Say which model to load (its folder is a setting) and which language to listen for."""
        folder = self._settings.values.get("folder", "")
        language = self._settings.language
        yield json.dumps({"type": "start", "model": folder, "language": language, "threads": 1})

    def follows(self, said: str) -> None:
        """Keep what was said before the audio: it is understood better for it."""
        self._said = said

    def ready(self) -> Iterable[Frame]:
        """Say what was said before the audio that comes."""
        if self._said:
            yield json.dumps({"type": "said", "text": self._said})

    def finish(self) -> Iterable[Frame]:
        """Say that the audio has ended."""
        yield json.dumps({"type": "finish"})

    def receive(self, frame: Frame) -> Iterable[ev.VendorEvent]:
        """Return what a message means; one that makes no sense means nothing."""
        try:
            event = _event(json.loads(frame))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OverflowError):
            self.ignored += 1
            return
        yield event

    def closed(self, code: int, reason: str) -> Fault | None:
        """Return the fault of a process that went away unasked."""
        return _STOPPED


def _event(message: dict[str, Any]) -> ev.VendorEvent:
    match message["type"]:
        case "ready":
            return ev.Ready(reading.text(message.get("model")))
        case "partial":
            return ev.Partial(_utterance(message, "partial", Status.PARTIAL))
        case "final":
            return ev.Final(_utterance(message, str(message["id"]), Status.FINAL))
        case "progress":
            return ev.Progress(_number(message["until"]))
        case "ended":
            return ev.Ended(confirmed=True)
        case "fault":
            return ev.Degraded(_fault(message))
        case _:
            raise ValueError


def _utterance(message: dict[str, Any], utterance_id: str, status: Status) -> Utterance:
    return Utterance(
        id=utterance_id,
        start=_number(message["start"]),
        end=max(_number(message["start"]), _number(message["end"])),
        text=reading.text(message["text"]),
        words=tuple(_word(word) for word in message.get("words", ())),
        status=status,
    )


def _word(word: dict[str, Any]) -> Word:
    start = _number(word["start"])
    end = max(start, _number(word["end"]))
    return Word(reading.text(word["text"]), start, end, reading.confidence(word))


def _number(value: Any) -> float:
    number = reading.seconds(value)
    if number is None:
        raise ValueError
    return number


def _fault(message: dict[str, Any]) -> Fault:
    kind = FaultKind(message.get("kind", "vendor"))
    retryable = kind not in (FaultKind.CONFIGURATION, FaultKind.STORAGE)
    return Fault(kind, retryable, reading.text(message["sentence"]))
