"""Where a model can be imported from: a folder, a stick, a ZIP or a TAR archive."""

import shutil
import tarfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from scribe_app.domain.faults import storage_fault
from scribe_app.ondevice.catalogue import Model, ModelFile

_DEPTH = 4  # folders below the one that was picked
_MOST = 20_000  # entries looked at, so that a whole disk picked by mistake ends


class _Entry(Protocol):
    def open(self) -> IO[bytes]: ...


@dataclass(frozen=True, slots=True)
class _OnDisk:
    path: Path

    def open(self) -> IO[bytes]:
        return self.path.open("rb")


@dataclass(frozen=True, slots=True)
class _Zipped:
    archive: zipfile.ZipFile
    info: zipfile.ZipInfo

    def open(self) -> IO[bytes]:
        return self.archive.open(self.info)


@dataclass(frozen=True, slots=True)
class _Tarred:
    archive: tarfile.TarFile
    member: tarfile.TarInfo

    def open(self) -> IO[bytes]:
        stream = self.archive.extractfile(self.member)
        if stream is None:
            raise OSError("no file")
        return stream


@dataclass(frozen=True, slots=True)
class Found:
    """Files by name and size; only what a model names is ever read from them."""

    entries: Mapping[tuple[str, int], _Entry]

    def holds(self, model: Model) -> bool:
        """Return whether every file of the model is there, by name and size."""
        return all((file.name, file.size) in self.entries for file in model.files)

    def copy(self, model: Model, folder: Path) -> None:
        """Copy the model's files into a folder; raises `OSError`. The caller verifies them."""
        for file in model.files:
            self._copy(file, folder / file.name)

    def _copy(self, file: ModelFile, target: Path) -> None:
        with self.entries[file.name, file.size].open() as stream, target.open("wb") as out:
            shutil.copyfileobj(stream, out, 1 << 20)


@contextmanager
def opened(source: Path) -> Iterator[Found]:
    """Look at a folder or an archive; raises `ScribeError` (storage) when it cannot be read."""
    try:
        if source.is_dir():
            yield Found(_folder(source))
        elif zipfile.is_zipfile(source):
            with zipfile.ZipFile(source) as archive:
                yield Found(_zip(archive))
        elif tarfile.is_tarfile(source):
            with tarfile.open(source) as archive:
                yield Found(_tar(archive))
        else:
            yield Found(_folder(source.parent))
    except (OSError, EOFError, zipfile.BadZipFile, tarfile.TarError) as error:
        raise storage_fault("The speech model could not be read from there.") from error


def _folder(root: Path) -> dict[tuple[str, int], _Entry]:
    found: dict[tuple[str, int], _Entry] = {}
    for path in _walk(root):
        found.setdefault((path.name, path.stat().st_size), _OnDisk(path))
    return found


def _walk(root: Path) -> Iterator[Path]:
    looked, level = 0, [root]
    for _ in range(_DEPTH + 1):
        below: list[Path] = []
        for folder in level:
            for path in sorted(folder.iterdir()):
                looked += 1
                if looked > _MOST:
                    return
                if path.is_dir() and not path.is_symlink():
                    below.append(path)
                elif path.is_file():
                    yield path
        level = below


def _zip(archive: zipfile.ZipFile) -> dict[tuple[str, int], _Entry]:
    return {
        (Path(info.filename).name, info.file_size): _Zipped(archive, info)
        for info in archive.infolist()
        if not info.is_dir()
    }


def _tar(archive: tarfile.TarFile) -> dict[tuple[str, int], _Entry]:
    return {
        (Path(member.name).name, member.size): _Tarred(archive, member)
        for member in archive
        if member.isfile()
    }
