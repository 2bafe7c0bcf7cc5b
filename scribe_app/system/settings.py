"""The user's choices in `settings.toml` and the policy that wins over them.

A bad value falls back alone, and is told.
"""

import os
import tempfile
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scribe_app.domain.faults import storage_fault
from scribe_app.system.paths import make_folder
from scribe_app.system.toml_text import toml_text

_MAX_BYTES = 1_000_000


class HisLayout(BaseModel):
    """What differs from a HIS's own way of writing; what is None does not."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    markers: list[Annotated[str, Field(max_length=20)]] | None = Field(
        None, min_length=4, max_length=4
    )
    marked: bool | None = None
    joined: bool | None = None
    width: int | None = Field(None, ge=0, le=1_000)
    longest: int | None = Field(None, ge=0, le=1_000_000)
    decimal_comma: bool | None = None
    ascii_only: bool | None = None
    windows_lines: bool | None = None


class Settings(BaseModel):
    """Every setting with its default; keys of a later version are kept, unread."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    vendor: str = Field("on-device", min_length=1, max_length=100)
    model: str = Field("", max_length=100)
    language: str = Field("nl", pattern="^[a-z]{2,3}$")
    template: str = Field("", max_length=100)
    fallbacks: list[str] = Field([], max_length=20)
    microphone: str = Field("", max_length=1_000)
    theme: Literal["system", "light", "dark"] = "system"
    finish_unfinished: Literal["offer", "automatic"] = "offer"
    ca_file: str = Field("", max_length=4_000)
    recordings: Literal["ask", "forget"] = "ask"
    """What becomes of recordings where there is no keyring and no passphrase."""
    plain_hosts: list[str] = Field([], max_length=100)
    vendors: dict[str, dict[str, str]] = {}
    his: Literal["generic", "promedico", "bricks", "medicom", "microhis", "own"] = "generic"
    his_layouts: dict[str, HisLayout] = {}


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the files say, and one sentence for each thing in them that could not be used.

    `locked` names what the policy sets: fields, and ``vendor.key`` for a vendor's settings.
    """

    settings: Settings
    warnings: tuple[str, ...] = ()
    locked: frozenset[str] = frozenset()


def load(path: Path, policy: Path | None = None) -> Loaded:
    """Return the settings of a file, the defaults where it or a field of it is no good.

    What the policy says wins; a policy that is damaged locks nothing, and that is told.
    """
    values, warnings = _read(path, "settings")
    ours, more = _read(policy, "policy") if policy else ({}, ())
    loaded = _validated(_overruled(values, ours))
    locked = frozenset(_names(ours)) - {w.split()[2] for w in loaded.warnings}
    return Loaded(loaded.settings, warnings + more + loaded.warnings, locked)


def _read(path: Path, name: str) -> tuple[dict[str, Any], tuple[str, ...]]:
    defaults = "the defaults are used" if name == "settings" else "it is not applied"
    try:
        return tomllib.loads(_text(path)), ()
    except FileNotFoundError:
        return {}, ()
    except OSError:
        return {}, (f"The {name} cannot be read; {defaults}.",)
    except (ValueError, RecursionError):
        return {}, (f"The {name} file is damaged; {defaults}.",)


def _overruled(values: dict[str, Any], policy: dict[str, Any]) -> dict[str, Any]:
    merged = values | policy
    mine, theirs = values.get("vendors"), policy.get("vendors")
    if isinstance(mine, dict) and isinstance(theirs, dict):
        merged["vendors"] = mine | {
            vendor: {**mine[vendor], **keys}
            if isinstance(keys, dict) and isinstance(mine.get(vendor), dict)
            else keys
            for vendor, keys in theirs.items()
        }
    return merged


def _names(policy: dict[str, Any]) -> Iterator[str]:
    for key, value in policy.items():
        if key != "vendors":
            yield key
        elif isinstance(value, dict):
            for vendor, keys in value.items():
                yield from (f"{vendor}.{each}" for each in keys if isinstance(keys, dict))


def save(path: Path, settings: Settings) -> None:
    """Replace the file in one step, so that a crash leaves the old or the new one.

    Raises `ScribeError` (storage).
    """
    make_folder(path.parent)
    text = toml_text(settings.model_dump())
    try:
        _replace(path, text.encode())
    except OSError as error:
        raise storage_fault("The settings cannot be saved; check the disk.") from error


def _text(path: Path) -> str:
    with path.open("rb") as file:
        raw = file.read(_MAX_BYTES + 1)
    if len(raw) > _MAX_BYTES:
        raise ValueError
    return raw.decode()


def _validated(values: dict[str, Any]) -> Loaded:
    try:
        return Loaded(Settings.model_validate(values))
    except ValidationError as error:
        bad = {str(each["loc"][0]) for each in error.errors() if each["loc"]}
    good = {key: value for key, value in values.items() if key not in bad}
    warnings = tuple(
        f"The setting {key} has a value that cannot be used; the default is used."
        for key in sorted(bad)
    )
    return Loaded(Settings.model_validate(good), warnings)


def _replace(path: Path, data: bytes) -> None:
    fd, name = tempfile.mkstemp(dir=path.parent, prefix=".settings-")
    try:
        with os.fdopen(fd, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
