"""Carries blocks from the ring to the sealed log, in a thread that a disk may hold fast."""

import threading
import time
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

HANG_SECONDS = 2.0
"""How long the log may take for a block before another thread goes on with the next."""

_IDLE_SECONDS = 0.5


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


class Writer:
    """Writes what the ring gives to its log, one thread at a time; `look_after` it now and then.

    Whatever a step changes here is changed before the log is called, so that the thread that takes
    over goes on where the other hangs; the log has the block by then.
    """

    def __init__(
        self, source: AudioSource, ring: Ring, watch: SignalWatch, log: AudioLog, listener: Listener
    ) -> None:
        self._source = source
        self._ring = ring
        self._watch = watch
        self._log = log
        self._listener = listener
        self._at = log.written
        self._owed = 0
        self._ended = False
        self._fault: Fault | None = None
        self._guard = threading.Lock()
        self._appending: float | None = None
        with self._guard:
            self._thread = self._begun()

    def look_after(self) -> None:
        """Let another thread go on where the disk holds the writer's fast; for any thread."""
        with self._guard:
            since = self._appending
            if since is not None and time.monotonic() - since > HANG_SECONDS:
                self._appending = None
                self._thread = self._begun()

    def join(self, timeout: float) -> None:
        """Wait for the writer's thread."""
        self._thread.join(timeout)

    def _begun(self) -> threading.Thread:
        thread = threading.Thread(target=self._run, name="log-writer", daemon=True)
        thread.start()
        return thread

    def _run(self) -> None:
        with self._guard:  # until `_thread` is this one
            pass
        while not self._ended:
            try:
                if not self._went_on():
                    return
            except ScribeError as error:  # a log that cannot be written pretends nothing
                self._end(error.fault)
        try:
            self._log.close()
        except ScribeError as error:
            self._end(error.fault)
        self._listener.finished(self._log.written, self._fault)

    def _end(self, fault: Fault | None) -> None:
        self._ended, self._fault = True, self._fault or fault

    def _went_on(self) -> bool:
        """Take one step; False when another thread took over meanwhile."""
        if self._owed:
            pcm = bytes(SAMPLE_BYTES * min(self._owed, SAMPLE_RATE))
            self._owed -= len(pcm) // SAMPLE_BYTES
            return self._appended(pcm)
        item = self._ring.take(_IDLE_SECONDS)
        if isinstance(item, bytes):
            return self._kept(item)
        if isinstance(item, End):
            self._end(item.fault)
            return self._kept(b"")
        if item is not None:
            self._told(item)
        return True

    def _told(self, item: Item) -> None:
        match item:
            case Lost():
                self._listener.lost(self._log.written)
            case Missing(samples, reason):
                self._watch.hushed()
                self._listener.gap(self._at, samples, reason)
                self._owed = samples  # zeros, a second at once: a machine may have slept for hours
            case Moved(device):
                self._listener.moved(self._at, device)
            case Troubled(fault):
                self._watch.hushed()
                self._listener.troubled(self._at, fault)
            case Paused():
                self._listener.paused(self._log.written)
            case Resumed():
                self._listener.resumed(self._log.written)
            case Private():
                self._watch.hushed()
                self._listener.private(self._log.written)
            case PrivateOver():
                self._listener.private_over(self._log.written)
            case Mark():
                item.reached()

    def _kept(self, block: bytes) -> bool:
        """Write a block in the source's own form; an empty one brings what it held back."""
        pcm = self._source.convert(block)
        if self._watch.heard(pcm):
            self._listener.signal_changed(dead=self._watch.dead)
        return self._appended(pcm)

    def _appended(self, pcm: bytes) -> bool:
        self._at += len(pcm) // SAMPLE_BYTES
        me, self._appending = threading.current_thread(), time.monotonic()
        try:
            self._log.append(pcm)
        finally:
            with self._guard:
                leads = self._thread is me
                if leads:
                    self._appending = None
        if leads:
            self._listener.written()
        return leads
