"""`scribe-app vendors` and `scribe-app devices`: what there is to choose from."""

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from scribe_app.app.exit_codes import ExitCode
from scribe_app.ports.audio import InputDevice
from scribe_app.ports.vendor import Manifest
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.vendors.registry import vendors


def run_vendors(arguments: argparse.Namespace) -> int:
    """Print each vendor's id, models, languages, capabilities, credential fields, settings."""
    manifests = [vendor.manifest for vendor in vendors()]
    if arguments.json:
        _print_json([_manifest_dict(manifest) for manifest in manifests])
    for manifest in () if arguments.json else manifests:
        sys.stdout.write(
            f"{manifest.id}: {manifest.name}; models {_models(manifest)}; "
            f"languages {', '.join(manifest.languages)}\n"
        )
    return ExitCode.DONE


def run_devices(arguments: argparse.Namespace) -> int:
    """Print the input devices; none is an answer too."""
    devices = SystemMicrophones().list()
    if arguments.json:
        _print_json([asdict(device) for device in devices])
    elif not devices:
        sys.stdout.write("There is no microphone.\n")
    for device in () if arguments.json else devices:
        sys.stdout.write(_device_line(device))
    return ExitCode.DONE


def _device_line(device: InputDevice) -> str:
    default = " (default)" if device.is_default else ""
    return f"{device.id}: {device.name}{default}, {device.native_rate} Hz\n"


def _manifest_dict(manifest: Manifest) -> dict[str, Any]:
    return {
        "id": manifest.id,
        "name": manifest.name,
        "models": [model.id for model in manifest.models],
        "typed_models": manifest.typed_models,
        "model_languages": {m.id: manifest.languages_of(m) for m in manifest.models},
        "languages": manifest.languages,
        "capabilities": asdict(manifest.capabilities),
        "credentials": [asdict(field) for field in manifest.credentials],
        "settings": [asdict(field) for field in manifest.settings],
        "remark": manifest.remark,
    }


def _models(manifest: Manifest) -> str:
    names = [m.id + (" (experimental)" if m.experimental else "") for m in manifest.models]
    return ", ".join(names + (["any other by name"] if manifest.typed_models else []))


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=1) + "\n")
