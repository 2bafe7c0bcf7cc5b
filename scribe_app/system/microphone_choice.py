"""Which microphone comes next, and what the clinician reads about the one that failed."""

from collections.abc import Sequence
from dataclasses import dataclass

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.system.microphone_stream import Target

NONE_LEFT = "No microphone is left; connect one and the recording goes on by itself."
TAKEN_BACK = "The recording was moved to a loudspeaker; it goes back to the microphone."


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: a device's id, or empty for the default; and what it began with."""

    id: str
    begun: Target

    def allows(self, target: Target) -> bool:
        """Tell whether a device may take over.

        Never what a loudspeaker plays, unless that is what the recording began with; and where the
        sound server was asked for a source by name, never a device that hides which one it is.
        """
        if self.begun.pulse_source is not None and target.pulse_source is None:
            return False
        return not target.is_monitor or target.id == self.begun.id

    def wants(self, target: Target) -> bool:
        """Tell whether a device takes over even from one that works."""
        return target.id == self.id if self.id else target.is_default

    def ordered(self, targets: Sequence[Target]) -> tuple[Target, ...]:
        """Return what may be opened, best first."""
        allowed = [target for target in targets if self.allows(target)]
        return tuple(sorted(allowed, key=lambda target: not self.wants(target)))


def gone(target: Target) -> Fault:
    """Return what is said when a device vanished."""
    return device(f"The microphone {target.name} is gone; looking for another one.")


def still(target: Target) -> Fault:
    """Return what is said when a device gives no blocks."""
    return device(f"No sound comes from the microphone {target.name}; trying again.")


def muted(target: Target) -> Fault:
    """Return what is said when a device is muted in the system."""
    return device(f"The microphone {target.name} is muted; unmute it in the system's settings.")


def device(sentence: str) -> Fault:
    """Return a fault of the device that may pass."""
    return Fault(FaultKind.DEVICE, True, sentence)
