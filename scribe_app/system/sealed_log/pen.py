"""Writes one segment: seals records in order and brings them to its file."""

import errno
import os
import threading
from collections.abc import Sequence

from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import HEADER_BYTES
from scribe_app.system.sealed_log.places import Place
from scribe_app.system.sealed_log.seal import RecordType
from scribe_app.system.sealed_log.segment import Segment, framed, last_record


class Pen:
    """The writer of one file; `records` counts those written whole. Every method may hang.

    A write that failed is never followed by another: a further segment goes on.
    """

    def __init__(self, disk: Disk, place: Place, segment: Segment) -> None:
        self.place = place
        self.segment = segment
        self.records = 0
        self.size = HEADER_BYTES
        self._disk = disk
        self._seal = segment.seal()
        self._fd = -1
        self._lock = threading.Lock()
        self._users = 0
        self._named = self._closing = False

    def open(self) -> None:
        """Make the file; raises `OSError`, and leaves none then."""
        self.place.prepare()
        self._fd = self._disk.create(self.segment.path)
        try:
            self._disk.write(self._fd, self.segment.raw_header)
        except OSError:
            self.drop()
            raise

    def write(self, payloads: Sequence[bytes]) -> None:
        """Write records of content; raises `OSError`."""
        frames = framed(self._seal, self.records, payloads)
        fd = self._taken()
        try:
            self._disk.write(fd, frames)
        finally:
            self._given_back()
        self.records += len(payloads)
        self.size += len(frames)

    def end(self, kind: RecordType) -> None:
        """Write the record after which nothing comes; raises `OSError`."""
        fd = self._taken()
        try:
            self._disk.write(fd, last_record(self._seal, self.records, kind))
        finally:
            self._given_back()

    def sync(self) -> None:
        """Return when all that was written is on the disk; raises `OSError`."""
        fd = self._taken()
        try:
            if not self._disk.still_named(fd, self.segment.path):
                raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
            if not self._named:
                self.place.sync_names()
                self._named = True
            self._disk.sync(fd)
        finally:
            self._given_back()

    def close(self) -> None:
        """Let go of the file, once no call uses it; raises `OSError`."""
        with self._lock:
            self._closing = True
        self._close_unused()

    def drop(self) -> None:
        """Remove the file, of which nothing is needed; raises `OSError`."""
        self.close()
        self._disk.remove(self.segment.path)

    def _taken(self) -> int:
        """Return the descriptor; nobody closes it meanwhile: its number may be another file's."""
        with self._lock:
            if self._closing:
                raise OSError(errno.EBADF, os.strerror(errno.EBADF))
            self._users += 1
            return self._fd

    def _given_back(self) -> None:
        with self._lock:
            self._users -= 1
        if self._closing:
            self._close_unused()

    def _close_unused(self) -> None:
        with self._lock:
            if not self._closing or self._users or self._fd < 0:
                return
            fd, self._fd = self._fd, -1
        self._disk.close(fd)
