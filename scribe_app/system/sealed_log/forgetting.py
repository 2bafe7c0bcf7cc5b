"""What was asked to be forgotten, kept so that a crash cannot leave it half done."""

import struct
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from scribe_app.ports.log import Hole, HoleKind
from scribe_app.system.sealed_log import replacing
from scribe_app.system.sealed_log.audio_log import silenced
from scribe_app.system.sealed_log.contents import read_contents
from scribe_app.system.sealed_log.day_keys import SessionKeys
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import Header, LogKind
from scribe_app.system.sealed_log.places import Place
from scribe_app.system.sealed_log.seal import RecordType
from scribe_app.system.sealed_log.segment import Segment, framed, last_record, new_segment
from scribe_app.system.sealed_log.survey import Found, next_number, survey

Strip = Callable[[Sequence[bytes], int, int], Mapping[bytes, bytes]]
"""Gives what stands in the place of the event records that rest on a stretch of samples."""

_STRETCH = struct.Struct(">QQ")
_ASKED = ".todo"
_DONE = ".log"


@dataclass(frozen=True, slots=True)
class Request:
    """A stretch of samples that was asked to be forgotten, and the file that says so."""

    first: int
    end: int
    path: Path

    @property
    def hole(self) -> Hole:
        """Return the hole it leaves."""
        return Hole(self.first, self.end, HoleKind.FORGOTTEN)

    @property
    def done(self) -> bool:
        """Return whether nothing of it is left to do."""
        return self.path.suffix == _DONE


class Forgetting:
    """The requests of one consultation; every method raises `OSError`.

    With `strip` it also finishes what a crash left of the event records.
    """

    def __init__(
        self, disk: Disk, identity: bytes, keys: SessionKeys, strip: Strip | None = None
    ) -> None:
        self._disk = disk
        self._identity = identity
        self._keys = keys
        self._strip = strip

    def ask(self, place: Place, folders: list[Path], first: int, end: int) -> Request:
        """Put a request on the disk; from its return on the stretch will be forgotten."""
        place.prepare()
        number = next_number(self._found(folders))
        name, key = self._keys.ready()
        now = max(0, int(time.time() * 1000))
        header = Header(LogKind.FORGET, self._identity, number, first, name, now)
        segment = new_segment(place.folder, header, key)
        path = segment.path.with_suffix(_ASKED)
        self._write(path, segment, _STRETCH.pack(first, end))
        place.sync_names()
        return Request(first, end, path)

    def done(self, request: Request) -> None:
        """Note that nothing of it is left to do."""
        self._disk.replace(request.path, request.path.with_suffix(_DONE))
        self._disk.sync_folder(request.path.parent)

    def requests(self, folders: list[Path]) -> list[Request]:
        """Return what was asked, done or not; a request torn by a crash was never made."""
        asked = [self._read(found) for found in self._found(folders)]
        return [each for each in asked if each is not None]

    def catch_up(self, folders: list[Path]) -> None:
        """Do what a crash left undone. Safe to repeat."""
        for folder in folders:
            replacing.settle(self._disk, folder)
        for request in self.requests(folders):
            if not request.done:
                self._carry_out(request, folders)
                self._strip_events(request, folders)
                self.done(request)

    def _carry_out(self, request: Request, folders: list[Path]) -> None:
        first, end = request.first, request.end
        for found in survey(self._disk, folders, self._identity, LogKind.AUDIO, self._keys):
            segment = found.segment
            if segment is not None and replacing.reaches(segment, first, end, self._disk):
                replacing.replaced(
                    self._disk,
                    self._keys,
                    segment,
                    lambda at, pcm: silenced(at, pcm, first, end),
                )

    def _strip_events(self, request: Request, folders: list[Path]) -> None:
        found = survey(self._disk, folders, self._identity, LogKind.EVENTS, self._keys)
        segments = [each.segment for each in found if each.segment is not None]
        records = {each: read_contents(self._disk, each).payloads for each in segments}
        everything = [record for each in segments for record in records[each]]
        changed = self._strip(everything, request.first, request.end) if self._strip else {}
        for segment in segments:
            if not changed.keys().isdisjoint(records[segment]):
                replacing.replaced(
                    self._disk, self._keys, segment, lambda _at, record: changed.get(record, record)
                )

    def _found(self, folders: list[Path]) -> list[Found]:
        return survey(self._disk, folders, self._identity, LogKind.FORGET, self._keys)

    def _read(self, found: Found) -> Request | None:
        if found.segment is None:
            return None
        contents = read_contents(self._disk, found.segment)
        if len(contents.payloads) != 1 or len(contents.payloads[0]) != _STRETCH.size:
            return None
        first, end = _STRETCH.unpack(contents.payloads[0])
        return Request(first, end, found.path)

    def _write(self, path: Path, segment: Segment, payload: bytes) -> None:
        seal = segment.seal()
        data = segment.raw_header + framed(seal, 0, [payload])
        fd = self._disk.create(path)
        try:
            self._disk.write(fd, data + last_record(seal, 1, RecordType.FINAL))
            self._disk.sync(fd)
        finally:
            self._disk.close(fd)
