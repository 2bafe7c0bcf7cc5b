"""Makes the logs of a consultation that is on the disk readable, and ready to be written on."""

from collections.abc import Iterator
from pathlib import Path

from scribe_app.domain.audio import BLOCK_SAMPLES
from scribe_app.domain.faults import storage_fault
from scribe_app.ports.log import Hole, HoleKind
from scribe_app.system.sealed_log.audio_log import SealedAudioLog
from scribe_app.system.sealed_log.contents import Measure, measured
from scribe_app.system.sealed_log.event_log import SealedEventLog
from scribe_app.system.sealed_log.forgetting import Forgetting
from scribe_app.system.sealed_log.ground import Ground, Start
from scribe_app.system.sealed_log.header import LogKind
from scribe_app.system.sealed_log.segment import End, Segment
from scribe_app.system.sealed_log.survey import Found, next_number, survey

Measured = list[tuple[Segment, Measure]]


def reopened(ground: Ground, folders: list[Path]) -> tuple[SealedAudioLog, SealedEventLog]:
    """Return both logs with all that is whole in them; `OSError`, `ScribeError` (storage)."""
    forgetting = Forgetting(ground.disk, ground.identity, ground.keys)
    forgetting.catch_up(folders)
    found = {
        kind: survey(ground.disk, folders, ground.identity, kind, ground.keys)
        for kind in (LogKind.AUDIO, LogKind.EVENTS)
    }
    if not any(each.segment for files in found.values() for each in files):
        raise storage_fault("The key to this consultation is gone, so it cannot be read any more.")
    audio = _audio(ground, found[LogKind.AUDIO])
    for request in forgetting.requests(folders):
        audio.gaps.add(request.hole)
    return audio, _events(ground, found[LogKind.EVENTS])


def event_records(ground: Ground, folders: list[Path]) -> Iterator[bytes]:
    """Yield the event records that are whole, oldest first; `OSError`, `ScribeError` (storage)."""
    found = survey(ground.disk, folders, ground.identity, LogKind.EVENTS, ground.keys)
    yield from _events(ground, found).records()


def _audio(ground: Ground, found: list[Found]) -> SealedAudioLog:
    whole = _measured(ground, found)
    log = SealedAudioLog(ground, _start(found, whole))
    for segment, measure in whole:
        first = segment.header.first
        log.series.shelf.put(segment, first + measure.units)
        log.series.segments.append(segment)
        for index in measure.damaged:
            at = first + index * BLOCK_SAMPLES
            log.gaps.add(Hole(at, at + BLOCK_SAMPLES, HoleKind.DAMAGED))
    for gap in log.series.shelf.gaps():
        log.gaps.add(Hole(*gap, HoleKind.MISSING))
    return log


def _events(ground: Ground, found: list[Found]) -> SealedEventLog:
    whole = _measured(ground, found)
    log = SealedEventLog(ground, _start(found, whole))
    for segment, measure in whole:
        log.series.shelf.put(segment, segment.header.first + measure.units)
        log.series.segments.append(segment)
    return log


def _measured(ground: Ground, found: list[Found]) -> Measured:
    return [
        (each.segment, measured(ground.disk, each.segment, each.size))
        for each in found
        if each.segment is not None
    ]


def _start(found: list[Found], whole: Measured) -> Start:
    """Return where the next segment goes on: after all that is there."""
    unit = max([each.header.first + measure.units for each, measure in whole], default=0)
    ended = bool(whole) and found[-1].segment is whole[-1][0] and whole[-1][1].end is End.CLEAN
    return Start(next_number(found), unit, ended)
