"""A speech vendor: a manifest that says what it can do and a codec that talks like it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from scribe_app.domain.capabilities import AudioForm, Capabilities, EndOfStream
from scribe_app.domain.events import VendorEvent
from scribe_app.domain.faults import Fault
from scribe_app.ports.transport import Dial, Frame


@dataclass(frozen=True, slots=True)
class Field:
    """A credential or a setting that a vendor asks for; a form is made from it."""

    key: str
    label: str
    secret: bool = False
    default: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything the engine and the window need to know of a vendor.

    `chunk_samples` is how much audio goes in one frame, `pace` the fastest speed relative to real
    time at which the vendor takes audio (0 for no limit), `ready_seconds` how long it may take to
    say it is ready, `drain_seconds` how long it may stay mute once the audio has ended, `remark`
    one honest sentence for the window.
    """

    id: str
    name: str
    models: tuple[str, ...]
    languages: tuple[str, ...]
    capabilities: Capabilities
    audio: AudioForm = AudioForm.PCM
    end: EndOfStream = EndOfStream.MESSAGE
    chunk_samples: int = 1600
    pace: float = 1.0
    ready_seconds: float = 10.0
    drain_seconds: float = 10.0
    remark: str = ""
    credentials: tuple[Field, ...] = ()
    settings: tuple[Field, ...] = ()


@dataclass(frozen=True, slots=True)
class VendorSettings:
    """What the clinician chose for one vendor."""

    model: str
    language: str
    values: Mapping[str, str] = field(default_factory=dict)


class Codec(Protocol):
    """One connection's conversation, sans-IO: frames in, events out.

    Times in events are seconds since the first sample of the connection and utterance ids are the
    vendor's own; the driver puts both on the consultation's clock.
    """

    def opened(self) -> Iterable[Frame]:
        """Return what is sent as soon as the line is open."""

    def audio(self, pcm: bytes) -> Iterable[Frame]:
        """Return the frames for a stretch of mono 16-bit 16 kHz samples."""

    def request_note(self, template: str) -> Iterable[Frame]:
        """Return the frames that ask for a note; none where the vendor writes none."""

    def finish(self) -> Iterable[Frame]:
        """Return the frames that say the audio has ended."""

    def receive(self, frame: Frame) -> Iterable[VendorEvent]:
        """Return what a frame means; never raises, whatever the server sends."""

    def closed(self, code: int, reason: str) -> Fault | None:
        """Return the fault behind a close, none for a normal one."""


class Vendor(Protocol):
    """A speech vendor; one small file and one line in the registry."""

    @property
    def manifest(self) -> Manifest:
        """Return what the vendor can do."""

    async def dial(self, settings: VendorSettings) -> Dial:
        """Return where to connect; raises `ScribeError`."""

    def codec(self, settings: VendorSettings) -> Codec:
        """Return a codec for one connection."""
