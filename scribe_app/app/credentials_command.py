"""`scribe-app credentials`: what is kept, keeping and deleting; a value is never an argument."""

import argparse
import getpass
import sys

from scribe_app.app.credentials import Credentials, environment_name
from scribe_app.app.exit_codes import ExitCode
from scribe_app.domain.faults import configuration_fault, storage_fault
from scribe_app.ports.vendor import Manifest
from scribe_app.system.keyring_secrets import KeyringSecrets
from scribe_app.vendors.registry import vendors

_LONGEST = 100_000


def run(arguments: argparse.Namespace) -> int:
    """Do what was asked; exits 6 where there is no keyring to keep a value in."""
    credentials = Credentials(KeyringSecrets())
    match arguments.action:
        case "set":
            _set(credentials, _manifest(arguments.vendor), arguments.field)
        case "delete":
            _delete(credentials, _manifest(arguments.vendor), arguments.field)
        case _:
            _status(credentials)
    return ExitCode.DONE


def _status(credentials: Credentials) -> None:
    for manifest in (vendor.manifest for vendor in vendors()):
        kept = credentials.kept(manifest)
        for field in manifest.credentials:
            where = "not set"
            if field.key in kept.fields:
                where = "in the keyring"
            if field.key in kept.from_environment:
                where = f"from {environment_name(manifest.id, field.key)}"
            sys.stdout.write(f"{manifest.id} {field.key}: {where}\n")


def _set(credentials: Credentials, manifest: Manifest, key: str) -> None:
    lasting = credentials.keep(manifest, key, _value())
    if not lasting:
        name = environment_name(manifest.id, key)
        raise storage_fault(f"There is no keyring that keeps it; set {name} instead.")


def _delete(credentials: Credentials, manifest: Manifest, key: str | None) -> None:
    for each in manifest.credentials if key is None else ():
        credentials.forget(manifest, each.key)
    if key is not None:
        credentials.forget(manifest, key)


def _value() -> str:
    """Return what is typed without being shown, or the standard input's first line."""
    try:
        typed = getpass.getpass("Value: ") if sys.stdin.isatty() else sys.stdin.readline(_LONGEST)
    except (EOFError, UnicodeDecodeError):
        typed = ""
    return typed.rstrip("\r\n")


def _manifest(name: str) -> Manifest:
    known = {vendor.manifest.id: vendor.manifest for vendor in vendors()}
    if name not in known:
        raise configuration_fault(f"There is no vendor {name!r}; there are: {', '.join(known)}.")
    return known[name]
