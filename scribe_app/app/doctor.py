"""`scribe-app doctor`: what works on this machine and what does not, in plain sentences."""

import argparse
import json
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from enum import StrEnum

from scribe_app import __version__
from scribe_app.app.clock_check import clock_error, sentence
from scribe_app.app.dialler import LazyHttp, Network
from scribe_app.app.display import has_display
from scribe_app.app.exit_codes import ExitCode, code_for
from scribe_app.app.recognisers import model_store
from scribe_app.domain.faults import ScribeError
from scribe_app.engine.storage_watch import LOW_BYTES
from scribe_app.system.disk_room import FolderRoom
from scribe_app.system.keyring_secrets import KeyringSecrets
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.paths import Profile, private_folder, profile
from scribe_app.system.sealed_log.passphrase import has_passphrase
from scribe_app.system.settings import load
from scribe_app.system.sleep_inhibitor import SystemSleepInhibitor
from scribe_app.vendors.on_device import OnDevice
from scribe_app.vendors.registry import vendors


class Verdict(StrEnum):
    """How a check ended; only `BROKEN` keeps Scribe from its work."""

    FINE = "ok"
    ATTENTION = "attention"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One check and one sentence about it."""

    name: str
    verdict: Verdict
    detail: str


def run(arguments: argparse.Namespace) -> int:
    """Print every finding; the exit status is that of the first thing broken."""
    findings, code = [], ExitCode.DONE
    for name, check in _checks(profile(arguments.profile)):
        try:
            findings.append(check())
        except ScribeError as error:
            findings.append(Finding(name, Verdict.BROKEN, error.fault.sentence))
            code = code or code_for(error.fault.kind)
    _print(findings, as_json=arguments.json)
    return code


def _checks(place: Profile) -> Iterator[tuple[str, Callable[[], Finding]]]:
    yield "version", _version
    yield "profile", lambda: _profile(place)
    yield "settings", lambda: _settings(place)
    yield "disk", lambda: _disk(place)
    yield "keyring", lambda: _keyring(place)
    yield "microphone", _microphone
    yield "sleep", _sleep
    yield "model", lambda: _model(place)
    yield "clock", lambda: _clock(place)
    yield "display", _display


def _version() -> Finding:
    system = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}"
    return Finding("version", Verdict.FINE, f"Scribe {__version__}, {system}.")


def _profile(place: Profile) -> Finding:
    place.prepare()
    private_folder(place.sessions)
    return Finding("profile", Verdict.FINE, "Scribe can write in its own folder.")


def _settings(place: Profile) -> Finding:
    warnings = load(place.settings_file).warnings
    if warnings:
        return Finding("settings", Verdict.ATTENTION, " ".join(warnings))
    return Finding("settings", Verdict.FINE, "The settings can be read.")


def _disk(place: Profile) -> Finding:
    room = FolderRoom(place.sessions).room()
    if room is None:
        return Finding("disk", Verdict.ATTENTION, "The free space of the disk cannot be told.")
    verdict = Verdict.FINE if room.free_bytes > LOW_BYTES else Verdict.ATTENTION
    hours = room.seconds / 3600
    return Finding("disk", verdict, f"There is room for {hours:.0f} hours of recording.")


def _keyring(place: Profile) -> Finding:
    secrets = KeyringSecrets()
    secrets.set("doctor", "here")
    kept = secrets.get("doctor") == "here"
    secrets.delete("doctor")
    if kept and secrets.persistent:
        return Finding("keyring", Verdict.FINE, "The keyring keeps secrets.")
    sentence = "There is no keyring: recordings can be opened only until Scribe is closed."
    if has_passphrase(place.keys):
        sentence = "There is no keyring; a passphrase holds the key of recordings."
    return Finding("keyring", Verdict.ATTENTION, sentence)


def _microphone() -> Finding:
    devices = SystemMicrophones().list()
    if not devices:
        return Finding("microphone", Verdict.ATTENTION, "There is no microphone.")
    default = next((device for device in devices if device.is_default), devices[0])
    return Finding("microphone", Verdict.FINE, f"{len(devices)} found; it uses {default.name}.")


def _sleep() -> Finding:
    """Ask for what a recording asks for, and say who grants it."""
    inhibitor = SystemSleepInhibitor()
    inhibitor.hold()
    by = inhibitor.by
    inhibitor.release()
    if by:
        return Finding("sleep", Verdict.FINE, f"While it records, {by} keeps the computer awake.")
    sentence = "Nothing keeps this computer awake: a recording ends in a gap when it falls asleep."
    return Finding("sleep", Verdict.ATTENTION, sentence)


def _model(place: Profile) -> Finding:
    chosen = load(place.settings_file).settings
    recogniser = OnDevice.manifest
    known = chosen.vendor == recogniser.id and recogniser.model(chosen.model)
    model_store(place.models).ensure(known.id if known else recogniser.models[0].id)
    return Finding("model", Verdict.FINE, "The speech model is complete and unchanged.")


def _clock(place: Profile) -> Finding:
    chosen = load(place.settings_file).settings
    vendor = next((each for each in vendors() if each.manifest.id == chosen.vendor), OnDevice())
    manifest = vendor.manifest
    if manifest.capabilities.on_device:
        return Finding("clock", Verdict.FINE, "Nothing here depends on the clock being right.")
    own = {each.key: each.default for each in manifest.settings}
    own |= {key: value for key, value in chosen.vendors.get(manifest.id, {}).items() if value}
    address = own.get("rest_url") or own.get("token_url") or own.get("socket_url", "")
    web = LazyHttp(Network(chosen.ca_file, chosen.plain_hosts))
    fine, detail = sentence(manifest.name, clock_error(manifest.name, address, web))
    return Finding("clock", Verdict.FINE if fine else Verdict.ATTENTION, detail)


def _display() -> Finding:
    if has_display():
        return Finding("display", Verdict.FINE, "The window can open.")
    return Finding("display", Verdict.ATTENTION, "There is no display; the window cannot open.")


def _print(findings: list[Finding], *, as_json: bool) -> None:
    if as_json:
        document = {"version": __version__, "findings": [asdict(each) for each in findings]}
        sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
        return
    for each in findings:
        sys.stdout.write(f"{each.verdict.value:9}  {each.name:10}  {each.detail}\n")
