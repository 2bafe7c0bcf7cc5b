"""Follows one consultation from the command line until it is done."""

import threading
from collections.abc import Callable
from typing import TextIO

from scribe_app.domain.commands import Stop
from scribe_app.domain.session import Link, Phase
from scribe_app.domain.transcript import Utterance
from scribe_app.engine.engine import Engine
from scribe_app.ports.desk import Snapshot


class TextFollower:
    """Writes finals as they come; on a terminal also the words still being heard."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._live = out.isatty()
        self._written = 0

    def show(self, finals: tuple[Utterance, ...], partial: str, *, done: bool) -> None:
        """Write what is new; the last final may still grow, so it waits for the next one."""
        ready = finals if done else finals[:-1]
        for utterance in ready[self._written :]:
            self._clear()
            self._out.write(utterance.text + "\n")
        self._written = max(self._written, len(ready))
        if self._live and not done:
            growing = finals[-1].text if finals else ""
            self._out.write(f"\r\x1b[K\x1b[2m{f'{growing} {partial}'.strip()[-100:]}\x1b[0m")
        elif done:
            self._clear()
        self._out.flush()

    def _clear(self) -> None:
        if self._live:
            self._out.write("\r\x1b[K")


class Output:
    """Writes on the engine's thread; what goes wrong there is raised to whoever waits."""

    def __init__(self) -> None:
        self._error: OSError | None = None

    def tell(self, write: Callable[[], object]) -> None:
        """Write, unless that has failed before."""
        if self._error is None:
            try:
                write()
            except OSError as error:  # nobody reads any more, or there is no room
                self._error = error

    def check(self) -> None:
        """Raise what went wrong, if anything did."""
        if self._error is not None:
            raise self._error


class Follower:
    """Starts an engine, waits for the end of its consultation, closes it.

    Nobody speaks on for a vendor that cannot work: what plays is stopped then.
    """

    def __init__(
        self, engine: Engine, text: TextFollower | None = None, output: Output | None = None
    ) -> None:
        self.engine = engine
        self._text = text
        self._output = output or Output()
        self._done = threading.Event()
        self._stopped = False
        self._snapshot = Snapshot()

    def __enter__(self) -> "Follower":
        self.engine.start()
        self.engine.subscribe(self._changed)
        return self

    def __exit__(self, *_: object) -> None:
        self.engine.close()

    def finished(self) -> Snapshot:
        """Wait for the end and return what there is then; raises what kept it from being told."""
        while not self._done.wait(0.2):  # a bounded wait, so that Ctrl+C is heard
            self._output.check()
        self._output.check()
        return self._snapshot

    def _changed(self, snapshot: Snapshot) -> None:
        if snapshot.number == 0 or self._done.is_set():
            return
        self._snapshot = snapshot
        phase = snapshot.state.phase
        done = phase is Phase.REVIEW or (phase is Phase.IDLE and snapshot.fault is not None)
        self._output.tell(lambda: self._show(snapshot, done=done))
        if done:
            self._done.set()
        elif _is_hopeless(snapshot) and not self._stopped:
            self._stopped = True
            self.engine.submit(Stop())

    def _show(self, snapshot: Snapshot, *, done: bool) -> None:
        if self._text is not None:
            transcript = snapshot.consultation.transcript
            partial = transcript.partials[0].text if transcript.partials else ""
            self._text.show(transcript.finals, partial, done=done)


def _is_hopeless(snapshot: Snapshot) -> bool:
    """Return whether no vendor is left that ever worked or may be tried again."""
    down, fault = snapshot.state.link is Link.DOWN, snapshot.fault
    never = snapshot.consultation.settled <= 0
    return down and fault is not None and (never or not fault.retryable)
