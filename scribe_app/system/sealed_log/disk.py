"""What the disk can do and how it fails, on each operating system."""

import errno
import os
import sys
from pathlib import Path
from typing import BinaryIO

from scribe_app.domain.faults import ScribeError, storage_fault

_CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
    | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
_OWNER_ONLY = 0o600
_READ_AHEAD_BYTES = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def create(path: Path) -> int:
    """Return the descriptor of a new file of its owner's alone; raises `ScribeError` (storage)."""
    try:
        return os.open(path, _CREATE, _OWNER_ONLY)
    except OSError as error:
        raise fault(error) from error


def write(fd: int, data: bytes) -> None:
    """Write all of it or raise `OSError`; a disk with room for only a part of it is full."""
    if os.write(fd, data) != len(data):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def reader(path: Path) -> BinaryIO:
    """Return a file to read from start to end; raises `ScribeError` (storage)."""
    return _opened(path, _READ_AHEAD_BYTES)


def random_reader(path: Path) -> BinaryIO:
    """Return a file to read anywhere, without reading ahead; raises `ScribeError` (storage)."""
    return _opened(path, 0)


def _opened(path: Path, buffering: int) -> BinaryIO:
    try:
        return path.open("rb", buffering)
    except OSError as error:
        raise storage_fault("A consultation on this disk cannot be read.") from error


def sync(fd: int) -> None:
    """Return when the file's bytes are on the disk itself; raises `OSError`."""
    if sys.platform == "darwin":
        import fcntl

        # fsync alone leaves them in the drive's own cache there.
        fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
    elif sys.platform == "win32":
        os.fsync(fd)
    else:
        os.fdatasync(fd)


def sync_folder(folder: Path) -> None:
    """Return when the folder's entries are on the disk; Windows has no such thing."""
    if sys.platform == "win32":
        return
    fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(fd)
    finally:
        os.close(fd)


def fault(error: OSError) -> ScribeError:
    """Return what to tell the clinician about a disk that refused."""
    if error.errno in _FULL:
        return storage_fault("The disk is full, so the recording can no longer be stored.")
    return storage_fault(
        "Scribe cannot write in its folder for consultations; check the disk and its permissions."
    )
