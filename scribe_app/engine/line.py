"""The line of one consultation: epochs one after another, vendor after vendor, to the end."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from scribe_app.domain import events as ev
from scribe_app.domain.audio import to_samples, to_seconds
from scribe_app.domain.faults import Fault, ScribeError
from scribe_app.domain.session import Signal
from scribe_app.domain.transcript import Transcript
from scribe_app.engine.connection import Connection, Hooks, Outcome, not_ready
from scribe_app.engine.patience import Patience
from scribe_app.engine.reach import Choice, Reach
from scribe_app.engine.replay import replay_start
from scribe_app.engine.seam import Seam, tail_of
from scribe_app.engine.tap import Growth, Tap
from scribe_app.ports.clock import Clock
from scribe_app.ports.log import AudioLog
from scribe_app.ports.transport import Transport

_ROUNDING_SECONDS = 0.05
_AGAIN_SECONDS = 5.0
"""Until every vendor that may come back is tried once more, while somebody speaks."""
_WAKE_SECONDS = 1.0
"""Until a line that did not answer since the machine woke up is given up."""

log = logging.getLogger(__name__)


class Owner(Protocol):
    """The consultation that the line serves; all on the engine's loop."""

    @property
    def transcript(self) -> Transcript: ...

    @property
    def settled(self) -> float: ...

    def record(self, event: ev.Event) -> None: ...

    def signal(self, signal: Signal) -> None: ...

    def failing(self, fault: Fault) -> None: ...


@dataclass(frozen=True, slots=True)
class Served:
    """How the line ended: whether some vendor answered everything, whether it wrote a note."""

    confirmed: bool
    noted: bool = False


class Line:
    """Reads the log from the commit point and keeps trying until everything is covered."""

    def __init__(
        self,
        choices: Sequence[Choice],
        reach: Reach,
        log: AudioLog,
        growth: Growth,
        owner: Owner,
        clock: Clock,
        *,
        with_note: bool = False,
        epoch: int = 0,
    ) -> None:
        self._choices = choices
        self._reach = reach
        self._log = log
        self._growth = growth
        self._owner = owner
        self._clock = clock
        self._with_note = with_note
        self._epoch = epoch
        self._tap: Tap | None = None
        self._transport: Transport | None = None
        self._sent = 0
        self._outcome = Outcome()
        self._open_for = 0.0

    @property
    def sent(self) -> int:
        """Return the number of the last sample that a vendor was given."""
        return max(self._sent, self._tap.position if self._tap else 0)

    async def woke(self) -> None:
        """Make sure that the line outlived a sleep of this machine; a dead one is made anew."""
        if self._transport is not None:
            await self._transport.check(_WAKE_SECONDS)

    async def run(self) -> Served:
        """Return how it ended; unconfirmed leaves the rest to be done again."""
        while True:
            waits: list[float] = []
            for choice in self._choices:
                fault = await self._served_by(choice)
                if fault is None:
                    self._owner.signal(Signal.LINK_ENDED)
                    outcome = self._outcome
                    return Served(confirmed=not outcome.doubtful, noted=outcome.noted)
                waits += [max(_AGAIN_SECONDS, fault.after)] if fault.retryable else []
            self._owner.signal(Signal.LINK_GONE)
            if not waits or await self._growth.ends_within(min(waits)):
                return Served(confirmed=False)

    async def _served_by(self, choice: Choice) -> Fault | None:
        """Return None once the vendor answered everything, else why it was given up."""
        patience = Patience(self._clock)
        while True:
            fault = await self._one_epoch(choice, patience)
            if fault is None or self._everything_is_settled():
                return None
            log.info("fault", extra={"kind": fault.kind, "retryable": fault.retryable})
            self._owner.failing(fault)
            self._owner.signal(Signal.LINK_DROPPED)
            settled, mute = self._owner.settled, self._outcome.mute
            wait = patience.wait(fault, settled, self._open_for, mute=mute)
            if wait is None:
                return fault
            await asyncio.sleep(wait)

    def _everything_is_settled(self) -> bool:
        missing = to_seconds(self._log.written) - self._owner.settled
        return self._growth.ended and missing < _ROUNDING_SECONDS

    async def _one_epoch(self, choice: Choice, patience: Patience) -> Fault | None:
        self._owner.signal(Signal.DIALLED)
        self._outcome, self._open_for = Outcome(), 0.0
        ready_seconds = choice.vendor.manifest.ready_seconds
        try:
            async with asyncio.timeout(patience.left(ready_seconds)):
                transport = await self._reach.open(choice)
        except ScribeError as error:
            return error.fault
        except TimeoutError:
            return not_ready(choice.vendor.manifest)
        began = self._clock.now()
        left = patience.left(ready_seconds)
        self._outcome = await self._conversed(choice, transport, left)
        if self._outcome.opened:
            self._open_for = max(self._clock.now() - began, 0.001)
        return self._outcome.fault

    async def _conversed(self, choice: Choice, transport: Transport, patience: float) -> Outcome:
        """Return how a connection went that has so many seconds to get ready."""
        manifest, seam = choice.vendor.manifest, self._seam()
        tap = Tap(self._log, self._growth, to_samples(seam.offset))
        self._tap, self._transport = tap, transport
        log.info("connected", extra={"epoch": seam.epoch})
        self._owner.record(
            ev.EpochOpened(seam.epoch, manifest.id, choice.settings.model, tap.position)
        )
        connection = Connection(
            transport,
            choice.vendor.codec(choice.settings, self._clock),
            manifest,
            tap,
            Hooks(lambda event: self._heard(seam, event), self._writing),
            self._clock,
            ready_within=min(manifest.ready_seconds, patience),
            # A vendor that lost the beginning with an earlier line cannot write of all of it.
            with_note=self._with_note and manifest.capabilities.notes and tap.position == 0,
        )
        try:
            return await connection.run()
        finally:
            log.info("disconnected", extra={"epoch": seam.epoch})
            self._sent = self.sent
            self._tap = self._transport = None
            tap.close()

    def _seam(self) -> Seam:
        """Return where the next epoch starts: in a pause before the commit point."""
        epoch, self._epoch = self._epoch, self._epoch + 1
        finals = self._owner.transcript.finals
        commit = to_samples(self._owner.transcript.committed)
        start = replay_start(self._log, commit)
        return Seam(epoch, to_seconds(start), to_seconds(commit), tail_of(finals))

    def _heard(self, seam: Seam, event: ev.VendorEvent) -> None:
        if isinstance(event, ev.Ready):
            self._owner.signal(Signal.LINK_READY)
        placed = seam.placed(event)
        if placed is not None:
            self._owner.record(placed)

    def _writing(self) -> None:
        """Note that everything is answered and the vendor writes its note."""
        self._owner.signal(Signal.COVERED)
