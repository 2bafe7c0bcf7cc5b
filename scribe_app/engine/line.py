"""The line of one consultation: which runs there are, so that every second is heard."""

import asyncio
import logging
from collections.abc import Sequence

from scribe_app.domain import events as ev
from scribe_app.domain.audio import to_seconds
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import Fault
from scribe_app.domain.session import Signal
from scribe_app.engine.connection import Outcome
from scribe_app.engine.crew import Crew
from scribe_app.engine.edges import Edge
from scribe_app.engine.failover import Candidate, Order
from scribe_app.engine.ground import Ground, Stretch
from scribe_app.engine.owner import Owner, Served
from scribe_app.engine.reach import Choice, Reach
from scribe_app.engine.relief import Relief
from scribe_app.engine.run import Place, Run, Tools
from scribe_app.engine.tap import Growth
from scribe_app.ports.clock import Clock
from scribe_app.ports.log import AudioLog

log = logging.getLogger(__name__)

_LOOK_SECONDS = 0.25
_ROUNDING_SECONDS = 0.05
_WAKE_SECONDS = 1.0
"""Until a line that did not answer since the machine woke up is given up."""
_PAUSE_SECONDS = 10.0
"""How long a pause is waited for in which one line takes over from another."""


class Line:
    """Looks, four times a second and whenever a run ends, which run is missing, and begins it.

    The live run hears what is being said. Every other one hears a stretch behind it: a former
    live run that was overtaken, or one that fills a hole. The relief is still being dialled, and
    takes over from the live run in a pause: with a vendor that is wanted rather, a token that
    lasts longer, or nearer to what is being said.
    """

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
        ground = Ground(log, lambda: owner.consultation)
        self._tools = Tools(reach, log, growth, clock, ground)
        self._order = Order(choices, clock)
        self._crew = Crew()
        self._reasons = Relief(self._tools, self._order, self._crew)
        self._owner = owner
        self._with_note = with_note
        self._numbers = epoch
        self._live: Run | None = None
        self._relief: Run | None = None
        self._sent = 0
        self._noted = self._is_last = False

    @property
    def sent(self) -> int:
        """Return the number of the last sample that a vendor was given."""
        self._sent = max([self._sent, *(run.position for run in self._crew.runs)])
        return self._sent

    @property
    def lag(self) -> float:
        """Return by how many seconds what is being said is late, to the vendor that hears it."""
        live = self._live
        position = live.position if live is not None and live.stretch is not None else self.sent
        return max(0.0, self._captured - to_seconds(position))

    async def woke(self) -> None:
        """Make sure that the lines outlived a sleep of this machine; dead ones are made anew."""
        await asyncio.gather(*(run.check(_WAKE_SECONDS) for run in self._crew.runs))

    async def run(self) -> Served:
        """Return how it ended; unconfirmed leaves the rest to be done again."""
        watch = asyncio.create_task(self._watch(), name="log-end")
        try:
            while not self._is_over():
                self._look()
                await self._crew.change(_LOOK_SECONDS)
                self._reap()
        finally:
            watch.cancel()
            await asyncio.gather(watch, return_exceptions=True)
            await self._crew.dismiss()
        answered = bool(self.consultation.covered.parts) or not self._captured
        confirmed = answered and not self._holes()
        self._owner.signal(Signal.LINK_ENDED if confirmed else Signal.LINK_GONE)
        return Served(confirmed, self._noted)

    # --- what the runs ask and tell -------------------------------------------------------------

    @property
    def consultation(self) -> Consultation:
        """Return the consultation so far."""
        return self._owner.consultation

    def record(self, event: ev.Event) -> None:
        """Keep what a run heard; a note that does not know the newest words is none."""
        self._noted = self._noted and not isinstance(event, ev.Final)
        self._owner.record(event)

    def next_number(self) -> int:
        """Return the number of the next epoch."""
        self._numbers += 1
        return self._numbers - 1

    def ready(self, run: Run) -> None:
        """Note that a vendor takes audio now."""
        if run is self._live:
            self._serves(run)

    def yields(self, run: Run) -> bool:
        """Return whether what is being said goes first: a backlog waits while that is late."""
        live = self._live
        if live is None or live is run or live.stretch is None:
            return False
        return self._reasons.goes_first(live)

    def heard_everything(self, run: Run) -> bool:
        """Return whether one run heard the whole consultation, so that its vendor may write."""
        whole = run is self._live and run.stretch is not None and run.stretch.start == 0
        return self._with_note and whole

    def writing(self) -> None:
        """Note that everything is answered and the vendor writes its note."""
        self._owner.signal(Signal.COVERED)

    # --- which run is missing -------------------------------------------------------------------

    def _look(self) -> None:
        if self._tools.growth.ended and not self._is_last:
            self._is_last = True
            self._order.last_chance()
        if self._live is None:
            self._begin_live()
        elif self._relief is None and not self._is_last:
            self._consider_relief(self._live)
        self._consider_hole()

    def _begin_live(self) -> None:
        holes = self._holes()
        tail = holes[-1] if holes and holes[-1][1] >= self._captured - _ROUNDING_SECONDS else None
        if self._is_last and tail is None:
            return
        candidate = self._order.next(tail)
        if candidate is not None and self._may_begin(candidate, tail):
            self._live = self._started(candidate, self._at_the_end)
            self._owner.signal(Signal.DIALLED)

    def _may_begin(self, candidate: Candidate, tail: tuple[float, float] | None) -> bool:
        if self._is_last and candidate not in self._order.hopeful(tail):
            return False
        return self._crew.has_room(candidate)

    def _consider_relief(self, live: Run) -> None:
        if live.stretch is None:
            return
        taker = self._reasons.of(live)
        if taker is not None:
            self._relief = self._started(taker, self._over_from_live)
        elif self._reasons.is_expiring(live):
            # There is no room for another line: this one ends in a pause, and then begins anew.
            cut = self._reasons.cut(live)
            if cut is not None:
                self._end_live(live, cut)

    def _consider_hole(self) -> None:
        """Begin a run for the first stretch behind the live one that nobody is hearing."""
        if any(
            run.stretch is None and run not in (self._live, self._relief) for run in self._crew.runs
        ):
            return
        end = self._captured - _ROUNDING_SECONDS
        hole = next((each for each in self._holes() if each[1] < end), None)
        candidate = self._order.next(hole) if hole else None
        if hole is None or candidate is None or not self._may_begin(candidate, hole):
            return

        async def in_hole(run: Run) -> tuple[Stretch, Edge | None]:
            return self._tools.ground.hole(hole)

        self._started(candidate, in_hole)

    # --- where a run begins ---------------------------------------------------------------------

    async def _at_the_end(self, run: Run) -> tuple[Stretch, Edge | None]:
        return self._tools.ground.live(self._crew.stretches()), None

    async def _over_from_live(self, run: Run) -> tuple[Stretch, Edge | None] | None:
        """Wait for a pause and take over in it."""
        until = self._tools.clock.now() + _PAUSE_SECONDS
        while run is not self._live:
            live = self._live
            if live is None or live.stretch is None or self._tools.growth.ended:
                return None
            cut = self._reasons.cut(live, must=self._tools.clock.now() >= until)
            if cut is not None:
                self._end_live(live, cut)
                self._live, self._relief = run, None
                self._serves(run)
                return Stretch(cut, cut), None
            await asyncio.sleep(_LOOK_SECONDS)
        return await self._at_the_end(run)

    def _end_live(self, live: Run, cut: int) -> None:
        self._tools.ground.cut(cut)
        live.end_at(cut)
        self._live = None

    def _serves(self, run: Run) -> None:
        run.candidate.patience.serves()
        self._owner.served_by(run.candidate.choice)
        self._owner.signal(Signal.LINK_READY)

    # --- how a run ends -------------------------------------------------------------------------

    def _started(self, candidate: Candidate, place: Place) -> Run:
        candidate.patience.tries()
        return self._crew.add(Run(candidate, self._tools, self, place))

    def _reap(self) -> None:
        self._sent = self.sent
        for run, outcome in self._crew.ended():
            self._judge(run, outcome)

    def _judge(self, run: Run, outcome: Outcome) -> None:
        was_live, was_relief = run is self._live, run is self._relief
        self._live = None if was_live else self._live
        self._relief = None if was_relief else self._relief
        if run.progressed:
            run.candidate.patience.worked(self._tools.ground.covered)
        if outcome.fault is not None:
            run.give_back()
        if outcome.fault is None and run.stretch is not None:
            self._answered(run, outcome)
        elif outcome.fault is not None and not (self._is_last and not self._holes()):
            self._failed(run, outcome, outcome.fault, was_live=was_live)
        if was_live and self._relief is not None:
            self._live, self._relief = self._relief, None

    def _answered(self, run: Run, outcome: Outcome) -> None:
        self._noted = self._noted or outcome.noted
        if run.lacks_a_word(outcome):
            run.give_back()
        elif outcome.doubtful:
            run.is_all_it_can()
        else:
            run.candidate.patience.worked()
            run.conclude()

    def _failed(self, run: Run, outcome: Outcome, fault: Fault, *, was_live: bool) -> None:
        log.info("fault", extra={"kind": fault.kind, "retryable": fault.retryable})
        if self._crew.lines_of(run.candidate) and run.is_one_too_many(fault, was_live=was_live):
            run.candidate.refused_another()
        else:
            run.candidate.patience.failed(fault, run.open_for, mute=outcome.mute)
            if self._is_last:
                run.candidate.patience.count_last()
        if was_live or (self._is_last and self._live is None):
            self._owner.failing(fault)
            self._owner.signal(Signal.LINK_DROPPED)
            if not self._order.hopeful():
                self._owner.signal(Signal.LINK_GONE)

    # --- what there is --------------------------------------------------------------------------

    @property
    def _captured(self) -> float:
        return to_seconds(self._tools.log.written)

    def _holes(self) -> tuple[tuple[float, float], ...]:
        """Return what nobody covered and nobody is covering, in seconds."""
        return self._tools.ground.holes(self._crew.stretches())

    def _is_over(self) -> bool:
        if not (self._is_last and self._tools.growth.ended):
            return False
        if any(run is not self._relief for run in self._crew.runs):
            return False
        holes = self._holes()
        if any(self._order.hopeful(hole) for hole in holes):
            return False
        return not any(self._order.revived(hole) for hole in holes)

    async def _watch(self) -> None:
        await self._tools.growth.over()
        self._crew.wake()
