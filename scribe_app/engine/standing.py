"""How far a consultation came, read off its events without folding them."""

from collections.abc import Iterable
from dataclasses import dataclass

from scribe_app.domain import events as ev
from scribe_app.domain.faults import ScribeError
from scribe_app.engine import journal
from scribe_app.ports.archive import Entry, Standing
from scribe_app.ports.log import SessionStore, SessionSummary

_TELLING = tuple(
    f'{{"event":"{kind.__name__}"'.encode()
    for kind in (
        ev.RecordingStarted,
        ev.EpochOpened,
        ev.Ended,
        ev.NoteDraft,
        ev.NoteWaived,
        ev.Forgotten,
        ev.Copied,
    )
)
_FINAL = f'{{"event":"{ev.Final.__name__}"'.encode()


@dataclass(slots=True)
class Told:
    """What the events say; of a long consultation only a handful is decoded."""

    engine: str = ""
    language: str = ""
    confirmed: bool = False
    noted: bool = False
    copied: bool = False

    def hear(self, record: bytes) -> None:
        """Take one record."""
        if record.startswith(_FINAL):
            self.noted = False  # a note that does not know the newest words is none
        elif record.startswith(_TELLING):
            self._take(journal.decode(record))

    def _take(self, event: ev.Event | None) -> None:
        match event:
            case ev.RecordingStarted(_, language):
                self.language = language
            case ev.EpochOpened(_, vendor):
                self.engine, self.confirmed = vendor, False
            case ev.Ended(confirmed):
                self.confirmed = confirmed
            case ev.NoteDraft():
                self.noted, self.copied = True, False
            case ev.NoteWaived():
                self.noted = True
            case ev.Forgotten():
                self.noted = False
            case ev.Copied():
                self.copied = True


def told(records: Iterable[bytes]) -> Told:
    """Return what a log of events says."""
    found = Told()
    for record in records:
        found.hear(record)
    return found


def listed(store: SessionStore) -> tuple[Entry, ...]:
    """Return every consultation on the disk that nobody holds, oldest first; may take a second."""
    return entries(store, store.sessions())


def entries(store: SessionStore, summaries: Iterable[SessionSummary]) -> tuple[Entry, ...]:
    """Return what is listed of some consultations."""
    return tuple(entry(store, each) for each in summaries)


def entry(store: SessionStore, summary: SessionSummary) -> Entry:
    """Return what is listed of a consultation."""
    if not summary.readable:
        return Entry(summary.id, summary.started, summary.seconds, Standing.UNREADABLE)
    try:
        found = told(store.events(summary.id))
    except ScribeError:
        found = Told()
    whole = summary.clean and found.confirmed and found.noted
    return Entry(
        summary.id,
        summary.started,
        summary.seconds,
        _standing(summary, found, whole=whole),
        found.engine,
        found.language,
        whole,
    )


def _standing(summary: SessionSummary, found: Told, *, whole: bool) -> Standing:
    if summary.damaged:
        return Standing.DAMAGED
    if not whole:
        return Standing.UNFINISHED
    return Standing.COPIED if found.copied else Standing.TO_REVIEW
