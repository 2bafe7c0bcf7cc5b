"""The machine is kept awake from the key press to the end of the recording, and nothing waits."""

import threading
from pathlib import Path

from scribe_app.domain import commands as cmd
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.session import Phase
from tests.engine.rig import rig
from tests.fixtures.scripted import NumberedSource


class NotedInhibitor:
    """Keeps what it was asked; a service that hangs lets go when the test says so."""

    by = "a test"

    def __init__(self, *, hangs: bool = False) -> None:
        self.asked: list[str] = []
        self.changed = threading.Condition()
        self.answers = threading.Event()
        if not hangs:
            self.answers.set()

    def hold(self) -> None:
        self._note("hold")
        self.answers.wait(10)

    def release(self) -> None:
        self._note("release")

    def until(self, *asked: str) -> None:
        with self.changed:
            assert self.changed.wait_for(lambda: self.asked == list(asked), 10), self.asked

    def _note(self, what: str) -> None:
        with self.changed:
            self.asked.append(what)
            self.changed.notify_all()


def test_held_while_recording_and_while_paused(tmp_path: Path) -> None:
    inhibitor = NotedInhibitor()
    with rig(tmp_path, inhibitor=inhibitor) as bench:
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        inhibitor.until("hold")
        bench.engine.submit(cmd.Pause())
        bench.until_phase(Phase.PAUSED)
        assert inhibitor.asked == ["hold"]
        bench.engine.submit(cmd.Stop())
        inhibitor.until("hold", "release")
        bench.until_phase(Phase.REVIEW)
    assert inhibitor.asked == ["hold", "release"]


def test_a_service_that_hangs_delays_no_recording(tmp_path: Path) -> None:
    inhibitor = NotedInhibitor(hangs=True)
    with rig(tmp_path, inhibitor=inhibitor) as bench:
        bench.engine.submit(cmd.Start())
        inhibitor.until("hold")
        bench.until_phase(Phase.RECORDING)
        bench.source.say(2)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert bench.words() == ["w0", "w1"]
        inhibitor.answers.set()
        inhibitor.until("hold", "release")


def test_a_recording_that_the_end_of_the_program_ends_lets_the_machine_sleep(
    tmp_path: Path,
) -> None:
    inhibitor = NotedInhibitor()
    with rig(tmp_path, inhibitor=inhibitor) as bench:
        bench.engine.submit(cmd.Start())
        inhibitor.until("hold")
    assert inhibitor.asked == ["hold", "release"]


def test_a_microphone_that_refuses_holds_nothing(tmp_path: Path) -> None:
    inhibitor = NotedInhibitor()
    busy = Fault(FaultKind.DEVICE, False, "The microphone is busy.")
    with rig(tmp_path, source=NumberedSource(busy), inhibitor=inhibitor) as bench:
        bench.engine.submit(cmd.Start())
        bench.until(lambda s: s.fault == busy)
    assert inhibitor.asked == []
