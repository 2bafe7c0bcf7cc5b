"""The microphones that PulseAudio or PipeWire knows; PortAudio shows them as one."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Any

_LIMIT_SECONDS = 3.0
_NO_HARDWARE = "auto_null"


@dataclass(frozen=True, slots=True)
class PulseSource:
    """A source as `pactl` lists it; `name` is what PULSE_SOURCE takes."""

    name: str
    description: str
    is_default: bool
    rate: int
    channels: int


def pulse_sources() -> tuple[PulseSource, ...] | None:
    """Return the microphones there are, None where no sound server answers `pactl`."""
    listed = _pactl("-f", "json", "list", "sources")
    if listed is None:
        return None
    default = (_pactl("get-default-source") or "").strip()
    try:
        return _microphones(json.loads(listed), default)
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _microphones(entries: list[dict[str, Any]], default: str) -> tuple[PulseSource, ...]:
    """Return them with the default one first."""
    sources = [_source(entry, default) for entry in entries if _is_microphone(entry, default)]
    return tuple(sorted(sources, key=lambda source: not source.is_default))


def _is_microphone(entry: dict[str, Any], default: str) -> bool:
    """Tell a microphone from what a loudspeaker plays.

    A monitor counts only as the default source, and with no hardware behind it: then somebody
    routed sound there on purpose, where else a consultation would record the loudspeaker.
    """
    name, properties = entry["name"], entry.get("properties") or {}
    if properties.get("device.class") != "monitor" and not entry.get("monitor_source"):
        return not name.startswith(_NO_HARDWARE)
    is_virtual = "alsa.card" not in properties and "device.api" not in properties
    return bool(name == default and is_virtual and not name.startswith(_NO_HARDWARE))


def _source(entry: dict[str, Any], default: str) -> PulseSource:
    rate, channels = _form(str(entry.get("sample_specification", "")))
    name = entry["name"]
    return PulseSource(name, entry.get("description") or name, name == default, rate, channels)


def _form(specification: str) -> tuple[int, int]:
    """Return rate and channels of text like `s16le 2ch 48000Hz`."""
    parts = specification.split()
    numbers = [int(part[:-2]) for part in reversed(parts) if part[:-2].isdigit()]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (48_000, 1)


def _pactl(*arguments: str) -> str | None:
    program = shutil.which("pactl")
    if program is None:
        return None
    try:
        done = subprocess.run(  # noqa: S603 (a fixed program with fixed words)
            [program, *arguments],
            capture_output=True,
            timeout=_LIMIT_SECONDS,
            check=True,
            stdin=subprocess.DEVNULL,
            # The words of a message and the comma of a number follow the language otherwise.
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(errors="replace")
