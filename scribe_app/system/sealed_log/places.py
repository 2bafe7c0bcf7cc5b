"""Where one consultation's files go: a folder of its own in the first place, or in the second."""

import threading
from pathlib import Path
from typing import Protocol

from scribe_app.system import single
from scribe_app.system.sealed_log import session_key
from scribe_app.system.sealed_log.disk import Disk


class Call(Protocol):
    """Something that was asked of a place."""

    @property
    def stuck(self) -> bool:
        """Return whether it took too long and has not come back."""


class Place:
    """One consultation's folder in one place; made when it is first needed."""

    def __init__(self, disk: Disk, folder: Path, secret: bytes) -> None:
        self.folder = folder
        self._disk = disk
        self._secret = secret
        self._lock = threading.Lock()
        self._claim: single.Claim | None = None
        self._ready = self._synced = False
        self._hung: list[Call] = []

    def prepare(self) -> None:
        """Make the folder and its key file where they are not, and hold it; raises `OSError`."""
        with self._lock:
            if self._ready:
                return
            self._disk.make_folder(self.folder)
            self._claim = self._claim or single.claimed(self.folder)
            if session_key.read(self._disk, self.folder) != self._secret:
                session_key.write(self._disk, self.folder, self._secret)
            self._ready = True

    @property
    def made(self) -> bool:
        """Return whether the folder was made, or found, by this consultation."""
        return self._ready or self._claim is not None

    def release(self) -> None:
        """Let others have the folder."""
        if self._claim is not None:
            self._claim.release()
            self._claim = None

    def sync_names(self) -> None:
        """Bring a new file's name to the disk, and the key file before the first; `OSError`."""
        if self._synced:
            self._disk.sync_folder(self.folder)
        else:
            session_key.sync(self._disk, self.folder)
            self._synced = True

    def hangs(self, call: Call) -> None:
        """Note that a call into this place did not return."""
        self._hung.append(call)

    @property
    def hung(self) -> bool:
        """Return whether a call into this place still hangs."""
        return any(call.stuck for call in self._hung)


class Places:
    """The places of one consultation in the order in which they are tried."""

    def __init__(self, places: tuple[Place, ...]) -> None:
        self.all = places
        self._bad: set[Place] = set()

    @property
    def first(self) -> Place:
        """Return where it should be."""
        return self.all[0]

    def order(self) -> list[Place]:
        """Return those that may be tried now, those that failed before last."""
        return sorted((p for p in self.all if not p.hung), key=lambda p: p in self._bad)

    def blame(self, place: Place) -> None:
        """Note that a place failed."""
        self._bad.add(place)

    def of(self, path: Path) -> Place | None:
        """Return the place of a file."""
        return next((place for place in self.all if place.folder == path.parent), None)
