"""The user's choices in `settings.toml`; a bad one falls back alone, and is told."""

import os
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from scribe_app.domain.faults import storage_fault
from scribe_app.system.paths import make_folder
from scribe_app.system.toml_text import toml_text

_MAX_BYTES = 1_000_000


class Settings(BaseModel):
    """Every setting with its default; keys of a later version are kept, unread."""

    model_config = ConfigDict(frozen=True, extra="allow", strict=True)

    vendor: str = Field("on-device", min_length=1, max_length=100)
    model: str = Field("whisper-base", min_length=1, max_length=100)
    language: Literal["nl", "en", "fr"] = "nl"
    microphone: str = Field("", max_length=1_000)
    theme: Literal["system", "light", "dark"] = "system"


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a settings file says, and one sentence for each thing in it that could not be used."""

    settings: Settings
    warnings: tuple[str, ...] = ()


def load(path: Path) -> Loaded:
    """Return the settings of a file, the defaults where it or a field of it is no good."""
    try:
        values = tomllib.loads(_text(path))
    except FileNotFoundError:
        return Loaded(Settings())
    except OSError:
        return Loaded(Settings(), ("The settings cannot be read; the defaults are used.",))
    except (ValueError, RecursionError):
        return Loaded(Settings(), ("The settings file is damaged; the defaults are used.",))
    return _validated(values)


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
