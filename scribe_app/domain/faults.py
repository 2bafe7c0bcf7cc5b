"""Everything that can go wrong, as a closed set; none of it ever holds a secret."""

from dataclasses import dataclass
from enum import StrEnum


class FaultKind(StrEnum):
    """What went wrong, whoever reports it."""

    AUTH = "auth"
    ENTITLEMENT = "entitlement"
    CONFIGURATION = "configuration"
    RATE_LIMIT = "rate-limit"
    CAPACITY = "capacity"
    TRANSPORT = "transport"
    PROTOCOL = "protocol"
    VENDOR = "vendor"
    DEVICE = "device"
    STORAGE = "storage"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: whether trying again may help, and one plain sentence for the clinician.

    `after` is how many seconds the other side asked to be left alone, 0 when it did not.
    """

    kind: FaultKind
    retryable: bool
    sentence: str
    after: float = 0.0


class ScribeError(Exception):
    """Raised where a fault ends what was asked; carries nothing but the fault."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.sentence)
        self.fault = fault


def device_fault(sentence: str, *, retryable: bool = False) -> ScribeError:
    """Return the error for a microphone or an audio file that cannot be used."""
    return ScribeError(Fault(FaultKind.DEVICE, retryable, sentence))


def storage_fault(sentence: str) -> ScribeError:
    """Return the error for a folder or file that cannot be written or read."""
    return ScribeError(Fault(FaultKind.STORAGE, False, sentence))


def configuration_fault(sentence: str) -> ScribeError:
    """Return the error for a setting that cannot be used."""
    return ScribeError(Fault(FaultKind.CONFIGURATION, False, sentence))
