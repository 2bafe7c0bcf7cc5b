"""What a vendor can do; the window shows what these say and asks nothing else."""

from dataclasses import dataclass
from enum import StrEnum


class AudioForm(StrEnum):
    """How a vendor wants its audio."""

    PCM = "pcm"
    WAV_STREAM = "wav-stream"
    WAV_CHUNKS = "wav-chunks"


class EndOfStream(StrEnum):
    """How a vendor says that it has answered everything."""

    MESSAGE = "message"
    IDLE = "idle"


@dataclass(frozen=True, slots=True)
class Capabilities:
    """The features of a vendor, as its manifest states them."""

    partials: bool = False
    word_times: bool = False
    speakers: bool = False
    notes: bool = False
    information: bool = False
    on_device: bool = False
    templates: tuple[str, ...] = ()
