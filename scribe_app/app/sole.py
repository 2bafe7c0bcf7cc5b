"""One window a profile: a second start has the first one's window come to the front."""

import sys
from pathlib import Path

from scribe_app.app.exit_codes import ExitCode
from scribe_app.domain.faults import ScribeError
from scribe_app.system.paths import private_folder
from scribe_app.system.single import NOTHING, Claim, claimed

_BUSY = "Scribe is open already, but its window does not answer."


def held(runtime: Path) -> Claim | None:
    """Return the claim on being a profile's window, None where another program has it.

    Where the folder cannot be made nobody can be told apart, and the window opens.
    """
    try:
        private_folder(runtime)
        return claimed(runtime)
    except (ScribeError, OSError):
        return NOTHING


def summoned(runtime: Path) -> int:
    """Have the other window come to the front and return the exit status."""
    from scribe_app.system.front_door import knocked

    if knocked(runtime):
        return ExitCode.DONE
    sys.stderr.write(f"scribe-app: {_BUSY}\n")
    return ExitCode.USAGE
