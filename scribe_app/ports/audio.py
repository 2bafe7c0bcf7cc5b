"""Where sound comes from: a microphone or a file, both behind one protocol."""

from dataclasses import dataclass
from typing import Protocol

from scribe_app.domain.faults import Fault


class Intake(Protocol):
    """What a source feeds; every method returns at once and may be called from any thread."""

    def offer(self, block: bytes) -> bool:
        """Take a block in the source's own form; False when there is no room for it now."""

    def lost(self) -> None:
        """Note that the device reported an overflow just before the next block."""

    def ended(self, fault: Fault | None) -> None:
        """Note that no more blocks will come; a fault says why when nobody asked for it."""


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
