"""Where secrets live: the operating system's keyring, or memory for this session."""

from typing import Protocol


class Secrets(Protocol):
    """Named secrets; every call is bounded in time and never raises for an absent keyring."""

    @property
    def persistent(self) -> bool:
        """Return whether a secret outlives this process."""

    @property
    def silent(self) -> bool:
        """Return whether there is a keyring that refused or did not answer."""

    def ask_again(self) -> None:
        """Try a keyring that was silent once more, at the next use."""

    def get(self, name: str) -> str | None:
        """Return a secret, None where there is none."""

    def set(self, name: str, value: str) -> None:
        """Keep a secret."""

    def delete(self, name: str) -> None:
        """Forget a secret; an absent one is no error."""
