"""Models that came as packages: data to be joined, never code to be imported."""

import importlib.util
import shutil
import sys
from pathlib import Path

from scribe_app.ondevice.catalogue import Model


def present(model: Model) -> bool:
    """Return whether every package that carries the model is installed."""
    return bool(model.parts) and all(_data(name) is not None for name in model.parts)


def join(model: Model, folder: Path) -> None:
    """Write the model's files into a folder, joining those that come in numbered pieces.

    Raises `OSError`; the bytes are verified by the caller.
    """
    sources = [data for name in model.parts if (data := _data(name)) is not None]
    for file in model.files:
        pieces = _pieces(file.name, sources)
        with (folder / file.name).open("wb") as out:
            for piece in pieces:
                with piece.open("rb") as stream:
                    shutil.copyfileobj(stream, out, 1 << 20)


def _pieces(name: str, sources: list[Path]) -> list[Path]:
    """Return the file itself, or its pieces `name.part1`, `name.part2` ... in order."""
    whole = [source / name for source in sources if (source / name).is_file()]
    if whole:
        return whole[:1]
    parts = [part for source in sources for part in source.glob(f"{name}.part*")]
    return sorted(parts, key=lambda part: int(part.suffix.removeprefix(".part")))


def _data(package: str) -> Path | None:
    """Return a package's data folder, found without running any of its code."""
    roots = [Path(base) / package for base in (getattr(sys, "_MEIPASS", None),) if base]
    spec = importlib.util.find_spec(package)
    if spec is not None:
        roots += [Path(place) for place in spec.submodule_search_locations or ()]
    return next((root / "data" for root in roots if (root / "data").is_dir()), None)
