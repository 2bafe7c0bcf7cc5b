"""Seals an audio file as if it had been recorded, to be transcribed when its turn comes."""

import asyncio

from scribe_app.domain import events as ev
from scribe_app.domain.faults import Fault, ScribeError
from scribe_app.domain.microphone import GapReason
from scribe_app.engine import journal
from scribe_app.engine.daemon import in_daemon
from scribe_app.engine.recorder import Recorder
from scribe_app.engine.writer import Listener
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.log import SessionLogs, SessionStore


class _Unmoved(Listener):
    """Hears what a writer does and makes nothing of it: none of it happens to a file."""

    def written(self) -> None:
        return

    def paused(self, at_sample: int) -> None:
        return

    def resumed(self, at_sample: int) -> None:
        return

    def private(self, at_sample: int) -> None:
        return

    def private_over(self, at_sample: int) -> None:
        return

    def lost(self, at_sample: int) -> None:
        return

    def gap(self, at_sample: int, samples: int, reason: GapReason) -> None:
        return

    def moved(self, at_sample: int, device: str) -> None:
        return

    def troubled(self, at_sample: int, fault: Fault | None) -> None:
        return

    def signal_changed(self, *, dead: bool) -> None:
        return


class _Sealing(_Unmoved):
    """Waits for the end of a file."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self.done: asyncio.Future[tuple[int, Fault | None]] = self._loop.create_future()

    def finished(self, at_sample: int, fault: Fault | None) -> None:
        """Note that the last sample is in the log."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end, at_sample, fault)

    def _end(self, at_sample: int, fault: Fault | None) -> None:
        if not self.done.done():
            self.done.set_result((at_sample, fault))


async def imported(source: AudioSource, store: SessionStore, language: str) -> str:
    """Return the id of a new consultation that holds all of a file.

    Raises `ScribeError`; nothing of a file that cannot be read to its end stays.
    """
    recorder = Recorder(source)
    logs = await in_daemon(store.create, "log-create")
    try:
        _tell(logs, ev.RecordingStarted(source.name, language))
        _tell(logs, ev.RecordingStopped(await _sealed(recorder, logs)))
    except BaseException:
        await _ended(recorder)
        await in_daemon(lambda: store.discard(logs.id), "log-discard")
        raise
    await _ended(recorder)
    await in_daemon(logs.close, "log-close")
    return logs.id


async def _sealed(recorder: Recorder, logs: SessionLogs) -> int:
    """Return how many samples a file had, once all of them are in the log."""
    sealing = _Sealing()
    await in_daemon(recorder.open, "import-open")
    recorder.write_to(logs.audio, sealing)
    end, fault = await sealing.done
    if fault is not None:
        raise ScribeError(fault)
    return end


async def _ended(recorder: Recorder) -> None:
    await in_daemon(recorder.stop, "import-stop")
    await in_daemon(lambda: recorder.join(2.0), "import-join")


def _tell(logs: SessionLogs, event: ev.Event) -> None:
    logs.events.append(journal.encode(event))
