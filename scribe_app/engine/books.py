"""The books of one consultation: every event logged, folded and shown, in that order."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.domain.folding import fold
from scribe_app.domain.session import Signal, State, step
from scribe_app.engine import journal
from scribe_app.ports.desk import EngineLabel, Snapshot
from scribe_app.ports.log import EventLog

log = logging.getLogger(__name__)

_OURS = frozenset({FaultKind.DEVICE, FaultKind.STORAGE})
"""Faults of this machine, which no line mends."""

Observer = Callable[[ev.Event], None]


class Books:
    """Owns the snapshot; lives on the engine's loop. Events before `open` wait for the log."""

    def __init__(
        self,
        number: int,
        label: EngineLabel,
        publish: Callable[[Snapshot], None],
        observer: Observer | None = None,
    ) -> None:
        self.snapshot = Snapshot(
            number=number, state=step(State(), Signal.START_ASKED), engine=label
        )
        self._publish = publish
        self._observer = observer
        self._log: EventLog | None = None
        self._waiting: list[bytes] = []
        self._is_closed = False

    def open(self, event_log: EventLog) -> None:
        """Write to this log from now on, what waited first."""
        self._log = event_log
        waiting, self._waiting = self._waiting, []
        for record in waiting:
            self._write(record)

    def take_up(self, consultation: Consultation, event_log: EventLog) -> None:
        """Go on with a consultation of earlier, whose events are in this log already."""
        self._log = event_log
        self.snapshot = replace(
            self.snapshot, state=State(), consultation=consultation, resumed=True
        )

    def close(self) -> None:
        """Write, tell and show no more: whatever comes late is nobody's business any longer."""
        self._log, self._is_closed = None, True

    def record(self, event: ev.Event) -> None:
        """Log, fold and show an event; a partial is replaced so soon that it is shown only."""
        if self._is_closed:
            return
        if not isinstance(event, ev.Partial):
            self._write(journal.encode(event))
        if self._observer is not None:
            self._observer(event)
        self.show(consultation=fold(self.snapshot.consultation, event))

    def signal(self, signal: Signal) -> None:
        """Move the machine; a line that is ready again ends the fault of one that was not."""
        fault = self.snapshot.fault
        if signal is Signal.LINK_READY and fault is not None and fault.kind not in _OURS:
            self.record(ev.Recovered())
            self.show(fault=None)
        self.show(state=step(self.snapshot.state, signal))

    def failing(self, fault: Fault) -> None:
        """Record and show a fault while everything else goes on."""
        self.record(ev.Degraded(fault))
        self.show(fault=fault)

    def show(self, **changes: Any) -> None:
        """Change the snapshot and publish it."""
        if self._is_closed:
            return
        self.snapshot = replace(self.snapshot, **changes)
        self._publish(self.snapshot)

    def _write(self, record: bytes) -> None:
        if self._log is None:
            self._waiting.append(record)
            return
        try:
            self._log.append(record)
        except ScribeError as error:
            log.warning("fault", extra={"kind": error.fault.kind})
            self.show(fault=error.fault)
