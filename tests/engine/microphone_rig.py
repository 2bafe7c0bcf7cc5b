"""A whole recording with a real sound server: microphone, engine, sealed log, snapshots."""

import contextlib
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.audio import SAMPLE_RATE
from scribe_app.domain.session import Phase
from scribe_app.engine import journal
from scribe_app.ports.desk import Snapshot
from scribe_app.ports.transport import Dial
from scribe_app.system.clock import lived_seconds
from scribe_app.system.microphone import SystemMicrophones
from tests.engine.rig import Rig, rig
from tests.fixtures.pulse import Marked, Pulse, marked
from tests.fixtures.scripted import Script, ScriptedDialler, ScriptedRecogniser
from tests.fixtures.two_microphones import two_microphones

LIMIT_SECONDS = 20.0
SOON_SECONDS = 0.05
"""How far a gap may be from its true length (scenario 12)."""

_NAP_SECONDS = 0.01


class Deaf(ScriptedRecogniser):
    """Takes everything and hears no word in it."""

    def _hear(self, pcm: bytes) -> None:
        self.received += len(pcm) // 2
        self._say({"type": "progress", "until": self.received / SAMPLE_RATE})


class DeafDialler(ScriptedDialler):
    """Finds nobody who would recognise noise."""

    async def connect(self, dial: Dial) -> ScriptedRecogniser:
        return Deaf(Script())


class Lateness:
    """How late the machine lets a thread be: nothing here can be more exact than that."""

    def __init__(self) -> None:
        self.worst = 0.0
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="lateness")

    def __enter__(self) -> "Lateness":
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._over.set()
        self._thread.join()

    def _watch(self) -> None:
        begun = time.monotonic()
        while not self._over.wait(_NAP_SECONDS):
            now = time.monotonic()
            self.worst, begun = max(self.worst, now - begun - _NAP_SECONDS), now


@dataclass
class Whole:
    """Two microphones that hear the same noise, a silent loudspeaker, and an engine.

    Nobody recognises anything: what is recorded is what counts here.
    """

    bench: Rig
    pulse: Pulse
    noise: Marked
    modules: dict[str, str]
    lateness: Lateness
    seen: list[tuple[float, Snapshot]] = field(default_factory=list)

    def record(self, wish: str = "") -> None:
        """Press the key, and wait until something is heard."""
        self.bench.engine.submit(cmd.Start(wish and f"pulse:{wish}"))
        self.hear(0.3)

    def hear(self, seconds: float) -> None:
        """Wait until this much more was recorded."""
        engine, limit = self.bench.engine, time.monotonic() + LIMIT_SECONDS
        wanted = engine.captured() + seconds
        while engine.captured() < wanted:
            assert time.monotonic() < limit, f"nothing is recorded; {self.now}"
            time.sleep(0.01)

    @property
    def now(self) -> Snapshot:
        """Return the newest snapshot."""
        return self.bench.snapshots[-1]

    def note(self, snapshot: Snapshot) -> None:
        """Keep a snapshot with its moment."""
        self.seen.append((time.monotonic(), snapshot))

    def troubled(self, words: str) -> Snapshot:
        """Wait until the window is told of a trouble with these words in it."""
        return self.bench.passing(lambda s: words in told(s))

    def well(self, name: str = "") -> Snapshot:
        """Wait until nothing is wrong any more and, with a name, that one is heard."""
        return self.bench.until(
            lambda s: s.microphone.trouble is None and s.microphone.now.startswith(name)
        )

    def told_after(self, act: Callable[[], object]) -> float:
        """Return how many seconds after an act the window is told of a trouble."""
        begun = time.monotonic()
        act()
        self.bench.passing(lambda s: bool(told(s)))
        return next(at for at, s in self.seen if at >= begun and told(s)) - begun

    def unplug(self, name: str) -> None:
        self.pulse.pactl("unload-module", self.modules.pop(name))

    def plug(self, name: str) -> None:
        self.modules[name] = self.pulse.add_source(name)

    def stop(self) -> Snapshot:
        """Press the key again, and wait for the end."""
        self.bench.engine.submit(cmd.Stop())
        return self.bench.until_phase(Phase.REVIEW)

    def ended(self) -> "Kept":
        """Stop, and open what is in the sealed log."""
        done = self.stop()
        self.bench.engine.close()
        logs = self.bench.store.reopen(self.bench.store.sessions()[-1].id)
        pcm = logs.audio.cursor().read(logs.audio.written)
        events = tuple(journal.replayed(logs.events.records()))
        logs.close()
        return Kept(pcm, events, done, self.noise, 2 * self.lateness.worst)


@dataclass(frozen=True)
class Kept:
    """What is left of a recording: its samples, its events, the last snapshot.

    `unsure` is what the machine, in seconds, was late by meanwhile: a server and a program may be.
    """

    pcm: bytes
    events: tuple[ev.Event, ...]
    done: Snapshot
    noise: Marked
    unsure: float = 0.0

    @property
    def gaps(self) -> list[ev.Gap]:
        """Return the gaps that have a length."""
        return [e for e in self.events if isinstance(e, ev.Gap) and e.samples]

    @property
    def slips(self) -> list[float]:
        """Return by how many seconds each part of the sound is late against the part before."""
        return [abs(slip) for slip in self.noise.slips(self.pcm)]

    @property
    def moves(self) -> list[str]:
        """Return the microphones that took over."""
        return [e.source for e in self.events if isinstance(e, ev.MicrophoneMoved)]

    @property
    def troubles(self) -> list[str]:
        """Return what was told, an empty sentence for an end."""
        told = (e.fault for e in self.events if isinstance(e, ev.MicrophoneTroubled))
        return [fault.sentence if fault else "" for fault in told]

    def kept_time(self) -> None:
        """In the end the sound is where it was said, and every gap is marked as one."""
        out_of_place = abs(self.noise.lags(self.pcm)[-1])
        assert out_of_place <= SOON_SECONDS + self.unsure, self.slips
        for gap in self.gaps:
            zeros = self.pcm[2 * gap.at_sample : 2 * (gap.at_sample + gap.samples)]
            assert not any(zeros)
            assert len(zeros) == 2 * gap.samples


def told(snapshot: Snapshot) -> str:
    """Return the sentence about a trouble, empty when there is none."""
    fault = snapshot.microphone.trouble
    return fault.sentence if fault else ""


@contextlib.contextmanager
def whole(folder: Path, monkeypatch: pytest.MonkeyPatch, *, seconds: float) -> Iterator[Whole]:
    """Start a server with noise for so long, and an engine that records."""
    noise = marked(folder, seconds=seconds)
    with contextlib.ExitStack() as stack:
        pulse, modules = stack.enter_context(two_microphones(noise, monkeypatch))
        opened = SystemMicrophones().open
        bench = stack.enter_context(
            rig(folder / "sessions", DeafDialler(), open_source=opened, lived=lived_seconds)
        )
        made = Whole(bench, pulse, noise, modules, stack.enter_context(Lateness()))
        bench.engine.subscribe(made.note)
        yield made
