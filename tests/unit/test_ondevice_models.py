"""Models on the disk: only bytes whose hash fits are ever handed out."""

import hashlib
import importlib
import os
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.ondevice.catalogue import (
    Loader,
    Model,
    ModelFile,
    bundled_catalogue,
    read_catalogue,
)
from scribe_app.ondevice.models import ModelStore

WEIGHTS, CONFIG = b"weights" * 1000, b"{}"


def file(name: str, data: bytes) -> ModelFile:
    address = f"http://127.0.0.1:9/{name}"
    return ModelFile(name, address, len(data), hashlib.sha256(data).hexdigest())


MODEL = Model(
    id="tiny",
    name="Tiny",
    loader=Loader.CTRANSLATE2,
    languages=("nl",),
    licence="MIT",
    note="",
    files=(file("model.bin", WEIGHTS), file("config.json", CONFIG)),
    parts=("scribe_test_part1", "scribe_test_part2"),
)


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    return ModelStore(tmp_path / "models", [MODEL])


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two data packages that must never be imported."""
    root = tmp_path / "site"
    half = len(WEIGHTS) // 2
    for number, piece in enumerate((WEIGHTS[:half], WEIGHTS[half:]), 1):
        data = root / f"scribe_test_part{number}" / "data"
        data.mkdir(parents=True)
        (data.parent / "__init__.py").write_text("raise RuntimeError('imported')")
        (data / f"model.bin.part{number}").write_bytes(piece)
    (root / "scribe_test_part1" / "data" / "config.json").write_bytes(CONFIG)
    monkeypatch.syspath_prepend(str(root))
    importlib.invalidate_caches()
    return root


def folder_with(path: Path, weights: bytes = WEIGHTS) -> Path:
    path.mkdir(parents=True)
    (path / "model.bin").write_bytes(weights)
    (path / "config.json").write_bytes(CONFIG)
    return path


def nothing_left_aside(store: ModelStore) -> bool:
    return not [p for p in store.place("tiny").parent.iterdir() if p.name.startswith(".tiny")]


@pytest.mark.usefixtures("packages")
def test_packages_are_joined_once_and_never_imported(store: ModelStore) -> None:
    assert store.available("tiny")
    assert store.installed() == ()
    place = store.ensure("tiny")
    assert (place / "model.bin").read_bytes() == WEIGHTS
    made = (place / "model.bin").stat().st_ino
    assert store.ensure("tiny") == place
    assert (place / "model.bin").stat().st_ino == made
    assert store.installed() == ("tiny",)
    assert nothing_left_aside(store)
    assert not any(name.startswith("scribe_test") for name in sys.modules)


@pytest.mark.usefixtures("packages")
def test_a_changed_byte_is_noticed_and_mended(store: ModelStore) -> None:
    weights = store.ensure("tiny") / "model.bin"
    before = weights.stat()
    weights.write_bytes(b"x" + WEIGHTS[1:])
    os.utime(weights, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert store.ensure("tiny") == weights.parent
    assert weights.read_bytes() == WEIGHTS


def test_a_damaged_model_with_nothing_to_mend_it(store: ModelStore) -> None:
    folder_with(store.place("tiny"), b"x" + WEIGHTS[1:])
    with pytest.raises(ScribeError) as caught:
        store.ensure("tiny")
    assert caught.value.fault.kind is FaultKind.STORAGE
    assert "damaged" in caught.value.fault.sentence


def test_a_package_with_other_bytes_is_refused(store: ModelStore, packages: Path) -> None:
    (packages / "scribe_test_part2" / "data" / "model.bin.part2").write_bytes(b"evil")
    with pytest.raises(ScribeError) as caught:
        store.ensure("tiny")
    assert caught.value.fault.kind is FaultKind.STORAGE
    assert store.installed() == ()
    assert nothing_left_aside(store)


def test_a_model_that_is_not_here_or_not_known(store: ModelStore) -> None:
    for name in ("tiny", "huge"):
        with pytest.raises(ScribeError) as caught:
            store.ensure(name)
        assert caught.value.fault.kind is FaultKind.CONFIGURATION


def test_a_folder_that_cannot_be_written(tmp_path: Path, packages: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ScribeError) as caught:
        ModelStore(tmp_path / "file", [MODEL]).ensure("tiny")
    assert caught.value.fault.kind is FaultKind.STORAGE


def zipped(path: Path, source: Path) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("model.bin", "config.json"):
            archive.write(source / name, f"deep/er/{name}")
    return path


def tarred(path: Path, source: Path) -> Path:
    with tarfile.open(path, "w:gz") as archive:
        for name in ("model.bin", "config.json"):
            archive.add(source / name, f"../../{name}")
    return path


@pytest.mark.parametrize("kind", ["folder", "above", "file", "zip", "tar"])
def test_import(store: ModelStore, tmp_path: Path, kind: str) -> None:
    stick = tmp_path / "stick"
    source = folder_with(stick / "models" / "tiny")
    places = {"folder": source, "above": stick, "file": source / "model.bin"}
    if kind == "zip":
        places["zip"] = zipped(tmp_path / "model.zip", source)
    if kind == "tar":
        places["tar"] = tarred(tmp_path / "model.tar.gz", source)
    assert store.bring(places[kind]) == "tiny"
    assert (store.ensure("tiny") / "model.bin").read_bytes() == WEIGHTS
    store.remove("tiny")
    store.remove("tiny")
    assert store.installed() == ()


@pytest.mark.parametrize("kind", ["wrong", "empty", "absent", "noise"])
def test_import_of_something_else(store: ModelStore, tmp_path: Path, kind: str) -> None:
    source = tmp_path / "source"
    if kind == "wrong":
        folder_with(source, b"x" + WEIGHTS[1:])
    elif kind == "empty":
        source.mkdir()
    elif kind == "noise":
        source = tmp_path / "model.zip"
        source.write_bytes(b"PK\x05\x06 no archive")
    with pytest.raises(ScribeError) as caught:
        store.bring(source)
    assert caught.value.fault.kind is FaultKind.STORAGE
    assert store.installed() == ()


def test_the_catalogue_is_whole() -> None:
    models = bundled_catalogue()
    assert models[0].id == "whisper-base"
    assert models[0].languages == ("nl", "en", "fr")
    assert all(f.url.startswith("https://") and f.size > 0 for m in models for f in m.files)


@pytest.mark.parametrize(
    ("field", "value"), [("id", "../x"), ("name", "a/b"), ("sha256", "0"), ("loader", "pickle")]
)
def test_a_catalogue_that_cannot_be_trusted(field: str, value: str) -> None:
    facts = {"id": "m", "name": "model.bin", "sha256": "0" * 64, "loader": "ctranslate2"}
    facts[field] = value
    text = f"""
        [[models]]
        id = "{facts["id"]}"
        name = "M"
        loader = "{facts["loader"]}"
        languages = []
        licence = "MIT"
        [[models.files]]
        name = "{facts["name"]}"
        url = "https://example.org"
        size = 1
        sha256 = "{facts["sha256"]}"
    """
    with pytest.raises(ValueError, match=r"."):
        read_catalogue(text)
