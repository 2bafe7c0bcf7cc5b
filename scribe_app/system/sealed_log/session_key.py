"""The secret of one consultation: the small file without which its segments never open again."""

import os
from enum import Enum
from hashlib import sha256
from pathlib import Path

from scribe_app.system.sealed_log.disk import Disk

FILE_NAME = "session.key"
_SECRET_BYTES = 32
_COPY_BYTES = 4096
_BYTES = 2 * _COPY_BYTES


class Lost(Enum):
    """Why there is no secret: destroyed on purpose, or missing or damaged."""

    DESTROYED = "destroyed"
    DAMAGED = "damaged"


def new_secret() -> bytes:
    """Return the secret of a new consultation."""
    return os.urandom(_SECRET_BYTES)


def write(disk: Disk, folder: Path, secret: bytes) -> None:
    """Keep the secret, twice, a page apart, so that one bad page loses nothing; raises `OSError`.

    Not yet synced: a segment's first sync does that, before anything in it counts as stored.
    """
    copy = (secret + sha256(secret).digest()).ljust(_COPY_BYTES, b"\0")
    fd = disk.create(folder / FILE_NAME)
    try:
        disk.write(fd, copy + copy)
    except OSError:
        disk.remove(folder / FILE_NAME)
        raise
    finally:
        disk.close(fd)


def read(disk: Disk, folder: Path) -> bytes | Lost:
    """Return the secret that a folder holds, or why it holds none."""
    try:
        raw = disk.read(folder / FILE_NAME, 0, _BYTES)
    except OSError:
        return Lost.DAMAGED
    for at in range(0, len(raw), _COPY_BYTES):
        secret, check = raw[at : at + _SECRET_BYTES], raw[at + _SECRET_BYTES :][:_SECRET_BYTES]
        if sha256(secret).digest() == check:
            return secret
    return Lost.DESTROYED if raw == bytes(_BYTES) else Lost.DAMAGED


def destroy(disk: Disk, folder: Path) -> None:
    """Overwrite the secret on the disk itself; raises `OSError`."""
    path = folder / FILE_NAME
    if path.exists():
        disk.overwrite(path, 0, bytes(_BYTES))


def sync(disk: Disk, folder: Path) -> None:
    """Bring the secret and its name to the disk; raises `OSError`."""
    fd = os.open(folder / FILE_NAME, os.O_RDWR | getattr(os, "O_CLOEXEC", 0))
    try:
        disk.sync(fd)
    finally:
        disk.close(fd)
    disk.sync_folder(folder)
    disk.sync_folder(folder.parent)
