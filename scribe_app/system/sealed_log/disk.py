"""What the disk can do and how it fails, on each operating system."""

import errno
import os
import shutil
import sys
from pathlib import Path

from scribe_app.domain.faults import ScribeError, storage_fault
from scribe_app.ports.log import Trouble

_CREATE = (
    os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND
    | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
)  # fmt: skip
_CHANGE = os.O_WRONLY | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_OWNER_ONLY = 0o600
_OWNERS_FOLDER = 0o700
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_GONE = frozenset(
    {
        errno.ENOENT, errno.ENOTDIR, errno.EACCES, errno.EPERM, errno.EROFS, errno.ESTALE,
        errno.EEXIST, errno.ENODEV, errno.ENXIO,
    }
)  # fmt: skip
_SENTENCES = {
    Trouble.DISK_FULL: "The disk is full, so the recording can no longer be stored.",
    Trouble.DISK_FAILING: (
        "The disk reports an error, so the recording can no longer be stored safely."
    ),
    Trouble.FOLDER_GONE: (
        "Scribe cannot write in its folder for consultations; check the disk and its permissions."
    ),
}


class Disk:
    """Plain calls, each of which raises `OSError`; tests put one that fails in its place."""

    def make_folder(self, folder: Path) -> None:
        """Make a folder of its owner's alone, in one of its owner's alone."""
        folder.parent.mkdir(mode=_OWNERS_FOLDER, parents=True, exist_ok=True)
        folder.parent.chmod(_OWNERS_FOLDER)
        folder.mkdir(mode=_OWNERS_FOLDER, exist_ok=True)

    def create(self, path: Path) -> int:
        """Return the descriptor of a new file of its owner's alone."""
        return os.open(path, _CREATE, _OWNER_ONLY)

    def write(self, fd: int, data: bytes) -> None:
        """Write all of it; a disk with room for only a part of it is full."""
        if os.write(fd, data) != len(data):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def sync(self, fd: int) -> None:
        """Return when the file's bytes are on the disk itself."""
        if sys.platform == "darwin":
            import fcntl

            # fsync alone leaves them in the drive's own cache there.
            fcntl.fcntl(fd, fcntl.F_FULLFSYNC)
        elif sys.platform == "win32":
            os.fsync(fd)
        else:
            os.fdatasync(fd)

    def sync_folder(self, folder: Path) -> None:
        """Return when the folder's entries are on the disk; Windows has no such thing."""
        if sys.platform == "win32":
            return
        fd = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)

    def close(self, fd: int) -> None:
        """Let go of a file."""
        os.close(fd)

    def still_named(self, fd: int, path: Path) -> bool:
        """Return whether the file is still the one of that name; a removed one takes writes too."""
        if sys.platform == "win32":
            return True
        return os.path.samestat(os.fstat(fd), path.stat())

    def read(self, path: Path, offset: int = 0, length: int = -1) -> bytes:
        """Return bytes of a file, fewer where it ends."""
        with path.open("rb", buffering=0) as file:
            file.seek(offset)
            return file.read() if length < 0 else file.read(length)

    def size(self, path: Path) -> int:
        """Return the bytes in a file."""
        return path.stat().st_size

    def overwrite(self, path: Path, offset: int, data: bytes, *, sync: bool = True) -> None:
        """Put other bytes in the place of those that are there, on the disk itself."""
        fd = os.open(path, _CHANGE)
        try:
            os.lseek(fd, offset, os.SEEK_SET)
            self.write(fd, data)
            if sync:
                self.sync(fd)
        finally:
            os.close(fd)

    def replace(self, path: Path, target: Path) -> None:
        """Give a file the name of another, which is gone then."""
        path.replace(target)

    def remove(self, path: Path) -> None:
        """Remove a file; an absent one is no error."""
        path.unlink(missing_ok=True)

    def free_bytes(self, folder: Path) -> int:
        """Return the room on the disk that holds a folder."""
        return shutil.disk_usage(folder).free


def trouble_of(error: OSError) -> Trouble:
    """Return which of the troubles an error is; a disk that does not answer is failing."""
    if error.errno in _FULL:
        return Trouble.DISK_FULL
    return Trouble.FOLDER_GONE if error.errno in _GONE else Trouble.DISK_FAILING


def fault(error: OSError) -> ScribeError:
    """Return what to tell the clinician about a disk that refused."""
    return storage_fault(sentence(trouble_of(error)))


def sentence(trouble: Trouble) -> str:
    """Return a trouble in words."""
    return _SENTENCES.get(trouble, _SENTENCES[Trouble.DISK_FAILING])
