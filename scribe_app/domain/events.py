"""The closed union of everything that happens in a consultation."""

from dataclasses import dataclass

from scribe_app.domain.faults import Fault
from scribe_app.domain.information import Information
from scribe_app.domain.microphone import GapReason, Opening
from scribe_app.domain.note import Evidence, Note, Section
from scribe_app.domain.transcript import Utterance

# --- what a vendor says -------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ready:
    """The vendor takes audio now; `engine` is the model as the vendor names it."""

    engine: str = ""


@dataclass(frozen=True, slots=True)
class Partial:
    """What is being heard; replaces every former partial."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Final:
    """An utterance that stays; the same id again revises it."""

    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Retracted:
    """The vendor takes an utterance back."""

    id: str


@dataclass(frozen=True, slots=True)
class SpeakerRevised:
    """The vendor changed its mind about who spoke."""

    id: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Every second from `since` to `until` is settled: transcribed, or without speech."""

    until: float
    since: float = 0.0


@dataclass(frozen=True, slots=True)
class Unsettled:
    """What was taken for settled is not: a vendor still owed this stretch when its line broke."""

    since: float
    until: float


@dataclass(frozen=True, slots=True)
class InformationReplaced:
    """What the vendor found so far, in place of what it said before; our own readings stay."""

    information: Information


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """A note as somebody drafted it; never written over what the clinician typed."""

    note: Note
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Degraded:
    """Something fails while recording goes on."""

    fault: Fault


@dataclass(frozen=True, slots=True)
class Recovered:
    """What failed works again."""


@dataclass(frozen=True, slots=True)
class Ended:
    """The vendor will say no more; `confirmed` when it said so itself."""

    confirmed: bool


VendorEvent = (
    Ready
    | Partial
    | Final
    | Retracted
    | SpeakerRevised
    | Progress
    | Information
    | InformationReplaced
    | NoteDraft
    | Degraded
    | Recovered
    | Ended
)

# --- what the recorder and the engine say -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RecordingStarted:
    """Samples are being written; `source` is the microphone's or the file's name."""

    source: str
    language: str


@dataclass(frozen=True, slots=True)
class RecordingPaused:
    """Nothing is written from this sample on, until it is resumed."""

    at_sample: int


@dataclass(frozen=True, slots=True)
class RecordingResumed:
    """Samples are being written again."""

    at_sample: int


@dataclass(frozen=True, slots=True)
class PrivateBegan:
    """Nothing is captured from this sample on; the clock of the consultation stands still.

    It lasts until `PrivateEnded`, or until the recording is paused or stopped.
    """

    at_sample: int


@dataclass(frozen=True, slots=True)
class PrivateEnded:
    """Samples are being written again."""

    at_sample: int


@dataclass(frozen=True, slots=True)
class RecordingStopped:
    """The recording ended at this sample; everything before it is in the log.

    `abrupt`: the program ended in the middle, and a later one found it so.
    """

    at_sample: int
    abrupt: bool = False


@dataclass(frozen=True, slots=True)
class SignalLost:
    """The microphone delivers nothing but zeros."""


@dataclass(frozen=True, slots=True)
class SignalFound:
    """The microphone delivers sound."""


@dataclass(frozen=True, slots=True)
class Gap:
    """Sound that is missing: so many samples from this one on, which are zeros in the log.

    With no samples the device reported a loss and nobody knows of how much.
    """

    at_sample: int
    samples: int = 0
    reason: GapReason | None = None


@dataclass(frozen=True, slots=True)
class MicrophoneMoved:
    """From this sample on another microphone is heard, or the same one again after a trouble."""

    source: str
    at_sample: int


@dataclass(frozen=True, slots=True)
class MicrophoneTroubled:
    """Something is wrong with the microphone; without a fault it is well again."""

    fault: Fault | None
    at_sample: int


@dataclass(frozen=True, slots=True)
class OpeningMeasured:
    """How the first seconds of the recording sounded."""

    opening: Opening


@dataclass(frozen=True, slots=True)
class EpochOpened:
    """A connection to a vendor that starts at a sample; `name` is what people call the vendor."""

    number: int
    vendor: str
    model: str
    start_sample: int
    name: str = ""


# --- what the clinician does --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SectionEdited:
    """The clinician's own text for one section; nobody overwrites it."""

    episode: int
    section: Section
    text: str


@dataclass(frozen=True, slots=True)
class Copied:
    """A section (or, without one, the whole note) went to the clipboard."""

    episode: int
    section: Section | None


@dataclass(frozen=True, slots=True)
class SpeakerNamed:
    """The clinician says who a vendor's speaker label stands for; an empty name takes it back."""

    speaker: str
    name: str


@dataclass(frozen=True, slots=True)
class NoteWaived:
    """Nobody wants a note of this consultation."""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """A stretch of the recording was destroyed because the clinician asked for it.

    Its sound opens for nobody, and what was said in it stands in no record before or after.
    """

    from_sample: int
    to_sample: int


DeskEvent = (
    RecordingStarted
    | RecordingPaused
    | RecordingResumed
    | PrivateBegan
    | PrivateEnded
    | RecordingStopped
    | SignalLost
    | SignalFound
    | Gap
    | MicrophoneMoved
    | MicrophoneTroubled
    | OpeningMeasured
    | EpochOpened
    | NoteWaived
    | Unsettled
    | SectionEdited
    | Copied
    | SpeakerNamed
    | Forgotten
)

Event = VendorEvent | DeskEvent
