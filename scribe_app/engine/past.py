"""What the log says of a consultation that was recorded earlier."""

from collections.abc import Iterable
from dataclasses import dataclass

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.folding import fold
from scribe_app.engine import journal
from scribe_app.engine.standing import Told

_FINAL = b'{"event":"Final","utterance":{"id":"'


@dataclass(frozen=True, slots=True)
class Past:
    """How it was left: `stopped` when its recording ended well, `confirmed` when its line did.

    `noted`: there is a note that knows every word, or nobody wanted one.
    """

    consultation: Consultation
    stopped: bool
    confirmed: bool
    noted: bool


def past_of(records: Iterable[bytes]) -> Past:
    """Return the past that a log of events makes; raises `ScribeError` (storage)."""
    told, consultation, stopped = Told(), Consultation(), False
    every = list(records)
    newest = {key: at for at, record in enumerate(every) if (key := _revised(record))}
    for at, record in enumerate(every):
        told.hear(record)
        if newest.get(_revised(record), at) != at:
            continue  # said again later, longer; of a long day two in three are
        event = journal.decode(record)
        if event is not None:
            consultation = fold(consultation, event)
            stopped = stopped or isinstance(event, ev.RecordingStopped)
    return Past(consultation, stopped, told.confirmed, told.noted)


def _revised(record: bytes) -> bytes:
    """Return what tells a final from the others without decoding it, empty where nothing does."""
    if not record.startswith(_FINAL):
        return b""
    key = record[len(_FINAL) : record.find(b'"', len(_FINAL))]
    return b"" if b"\\" in key else key
