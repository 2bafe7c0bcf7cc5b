"""What can be told of a consultation on the disk from the heads, tails and sizes of its files."""

from pathlib import Path

from scribe_app.domain.audio import BLOCK_SAMPLES, to_seconds
from scribe_app.ports.log import SessionSummary
from scribe_app.system.sealed_log.contents import samples_in
from scribe_app.system.sealed_log.day_keys import SessionKeys
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import LogKind
from scribe_app.system.sealed_log.segment import LAST_BYTES, End, read_end
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
        to_seconds(max([_end(each) for each in audio], default=0)),
        clean=_ended_well(disk, audio) and _ended_well(disk, events),
        readable=any(each.segment is not None for each in files),
        damaged=any(each.damaged for each in files) or _incomplete(audio) or _incomplete(events),
    )


def _started(files: list[Found], folders: list[Path]) -> float:
    made = [each.header.made_ms / 1000 for each in files if each.header is not None]
    return min(made) if made else min(folder.stat().st_mtime for folder in folders)


def _end(found: Found) -> int:
    """Return the sample after a file's last, give or take the record that ends it."""
    if found.header is None:
        return 0
    samples = samples_in(found.size)
    excess = samples_in(found.size) - samples_in(found.size - LAST_BYTES)
    return found.header.first + samples - (excess if excess < BLOCK_SAMPLES else 0)


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
