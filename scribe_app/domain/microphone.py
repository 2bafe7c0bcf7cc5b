"""What is said of a microphone: why sound is missing, and how a recording begins."""

from dataclasses import dataclass
from enum import StrEnum


class GapReason(StrEnum):
    """Why sound is missing between one block and the next."""

    DEVICE = "device"
    """The microphone went, or another one took over."""
    STALLED = "stalled"
    """The sound system or this program stood still for longer than its buffers last."""
    ASLEEP = "asleep"
    """The machine was suspended."""
    FULL = "full"
    """The intake had no room."""


class OpeningVerdict(StrEnum):
    """What the first seconds say of the microphone."""

    GOOD = "good"
    ZEROS = "zeros"
    """Nothing but digital zeros: muted, or the wrong source."""
    QUIET = "quiet"
    """Sound, and never enough of it to be a voice at a desk."""
    CLIPPED = "clipped"
    """So loud that the peaks are cut off."""


@dataclass(frozen=True, slots=True)
class Opening:
    """The first seconds of a recording, measured in passing; levels in dB below full scale."""

    seconds: float
    peak_db: float
    level_db: float
    clipped: int
    verdict: OpeningVerdict
