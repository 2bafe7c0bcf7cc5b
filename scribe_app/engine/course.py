"""The course of one consultation from its log to its note, recorded now or some time ago."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from functools import partial

from scribe_app.domain import events as ev
from scribe_app.domain.audio import to_samples, to_seconds
from scribe_app.domain.commands import EditSection, NoteCopied
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.forgetting import late
from scribe_app.domain.information import Information
from scribe_app.domain.ledger import Ledger, at_rest, ledger_of
from scribe_app.domain.session import Phase, Signal
from scribe_app.domain.transcript import Transcript, Utterance
from scribe_app.engine.books import Books
from scribe_app.engine.daemon import in_daemon
from scribe_app.engine.forgetting import Discreet, Forgetting
from scribe_app.engine.kit import Kit
from scribe_app.engine.line import Line
from scribe_app.engine.owner import Served
from scribe_app.engine.reach import Choice
from scribe_app.engine.reviewing import Reviewing
from scribe_app.engine.slumber import Slumber
from scribe_app.engine.tap import Growth
from scribe_app.ports.desk import EngineLabel, Snapshot
from scribe_app.ports.drafter import Draft
from scribe_app.ports.log import SessionLogs

log = logging.getLogger(__name__)

_INTERNAL = Fault(
    FaultKind.VENDOR,
    False,
    "Something went wrong inside Scribe; the recording goes on, without live text.",
)
_LEDGER_SECONDS = 0.25
_MEASURED_FINALS = 6


class Course:
    """Owns the books of one consultation and serves its line; lives on the engine's loop."""

    def __init__(self, number: int, kit: Kit, publish: Callable[[Snapshot], None]) -> None:
        self._kit = kit
        self._books = Books(number, kit.label, publish, kit.observer)
        self._logs: SessionLogs | None = None
        self._line: Line | None = None
        self._growth: Growth | None = None
        self._forgetting = Forgetting(self._books)
        self._reviewing = Reviewing(self._books, kit.reviewer, kit.language)
        self._captured = asyncio.Event()
        self._confirmed = self._noted = False

    @property
    def phase(self) -> Phase:
        """Return what the consultation is doing."""
        return self._books.snapshot.state.phase

    @property
    def transcript(self) -> Transcript:
        """Return the transcript so far."""
        return self._books.snapshot.consultation.transcript

    @property
    def consultation(self) -> Consultation:
        """Return everything that is known of it."""
        return self._books.snapshot.consultation

    # --- what the line tells --------------------------------------------------------------------

    def signal(self, signal: Signal) -> None:
        """Move the machine."""
        self._books.signal(signal)

    def record(self, event: ev.Event) -> None:
        """Keep an event; when an utterance follows another, the earlier ones are measured."""
        kept = late(event, self._books.snapshot.consultation.forgotten)
        if kept is None:
            return
        newest = self.transcript.finals[-1:]
        self._books.record(kept)
        if newest and isinstance(kept, ev.Final) and newest[0].id != kept.utterance.id:
            self._measure(self.transcript.finals[-_MEASURED_FINALS:-1])

    def served_by(self, choice: Choice) -> None:
        """Show who listens now."""
        if self._kit.label_of is not None:
            self._books.show(engine=self._kit.label_of(choice))

    def failing(self, fault: Fault) -> None:
        """Show a fault while everything else goes on."""
        self._books.failing(fault)

    # --- what the clinician asks ----------------------------------------------------------------

    def edit(self, command: EditSection) -> None:
        """Keep the clinician's own text."""
        self.record(ev.SectionEdited(command.episode, command.section, command.text))
        if self.phase is Phase.REVIEW:
            self._reviewing.ask()

    def copied(self, command: NoteCopied) -> None:
        """Keep that something went to the clipboard."""
        self.record(ev.Copied(command.episode, command.section))

    async def redraft(self) -> None:
        """Draft again from the whole transcript, as a further version."""
        if self.phase is Phase.REVIEW:
            self.signal(Signal.DRAFT_ASKED)
            self._noted = False
            await self._draft()

    async def forget(self, seconds: float) -> None:
        """Destroy the last seconds: at once for everybody who reads or sees them, then on disk."""
        logs = self._logs
        if logs is None:
            return
        await self._all_written()
        end = logs.audio.written
        first = max(0, end - to_samples(seconds))
        if first == end or self._logs is not logs:
            return
        change = self._forgetting.strike(first, end)
        self._reviewing.drop()
        if self._growth is not None:
            self._growth.mute(first, end)
        self._measure(self.transcript.finals[-_MEASURED_FINALS:])
        await asyncio.gather(self._forgetting.destroy(logs, first, end, change), self.redraft())

    async def _all_written(self) -> None:
        """Wait until what was captured up to now is in the log: nothing is being captured."""

    async def finish(self) -> None:
        """Transcribe what nobody has transcribed and draft the note, where either is missing."""
        logs = self._logs
        if logs is None or self.phase is not Phase.REVIEW or (self._confirmed and self._noted):
            return
        noted, before = self._noted, self.transcript.finals
        self.signal(Signal.FINISH_ASKED)
        if self._confirmed:
            self.signal(Signal.COVERED)
        else:
            growth = Growth()
            growth.end()
            await self._transcribe(logs, growth)
            self._noted = self._noted or (noted and before == self.transcript.finals)
        await self._draft()

    # --- what the engine shows and asks ---------------------------------------------------------

    def relabel(self, label: EngineLabel) -> None:
        """Show who will listen next."""
        self._books.show(engine=label)

    def show_fault(self, fault: Fault) -> None:
        """Show a fault that is not this consultation's own."""
        self._books.show(fault=fault)

    def level(self) -> float:
        """Return the level of what is being recorded: nothing is."""
        return 0.0

    def captured(self) -> float:
        """Return the seconds in the log."""
        return to_seconds(self._logs.audio.written) if self._logs else 0.0

    @property
    def id(self) -> str:
        """Return the id of its log, empty while it has none."""
        return self._logs.id if self._logs else ""

    def _show_id(self) -> None:
        self._books.show(session=self.id)

    async def close(self) -> None:
        """Let go of the logs; what was heard and said stays in them."""
        await self._reviewing.close()
        await self._forgetting.close()
        self._books.close()
        logs, self._logs = self._logs, None
        if logs is not None:
            await in_daemon(logs.close, "log-close")

    # --- from the log to the note ---------------------------------------------------------------

    async def _transcribe(self, logs: SessionLogs, growth: Growth) -> None:
        kit = self._kit
        consultation, self._growth = self._books.snapshot.consultation, growth
        for start, end in (*consultation.missing.parts, *consultation.forgotten.parts):
            growth.mute(to_samples(start), to_samples(end))
        self._line = Line(
            kit.choices,
            kit.reach,
            Discreet(logs.audio, lambda: self._books.snapshot.consultation.forgotten),
            growth,
            self,
            kit.clock,
            with_note=kit.with_note,
            epoch=self._next_epoch(),
        )
        async with asyncio.TaskGroup() as group:
            ticker = group.create_task(self._tick(), name="ledger-ticker")
            group.create_task(self._learn(), name="drafter-words")
            served = await self._line_run(self._line)
            await self._captured.wait()
            ticker.cancel()
        self._noted = served.noted and not self._books.snapshot.consultation.forgotten.parts
        self._settle(confirmed=served.confirmed)

    async def _line_run(self, line: Line) -> Served:
        """Run the line; whatever breaks in it, the recording goes on."""
        try:
            return await line.run()
        except Exception as error:
            log.error("unexpected-error", extra={"error": type(error)})
            self.failing(_INTERNAL)
            return Served(confirmed=False)

    def _settle(self, *, confirmed: bool) -> None:
        """Close the books: what nobody transcribed is marked, never passed over."""
        self._confirmed = confirmed
        if confirmed:
            self.record(ev.Progress(self.captured()))
        self.record(ev.Ended(confirmed))
        self._measure(self.transcript.finals[-_MEASURED_FINALS:])
        self._show_rest(confirmed=confirmed)
        self.signal(Signal.COVERED)

    def _show_rest(self, *, confirmed: bool) -> None:
        """Show the ledger of a consultation that nobody works on any more."""
        consultation = self._books.snapshot.consultation
        ledger = at_rest(self._ledger(), consultation, confirmed=confirmed)
        self._books.show(ledger=ledger)

    async def _draft(self) -> None:
        if not self._kit.with_note:
            self.record(ev.NoteWaived())
        elif not self._noted:
            draft = await self._drafted()
            self.record(ev.NoteDraft(draft.note, draft.evidence))
        self._noted = True
        self.signal(Signal.DRAFT_DONE)
        self._reviewing.ask(after=0.0)

    async def _drafted(self) -> Draft:
        """Return a draft of what is left when it comes: some may have been forgotten by then."""
        while True:
            before, finals = self._books.snapshot.consultation.forgotten, self.transcript.finals
            draft = partial(self._kit.drafter.draft, finals, self._kit.language)
            made = await in_daemon(draft, "drafter")
            if self._books.snapshot.consultation.forgotten == before:
                return made

    def _next_epoch(self) -> int:
        numbers = [each.number for each in self._books.snapshot.consultation.epochs]
        return max(numbers, default=-1) + 1

    def _measure(self, finals: Sequence[Utterance]) -> None:
        found = self._kit.drafter.measure(finals, self._kit.language)
        known = self._books.snapshot.consultation.information.measurements
        if any(each not in known for each in found):
            self.record(Information(measurements=found))

    async def _learn(self) -> None:
        """Have the drafter read its word lists now: the first measurement would hold up audio."""
        await in_daemon(partial(self._kit.drafter.measure, (), self._kit.language), "drafter-words")

    async def _tick(self) -> None:
        slumber = Slumber(self._kit.lived)
        while True:
            self._books.show(ledger=self._ledger())
            self._look()
            if slumber.is_over() and self._line is not None:
                await self._line.woke()
            await asyncio.sleep(_LEDGER_SECONDS)

    def _look(self) -> None:
        """Look at what changes without a word of its own, four times a second."""

    def _ledger(self) -> Ledger:
        if self._logs is None:
            return Ledger()
        audio = self._logs.audio
        stored, sent = to_seconds(audio.stored), to_seconds(self._line.sent if self._line else 0)
        return ledger_of(self._books.snapshot.consultation, self.captured(), stored, sent)
