"""Whom a line serves, and how it tells that it is done."""

from dataclasses import dataclass
from typing import Protocol

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import Fault
from scribe_app.domain.session import Signal
from scribe_app.engine.reach import Choice


class Owner(Protocol):
    """The consultation that a line serves; all on the engine's loop."""

    @property
    def consultation(self) -> Consultation: ...

    def record(self, event: ev.Event) -> None: ...

    def signal(self, signal: Signal) -> None: ...

    def failing(self, fault: Fault) -> None: ...

    def served_by(self, choice: Choice) -> None: ...


@dataclass(frozen=True, slots=True)
class Served:
    """How a line ended: whether some vendor answered everything, whether it wrote a note."""

    confirmed: bool
    noted: bool = False
