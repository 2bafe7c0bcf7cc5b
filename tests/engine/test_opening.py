"""The first seconds are measured in passing: said when something is wrong, and taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.microphone import Opening, OpeningVerdict
from scribe_app.domain.session import Phase
from scribe_app.engine import journal
from scribe_app.engine.books import Books
from scribe_app.engine.hearing import Hearing
from scribe_app.ports.audio import SourceHealth
from scribe_app.ports.desk import EngineLabel
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.portaudio import PortAudio
from tests.engine.rig import Rig, rig
from tests.fixtures.scripted import REFUSED, ScriptedDialler
from tests.fixtures.sound_device import FakeSoundDevice, FakeStream, input_device


def tone(peak: float, seconds: float) -> list[bytes]:
    """Return a tone as a sound card's blocks; above 32,767 it is cut off."""
    wave = peak * np.sin(2 * np.pi * 220 * np.arange(round(16_000 * seconds)) / 16_000)
    pcm = np.clip(wave, -32_768, 32_767).astype("<i2").tobytes()
    return [pcm[at : at + 640] for at in range(0, len(pcm), 640)]


@contextmanager
def recording(folder: Path) -> Iterator[tuple[Rig, FakeStream]]:
    module = FakeSoundDevice([input_device("USB microphone: Audio (hw:1,0)")])
    microphones = SystemMicrophones(PortAudio(lambda: module))
    deaf = ScriptedDialler(refusal=REFUSED)
    with rig(folder, deaf, open_source=microphones.open) as bench:
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        yield bench, module.stream(0)


@pytest.mark.parametrize(
    ("peak", "verdict"),
    [
        (0.0, OpeningVerdict.ZEROS),
        (60.0, OpeningVerdict.QUIET),
        (60_000.0, OpeningVerdict.CLIPPED),
    ],
)
def test_what_is_wrong_is_said_once_the_first_seconds_are_in(
    peak: float, verdict: OpeningVerdict, tmp_path: Path
) -> None:
    with recording(tmp_path) as (bench, stream):
        stream.feed(tone(peak, 3.1))
        bench.until(lambda s: s.microphone.remark is verdict)


def test_a_good_beginning_is_measured_and_nothing_is_said(tmp_path: Path) -> None:
    with recording(tmp_path) as (bench, stream):
        stream.feed(tone(8_000.0, 3.1))
        measured = bench.until(lambda s: s.ledger.captured > 3)
        bench.until(lambda s: s is not measured and s.ledger.captured > 3)
        assert bench.snapshots[-1].microphone.remark is None
        bench.engine.close()
        logs = bench.store.reopen(bench.store.sessions()[-1].id)
        events = list(journal.replayed(logs.events.records()))
        logs.close()
    (opening,) = (e.opening for e in events if isinstance(e, ev.OpeningMeasured))
    assert opening.verdict is OpeningVerdict.GOOD
    assert opening.peak_db == pytest.approx(-12.2, abs=0.1)


def test_too_quiet_is_taken_back_once_somebody_speaks(tmp_path: Path) -> None:
    with recording(tmp_path) as (bench, stream):
        stream.feed(tone(60.0, 3.1))
        bench.until(lambda s: s.microphone.remark is OpeningVerdict.QUIET)
        stream.feed(tone(8_000.0, 0.1))
        bench.until(lambda s: s.microphone.remark is None)


def test_an_overflow_that_the_device_reports_is_in_the_log(tmp_path: Path) -> None:
    with recording(tmp_path) as (bench, stream):
        stream.feed(tone(8_000.0, 0.5))
        stream.feed(tone(8_000.0, 0.5), overflow=True)
        bench.until(lambda s: s.ledger.captured >= 1)
        bench.engine.close()
        logs = bench.store.reopen(bench.store.sessions()[-1].id)
        gaps = [e for e in journal.replayed(logs.events.records()) if isinstance(e, ev.Gap)]
        logs.close()
    assert gaps[0].at_sample == 8_000
    assert gaps[0].samples == 0


class HeardRecorder:
    """A recorder whose peaks the test sets; its source has measured the opening."""

    name = "a test"

    def __init__(self, verdict: OpeningVerdict) -> None:
        self.source = self
        self.peak = 0.0
        self._health = SourceHealth(self.name, Opening(3.0, 0.0, 0.0, 0, verdict))

    def peak_since(self) -> float:
        return self.peak

    def health(self) -> SourceHealth:
        return self._health

    def open(self, intake: object) -> None: ...

    def convert(self, block: bytes) -> bytes:
        return block

    def close(self) -> None: ...


@pytest.mark.parametrize(
    ("verdict", "wrong", "well", "looks"),
    [
        (OpeningVerdict.ZEROS, 0.0, 0.001, 1),
        (OpeningVerdict.QUIET, 0.001, 0.02, 1),
        (OpeningVerdict.CLIPPED, 1.0, 0.5, 40),
    ],
)
def test_a_remark_lasts_as_long_as_it_is_true(
    verdict: OpeningVerdict, wrong: float, well: float, looks: int
) -> None:
    recorder = HeardRecorder(verdict)
    books = Books(1, EngineLabel(), lambda _: None)
    hearing = Hearing(books, recorder)  # type: ignore[arg-type]
    recorder.peak = wrong
    for _ in range(100):
        hearing.look()
    assert books.snapshot.microphone.remark is verdict
    recorder.peak = well
    for _ in range(looks):
        hearing.look()
    assert books.snapshot.microphone.remark is None
