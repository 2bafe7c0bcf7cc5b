"""One recording: a source, the ring it feeds, and the writer that empties it into the log."""

import sys
import time
from collections.abc import Callable

from scribe_app.engine.ring import Ring
from scribe_app.engine.signal_watch import SignalWatch
from scribe_app.engine.writer import Listener, Writer
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.log import AudioLog

_SWITCH_SECONDS = 0.0005


def share_interpreter() -> None:
    """Let no thread keep the interpreter for longer than half a millisecond when others wait.

    A window that computes for 200 ms would otherwise cost the writer 5 ms at every system call.
    """
    sys.setswitchinterval(_SWITCH_SECONDS)


class Recorder:
    """One source written to one log; the source feeds the ring before the log exists.

    `open` begins capture; `write_to` begins writing what the ring kept meanwhile; `stop` ends both.
    """

    def __init__(self, source: AudioSource, lived: Callable[[], float] = time.monotonic) -> None:
        self.source = source
        self._ring = Ring(lived=lived)
        self._watch = SignalWatch()
        self._writer: Writer | None = None

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
        self._writer = Writer(self.source, self._ring, self._watch, log, listener)

    def look_after(self) -> None:
        """Have the recording go on where a disk does not answer; to be called now and then."""
        if self._writer is not None:
            self._writer.look_after()

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
        """Wait for the writer."""
        if self._writer is not None:
            self._writer.join(timeout)
