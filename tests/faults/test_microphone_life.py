"""The microphone through hours of real life in minutes, and the figures of scenarios 12 and 13."""

import contextlib
import os
import random
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scribe_app.domain.faults import Fault
from scribe_app.domain.microphone import GapReason
from scribe_app.system.microphone import SystemMicrophones
from tests.contract.intake import LastingCollector
from tests.faults.microphone_rig import Within, recording, wait_out
from tests.faults.report import Report
from tests.fixtures.pulse import missing_programs, private_pulse

pytestmark = [
    pytest.mark.faults,
    pytest.mark.desktop,
    pytest.mark.skipif(bool(missing_programs()), reason="PulseAudio is not installed"),
]

MESSAGE_SECONDS = 1.0
GAP_SECONDS = 0.05
RESUMED_SECONDS = 3.0
OPEN_SECONDS = 0.15


def test_eight_seconds_without_any_microphone_ten_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    """Scenario 12: message within 1 s, goes on by itself, the gap within 50 ms of its length."""
    with recording(tmp_path, monkeypatch, seconds=120, wish="pulse:mic_a") as made:
        pulse, modules, told, back = made.pulse, made.modules, [], []
        pulse.pactl("unload-module", modules.pop("mic_b"))
        made.hear(0.5)
        for _ in range(10):
            unplug = modules.pop("mic_a")
            told.append(made.told_after(lambda number=unplug: pulse.pactl("unload-module", number)))
            wait_out(8)
            moves, begun = len(made.intake.moves), time.monotonic()
            modules["mic_a"] = pulse.add_source("mic_a")
            assert made.intake.wait(lambda n=moves: len(made.intake.moves) > n)
            back.append(time.monotonic() - begun)
            made.hear(0.5)
        slips = [abs(slip) for slip in made.slips()]
    within = Within(report, "12")
    within("unplugged for 8 s, ten times: told after", told, MESSAGE_SECONDS)
    within("unplugged for 8 s, ten times: goes on after", back, RESUMED_SECONDS)
    within("unplugged for 8 s, ten times: gap wrong by", slips, GAP_SECONDS)
    assert len(made.intake.gaps) == 10


def test_two_hundred_things_that_happen_to_a_microphone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    """In any order: never silent for long, never the loudspeaker, always in time.

    What comes within a tenth of a second after a loss is told as a gap with the next one.
    """
    chance = random.Random(7)
    with recording(tmp_path, monkeypatch, seconds=400) as made:
        pulse, modules = made.pulse, made.modules

        def pull(name: str) -> None:
            if len(modules) > 1 and name in modules:
                pulse.pactl("unload-module", modules.pop(name))

        def plug(name: str) -> None:
            if name not in modules:
                modules[name] = pulse.add_source(name)

        def there(*arguments: str) -> None:
            with contextlib.suppress(subprocess.CalledProcessError):
                pulse.pactl(*arguments)

        def move(to: str) -> None:
            for stream in pulse.listening():
                there("move-source-output", stream, to)

        acts: list[tuple[Callable[[str], None], str]] = [
            (act, name)
            for name in ("mic_a", "mic_b")
            for act in (
                pull,
                plug,
                move,
                lambda name: there("set-default-source", name),
                lambda name: there("suspend-source", name, "1"),
                lambda name: there("suspend-source", name, "0"),
            )
        ]
        speaker = "speaker.monitor"
        acts += [(move, speaker), (lambda name: there("set-default-source", name), speaker)]
        for _ in range(200):
            act, name = chance.choice(acts)
            act(name)
            wait_out(0.3 * chance.random())
            for each in modules:
                there("suspend-source", each, "0")
            if chance.random() < 0.3:
                made.hear(0.1)
        for name in ("mic_a", "mic_b"):
            plug(name)
        made.hear(3.0)
        listening = set(pulse.listening().values())
        lags = made.lags()
    late = sum(lag > GAP_SECONDS for lag in lags) / len(lags)
    Within(report, "12")("200 events: out of place at the end", lags[-1:], GAP_SECONDS)
    share = f"{100 * late:.2f} % of {len(lags) / 100:.0f} s"
    report("12", "200 events: more than 50 ms out of place", share, "3 %", met=late <= 0.03)
    assert listening <= {"mic_a", "mic_b"}
    assert made.intake.ends == [None]


def test_a_program_that_stood_still_for_ninety_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    """Scenario 13: SIGSTOP and SIGCONT; what the sound server kept is no gap, the rest is one."""
    with recording(tmp_path, monkeypatch, seconds=120) as made:
        me, begun = os.getpid(), time.monotonic()
        subprocess.Popen(["sh", "-c", f"kill -STOP {me}; sleep 90; kill -CONT {me}"]).wait()
        assert time.monotonic() - begun >= 89
        # What the server kept comes in a burst that no pace holds back.
        made.hear(2.0)
        wait_out(5)
        lived = time.monotonic() - made.intake.came[0]
        slips = [abs(slip) for slip in made.slips()]
    kept = len(made.intake.blocks) / 50
    missing = sum(samples for samples, _ in made.intake.gaps) / 16_000
    within = Within(report, "13")
    within(
        "microphone stopped for 90 s: sound and gap wrong by", [abs(kept + missing - lived)], 0.1
    )
    within("microphone stopped for 90 s: sound after the gap out of place by", slips, GAP_SECONDS)


def test_a_sound_server_that_hangs_for_half_a_minute(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    with recording(tmp_path, monkeypatch, seconds=60) as made:
        told = made.told_after(made.pulse.freeze)
        wait_out(30)
        made.pulse.thaw()
        assert made.intake.wait(lambda: made.intake.troubles[-1] == "")
        wait_out(3)
        begun, first = time.monotonic(), made.intake.came[0]
        made.source.close()
        closing = time.monotonic() - begun
        recorded = len(made.intake.in_place(made.source)) / 32_000
    within = Within(report, "12")
    within("sound server hangs 30 s: told after", [told], MESSAGE_SECONDS)
    within("sound server hangs 30 s: recording wrong by", [abs(recorded - (begun - first))], 0.1)
    within("sound server hung 30 s: closing takes", [closing], 3.0)


def test_closing_while_the_sound_server_hangs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    with recording(tmp_path, monkeypatch, seconds=30) as made:
        made.told_after(made.pulse.freeze)
        wait_out(2)
        begun = time.monotonic()
        made.source.close()
        Within(report, "12")("sound server hangs: closing takes", [time.monotonic() - begun], 3.5)
        assert made.intake.ends == [None]
        made.pulse.thaw()


def test_opening_fifty_times(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    """Sound within 150 ms of `open()`: when the first sample was said."""
    first = []
    with private_pulse() as pulse:
        for name, value in pulse.env.items():
            monkeypatch.setenv(name, value)
        SystemMicrophones().list()
        for _ in range(50):
            intake, source = LastingCollector(), SystemMicrophones().open("")
            begun = time.monotonic()
            source.open(intake)
            assert intake.wait(lambda intake=intake: bool(intake.blocks))
            first.append(intake.came[0] - begun - 0.02)
            source.close()
    most = sorted(first)[:45]
    Within(report, "")("50 openings: first sample is said after, p90", most, OPEN_SECONDS)


def test_three_minutes_of_drift(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    with recording(tmp_path, monkeypatch, seconds=190) as made:
        for _ in range(12):
            made.hear(15)
        health = made.source.health()
        slips = made.slips()
    drift = health.drift_ppm
    assert drift is not None
    figure = f"{drift:.1f} ppm"
    report("", "drift told of an exact microphone, 180 s", figure, "50 ppm", met=abs(drift) < 50)
    assert slips == []
    assert health.gaps == 0


def test_unplugged_on_a_busy_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, report: Report
) -> None:
    burn = ["python3", "-c", "while True: pass"]
    with recording(tmp_path, monkeypatch, seconds=60) as made, contextlib.ExitStack() as stack:
        for _ in range(os.cpu_count() or 2):
            burner = stack.enter_context(subprocess.Popen(burn))
            stack.callback(burner.kill)
        pulse, modules, told = made.pulse, made.modules, []
        for _ in range(5):
            unplug = modules.pop("mic_a")
            told.append(made.told_after(lambda number=unplug: pulse.pactl("unload-module", number)))
            made.hear(1.0)
            modules["mic_a"] = pulse.add_source("mic_a")
            made.hear(1.0)
        slips = [abs(slip) for slip in made.slips()]
    within = Within(report, "12")
    within("unplugged, all cores busy: told after", told, MESSAGE_SECONDS)
    within("unplugged, all cores busy: gap wrong by", slips, GAP_SECONDS)
    assert {reason for _, reason in made.intake.gaps} <= {GapReason.DEVICE}
    assert not any(isinstance(item, Fault) for item in made.intake.items[-50:])
