"""What a clinician can ask of the engine; answers come as events."""

from dataclasses import dataclass

from scribe_app.domain.note import Section


@dataclass(frozen=True, slots=True)
class Start:
    """Begin a new consultation; `microphone` is a device id, empty for the default."""

    microphone: str = ""


@dataclass(frozen=True, slots=True)
class Stop:
    """End the recording, finish the transcript and draft the note."""


@dataclass(frozen=True, slots=True)
class Pause:
    """Write nothing until `Resume`."""


@dataclass(frozen=True, slots=True)
class Resume:
    """Go on writing."""


@dataclass(frozen=True, slots=True)
class BeginPrivate:
    """Capture nothing until `EndPrivate`."""


@dataclass(frozen=True, slots=True)
class EndPrivate:
    """Capture again."""


@dataclass(frozen=True, slots=True)
class Forget:
    """Destroy the last seconds of the recording: the sound, and everything made from it."""

    seconds: float


@dataclass(frozen=True, slots=True)
class DraftNote:
    """Draft the note from what has been said so far; stops a running recording first."""


@dataclass(frozen=True, slots=True)
class EditSection:
    """The clinician's own text for one section of one episode."""

    episode: int
    section: Section
    text: str


@dataclass(frozen=True, slots=True)
class NoteCopied:
    """A section, or the whole note without one, was put on the clipboard."""

    episode: int
    section: Section | None = None


@dataclass(frozen=True, slots=True)
class NameSpeaker:
    """Say who a vendor's speaker label stands for; an empty name takes it back."""

    speaker: str
    name: str


@dataclass(frozen=True, slots=True)
class ListSessions:
    """Look again which consultations are on the disk."""


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Show a consultation of the disk again, as it was left; `finish` also does what is missing."""

    id: str
    finish: bool = False


@dataclass(frozen=True, slots=True)
class FinishLater:
    """Finish these consultations one after another, out of sight, whenever nobody records."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportAudio:
    """Seal these audio files and transcribe them one after another, out of sight."""

    paths: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DiscardSession:
    """Destroy a consultation for good, its key first; never one that is being recorded."""

    id: str


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The settings or the credentials are different now; the next consultation uses them."""


Command = (
    Start
    | Stop
    | Pause
    | Resume
    | BeginPrivate
    | EndPrivate
    | Forget
    | DraftNote
    | EditSection
    | NoteCopied
    | NameSpeaker
    | ListSessions
    | OpenSession
    | FinishLater
    | ImportAudio
    | DiscardSession
    | SettingsChanged
)
