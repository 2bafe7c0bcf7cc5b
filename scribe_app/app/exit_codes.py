"""What the program's exit status says, as the contract has it."""

from enum import IntEnum

from scribe_app.domain.faults import FaultKind


class ExitCode(IntEnum):
    """0 done, and one code for each kind of trouble."""

    DONE = 0
    USAGE = 2
    CREDENTIALS = 3
    VENDOR = 4
    AUDIO = 5
    STORAGE = 6


_CODES = {
    FaultKind.AUTH: ExitCode.CREDENTIALS,
    FaultKind.ENTITLEMENT: ExitCode.CREDENTIALS,
    FaultKind.CONFIGURATION: ExitCode.USAGE,
    FaultKind.DEVICE: ExitCode.AUDIO,
    FaultKind.STORAGE: ExitCode.STORAGE,
}


def code_for(kind: FaultKind) -> ExitCode:
    """Return the exit code of a fault; whatever concerns a vendor or a network is 4."""
    return _CODES.get(kind, ExitCode.VENDOR)
