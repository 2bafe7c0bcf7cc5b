"""What the log says of a consultation that was recorded earlier."""

from collections.abc import Iterable
from dataclasses import dataclass

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.folding import fold
from scribe_app.engine import journal
from scribe_app.engine.standing import Told


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
    for record in records:
        told.hear(record)
        event = journal.decode(record)
        if event is not None:
            consultation = fold(consultation, event)
            stopped = stopped or isinstance(event, ev.RecordingStopped)
    return Past(consultation, stopped, told.confirmed, told.noted)
