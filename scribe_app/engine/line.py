"""The line of one consultation: epochs one after another, vendor after vendor, to the end."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_RATE, to_samples, to_seconds
from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.domain.session import Signal
from scribe_app.domain.transcript import Transcript
from scribe_app.engine.connection import Connection, Outcome
from scribe_app.engine.seam import Seam, tail_of
from scribe_app.engine.tap import Growth, Tap
from scribe_app.ports.clock import Clock
from scribe_app.ports.log import AudioLog
from scribe_app.ports.transport import Dialler
from scribe_app.ports.vendor import Vendor, VendorSettings

_REPLAY_SAMPLES = SAMPLE_RATE
_ROUNDING_SECONDS = 0.05
_BACKOFF_SECONDS = (0.2, 1.0)
"""Waits between connections that settle nothing; one failure more and the vendor is given up."""
_REFUSED = frozenset({FaultKind.AUTH, FaultKind.ENTITLEMENT, FaultKind.CONFIGURATION})


@dataclass(frozen=True, slots=True)
class Choice:
    """A vendor and what the clinician chose for it."""

    vendor: Vendor
    settings: VendorSettings


class Owner(Protocol):
    """The consultation that the line serves; all on the engine's loop."""

    @property
    def transcript(self) -> Transcript: ...

    @property
    def settled(self) -> float: ...

    def record(self, event: ev.Event) -> None: ...

    def signal(self, signal: Signal) -> None: ...

    def failing(self, fault: Fault) -> None: ...


class Line:
    """Reads the log from the commit point and keeps trying until everything is covered."""

    def __init__(
        self,
        choices: Sequence[Choice],
        dialler: Dialler,
        log: AudioLog,
        growth: Growth,
        owner: Owner,
        clock: Clock,
    ) -> None:
        self._choices = choices
        self._dialler = dialler
        self._log = log
        self._growth = growth
        self._owner = owner
        self._clock = clock
        self._epoch = 0
        self._tap: Tap | None = None
        self._sent = 0

    @property
    def sent(self) -> int:
        """Return the number of the last sample that a vendor was given."""
        return max(self._sent, self._tap.position if self._tap else 0)

    async def run(self) -> bool:
        """Return whether some vendor answered everything; False leaves the rest unconfirmed."""
        for choice in self._choices:
            if await self._served_by(choice):
                self._owner.signal(Signal.LINK_ENDED)
                return True
        self._owner.signal(Signal.LINK_GONE)
        return False

    async def _served_by(self, choice: Choice) -> bool:
        failures = 0
        while True:
            settled = self._owner.settled
            fault = (await self._one_epoch(choice)).fault
            if fault is None or self._everything_is_settled():
                return True
            failures = 1 if self._owner.settled > settled else failures + 1
            self._owner.failing(fault)
            if failures > len(_BACKOFF_SECONDS) or not _may_pass(fault):
                return False
            self._owner.signal(Signal.LINK_DROPPED)
            await asyncio.sleep(_BACKOFF_SECONDS[failures - 1])

    def _everything_is_settled(self) -> bool:
        missing = to_seconds(self._log.written) - self._owner.settled
        return self._growth.ended and missing < _ROUNDING_SECONDS

    async def _one_epoch(self, choice: Choice) -> Outcome:
        self._owner.signal(Signal.DIALLED)
        try:
            transport = await self._dialler.connect(await choice.vendor.dial(choice.settings, {}, None))
        except ScribeError as error:
            return Outcome(error.fault)
        seam = self._seam()
        tap = Tap(self._log, self._growth, to_samples(seam.offset))
        self._tap = tap
        manifest = choice.vendor.manifest
        self._owner.record(
            ev.EpochOpened(seam.epoch, manifest.id, choice.settings.model, tap.position)
        )
        connection = Connection(
            transport,
            choice.vendor.codec(choice.settings, self._clock),
            manifest,
            tap,
            lambda event: self._heard(seam, event),
            self._clock,
        )
        try:
            return await connection.run()
        finally:
            self._sent = self.sent
            self._tap = None
            tap.close()

    def _seam(self) -> Seam:
        """Return where the next epoch starts: a second before the commit point."""
        epoch, self._epoch = self._epoch, self._epoch + 1
        finals = self._owner.transcript.finals
        commit = to_samples(self._owner.transcript.committed)
        start = max(0, commit - _REPLAY_SAMPLES)
        return Seam(epoch, to_seconds(start), to_seconds(commit), tail_of(finals))

    def _heard(self, seam: Seam, event: ev.VendorEvent) -> None:
        if isinstance(event, ev.Ready):
            self._owner.signal(Signal.LINK_READY)
        placed = seam.placed(event)
        if placed is not None:
            self._owner.record(placed)


def _may_pass(fault: Fault) -> bool:
    return fault.retryable and fault.kind not in _REFUSED
