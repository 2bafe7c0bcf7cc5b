"""Puts a segment under a new key in the place of another, whose key is destroyed first."""

from dataclasses import replace
from pathlib import Path

from scribe_app.domain.audio import SAMPLE_BYTES
from scribe_app.system.sealed_log.contents import read_contents, samples_in
from scribe_app.system.sealed_log.day_keys import SessionKeys
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import (
    HEADER_BYTES,
    WRAPPED_AT,
    LogKind,
    is_destroyed,
)
from scribe_app.system.sealed_log.held import Change
from scribe_app.system.sealed_log.seal import WRAPPED_BYTES, RecordType
from scribe_app.system.sealed_log.segment import (
    End,
    Segment,
    framed,
    last_record,
    new_segment,
)

_SUFFIX = ".new"
_LAST = {End.CLEAN: RecordType.FINAL, End.TURNED: RecordType.TURN}


def reaches(segment: Segment, first: int, end: int, disk: Disk) -> bool:
    """Return whether a segment holds anything of a stretch of units; `OSError`."""
    start = segment.header.first
    if segment.header.kind is not LogKind.AUDIO:
        return start < end
    return start < end and start + samples_in(disk.size(segment.path)) > first


def replaced(disk: Disk, keys: SessionKeys, old: Segment, change: Change) -> Segment:
    """Return the segment that replaced one nobody writes to; raises `OSError`.

    First the new one is whole on the disk, then the old key is destroyed, then the name changes
    hands: a crash leaves one of the two to be read (`settle`). A day's key that is gone leaves
    nothing to be sealed anew: the segment's key is destroyed all the same.
    """
    key = keys.named(old.header.key_name)
    if key is None:
        destroy_key(disk, old.path)
        return old
    new = new_segment(old.path.parent, old.header, key)
    side = old.path.with_name(old.path.name + _SUFFIX)
    disk.remove(side)
    _write(disk, side, _changed(disk, old, new, change))
    destroy_key(disk, old.path)
    _rename(disk, side, old.path)
    return replace(new, path=old.path)


def destroy_key(disk: Disk, path: Path, *, sync: bool = True) -> None:
    """Overwrite the wrapped key of a segment; raises `OSError`."""
    disk.overwrite(path, WRAPPED_AT, bytes(WRAPPED_BYTES), sync=sync)


def settle(disk: Disk, folder: Path) -> None:
    """Finish what a crash interrupted in `replaced`; raises `OSError`. Safe to repeat."""
    for side in folder.glob(f"*{_SUFFIX}"):
        target = side.with_name(side.name.removesuffix(_SUFFIX))
        if target.exists() and is_destroyed(disk.read(target, 0, HEADER_BYTES)):
            _rename(disk, side, target)
        else:
            disk.remove(side)


def _changed(disk: Disk, old: Segment, new: Segment, change: Change) -> bytes:
    contents = read_contents(disk, old)
    unit, payloads = old.header.first, []
    for payload in contents.payloads:
        payloads.append(change(unit, payload))
        audio = old.header.kind is LogKind.AUDIO
        unit += len(payload) // SAMPLE_BYTES if audio else 1
    seal = new.seal()
    last = _LAST.get(contents.end)
    ending = last_record(seal, len(payloads), last) if last is not None else b""
    return new.raw_header + framed(seal, 0, payloads) + ending


def _write(disk: Disk, path: Path, data: bytes) -> None:
    fd = disk.create(path)
    try:
        disk.write(fd, data)
        disk.sync(fd)
    except OSError:
        disk.remove(path)
        raise
    finally:
        disk.close(fd)
    disk.sync_folder(path.parent)


def _rename(disk: Disk, side: Path, target: Path) -> None:
    disk.replace(side, target)
    disk.sync_folder(target.parent)
