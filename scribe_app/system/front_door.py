"""Where a second start knocks: a local socket that understands "show yourself" and nothing else."""

import contextlib
import hashlib
import os
import select
import socket
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

_SHOW, _SHOWN = b"show\n", b"shown\n"
_VISITOR_SECONDS = 0.5
_KNOCK_SECONDS = 1.0
_LONGEST_PATH = 100
"""Bytes that every system takes as a socket's address."""

_OWNER_ONLY = 0o600


def address(runtime: Path) -> Path:
    """Return the socket of a runtime folder; of a folder with too long a name, one elsewhere."""
    path = runtime / "door"
    if len(os.fsencode(path)) <= _LONGEST_PATH:
        return path
    name = hashlib.sha256(os.fsencode(path)).hexdigest()[:32]
    return Path(tempfile.gettempdir()) / f"scribe-{name}"


class FrontDoor:
    """Calls back when somebody knocks; opened only by who holds the claim on the folder."""

    def __init__(self, runtime: Path, knocked: Callable[[], object]) -> None:
        self._path = address(runtime)
        self._knocked = knocked
        self._listener: socket.socket | None = None
        self._end, self._stop = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, name="front-door", daemon=True)

    def open(self) -> None:
        """Listen from now on; where that cannot be, a second start says so and ends."""
        if not hasattr(socket, "AF_UNIX"):
            return
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            self._path.unlink(missing_ok=True)  # of a crash: the claim is ours
            listener.bind(os.fspath(self._path))
            self._path.chmod(_OWNER_ONLY)
            listener.listen(4)
        except OSError:
            listener.close()
            return
        self._listener = listener
        self._thread.start()

    def close(self) -> None:
        """Listen no more; safe to call twice."""
        listener, self._listener = self._listener, None
        if listener is not None:
            self._stop.close()
            self._thread.join(2 * _VISITOR_SECONDS)
            listener.close()
            with contextlib.suppress(OSError):
                self._path.unlink(missing_ok=True)
        self._stop.close()
        self._end.close()

    def _serve(self) -> None:
        listener = self._listener
        while listener is not None:
            ready, _, _ = select.select([listener, self._end], [], [])
            if self._end in ready:
                return
            with contextlib.suppress(OSError), listener.accept()[0] as visitor:
                self._receive(visitor)

    def _receive(self, visitor: socket.socket) -> None:
        if _heard(visitor, len(_SHOW), _VISITOR_SECONDS) == _SHOW:
            self._knocked()
            visitor.sendall(_SHOWN)


def knocked(runtime: Path) -> bool:
    """Have the window of a runtime folder show itself; returns whether it says it does."""
    limit = time.monotonic() + _KNOCK_SECONDS
    while time.monotonic() < limit and hasattr(socket, "AF_UNIX"):
        with contextlib.suppress(OSError):
            return _answered(address(runtime))
        time.sleep(0.02)  # it holds the claim and does not listen yet: it is just starting
    return False


def _answered(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(_KNOCK_SECONDS)
        line.connect(os.fspath(path))
        line.sendall(_SHOW)
        return _heard(line, len(_SHOWN), _KNOCK_SECONDS) == _SHOWN


def _heard(line: socket.socket, length: int, seconds: float) -> bytes:
    """Return at most so many bytes of what is said within some seconds."""
    limit, said = time.monotonic() + seconds, b""
    while len(said) < length and (left := limit - time.monotonic()) > 0:
        line.settimeout(left)
        piece = line.recv(length - len(said))
        if not piece:
            break
        said += piece
    return said
