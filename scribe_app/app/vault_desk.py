"""What the settings ask about the key of recordings; all that blocks runs beside the loop."""

from collections.abc import Callable

from scribe_app.app.wiring import Workshop
from scribe_app.domain.commands import SettingsChanged
from scribe_app.domain.faults import ScribeError
from scribe_app.domain.keeping import VaultState
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.desk import Desk
from scribe_app.ports.preferences import Answer
from scribe_app.system.settings import save

LEAST = 12
"""Characters of a passphrase: whoever has the disk can guess for as long as they like."""

TOO_SHORT = "A passphrase has at least 12 characters; some words in a row are easy to remember."


class WorkshopVault:
    """A `VaultDesk` on a workshop."""

    def __init__(self, workshop: Workshop, desk: Desk) -> None:
        self._workshop = workshop
        self._desk = desk

    async def state(self) -> VaultState:
        """Return who holds the key now."""
        return await in_daemon(self._workshop.vault_state, "vault-state")

    async def choose(self, passphrase: str) -> Answer:
        """Keep the key under a new passphrase."""
        if len(passphrase) < LEAST:
            return Answer(False, TOO_SHORT)
        act = self._workshop.vault.choose
        return await self._done(lambda: act(passphrase), "Kept under your passphrase.")

    async def unlock(self, passphrase: str) -> Answer:
        """Open what the passphrase holds."""
        act = self._workshop.vault.unlock
        return await self._done(lambda: act(passphrase), "Opened.")

    async def change(self, old: str, new: str) -> Answer:
        """Put another passphrase in the place of the old one."""
        if len(new) < LEAST:
            return Answer(False, TOO_SHORT)
        act = self._workshop.vault.change
        return await self._done(lambda: act(old, new), "The passphrase is another one now.")

    async def forget(self) -> Answer:
        """Destroy what the passphrase opens."""
        return await self._done(self._workshop.vault.forget, "Forgotten.")

    async def do_without(self) -> Answer:
        """Choose that recordings do not survive the end of the program."""
        return await self._done(self._without, "Saved.")

    def _without(self) -> None:
        settings = self._workshop.reread().loaded.settings
        kept = settings.model_copy(update={"recordings": "forget"})
        save(self._workshop.profile.settings_file, kept)
        self._workshop.reread()

    async def _done(self, act: Callable[[], None], sentence: str) -> Answer:
        try:
            await in_daemon(act, "vault")
        except ScribeError as error:
            return Answer(False, error.fault.sentence)
        self._desk.submit(SettingsChanged())
        return Answer(True, sentence)
