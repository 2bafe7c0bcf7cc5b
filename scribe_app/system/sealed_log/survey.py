"""What is on the disk of one consultation: its files by number, each with what opens it, if any."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from scribe_app.system.sealed_log.day_keys import SessionKeys
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import HEADER_BYTES, Header, LogKind, is_destroyed, parse
from scribe_app.system.sealed_log.seal import DamagedError
from scribe_app.system.sealed_log.segment import Segment, found_segment

_NAMES = {
    kind: re.compile(rf"{kind.name.lower()}-(\d{{4,9}})\.(log|todo)", re.ASCII) for kind in LogKind
}


@dataclass(frozen=True, slots=True)
class Found:
    """One file; `header` as it says, not proven, and `segment` only where its key opens it.

    `torn`: so short that it was never begun, as a crash leaves it.
    """

    path: Path
    number: int
    size: int
    header: Header | None = None
    segment: Segment | None = None
    torn: bool = False
    key_there: bool = False

    @property
    def damaged(self) -> bool:
        """Return whether it should open and does not."""
        return self.segment is None and not self.torn and (self.header is None or self.key_there)


def survey(
    disk: Disk, folders: list[Path], identity: bytes, kind: LogKind, keys: SessionKeys | None
) -> list[Found]:
    """Return a log's files in the order of their numbers; raises `OSError`."""
    found = [
        _found(disk, path, number, identity, kind, keys)
        for folder in folders
        for path, number in _named(folder, kind)
    ]
    return sorted(found, key=lambda each: each.number)


def next_number(found: list[Found]) -> int:
    """Return the number of the next segment."""
    return found[-1].number + 1 if found else 0


def _named(folder: Path, kind: LogKind) -> Iterator[tuple[Path, int]]:
    for path in folder.iterdir():
        match = _NAMES[kind].fullmatch(path.name)
        if match is not None and path.is_file():
            yield path, int(match[1])


def _found(
    disk: Disk, path: Path, number: int, identity: bytes, kind: LogKind, keys: SessionKeys | None
) -> Found:
    size = disk.size(path)
    raw = disk.read(path, 0, HEADER_BYTES)
    if len(raw) < HEADER_BYTES or not any(raw):
        return Found(path, number, size, torn=size <= HEADER_BYTES or not any(raw))
    try:
        header = parse(raw)
    except DamagedError:
        return Found(path, number, size)
    if (header.session, header.kind, header.number) != (identity, kind, number):
        return Found(path, number, size)
    key_there = keys is not None and keys.named(header.key_name) is not None
    found = Found(path, number, size, header, None, is_destroyed(raw), key_there)
    return _opened(found, raw, keys)


def _opened(found: Found, raw: bytes, keys: SessionKeys | None) -> Found:
    if keys is None or found.torn:
        return found
    try:
        segment = found_segment(found.path, raw, keys.named)
    except DamagedError:
        return found
    return Found(found.path, found.number, found.size, found.header, segment, False, True)
