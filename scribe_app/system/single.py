"""One holder at a time, for a profile or a consultation; a crash lets go at once."""

import contextlib
import os
import sys
import time
from pathlib import Path

FILE_NAME = "lock"
_TRIES = 5
_PAUSE_SECONDS = 0.02
_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


class Claim:
    """A lock that is held; the operating system releases it when the process ends, however."""

    def __init__(self, fd: int) -> None:
        self._fd = fd

    def release(self) -> None:
        """Let go; safe to call twice."""
        fd, self._fd = self._fd, -1
        if fd >= 0:
            os.close(fd)


NOTHING = Claim(-1)
"""The claim of who need not hold anything."""


def claimed(folder: Path) -> Claim | None:
    """Return the claim on a folder, None when another holds it; raises `OSError`.

    The lock is on the open file, not in its existence: the file of a crash stays and holds nobody
    up. A file system that knows no locks gives every claim.
    """
    fd = os.open(folder / FILE_NAME, _FLAGS, 0o600)
    for _ in range(_TRIES):
        if _locked(fd):
            return Claim(fd)
        time.sleep(_PAUSE_SECONDS)  # who only asks whether it is held, holds it for a moment
    os.close(fd)
    return None


def _locked(fd: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(fd, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def is_claimed(folder: Path) -> bool:
    """Return whether somebody holds a folder now."""
    with contextlib.suppress(OSError):
        if not (folder / FILE_NAME).exists():
            return False
        claim = claimed(folder)
        if claim is None:
            return True
        claim.release()
    return False
