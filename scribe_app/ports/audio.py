"""Where sound comes from: a microphone or a file, both behind one protocol."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from scribe_app.domain.faults import Fault
from scribe_app.domain.microphone import GapReason, Opening


class Intake(Protocol):
    """What a source feeds; every method returns at once and may be called from any thread."""

    def offer(self, block: bytes) -> bool:
        """Take a block in the source's own form; False when there is no room for it now."""

    def lost(self) -> None:
        """Note that the device reported an overflow just before the next block."""

    def ended(self, fault: Fault | None) -> None:
        """Note that no more blocks will come; a fault says why when nobody asked for it."""


@runtime_checkable
class LastingIntake(Intake, Protocol):
    """An intake that lets its source go on when the device fails; `ended` then comes only once.

    A source looks for these methods when it is opened. With them it never ends by itself: it looks
    for the next best device until it is closed. Everything returns at once, comes from any thread,
    and in its place in the order of blocks.
    """

    def gap(self, samples: int, reason: GapReason) -> None:
        """Note that this much sound (at 16 kHz) is missing just before the next block.

        Whoever counts samples as time adds them: as zeros in the log, or as a mark with a length.
        The zeros are nobody's voice: they say nothing of the level or of a dead microphone.
        """

    def moved(self, device: str) -> None:
        """Note that the next block comes from this device; also the same one, after a trouble."""

    def trouble(self, fault: Fault | None) -> None:
        """Note what is wrong with the microphone now, None when it is well again.

        A fault is told within a second of the event, before anything is done about it.
        """


class AudioSource(Protocol):
    """A source of mono 16 kHz 16-bit audio; opened once, closed once."""

    @property
    def name(self) -> str:
        """Return what the window calls it; a device's name, never a path."""

    def open(self, intake: Intake) -> None:
        """Start feeding the intake from a thread of its own; raises `ScribeError`.

        A microphone drops (and reports as lost) what is not taken, a file waits and offers again.
        """

    def convert(self, block: bytes) -> bytes:
        """Turn a block that was offered into mono 16 kHz 16-bit samples.

        Called in order from the log writer's thread, so a resampler may keep state; an empty block
        flushes it. May return any number of samples, also none.
        """

    def close(self) -> None:
        """Stop feeding; nothing is offered after it returns. Safe to call twice."""


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """How a source is doing; `opening` is None until its seconds were converted.

    `drift_ppm` is how much faster the device counts than the clock of the machine, None before it
    can be told; `missing` counts the samples that were told as gaps.
    """

    device: str
    opening: Opening | None = None
    drift_ppm: float | None = None
    overflows: int = 0
    gaps: int = 0
    missing: int = 0


@runtime_checkable
class WatchedSource(AudioSource, Protocol):
    """A source that knows how it is doing."""

    def health(self) -> SourceHealth:
        """Return it; at once, from any thread."""


@dataclass(frozen=True, slots=True)
class InputDevice:
    """A microphone as the picker shows it; `id` is what `Start` names."""

    id: str
    name: str
    is_default: bool
    native_rate: int
    channels: int


class Microphones(Protocol):
    """The microphones of this machine."""

    def list(self) -> tuple[InputDevice, ...]:
        """Return the devices there are now, loudspeaker monitors left out; never raises."""

    def open(self, device_id: str) -> AudioSource:
        """Return a source for a device, the default one for an empty id; raises `ScribeError`."""
