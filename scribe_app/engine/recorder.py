"""Carries blocks from the audio callback to the sealed log, in a thread of its own."""

import sys
import threading
import time
from collections.abc import Callable
from typing import Protocol

from scribe_app.domain.audio import SAMPLE_BYTES, SAMPLE_RATE
from scribe_app.domain.faults import Fault, ScribeError
from scribe_app.domain.microphone import GapReason
from scribe_app.engine.ring import (
    End,
    Item,
    Lost,
    Mark,
    Missing,
    Moved,
    Paused,
    Private,
    PrivateOver,
    Resumed,
    Ring,
    Troubled,
)
from scribe_app.engine.signal_watch import SignalWatch
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.log import AudioLog

_IDLE_SECONDS = 0.5
_SWITCH_SECONDS = 0.0005


def share_interpreter() -> None:
    """Let no thread keep the interpreter for longer than half a millisecond when others wait.

    A window that computes for 200 ms would otherwise cost the writer 5 ms at every system call.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)


class Listener(Protocol):
    """Who is told what the writer did; every method is called from the writer's thread."""

    def written(self) -> None: ...

    def paused(self, at_sample: int) -> None: ...

    def resumed(self, at_sample: int) -> None: ...

    def private(self, at_sample: int) -> None: ...

    def private_over(self, at_sample: int) -> None: ...

    def lost(self, at_sample: int) -> None: ...

    def gap(self, at_sample: int, samples: int, reason: GapReason) -> None: ...

    def moved(self, at_sample: int, device: str) -> None: ...

    def troubled(self, at_sample: int, fault: Fault | None) -> None: ...

    def signal_changed(self, *, dead: bool) -> None: ...

    def finished(self, at_sample: int, fault: Fault | None) -> None: ...


class Recorder:
    """One source written to one log; the source feeds the ring before the log exists.

    `open` begins capture; `write_to` begins writing what the ring kept meanwhile; `stop` ends both.
    """

    def __init__(self, source: AudioSource, lived: Callable[[], float] = time.monotonic) -> None:
        self.source = source
        self._ring = Ring(lived=lived)
        self._watch = SignalWatch()
        self._thread: threading.Thread | None = None
        self._fault: Fault | None = None
        self._at = 0

    @property
    def level(self) -> float:
        """Return the peak of the newest block, from 0 to 1."""
        return self._watch.level

    def peak_since(self) -> float:
        """Return the highest peak since the last call, from 0 to 1; a word to the window only."""
        return self._watch.highest()

    def open(self) -> None:
        """Begin capture into memory; raises `ScribeError` when the source refuses."""
        self.source.open(self._ring)

    def write_to(self, log: AudioLog, listener: Listener) -> None:
        """Begin writing, from the first captured sample on."""
        self._thread = threading.Thread(
            target=self._write, args=(log, listener), name="log-writer", daemon=True
        )
        self._thread.start()

    def pause(self) -> None:
        """Write nothing from now on; the listener hears when it took effect."""
        self._ring.pause()

    def resume(self) -> None:
        """Write again."""
        self._ring.resume()

    def begin_private(self) -> None:
        """Capture nothing from now on; the listener hears when it took effect."""
        self._ring.begin_private()

    def end_private(self) -> None:
        """Capture again."""
        self._ring.end_private()

    def mark(self, reached: Callable[[], None]) -> None:
        """Have something called, from the writer's thread, once all there is now is written."""
        self._ring.mark(reached)

    def stop(self) -> None:
        """Close the source and let the writer finish what was captured."""
        self.source.close()
        self._ring.ended(None)

    def join(self, timeout: float) -> None:
        """Wait for the writer's thread."""
        if self._thread is not None:
            self._thread.join(timeout)

    def _write(self, log: AudioLog, listener: Listener) -> None:
        ended: End | None = None
        self._at = log.written
        while ended is None:
            ended = self._written(self._ring.take(_IDLE_SECONDS), log, listener)
        self._fault = self._fault or ended.fault
        self._guarded(lambda: self._finish(log, listener))
        listener.finished(log.written, self._fault)

    def _written(self, item: Item | None, log: AudioLog, listener: Listener) -> End | None:
        match item:
            case bytes():
                self._guarded(lambda: self._keep(item, log, listener))
            case Lost():
                listener.lost(log.written)
            case Missing(samples, reason):
                listener.gap(self._at, samples, reason)
                self._guarded(lambda: self._leave_out(samples, log, listener))
            case Moved(device):
                listener.moved(self._at, device)
            case Troubled(fault):
                self._watch.hushed()
                listener.troubled(self._at, fault)
            case Paused():
                listener.paused(log.written)
            case Resumed():
                listener.resumed(log.written)
            case Private():
                self._watch.hushed()
                listener.private(log.written)
            case PrivateOver():
                listener.private_over(log.written)
            case Mark():
                item.reached()
            case End():
                return item
        # A log that cannot be written ends the recording rather than pretend to go on.
        return End(self._fault) if self._fault else None

    def _keep(self, block: bytes, log: AudioLog, listener: Listener) -> None:
        self._append(self.source.convert(block), log, listener)
        listener.written()

    def _leave_out(self, samples: int, log: AudioLog, listener: Listener) -> None:
        """Keep the time with zeros, a second at once: a machine may have slept for hours."""
        self._watch.hushed()
        end = self._at + samples
        while self._at < end:
            zeros = min(end - self._at, SAMPLE_RATE)
            log.append(bytes(SAMPLE_BYTES * zeros))
            self._at += zeros
        listener.written()

    def _finish(self, log: AudioLog, listener: Listener) -> None:
        self._append(self.source.convert(b""), log, listener)
        log.close()

    def _append(self, pcm: bytes, log: AudioLog, listener: Listener) -> None:
        log.append(pcm)
        self._at += len(pcm) // SAMPLE_BYTES
        if self._watch.heard(pcm):
            listener.signal_changed(dead=self._watch.dead)

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except ScribeError as error:
            self._fault = self._fault or error.fault
