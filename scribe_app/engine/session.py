"""One consultation that is being recorded: from the key press to its note."""

import asyncio
from collections.abc import Callable

from scribe_app.domain import events as ev
from scribe_app.domain.faults import Fault, ScribeError
from scribe_app.domain.session import Phase, Signal
from scribe_app.engine.capture import CaptureEvents
from scribe_app.engine.course import Course
from scribe_app.engine.daemon import in_daemon
from scribe_app.engine.hearing import Hearing
from scribe_app.engine.kit import Kit
from scribe_app.engine.recorder import Recorder
from scribe_app.engine.storage_watch import StorageWatch
from scribe_app.engine.tap import Growth
from scribe_app.engine.wakefulness import Wakefulness
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.desk import Snapshot
from scribe_app.ports.log import SessionLogs

_WRITTEN_SECONDS = 3.0


class Session(Course):
    """A consultation with a microphone; lives on the engine's loop."""

    def __init__(
        self, number: int, kit: Kit, source: AudioSource, publish: Callable[[Snapshot], None]
    ) -> None:
        super().__init__(number, kit, publish)
        self._recorder = Recorder(source, kit.lived)
        self._hearing = Hearing(self._books, self._recorder)
        self._wakefulness = Wakefulness(kit.inhibitor)
        self._making: asyncio.Task[SessionLogs] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._stopping = False

    # --- what the capture tells -----------------------------------------------------------------

    def signal_changed(self, *, dead: bool) -> None:
        """Note that the microphone went silent or came back."""
        self.record(ev.SignalLost() if dead else ev.SignalFound())
        self._books.show(no_signal=dead)

    def moved(self, event: ev.MicrophoneMoved) -> None:
        """Note that another microphone is heard."""
        self._hearing.moved(event)

    def troubled(self, event: ev.MicrophoneTroubled) -> None:
        """Note that something is wrong with the microphone, or no longer."""
        self._hearing.troubled(event)

    def finished(self, at_sample: int, fault: Fault | None) -> None:
        """Note that the last sample is in the log."""
        self._recorder.source.close()
        self._hearing.over()
        self._wakefulness.keep(awake=False)
        self.record(ev.RecordingStopped(at_sample))
        if fault is not None:
            self.failing(fault)
        self.signal(Signal.CAPTURE_ENDED)
        self._captured.set()

    # --- what the clinician asks ----------------------------------------------------------------

    def pause(self) -> None:
        """Write nothing until `resume`."""
        if self.phase in (Phase.RECORDING, Phase.PRIVATE):
            self._recorder.pause()

    def resume(self) -> None:
        """Write again."""
        if self.phase is Phase.PAUSED:
            self._recorder.resume()

    def begin_private(self) -> None:
        """Capture nothing until `end_private`."""
        self._recorder.begin_private()

    def end_private(self) -> None:
        """Capture again; at once, whether or not the beginning was seen to take effect yet."""
        self._recorder.end_private()

    async def stop(self) -> None:
        """End the recording; the rest follows by itself."""
        if not self._stopping:
            self._stopping = True
            await in_daemon(self._recorder.stop, "capture-stop")

    def level(self) -> float:
        """Return the level while recording, 0 otherwise."""
        recording = self.phase is Phase.RECORDING
        return self._recorder.level if recording else 0.0

    # --- its life -------------------------------------------------------------------------------

    async def open(self) -> None:
        """Begin capture into memory; raises `ScribeError` when the microphone refuses."""
        try:
            await in_daemon(self._recorder.open, "capture-open")
        except ScribeError:
            await self.stop()
            raise
        self._wakefulness.keep(awake=True)

    async def run(self) -> None:
        """Record, transcribe and finish; ends in review, or in idle when nothing can be kept."""
        growth = Growth()
        self.signal(Signal.CAPTURE_BEGAN)
        self.record(ev.RecordingStarted(self._recorder.source.name, self._kit.language))
        self._hearing.begin()
        try:
            logs = await self._made_logs()
        except ScribeError as error:
            await self.stop()
            self.show_fault(error.fault)
            self.signal(Signal.CLOSED)
            return
        self._logs = logs
        self._show_id()
        self._books.open(logs.events)
        self._recorder.write_to(logs.audio, CaptureEvents(self, growth))
        watch = StorageWatch(logs, self._kit.guard, lambda now: self._books.show(keeping=now))
        self._watching = asyncio.ensure_future(watch.run())
        await self._transcribe(logs, growth)
        await self._draft()

    async def close(self) -> None:
        """Stop everything within 2 s and let go of the logs; what was heard stays in them."""
        await self.stop()
        if self._watching is not None:
            self._watching.cancel()
        if self._making is not None:
            await asyncio.wait({self._making})
        await in_daemon(lambda: self._recorder.join(2.0), "capture-join")
        await super().close()
        await self._wakefulness.close()

    async def _made_logs(self) -> SessionLogs:
        store = self._kit.store
        self._making = asyncio.ensure_future(in_daemon(store.create, "log-create"))
        logs = await self._making
        self._books.show(sealed_in_memory=not store.keeps_after_restart)
        return logs

    async def _all_written(self) -> None:
        """Wait until what was captured up to now is in the log, not longer than a disk may take."""
        reached, loop = asyncio.Event(), asyncio.get_running_loop()

        def tell() -> None:
            loop.call_soon_threadsafe(reached.set)

        self._recorder.mark(tell)
        waits = {asyncio.ensure_future(each.wait()) for each in (reached, self._captured)}
        await asyncio.wait(waits, timeout=_WRITTEN_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        for each in waits:
            each.cancel()

    def _look(self) -> None:
        """See how the microphone and the writer do."""
        self._recorder.look_after()
        self._hearing.look()
