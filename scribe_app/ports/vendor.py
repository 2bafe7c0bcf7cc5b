"""A speech vendor: a manifest that says what it can do and a codec that talks like it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from scribe_app.domain.capabilities import AudioForm, Capabilities, EndOfStream
from scribe_app.domain.events import VendorEvent
from scribe_app.domain.faults import Fault
from scribe_app.ports.clock import Clock
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dial, Frame


@dataclass(frozen=True, slots=True)
class Field:
    """A credential or a setting that a vendor asks for; a form is made from it.

    `default` is shown while nothing was typed; with `choices` only those may be chosen;
    `optional` may stay empty.
    """

    key: str
    label: str
    secret: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()
    optional: bool = False
    help: str = ""


@dataclass(frozen=True, slots=True)
class Model:
    """A model by the vendor's own name; no `languages` means all of the manifest's."""

    id: str
    languages: tuple[str, ...] = ()
    experimental: bool = False


@dataclass(frozen=True, slots=True)
class SignIn:
    """A form whose answers are traded for a secret and then forgotten."""

    label: str
    fields: tuple[Field, ...]
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything the engine and the window need to know of a vendor.

    `models` in the order of preference, `typed_models` where any other name may be typed;
    `chunk_samples` is how much audio goes in one call of the codec, `pace` the fastest speed
    relative to real time at which the vendor takes audio (0 for no limit); `greets` whether it
    says that it is ready, `ready_seconds` how long that may take; `drain_seconds` how long it may
    stay mute once the audio has ended; `mute_seconds` how much speech may go unanswered before
    the line counts as stuck (0: never); `note_seconds` how long it may write a note;
    `connections` how many lines it lets one account have at once, of which the second fills a
    backlog while the first goes on with what is being said; `remark` one honest sentence for the
    window.
    """

    id: str
    name: str
    models: tuple[Model, ...]
    languages: tuple[str, ...]
    capabilities: Capabilities
    typed_models: bool = False
    audio: AudioForm = AudioForm.PCM
    end: EndOfStream = EndOfStream.MESSAGE
    chunk_samples: int = 1600
    pace: float = 1.0
    greets: bool = True
    ready_seconds: float = 10.0
    drain_seconds: float = 10.0
    mute_seconds: float = 30.0
    note_seconds: float = 120.0
    connections: int = 1
    remark: str = ""
    credentials: tuple[Field, ...] = ()
    settings: tuple[Field, ...] = ()
    sign_in: SignIn | None = None

    @property
    def spoken_name(self) -> str:
        """Return how a sentence names the vendor."""
        return "The speech engine" if self.capabilities.on_device else self.name

    def model(self, name: str) -> Model | None:
        """Return the model of that name, also one that was typed; None where it cannot be."""
        known = next((model for model in self.models if model.id == name), None)
        return known or (Model(name) if self.typed_models and name else None)

    def model_for(self, language: str) -> str:
        """Return the first model that takes a language, the first of all where none does."""
        fits = (model for model in self.models if language in self.languages_of(model))
        return next(fits, self.models[0]).id

    def languages_of(self, model: Model) -> tuple[str, ...]:
        """Return the languages that a model takes."""
        return model.languages or self.languages


@dataclass(frozen=True, slots=True)
class VendorSettings:
    """What the clinician chose for one vendor; `values` holds every setting, defaults too."""

    model: str
    language: str
    values: Mapping[str, str] = field(default_factory=dict)
    template: str = ""


class Codec(Protocol):
    """One connection's conversation, sans-IO: frames in, events out.

    Times in events are seconds since the first sample of the connection and utterance ids are the
    vendor's own; the driver puts both on the consultation's clock.
    """

    @property
    def ignored(self) -> int:
        """Return how many messages so far made no sense and were passed over."""

    def opened(self) -> Iterable[Frame]:
        """Return what is sent as soon as the line is open."""

    def follows(self, said: str) -> None:
        """Take note of the words that stand before the audio to come; most vendors cannot."""

    def ready(self) -> Iterable[Frame]:
        """Return what is sent, before any audio, once the vendor is ready."""

    def audio(self, pcm: bytes) -> Iterable[Frame]:
        """Return the frames for a stretch of mono 16-bit 16 kHz samples."""

    def request_note(self) -> Iterable[Frame]:
        """Return the frames that ask for a note; none where the vendor writes none."""

    def finish(self) -> Iterable[Frame]:
        """Return the frames that say the audio has ended, what was held back first."""

    def drained(self, quiet: float) -> bool:
        """Return whether all is answered, `quiet` seconds after `finish` and the last frame."""

    def receive(self, frame: Frame) -> Iterable[VendorEvent]:
        """Return what a frame means; never raises, whatever the server sends."""

    def closed(self, code: int, reason: str) -> Fault | None:
        """Return the fault behind a close, none for a normal one."""


class Vendor(Protocol):
    """A speech vendor; one small file and one line in the registry.

    `secrets` holds the credentials by their field's key, where there are any.
    """

    @property
    def manifest(self) -> Manifest:
        """Return what the vendor can do."""

    async def dial(self, settings: VendorSettings, secrets: Mapping[str, str], http: Http) -> Dial:
        """Return where to connect; raises `ScribeError`."""

    def refused(self, status: int, retry_after: float) -> Fault:
        """Return the fault behind a handshake that was answered with an HTTP status."""

    def codec(self, settings: VendorSettings, clock: Clock) -> Codec:
        """Return a codec for one connection."""

    def forewarning(
        self, settings: VendorSettings, secrets: Mapping[str, str], wall_seconds: float
    ) -> Fault | None:
        """Return what can be seen, without calling, to go wrong: a missing or expired key."""

    async def sign_in(
        self,
        settings: VendorSettings,
        secrets: Mapping[str, str],
        answers: Mapping[str, str],
        http: Http,
    ) -> Mapping[str, str]:
        """Return the secrets that the answers of the sign-in form buy; raises `ScribeError`."""
