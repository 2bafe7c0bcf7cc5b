"""Every call into a disk that may fail or hang, what it means, and which place is tried next."""

import contextlib
import errno
import logging
import os
import time
from collections.abc import Callable
from pathlib import Path

from scribe_app.domain.faults import ScribeError, storage_fault
from scribe_app.ports.log import Trouble, Where
from scribe_app.system.sealed_log import disk as disks
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.hand import Hand
from scribe_app.system.sealed_log.helm import Helm, Stroke
from scribe_app.system.sealed_log.pen import Pen
from scribe_app.system.sealed_log.places import Place, Places

OPEN_SECONDS = 0.4
"""How long a place may take to make a file while there is another place; two files by 1 s."""

WRITE_SECONDS = 2.0
SYNC_SECONDS = 10.0
_RETRY_SECONDS = 1.0
_MARGIN_BYTES = 256 * 1024

_log = logging.getLogger(__name__)


class Outlet:
    """Opens, writes and syncs pens for one series; `cause` is what is wrong, None when nothing is.

    One thread at a time writes and one at a time syncs.
    """

    def __init__(self, disk: Disk, places: Places) -> None:
        self.cause: Trouble | None = None
        self._disk = disk
        self._places = places
        self._writer = Hand("log-write")
        self._syncer = Hand("log-sync")
        self._retry_at = 0.0
        self._newest: Place | None = None

    def trouble(self, *, writing: bool) -> Trouble:
        """Return what is wrong now, where something is being written or nothing is."""
        cause = self.cause or Trouble.NONE
        refused = cause in (Trouble.DISK_FAILING, Trouble.FOLDER_GONE)
        return Trouble.MEMORY_ONLY if refused and not writing else cause

    def where(self, pen: Pen | None, *, waits: bool) -> Where:
        """Return where the newest goes, which may be waiting for a pen."""
        if pen is not None:
            self._newest = pen.place
        elif waits and self.cause is not None:
            return Where.MEMORY
        is_first = self._newest is None or self._newest is self._places.first
        return Where.FIRST if is_first else Where.SECOND

    def may_try(self) -> bool:
        """Return whether it is time to try again where all places refused."""
        return time.monotonic() >= self._retry_at

    def try_now(self) -> None:
        """Do not wait for the next try."""
        self._retry_at = 0.0

    def try_later(self) -> None:
        """Leave the places alone for a second."""
        self._retry_at = time.monotonic() + _RETRY_SECONDS

    def opened(self, new_pen: Callable[[Place], Pen], waiting: int) -> Pen | None:
        """Return a pen in the first place that takes one and has room for what waits, in bytes."""
        places = self._places.order()
        for place in places:
            limit = OPEN_SECONDS if place is not places[-1] else WRITE_SECONDS
            try:
                pen = self._opened(new_pen(place), waiting, limit)
            except OSError as error:
                self.failed(error, place)
            else:
                self._relieved(place)
                return pen
        self.try_later()
        return None

    def write(self, pen: Pen, act: Callable[[], None]) -> None:
        """Do something to a pen; raises the `OSError` of a disk that refused or did not answer."""
        try:
            self._writer.do(act, WRITE_SECONDS)
        except OSError as error:
            self.failed(error, pen.place)
            raise

    def write_directly(self, pen: Pen, payloads: list[bytes], helm: Helm) -> None:
        """Write records in this thread, which has the helm; raises `RelievedError` too."""
        try:
            helm.stroke(pen.place, pen.write, payloads)
        except OSError as error:
            self.failed(error, pen.place)
            raise

    def hangs(self, stroke: Stroke) -> None:
        """Note that a disk did not come back from a write."""
        self.failed(TimeoutError(), stroke.place)
        stroke.place.hangs(stroke)

    def failed(self, error: OSError, place: Place) -> None:
        """Note why a place refused, or did not answer."""
        trouble = disks.trouble_of(error)
        if self.cause is not trouble:
            _log.error("log-sync-failed", extra={"errno": error.errno or 0})
        self.cause = trouble
        if trouble is not Trouble.DISK_FULL:
            self._places.blame(place)
        self._writer = _free(self._writer, place)
        self._syncer = _free(self._syncer, place)

    def sync(self, pens: list[Pen]) -> None:
        """Sync files in order; raises `OSError`."""
        done: list[Pen] = []

        def sync_each() -> None:
            for pen in pens:
                pen.sync()
                done.append(pen)

        try:
            self._syncer.do(sync_each, SYNC_SECONDS)
        except OSError as error:
            self.failed(error, pens[len(done)].place)
            raise

    def quietly(self, act: Callable[[], None]) -> None:
        """Do something whose failure changes nothing."""
        with contextlib.suppress(OSError):
            self._writer.do(act, WRITE_SECONDS)

    def close(self) -> None:
        """Let go of the threads."""
        self._writer.close()
        self._syncer.close()

    def fault(self) -> ScribeError:
        """Return what to tell of the trouble there is."""
        return storage_fault(disks.sentence(self.cause or Trouble.DISK_FAILING))

    def reachable(self, path: Path) -> bool:
        """Return whether a file is where no call hangs."""
        place = self._places.of(path)
        return place is None or not place.hung

    def _opened(self, pen: Pen, waiting: int, limit: float) -> Pen:
        full = self.cause is Trouble.DISK_FULL
        self._writer.do(lambda: self._open(pen, waiting if full else None), limit)
        return pen

    def _open(self, pen: Pen, waiting: int | None) -> None:
        folder = pen.place.folder
        # A disk that was full is not filled with beginnings of files that come to nothing.
        cramped = waiting is not None and folder.exists()
        if cramped and self._disk.free_bytes(folder) < (waiting or 0) + _MARGIN_BYTES:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        pen.open()

    def _relieved(self, place: Place) -> None:
        if self.cause is Trouble.DISK_FULL and place is self._places.first:
            self.cause = None


def _free(hand: Hand, place: Place) -> Hand:
    """Return a hand that can be used; one that hangs is left, to end when it is let go."""
    if not hand.stuck:
        return hand
    place.hangs(hand)
    hand.close()
    return Hand(hand.name)
