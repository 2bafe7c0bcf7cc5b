"""Secrets in the keyring of the operating system, or in memory when it has none that is safe."""

import logging
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from scribe_app.system.bounded import bounded

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

T = TypeVar("T")

SERVICE = "scribe"
LIMIT_SECONDS = 5.0
_PROBE = "probe"

_log = logging.getLogger(__name__)


class MemorySecrets:
    """Secrets for as long as the program runs."""

    def __init__(self) -> None:
        self.persistent = False
        self.silent = False
        self._values: dict[str, str] = {}

    def ask_again(self) -> None:
        """Do nothing: memory always answers."""

    def get(self, name: str) -> str | None:
        """Return a secret, None where there is none."""
        return self._values.get(name)

    def set(self, name: str, value: str) -> None:
        """Keep a secret."""
        self._values[name] = value

    def delete(self, name: str) -> None:
        """Forget a secret; an absent one is no error."""
        self._values.pop(name, None)


def trusted_backend() -> "KeyringBackend | None":
    """Return the best keyring there is of those that encrypt, None when there is none.

    Chosen from this list alone: a backend that a package brings along may store plain text, and
    keyring would take it silently where nothing better runs.
    """
    from keyring.backends import SecretService, Windows, kwallet, libsecret, macOS

    kinds: tuple[type[KeyringBackend], ...] = (
        SecretService.Keyring,
        kwallet.DBusKeyring,
        libsecret.Keyring,
        Windows.WinVaultKeyring,
        macOS.Keyring,
    )
    viable = [kind for kind in kinds if kind.viable]
    return max(viable, key=lambda kind: kind.priority)() if viable else None


class KeyringSecrets:
    """The keyring while it answers; from its first failure on, memory for this session.

    The first use decides whether there is one, and may take `LIMIT_SECONDS`; so may a call to a
    keyring that froze. After that nothing waits for it again until `ask_again`. Any thread.
    """

    def __init__(
        self,
        backend: "Callable[[], KeyringBackend | None]" = trusted_backend,
        limit_seconds: float = LIMIT_SECONDS,
    ) -> None:
        self._find = backend
        self._limit = limit_seconds
        self._memory = MemorySecrets()
        self._lock = threading.Lock()
        self._backend: KeyringBackend | None = None
        self._decided = False
        self.silent = False

    def ask_again(self) -> None:
        """Try a keyring that was silent once more, at the next use."""
        with self._lock:
            if self.silent:
                self._decided = self.silent = False

    @property
    def persistent(self) -> bool:
        """Return whether a keyring holds the secrets."""
        return self._chosen() is not None

    def get(self, name: str) -> str | None:
        """Return a secret, None where there is none."""
        held = self._memory.get(name)
        backend = self._chosen()
        if held is not None or backend is None:
            return held
        return self._asked(lambda: backend.get_password(SERVICE, name))

    def set(self, name: str, value: str) -> None:
        """Keep a secret; in memory when the keyring does not take it."""
        backend = self._chosen()
        if backend is not None:
            self._asked(lambda: backend.set_password(SERVICE, name, value))
        if self._backend is None:
            self._memory.set(name, value)

    def delete(self, name: str) -> None:
        """Forget a secret; an absent one is no error."""
        self._memory.delete(name)
        backend = self._chosen()
        if backend is not None:
            self._asked(lambda: _delete(backend, name))

    def _chosen(self) -> "KeyringBackend | None":
        with self._lock:
            if not self._decided:
                self._decided = True
                self._backend = self._asked(self._probed)
            return self._backend

    def _probed(self) -> "KeyringBackend | None":
        """Return the backend, after a look-up that a locked or broken keyring refuses."""
        backend = self._find()
        if backend is not None:
            backend.get_password(SERVICE, _PROBE)
        return backend

    def _asked(self, call: Callable[[], T]) -> T | None:
        try:
            return bounded(call, self._limit)
        except Exception as error:  # backends raise their own library's exceptions
            _log.info("keyring-unavailable", extra={"error": type(error)})
            self._backend = None
            self.silent = True
            return None


def _delete(backend: "KeyringBackend", name: str) -> None:
    from keyring.errors import PasswordDeleteError

    if backend.get_password(SERVICE, name) is None:
        return
    try:
        backend.delete_password(SERVICE, name)
    except PasswordDeleteError:
        return
