"""Forgets a stretch of a consultation: at once for whoever sees or hears it, then on the disk."""

import asyncio
from collections.abc import Callable, Sequence

from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_BYTES, to_samples, to_seconds
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.domain.folding import cleansed
from scribe_app.domain.forgetting import erasure_of
from scribe_app.domain.spans import Spans
from scribe_app.engine import journal
from scribe_app.engine.books import Books
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.log import AudioCursor, AudioLog, Hole, HoleKind, SessionLogs, Trouble

_AGAIN_SECONDS = 5.0
_CLOSE_SECONDS = 2.0
_NOTHING = b"{}"
"""What stands in the place of a record of which nothing stays: no event has this form."""

_REFUSED = Fault(
    FaultKind.STORAGE,
    True,
    "What was forgotten is gone from the screen; the disk refuses to destroy it now, and Scribe "
    "keeps trying.",
)

Change = Callable[[bytes], bytes]


class Forgetting:
    """Has stretches destroyed, for as long as the disk refuses; lives on the engine's loop."""

    def __init__(self, books: Books) -> None:
        self._books = books
        self._at_work: set[asyncio.Future[None]] = set()
        self._closing = False

    def strike(self, first: int, end: int) -> Change:
        """Take a stretch of samples off the screen; returns what does so to a record."""
        change = _change(self._books.snapshot.consultation, first, end)
        self._books.record(ev.Forgotten(first, end))
        return change

    async def destroy(self, logs: SessionLogs, first: int, end: int, change: Change) -> None:
        """Destroy what was struck; returns when it is done, or with the consultation."""
        while not self._closing:
            work = asyncio.ensure_future(
                in_daemon(lambda: logs.forget(first, end, change), "log-forget")
            )
            self._at_work.add(work)
            work.add_done_callback(self._at_work.discard)
            try:
                await asyncio.shield(work)
            except ScribeError:
                self._books.show(fault=_REFUSED)
            else:
                self._relieved()
                return
            await asyncio.sleep(_AGAIN_SECONDS)

    async def close(self) -> None:
        """Let what is under way end, if it does so soon; the next start does what is left."""
        self._closing = True
        if self._at_work:
            await asyncio.wait(self._at_work, timeout=_CLOSE_SECONDS)

    def _relieved(self) -> None:
        if self._books.snapshot.fault == _REFUSED:
            self._books.show(fault=None)


def stripped(records: Sequence[bytes], first: int, end: int) -> dict[bytes, bytes]:
    """Return what stands in the place of records that rest on a stretch of samples.

    For a log whose program ended in the middle: whether the last record says so or not yet.
    """
    return _stripped(records, [ev.Forgotten(first, end)])


def caught_up(logs: SessionLogs) -> None:
    """Do what is left of what was asked before the program ended; raises `ScribeError`.

    Safe to repeat. The store has caught up with what it was asked; here it is what never came to
    that: a record without the deed, and a deed without its record.
    """
    records = list(logs.events.records())
    asked = [each for each in map(journal.decode, records) if isinstance(each, ev.Forgotten)]
    untold = _untold(logs.audio, asked)
    for each in untold:
        logs.events.append(journal.encode(each))
    if not asked and not untold:
        return
    changed = _stripped(records, untold)
    for each in (*asked, *untold):
        if changed or not _is_hole(logs.audio, each):
            logs.forget(each.from_sample, each.to_sample, lambda old: changed.get(old, old))


def _stripped(records: Sequence[bytes], asked: Sequence[ev.Event]) -> dict[bytes, bytes]:
    known = [(record, event) for record in records if (event := journal.decode(record))]
    kept = cleansed([*(event for _, event in known), *asked])
    return {
        record: _encoded(left)
        for (record, event), left in zip(known, kept, strict=False)
        if left is not event
    }


def _untold(log: AudioLog, asked: Sequence[ev.Forgotten]) -> list[ev.Forgotten]:
    """Return stretches that were destroyed of which no record says so."""
    told = Spans()
    for each in asked:
        told = told.plus(each.from_sample, each.to_sample)
    return [
        ev.Forgotten(hole.first_sample, hole.end_sample)
        for hole in log.holes
        if hole.kind is HoleKind.FORGOTTEN and told.holes(hole.end_sample, hole.first_sample)
    ]


class Discreet:
    """A log of sound whose readers hear silence where something was forgotten, from then on.

    The disk may take a second to destroy it, and a vendor that is behind still has it to come.
    """

    def __init__(self, log: AudioLog, forgotten: Callable[[], Spans]) -> None:
        self._log = log
        self._forgotten = forgotten

    @property
    def written(self) -> int:
        """Return the number of samples that a cursor can read."""
        return self._log.written

    @property
    def stored(self) -> int:
        """Return the number of samples that are known to be on the disk (synced)."""
        return self._log.stored

    @property
    def holes(self) -> tuple[Hole, ...]:
        """Return the stretches known to hold no sound, in order; a cursor reads zeros there."""
        return self._log.holes

    @property
    def trouble(self) -> Trouble:
        """Return what is wrong with its disk."""
        return self._log.trouble

    def append(self, pcm: bytes) -> None:
        """Write a block as one sealed record; raises `ScribeError` (storage)."""
        self._log.append(pcm)

    def cursor(self, sample: int = 0) -> AudioCursor:
        """Return a reader that starts at a sample."""
        return _DiscreetCursor(self._log.cursor(sample), self._forgotten)

    def close(self) -> None:
        """Sync, write the final record and let go."""
        self._log.close()


class _DiscreetCursor:
    """Reads as its cursor does, with zeros in every forgotten stretch."""

    def __init__(self, cursor: AudioCursor, forgotten: Callable[[], Spans]) -> None:
        self._cursor = cursor
        self._forgotten = forgotten

    @property
    def position(self) -> int:
        return self._cursor.position

    def read(self, max_samples: int) -> bytes:
        at = self._cursor.position
        pcm = self._cursor.read(max_samples)
        for since, until in self._forgotten().parts:
            pcm = _silenced(pcm, to_samples(since) - at, to_samples(until) - at)
        return pcm

    def seek(self, sample: int) -> None:
        self._cursor.seek(sample)

    def close(self) -> None:
        self._cursor.close()


def _silenced(pcm: bytes, first: int, end: int) -> bytes:
    low = min(len(pcm), max(0, first) * SAMPLE_BYTES)
    high = min(len(pcm), max(0, end) * SAMPLE_BYTES)
    return pcm[:low] + bytes(high - low) + pcm[high:] if low < high else pcm


def _change(consultation: Consultation, first: int, end: int) -> Change:
    """Return what strips a record of whatever rests on a stretch of samples."""
    erasure = erasure_of(consultation, to_seconds(first), to_seconds(end))

    def change(record: bytes) -> bytes:
        event = journal.decode(record)
        kept = event and erasure.kept(event)
        return record if kept is event else _encoded(kept)

    return change


def _encoded(event: ev.Event | None) -> bytes:
    return journal.encode(event) if event is not None else _NOTHING


def _is_hole(log: AudioLog, asked: ev.Forgotten) -> bool:
    end = min(asked.to_sample, log.written)
    return any(
        hole.kind is HoleKind.FORGOTTEN
        and hole.first_sample <= asked.from_sample
        and hole.end_sample >= end
        for hole in log.holes
    )
