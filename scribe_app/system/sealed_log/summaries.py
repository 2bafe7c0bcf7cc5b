"""What can be told of a consultation on the disk from the heads, tails and sizes of its files."""

from pathlib import Path

from scribe_app.domain.audio import to_seconds
from scribe_app.ports.log import SessionSummary
from scribe_app.system.sealed_log.contents import samples_in
from scribe_app.system.sealed_log.day_keys import SessionKeys
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import LogKind
from scribe_app.system.sealed_log.segment import LAST_BYTES, End, looks_ended, read_end
from scribe_app.system.sealed_log.survey import Found, survey


def summary(
    disk: Disk, identity: bytes, folders: list[Path], keys: SessionKeys | None
) -> SessionSummary:
    """Return it; raises `OSError`."""
    audio = survey(disk, folders, identity, LogKind.AUDIO, keys)
    events = survey(disk, folders, identity, LogKind.EVENTS, keys)
    files = [each for each in (*audio, *events) if not each.torn]
    return SessionSummary(
        identity.hex(),
        _started(files, folders),
        to_seconds(_end(disk, audio)),
        clean=_ended_well(disk, audio) and _ended_well(disk, events),
        readable=any(each.segment is not None for each in files),
        damaged=any(each.damaged for each in files) or _incomplete(audio) or _incomplete(events),
    )


def _started(files: list[Found], folders: list[Path]) -> float:
    made = [each.header.made_ms / 1000 for each in files if each.header is not None]
    return min(made) if made else min(folder.stat().st_mtime for folder in folders)


def _end(disk: Disk, files: list[Found]) -> int:
    """Return the sample after the last, as the sizes say it."""
    ends = [(each.header.first + samples_in(each.size), each) for each in files if each.header]
    if not ends:
        return 0
    end, last = max(ends, key=lambda pair: pair[0])
    has_end = looks_ended(disk.read(last.path, max(0, last.size - LAST_BYTES), LAST_BYTES))
    return end - (samples_in(last.size) - samples_in(last.size - LAST_BYTES) if has_end else 0)


def _ended_well(disk: Disk, files: list[Found]) -> bool:
    """Return whether the newest file has the record that ends a log."""
    begun = [each for each in files if not each.torn]
    if not begun or begun[-1].segment is None:
        return False
    newest = begun[-1]
    tail = disk.read(newest.path, max(0, newest.size - LAST_BYTES), LAST_BYTES)
    return read_end(begun[-1].segment.seal(), tail)[0] is End.CLEAN


def _incomplete(files: list[Found]) -> bool:
    """Return whether a number is missing."""
    return len({each.number for each in files}) != (files[-1].number + 1 if files else 0)
