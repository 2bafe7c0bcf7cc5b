"""The credentials of every vendor: from the environment, else from the keyring."""

import os
from collections.abc import Mapping

from scribe_app.domain.faults import Fault, FaultKind, ScribeError, configuration_fault
from scribe_app.ports.preferences import Kept
from scribe_app.ports.secrets import Secrets
from scribe_app.ports.vendor import Field, Manifest

_NO_ANSWER = Fault(FaultKind.AUTH, True, "The keyring does not answer; unlock it and try again.")


class Credentials:
    """Reads and keeps; every method may block for as long as the keyring may, 5 s."""

    def __init__(self, secrets: Secrets, environment: Mapping[str, str] | None = None) -> None:
        self._secrets = secrets
        self._environment = os.environ if environment is None else environment

    def read(self, manifest: Manifest) -> dict[str, str]:
        """Return what there is, by field; raises `ScribeError` when the keyring hangs."""
        found = {each.key: self._value(manifest, each) for each in manifest.credentials}
        present = {key: value for key, value in found.items() if value}
        needed = {each.key for each in manifest.credentials if not each.optional}
        lacks = needed - present.keys() or (found and not present)
        if lacks and self._secrets.silent:
            self._secrets.ask_again()
            raise ScribeError(_NO_ANSWER)
        return present

    def kept(self, manifest: Manifest) -> Kept:
        """Return which are there, never what they are."""
        outside = {f.key for f in manifest.credentials if self._from_environment(manifest, f)}
        inside = {
            each.key
            for each in manifest.credentials
            if self._secrets.get(_name(manifest.id, each.key))
        }
        return Kept(frozenset(inside | outside), frozenset(outside), self._secrets.persistent)

    def keep(self, manifest: Manifest, key: str, value: str) -> bool:
        """Keep a credential; returns whether it outlives the program. Raises `ScribeError`."""
        _field(manifest, key)
        clean = value.strip()
        if not clean or not clean.isprintable():
            raise configuration_fault("That is no credential; copy it again.")
        self._secrets.set(_name(manifest.id, key), clean)
        return self._secrets.persistent

    def forget(self, manifest: Manifest, key: str) -> None:
        """Delete a credential; an absent one is no error. Raises `ScribeError` for another key."""
        _field(manifest, key)
        self._secrets.delete(_name(manifest.id, key))

    def _value(self, manifest: Manifest, field: Field) -> str:
        outside = self._from_environment(manifest, field)
        return outside or self._secrets.get(_name(manifest.id, field.key)) or ""

    def _from_environment(self, manifest: Manifest, field: Field) -> str:
        return self._environment.get(environment_name(manifest.id, field.key), "").strip()


def environment_name(vendor: str, key: str) -> str:
    """Return the variable that sets a credential: `SCRIBE_VOXIST_API_KEY`."""
    return f"SCRIBE_{vendor}_{key}".upper().replace("-", "_")


def _name(vendor: str, key: str) -> str:
    return f"{vendor}.{key}"


def _field(manifest: Manifest, key: str) -> Field:
    for each in manifest.credentials:
        if each.key == key:
            return each
    known = ", ".join(each.key for each in manifest.credentials) or "none"
    raise configuration_fault(f"{manifest.name} has no credential {key!r}; there are: {known}.")
