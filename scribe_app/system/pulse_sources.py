"""The microphones that PulseAudio or PipeWire knows; PortAudio shows them as one."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

STREAM_TAG = "scribe.stream"
"""The property by which our own streams are known in the server's list."""

T = TypeVar("T")

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
    index: int = -1
    is_monitor: bool = False
    is_muted: bool = False
    is_suspended: bool = False


@dataclass(frozen=True, slots=True)
class PulseState:
    """Everything that is there, monitors too, and which source each stream of ours listens to.

    `listening` has pairs of a stream's tag (as `portaudio.PortAudio.open` gave it) and an index.
    """

    sources: tuple[PulseSource, ...]
    listening: tuple[tuple[str, int], ...]

    @property
    def default(self) -> str:
        """Return the name of the default source, empty when there is none."""
        return next((source.name for source in self.sources if source.is_default), "")


def pulse_sources() -> tuple[PulseSource, ...] | None:
    """Return the microphones there are, None where no sound server answers `pactl`."""
    listed = _listed("sources")
    if listed is None:
        return None
    default = _default()
    return _read(lambda: _microphones(json.loads(listed), default))


def pulse_state() -> PulseState | None:
    """Return everything that is there, None where no sound server answers `pactl`."""
    sources, streams = _listed("sources"), _listed("source-outputs")
    if sources is None or streams is None:
        return None
    default = _default()
    return _read(lambda: _state(json.loads(sources), json.loads(streams), default))


def _state(
    sources: list[dict[str, Any]], streams: list[dict[str, Any]], default: str
) -> PulseState:
    tags = [(entry.get("properties") or {}).get(STREAM_TAG) for entry in streams]
    return PulseState(
        tuple(_source(entry, default) for entry in sources),
        tuple((tag, entry["source"]) for tag, entry in zip(tags, streams, strict=True) if tag),
    )


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
    if not _is_monitor(entry, properties):
        return not name.startswith(_NO_HARDWARE)
    is_virtual = "alsa.card" not in properties and "device.api" not in properties
    return bool(name == default and is_virtual and not name.startswith(_NO_HARDWARE))


def _source(entry: dict[str, Any], default: str) -> PulseSource:
    rate, channels = _form(str(entry.get("sample_specification", "")))
    name, properties = entry["name"], entry.get("properties") or {}
    return PulseSource(
        name,
        entry.get("description") or name,
        name == default,
        rate,
        channels,
        index=entry.get("index", -1),
        is_monitor=_is_monitor(entry, properties),
        is_muted=bool(entry.get("mute")),
        is_suspended=entry.get("state") == "SUSPENDED",
    )


def _is_monitor(entry: dict[str, Any], properties: dict[str, Any]) -> bool:
    return properties.get("device.class") == "monitor" or bool(entry.get("monitor_source"))


def _form(specification: str) -> tuple[int, int]:
    """Return rate and channels of text like `s16le 2ch 48000Hz`."""
    parts = specification.split()
    numbers = [int(part[:-2]) for part in reversed(parts) if part[:-2].isdigit()]
    return (numbers[0], numbers[1]) if len(numbers) == 2 else (48_000, 1)


def _read(parse: Callable[[], T]) -> T | None:
    try:
        return parse()
    except (ValueError, LookupError, TypeError, AttributeError):
        return None


def _listed(what: str) -> str | None:
    return pactl("-f", "json", "list", what)


def _default() -> str:
    return (pactl("get-default-source") or "").strip()


def pactl(*arguments: str) -> str | None:
    """Return what the program prints, within 3 s; None when it is absent, refuses or hangs."""
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
            env=pactl_environment(),
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(errors="replace")


def pactl_environment() -> dict[str, str]:
    """Return what `pactl` runs with: its words and commas would follow the language otherwise."""
    return {**os.environ, "LC_ALL": "C.UTF-8"}
