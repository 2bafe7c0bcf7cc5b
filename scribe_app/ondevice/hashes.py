"""Hashes of model files, and a stamp that spares a second look at files that did not change."""

import contextlib
import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

from scribe_app.ondevice.catalogue import ModelFile


def matches(path: Path, sha256: str) -> bool:
    """Return whether a file has a hash; false when it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == sha256
    except OSError:
        return False


class Stamp:
    """Remembers which files were verified, by hash, size, inode and both of their times.

    Any later write changes the inode's change time, which no program can set back, so a file
    that still fits its stamp holds the bytes that were hashed.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def fresh(self, files: Sequence[ModelFile]) -> bool:
        """Return whether every file is as it was when it was verified."""
        try:
            return bool(json.loads(self._path.read_text()) == self._now(files))
        except (OSError, ValueError):
            return False

    def write(self, files: Sequence[ModelFile]) -> None:
        """Remember the files as they are; on a read-only disk they are hashed every time."""
        with contextlib.suppress(OSError):
            self._path.write_text(json.dumps(self._now(files)))

    def _now(self, files: Sequence[ModelFile]) -> dict[str, list[int | str]]:
        return {file.name: self._mark(file) for file in files}

    def _mark(self, file: ModelFile) -> list[int | str]:
        stat = (self._path.parent / file.name).stat()
        return [file.sha256, stat.st_size, stat.st_ino, stat.st_mtime_ns, stat.st_ctime_ns]
