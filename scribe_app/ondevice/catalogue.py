"""The catalogue of speech models: data beside this module, read and checked here."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from importlib import resources
from typing import Any


class Loader(StrEnum):
    """How a model is run."""

    CTRANSLATE2 = "ctranslate2"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """One file of a model; `size` in bytes, `sha256` in hexadecimal and always enforced."""

    name: str
    url: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Model:
    """One model; `parts` are the packages that carry it, so that nothing is downloaded."""

    id: str
    name: str
    loader: Loader
    languages: tuple[str, ...]
    licence: str
    note: str
    files: tuple[ModelFile, ...]
    parts: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Return the bytes of all its files."""
        return sum(file.size for file in self.files)


def read_catalogue(text: str) -> tuple[Model, ...]:
    """Return the models of a catalogue; raises `ValueError` for one that cannot be trusted."""
    return tuple(_model(entry) for entry in tomllib.loads(text)["models"])


def bundled_catalogue() -> tuple[Model, ...]:
    """Return the catalogue that comes with the program."""
    return read_catalogue(resources.files(__package__).joinpath("catalogue.toml").read_text())


def _model(entry: Mapping[str, Any]) -> Model:
    return Model(
        id=_plain(entry["id"]),
        name=entry["name"],
        loader=Loader(entry["loader"]),
        languages=tuple(entry["languages"]),
        licence=entry["licence"],
        note=entry.get("note", ""),
        files=tuple(_file(file) for file in entry["files"]),
        parts=tuple(entry.get("parts", ())),
    )


def _file(entry: Mapping[str, Any]) -> ModelFile:
    sha256 = entry["sha256"].lower()
    if len(sha256) != 64 or set(sha256) - set("0123456789abcdef"):
        raise ValueError("a file in the model catalogue has no SHA-256")
    return ModelFile(_plain(entry["name"]), entry["url"], int(entry["size"]), sha256)


def _plain(name: str) -> str:
    """Return a name that is safe as a file name; a catalogue may come from elsewhere."""
    if not name or name.startswith(".") or set(name) & set('/\\:*?"<>|\0'):
        raise ValueError("a name in the model catalogue is no plain file name")
    return name
