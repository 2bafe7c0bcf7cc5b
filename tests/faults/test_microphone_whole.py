"""Scenarios 9, 12, 13 and a frozen window, from the sound server to the sealed log."""

import contextlib
import os
import subprocess
import time
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.session import Link, Phase
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.transport import Dial
from scribe_app.system.microphone import SystemMicrophones
from tests.engine.microphone_rig import DeafDialler, whole
from tests.engine.rig import rig
from tests.faults.microphone_rig import Within, wait_out
from tests.faults.report import Report
from tests.fixtures.pulse import marked, missing_programs, private_pulse
from tests.fixtures.scripted import ScriptedRecogniser

pytestmark = [
    pytest.mark.faults,
    pytest.mark.desktop,
    pytest.mark.skipif(bool(missing_programs()), reason="PulseAudio is not installed"),
]

FROZEN_SECONDS = 30
BUSY_SECONDS = 20
ASLEEP_SECONDS = 90


def test_unplugged_for_eight_seconds_through_the_engine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    told, back = [], []
    with whole(tmp_path, monkeypatch, seconds=60) as desk:
        desk.record("mic_a")
        desk.unplug("mic_b")
        for _ in range(4):
            desk.hear(0.5)
            told.append(desk.told_after(lambda: desk.unplug("mic_a")))
            wait_out(8)
            begun = time.monotonic()
            desk.plug("mic_a")
            desk.well("mic_a")
            back.append(time.monotonic() - begun)
        desk.hear(0.5)
        kept = desk.ended()
    within = Within(report, "12")
    within("through the engine: the window is told after", told, 1.0)
    within("through the engine: goes on after", back, 3.0)
    within("through the engine: gap in the log wrong by", kept.slips, 0.05)
    assert len(kept.gaps) == 4
    kept.kept_time()


def test_a_window_that_is_frozen_for_half_a_minute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    """The window's thread computes and lets nobody in of its own accord."""
    with whole(tmp_path, monkeypatch, seconds=FROZEN_SECONDS + 20) as desk:
        desk.record()
        until = time.monotonic() + FROZEN_SECONDS
        while time.monotonic() < until:
            sum(range(1_000))
        desk.hear(0.5)
        kept = desk.ended()
    lost = sum(gap.samples for gap in kept.gaps) + round(16_000 * sum(kept.slips))
    report("", f"window frozen for {FROZEN_SECONDS} s: samples lost", str(lost), "0", met=not lost)


def test_every_core_is_busy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    burn = ["python3", "-c", "while True: pass"]
    with (
        whole(tmp_path, monkeypatch, seconds=BUSY_SECONDS + 20) as desk,
        contextlib.ExitStack() as stack,
    ):
        desk.record()
        for _ in range(2 * (os.cpu_count() or 2)):
            burner = stack.enter_context(subprocess.Popen(burn))
            stack.callback(burner.kill)
        wait_out(BUSY_SECONDS)
        kept = desk.ended()
    lost = sum(gap.samples for gap in kept.gaps) + round(16_000 * sum(kept.slips))
    what = f"two programs a core compute for {BUSY_SECONDS} s: samples lost"
    report("", what, str(lost), "0", met=not lost)


class TardyDialler(DeafDialler):
    """Shakes hands after so many seconds."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    async def connect(self, dial: Dial) -> ScriptedRecogniser:
        await in_daemon(lambda: time.sleep(self._seconds), "tardy-handshake")
        return await super().connect(dial)


def test_handshakes_that_take_up_to_ten_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    missing = {}
    for seconds in (0, 5, 10):
        folder = tmp_path / str(seconds)
        folder.mkdir()
        noise = marked(folder, seconds=seconds + 3)
        with private_pulse() as pulse:
            for name, value in pulse.env.items():
                monkeypatch.setenv(name, value)
            opened = SystemMicrophones().open
            with rig(folder / "s", TardyDialler(seconds), open_source=opened) as bench:
                bench.engine.submit(cmd.Start())
                bench.until_phase(Phase.RECORDING)
                player = pulse.play(noise.wav)
                player.wait(60)
                bench.until(lambda s: s.state.link in (Link.LIVE, Link.RECONNECTING))
                pcm = bench.audio()
        missing[seconds] = 0 if noise.pcm in pcm else len(noise.pcm) // 2
    figure = ", ".join(f"{seconds} s: {lost}" for seconds, lost in missing.items())
    what = "samples missing from the beginning, by the handshake's length"
    report("9", what, figure, "0", met=not any(missing.values()))


def stopped(killing: str = "") -> float:
    """Hold this program for 90 s; return when it woke up."""
    me = os.getpid()
    nap = f"kill -STOP {me}; {killing} sleep {ASLEEP_SECONDS}; kill -CONT {me}"
    subprocess.run(["sh", "-c", nap], check=True)
    return time.monotonic()


def test_the_program_stands_still_for_ninety_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    """Scenario 13 by SIGSTOP: what the sound server kept meanwhile is no gap."""
    with whole(tmp_path, monkeypatch, seconds=ASLEEP_SECONDS + 40) as desk:
        desk.record()
        first, before = time.monotonic(), desk.bench.engine.captured()
        woke, old = stopped(), desk.bench.engine.captured()
        while desk.bench.engine.captured() <= old:
            time.sleep(0.01)
        back = time.monotonic() - woke
        # What the server kept comes in a burst that no pace holds back.
        wait_out(8)
        lived, heard = time.monotonic() - first, desk.bench.engine.captured() - before
        desk.stop()
    within = Within(report, "13")
    within("stopped for 90 s: sound again after", [back], 3.0)
    within("stopped for 90 s: time in the log wrong by", [abs(lived - heard)], 0.2)


def test_the_sound_is_away_for_ninety_seconds_of_standing_still(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    """Scenario 13 with a sound server that does not outlive it: nothing kept the 90 s."""
    with whole(tmp_path, monkeypatch, seconds=ASLEEP_SECONDS + 40) as desk:
        desk.record("mic_a")
        first, before = time.monotonic(), desk.bench.engine.captured()
        woke = stopped(killing=f"kill -KILL {desk.pulse.process.pid};")
        with desk.pulse.again() as pulse:
            pulse.add_source("mic_a")
            desk.well("mic_a")
            back = time.monotonic() - woke
            desk.hear(2.0)
            lived, heard = time.monotonic() - first, desk.bench.engine.captured() - before
            kept = desk.ended()
    missing = sum(gap.samples for gap in kept.gaps) / 16_000
    within = Within(report, "13")
    within("asleep for 90 s without sound: goes on after", [back], 3.0)
    within("asleep for 90 s without sound: time in the log wrong by", [abs(lived - heard)], 0.2)
    marked_as = f"{missing:.1f} s"
    report("13", "marked as a gap", marked_as, "90 s or more", met=missing >= ASLEEP_SECONDS - 1)
