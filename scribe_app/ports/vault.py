"""What holds the key of every recording, and what the clinician can choose about it."""

from typing import Protocol

from scribe_app.domain.keeping import VaultState
from scribe_app.ports.preferences import Answer


class VaultDesk(Protocol):
    """Changes who holds the key; no coroutine blocks the loop it runs on."""

    async def state(self) -> VaultState:
        """Return who holds the key now; may take 5 s where a keyring hangs."""

    async def choose(self, passphrase: str) -> Answer:
        """Keep the key, also the one of a running recording, under a new passphrase."""

    async def unlock(self, passphrase: str) -> Answer:
        """Open what the passphrase holds; the key of now is kept with it."""

    async def change(self, old: str, new: str) -> Answer:
        """Put another passphrase in the place of the old one."""

    async def forget(self) -> Answer:
        """Destroy what the passphrase opens: no recording under it can be opened again."""

    async def do_without(self) -> Answer:
        """Choose that recordings do not survive the end of the program."""
