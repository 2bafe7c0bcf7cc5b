"""From the sound card's callback to the log: idle, with busy cores, under a stalled window."""

import contextlib
import multiprocessing
import os
import threading
import time
import wave
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.faults import Fault
from scribe_app.domain.microphone import GapReason
from scribe_app.domain.session import Phase
from scribe_app.engine import recorder as recording
from scribe_app.engine.ring import Ring
from scribe_app.ports.log import AudioLog
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.sealed_log.session_store import SealedStore
from tests.bench.figures import percentile, table
from tests.engine.microphone_rig import DeafDialler
from tests.engine.rig import rig
from tests.fixtures.pulse import private_pulse

SECONDS = 20
STARTS = 20

pytestmark = pytest.mark.bench


class Stamped(Ring):
    """A ring that notes when each block came."""

    def __init__(self, lived: Callable[[], float] = time.monotonic) -> None:
        super().__init__(lived=lived)
        self.came: list[float] = []

    def offer(self, block: bytes) -> bool:
        self.came.append(time.perf_counter())
        return super().offer(block)


def test_key_to_first_sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Recording begins within 150 ms of the key: from then on every sample that is said is kept."""
    said, shown, logged = [], [], []
    with private_pulse() as pulse:
        for name, value in pulse.env.items():
            monkeypatch.setenv(name, value)
        SystemMicrophones().list()
        for number in range(STARTS):
            with begun(tmp_path / str(number), monkeypatch) as times:
                said.append(times[0])
                shown.append(times[1])
                logged.append(times[2])
    rows = [
        [what, *(f"{1000 * percentile(each, share):.0f}" for share in (0.5, 0.95, 1.0))]
        for what, each in (
            ("first sample that is kept was said", said),
            ("the window is told", shown),
            ("it is in the log", logged),
        )
    ]
    table(f"from the key press, {STARTS} starts, ms", ["", "p50", "p95", "max"], rows)


@contextmanager
def begun(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[float, float, float]]:
    """Record once; yield seconds from the key to the first sample, the word and the log."""
    rings: list[Stamped] = []

    def ring(**named: Any) -> Stamped:
        rings.append(Stamped(**named))
        return rings[-1]

    monkeypatch.setattr(recording, "Ring", ring)
    with rig(folder, DeafDialler(), open_source=SystemMicrophones().open) as bench:
        pressed = time.perf_counter()
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        shown = time.perf_counter()
        while not bench.engine.captured():
            time.sleep(0.0005)
        logged = time.perf_counter()
        yield rings[0].came[0] - 0.02 - pressed, shown - pressed, logged - pressed


class Noted:
    """A log that notes when each block was in it."""

    def __init__(self, log: AudioLog) -> None:
        self._log = log
        self.kept: list[float] = []

    def append(self, pcm: bytes) -> None:
        self._log.append(pcm)
        if pcm:
            self.kept.append(time.perf_counter())

    def __getattr__(self, name: str) -> object:
        return getattr(self._log, name)


class Ended(threading.Event):
    """A listener that only waits for the end."""

    def finished(self, at_sample: int, fault: Fault | None) -> None:
        self.set()

    def written(self) -> None:
        pass

    def lost(self, at_sample: int) -> None:
        pass

    def gap(self, at_sample: int, samples: int, reason: GapReason) -> None:
        pass

    def moved(self, at_sample: int, device: str) -> None:
        pass

    def troubled(self, at_sample: int, fault: Fault | None) -> None:
        pass

    def signal_changed(self, *, dead: bool) -> None:
        pass


def test_callback_to_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tone = tmp_path / "tone.wav"
    _write_noise(tone)
    rows = []
    recording.share_interpreter()
    with private_pulse() as pulse:
        for name, value in pulse.env.items():
            monkeypatch.setenv(name, value)
        for load, busy in _LOADS.items():
            with pulse.play(tone) as player, busy():
                delays = _delays(tmp_path / load, monkeypatch)
                player.terminate()
            rows.append([load, len(delays), *(f"{percentile(delays, s):.2f}" for s in _SHARES)])
    table("callback to log, ms (20-ms blocks)", ["load", "blocks", "p50", "p99", "max"], rows)


_SHARES = (0.5, 0.99, 1.0)


def _delays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[float]:
    monkeypatch.setattr(recording, "Ring", Stamped)
    source = SystemMicrophones().open("")
    recorder = recording.Recorder(source)
    logs = SealedStore(folder, MemorySecrets()).create()
    noted, ended = Noted(logs.audio), Ended()
    recorder.open()
    recorder.write_to(noted, ended)  # type: ignore[arg-type]
    _window_lives(SECONDS)
    recorder.stop()
    assert ended.wait(10)
    logs.close()
    came = recorder._ring.came  # type: ignore[attr-defined]
    return [1000 * (kept - at) for at, kept in zip(came, noted.kept, strict=False)]


def _window_lives(seconds: float) -> None:
    """Stand in for the UI thread; a stall holds the interpreter as a slow slot would."""
    limit = time.perf_counter() + seconds
    while time.perf_counter() < limit:
        time.sleep(0.2)
        stall()


def stall() -> None:
    until = time.perf_counter() + _stall_seconds[0]
    while time.perf_counter() < until:
        pass


_stall_seconds = [0.0]


@contextmanager
def _busy_cores() -> Iterator[None]:
    burners = [
        multiprocessing.get_context("spawn").Process(target=_burn, daemon=True)
        for _ in range(os.cpu_count() or 2)
    ]
    for burner in burners:
        burner.start()
    try:
        yield
    finally:
        for burner in burners:
            burner.kill()
            burner.join()


def _burn() -> None:
    with contextlib.suppress(KeyboardInterrupt):
        while True:
            pass


@contextmanager
def _stalled_window() -> Iterator[None]:
    _stall_seconds[0] = 0.2
    yield
    _stall_seconds[0] = 0.0


_LOADS: dict[str, Callable[[], AbstractContextManager[None]]] = {
    "idle": nullcontext,
    "all cores busy": _busy_cores,
    "window stalls 200 ms": _stalled_window,
}


def _write_noise(path: Path) -> None:
    samples = np.random.default_rng(1).integers(-8000, 8000, (SECONDS + 5) * 16_000, np.int16)
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(samples.tobytes())
