"""The keys of recordings: in the keyring, else under a passphrase, else in memory alone."""

import threading
from pathlib import Path

from scribe_app.domain.keeping import VaultState
from scribe_app.ports.secrets import Secrets
from scribe_app.system.sealed_log.passphrase import (
    PassphraseSecrets,
    change_passphrase,
    choose_passphrase,
    destroy_passphrase,
    has_passphrase,
    open_passphrase,
)


class Vault:
    """`Secrets` for the sealed log alone; every method but `get` and `set` may take a second.

    What is set while only memory takes it goes under the passphrase as soon as there is one.
    """

    def __init__(self, keyring: Secrets, folder: Path) -> None:
        self._keyring = keyring
        self._folder = folder
        self._opened: PassphraseSecrets | None = None
        self._lent: dict[str, str] = {}
        self._lock = threading.Lock()

    # --- Secrets --------------------------------------------------------------------------------

    @property
    def persistent(self) -> bool:
        """Return whether a secret outlives this process."""
        opened = self._opened
        return self._keyring.persistent or (opened is not None and opened.persistent)

    @property
    def silent(self) -> bool:
        """Return whether there is a keyring that refused or did not answer."""
        return self._keyring.silent

    def ask_again(self) -> None:
        """Try a keyring that was silent once more, at the next use."""
        self._keyring.ask_again()

    def get(self, name: str) -> str | None:
        """Return a secret, None where there is none."""
        opened = self._opened
        held = opened.get(name) if opened is not None else None
        return held if held is not None else self._keyring.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret where it lasts, if it can last anywhere."""
        if self._keyring.persistent:
            self._keyring.set(name, value)
            return
        with self._lock:
            if self._opened is not None:
                self._opened.set(name, value)
            else:
                self._keyring.set(name, value)
                self._lent[name] = value

    def delete(self, name: str) -> None:
        """Forget a secret wherever it is."""
        with self._lock:
            self._lent.pop(name, None)
            if self._opened is not None:
                self._opened.delete(name)
        self._keyring.delete(name)

    # --- the choice -----------------------------------------------------------------------------

    def state(self, *, without: bool) -> VaultState:
        """Return who holds the keys; `without` says whether to do without was chosen."""
        if self._keyring.persistent:
            return VaultState.KEYRING
        if self._opened is not None:
            return VaultState.PASSPHRASE
        if has_passphrase(self._folder):
            return VaultState.LOCKED
        return VaultState.MEMORY if without else VaultState.UNDECIDED

    def choose(self, passphrase: str) -> None:
        """Keep what there is, and what will be, under a new passphrase; raises `ScribeError`."""
        self._take(choose_passphrase(self._folder, passphrase))

    def unlock(self, passphrase: str) -> None:
        """Open what a passphrase holds; raises `WrongPassphraseError` or another `ScribeError`."""
        self._take(open_passphrase(self._folder, passphrase))

    def change(self, old: str, new: str) -> None:
        """Put another passphrase in the place of the old one; raises what `unlock` raises."""
        change_passphrase(self._folder, old, new)

    def forget(self) -> None:
        """Destroy what the passphrase opens; raises `ScribeError` (storage)."""
        with self._lock:
            self._opened = None
            destroy_passphrase(self._folder)

    def _take(self, opened: PassphraseSecrets) -> None:
        with self._lock:
            for name, value in self._lent.items():
                opened.set(name, value)
            self._lent.clear()
            self._opened = opened
