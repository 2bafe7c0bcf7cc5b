"""One connection of one vendor, which hears one stretch of the log."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from scribe_app.domain import events as ev
from scribe_app.domain.audio import to_seconds
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.domain.spans import Span
from scribe_app.domain.transcript import Status, Utterance
from scribe_app.engine.connection import Connection, Hooks, Outcome, not_ready
from scribe_app.engine.edges import Edge
from scribe_app.engine.failover import Candidate
from scribe_app.engine.ground import Ground, Stretch
from scribe_app.engine.pump import Pump
from scribe_app.engine.reach import Reach
from scribe_app.engine.seam import Seam
from scribe_app.engine.tap import Growth, Tap
from scribe_app.ports.clock import Clock
from scribe_app.ports.log import AudioLog
from scribe_app.ports.transport import Transport
from scribe_app.ports.vendor import Codec

log = logging.getLogger(__name__)

_WORDS = (ev.Partial, ev.Final, ev.Retracted, ev.SpeakerRevised, ev.Progress)
_NO_WORD_SECONDS = 0.25
"""Between the start of what was left open and the next final: nothing was said there."""
_CROWDED = frozenset({FaultKind.RATE_LIMIT, FaultKind.CAPACITY, FaultKind.AUTH})
_RENEW_SECONDS = 90.0
"""Before what opened a line expires, another is opened with a new one; at half its life, where
that is later."""


@dataclass(frozen=True, slots=True)
class Tools:
    """What every run of a consultation works with."""

    reach: Reach
    log: AudioLog
    growth: Growth
    clock: Clock
    ground: Ground


class Boss(Protocol):
    """Who runs the runs; all on the engine's loop."""

    @property
    def consultation(self) -> Consultation: ...

    def record(self, event: ev.Event) -> None: ...

    def next_number(self) -> int: ...

    def ready(self, run: "Run") -> None: ...

    def yields(self, run: "Run") -> bool: ...

    def heard_everything(self, run: "Run") -> bool: ...

    def writing(self) -> None: ...


Place = Callable[["Run"], Awaitable[tuple[Stretch, Edge | None] | None]]
"""Says, once a run's vendor is ready, what it hears and where it ends; None: nothing any more."""


class Run:
    """Made for one connection and used once; an epoch of the consultation from `begun` on."""

    def __init__(self, candidate: Candidate, tools: Tools, boss: Boss, place: Place) -> None:
        self.candidate = candidate
        self.number = -1
        self.stretch: Stretch | None = None
        self.open_for = 0.0
        self.renew_at: float | None = None
        self.progressed = False
        self._tools, self._boss, self._place = tools, boss, place
        self._seam = Seam(-1)
        self._edge: Edge | None = None
        self._tap: Tap | None = None
        self._pump: Pump | None = None
        self._transport: Transport | None = None
        self._codec: Codec | None = None
        self._open: Utterance | None = None
        self._secrets: Mapping[str, str] = {}

    @property
    def position(self) -> int:
        """Return the number of the next sample that is sent, 0 before the first."""
        return self._tap.position if self._tap else 0

    @property
    def is_free(self) -> bool:
        """Return whether its line takes more than real time."""
        return self._pump is not None and self._pump.is_free

    async def check(self, seconds: float) -> None:
        """Give its line up when it does not answer within some seconds."""
        if self._transport is not None:
            await self._transport.check(seconds)

    async def serve(self) -> Outcome:
        """Return how it went, from the first call to the end."""
        outcome = await self._served()
        if outcome.fault is not None and self._secrets:
            self.candidate.refused_with(self._secrets, outcome.fault)
        self._secrets = {}
        return outcome

    async def _served(self) -> Outcome:
        manifest = self.candidate.choice.vendor.manifest
        left = self.candidate.patience.left(manifest.ready_seconds)
        began = self._tools.clock.now()
        try:
            async with asyncio.timeout(left):
                transport = await self._dialled()
        except ScribeError as error:
            return Outcome(error.fault)
        except TimeoutError:
            return Outcome(not_ready(manifest))
        opened = self._tools.clock.now()
        left = min(manifest.ready_seconds, max(0.0, left - (opened - began)))
        outcome = await self._conversed(transport, left)
        if outcome.opened:
            self.open_for = max(self._tools.clock.now() - opened, 0.001)
        return outcome

    def end_at(self, sample: int) -> None:
        """Hear no further than this sample: another run begins there."""
        if self.stretch is not None and self._tap is not None:
            self.stretch = replace(self.stretch, end=sample, read_to=sample)
            self._edge = Edge(to_seconds(sample))
            self._tap.end_at(sample)

    def is_one_too_many(self, fault: Fault, *, was_live: bool) -> bool:
        """Return whether it may have been refused because its vendor has another line of ours."""
        if was_live:
            return self.stretch is None and fault.kind in _CROWDED
        return not self.progressed

    def lacks_a_word(self, outcome: Outcome) -> bool:
        """Return whether a last word may be missing, and is worth listening for once more.

        A vendor that answered and had nothing to add is believed where it was asked again; one
        that left an utterance open, or said nothing at all, only the second time after that.
        """
        is_open = self._owed is not None
        if not (outcome.unsure or is_open):
            return False
        is_again = self.candidate.was_asked_of(self._span[1])
        if self.progressed:
            return True
        believed = is_again and outcome.alive and not (is_open or outcome.unlikely)
        return not believed and not self.candidate.was_left_at(self._span[1])

    def is_all_it_can(self) -> None:
        """Note that its vendor said all it could of this stretch: it need not hear it again."""
        self.candidate.tried(self._span)

    def give_back(self) -> None:
        """Tell what its vendor still owed: somebody else has to hear it."""
        owed = self._owed
        if owed is not None and owed[1] is not None:
            # A later final settled what was still open in front of it.
            self._boss.record(ev.Unsettled(owed[0], owed[1]))

    def conclude(self) -> None:
        """Settle its stretch: there was no more in it than was said."""
        if self.stretch is None:
            return
        if self._owed is not None and self._open is not None and self.stretch.end is not None:
            # Nobody else will finish what was still open; of the live run it stays shown.
            name = f"{self.number}:open"
            self._boss.record(ev.Final(replace(self._open, id=name, status=Status.UNCONFIRMED)))
        since, until = self._span
        self._boss.record(ev.Progress(until, since))

    @property
    def _owed(self) -> tuple[float, float | None] | None:
        """Return from when to which later final, in seconds, its vendor left something open.

        None where nothing is, or no word fits in front of that final: it says what was open.
        """
        if self.stretch is None or self._open is None:
            return None
        since, own = max(self._open.start, to_seconds(self.stretch.commit)), f"{self.number}:"
        finals = self._boss.consultation.transcript.finals
        later = [f for f in finals if f.id.startswith(own) and f.start >= since]
        until = min((final.start for final in later), default=None)
        if until is not None and until <= since + _NO_WORD_SECONDS:
            is_behind = self._open.end > max(f.end for f in later) + _NO_WORD_SECONDS
            return (since, None) if is_behind else None
        return since, until

    @property
    def _span(self) -> Span:
        """Return its own stretch in seconds, up to now where it is open."""
        if self.stretch is None:
            return (0.0, 0.0)
        end = self._tools.log.written if self.stretch.end is None else self.stretch.end
        return (to_seconds(self.stretch.commit), to_seconds(end))

    async def _dialled(self) -> Transport:
        candidate, reach = self.candidate, self._tools.reach
        secrets = await reach.secrets(candidate.choice)
        if fault := candidate.refusal_of(secrets):
            raise ScribeError(fault)
        self._secrets = secrets
        opened = await reach.opened(candidate.choice, secrets)
        if opened.good_for:
            lasts = max(opened.good_for - _RENEW_SECONDS, opened.good_for / 2)
            self.renew_at = self._tools.clock.now() + lasts
        return opened.transport

    async def _conversed(self, transport: Transport, ready_within: float) -> Outcome:
        choice, self._transport = self.candidate.choice, transport
        self._codec = codec = choice.vendor.codec(choice.settings, self._tools.clock)
        connection = Connection(
            transport,
            codec,
            choice.vendor.manifest,
            Hooks(
                self._heard,
                self._begin,
                lambda: self._boss.heard_everything(self),
                self._boss.writing,
            ),
            self._tools.clock,
            ready_within=ready_within,
        )
        try:
            return await connection.run()
        finally:
            if self._tap is not None:
                log.info("disconnected", extra={"epoch": self.number})
                self._tap.close()

    async def _begin(self) -> Pump | None:
        placed = await self._place(self)
        if placed is None:
            return None
        self.stretch, self._edge = placed
        self.number = self._boss.next_number()
        self._seam = self._tools.ground.seam(self.number, self.stretch)
        if self._codec is not None:
            self._codec.follows(self._tools.ground.said_before(self.stretch))
        self._open_epoch(self.stretch)
        tools, manifest = self._tools, self.candidate.choice.vendor.manifest
        self._tap = Tap(tools.log, tools.growth, self.stretch.start, self.stretch.read_to)
        self._pump = Pump(self._tap, manifest, tools.clock, lambda: self._boss.yields(self))
        return self._pump

    def _open_epoch(self, stretch: Stretch) -> None:
        log.info("connected", extra={"epoch": self.number})
        vendor, model = self.candidate.choice.vendor.manifest, self.candidate.choice.settings.model
        opened = ev.EpochOpened(self.number, vendor.id, model, stretch.start, vendor.name)
        self._boss.record(opened)

    def _heard(self, event: ev.VendorEvent) -> None:
        if isinstance(event, ev.Ready):
            self._boss.ready(self)
        if self.stretch is None and isinstance(event, _WORDS):
            return
        placed = self._seam.placed(event)
        if placed is not None and self._edge is not None:
            placed = self._edge.clipped(placed)
        if placed is not None:
            self._keep(placed, is_live=self._edge is None)

    def _keep(self, event: ev.VendorEvent, *, is_live: bool) -> None:
        match event:
            case ev.Partial(utterance):
                self._open = utterance if utterance.text else None
                self.candidate.patience.answered()
                if not is_live:  # what is being said now is what is shown
                    return
            case ev.Final() | ev.Progress():
                self.progressed = True
            case ev.InformationReplaced(found) if not is_live:
                event = found
        self._boss.record(event)
