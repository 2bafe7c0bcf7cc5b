"""A passphrase where nobody sits at a window: from the environment, or asked for; no argument."""

import getpass
import os
import sys
from collections.abc import Callable

from scribe_app.app.vault_desk import LEAST, TOO_SHORT
from scribe_app.app.wiring import Workshop
from scribe_app.domain.faults import configuration_fault
from scribe_app.domain.keeping import VaultState

VARIABLE = "SCRIBE_PASSPHRASE"


def open_vault(
    workshop: Workshop,
    *,
    prompt: bool = False,
    ask: Callable[[str], str] = getpass.getpass,
) -> None:
    """Open the vault with what the environment gives, or with what is typed at a `prompt`.

    Does nothing where a keyring holds the keys. The variable is taken out of the environment, so
    that no other process gets it. Where no passphrase was chosen yet, the one given is. Raises
    `ScribeError` for a wrong one.
    """
    given = os.environ.pop(VARIABLE, "")
    if not given and not (prompt and sys.stdin.isatty()):
        return
    match workshop.vault_state():
        case VaultState.LOCKED:
            if passphrase := given or ask("Passphrase: "):
                workshop.vault.unlock(passphrase)
        case VaultState.UNDECIDED if given:
            if len(given) < LEAST:
                raise configuration_fault(TOO_SHORT)
            workshop.vault.choose(given)
