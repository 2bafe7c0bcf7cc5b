"""A real PulseAudio, a real PortAudio: what is played arrives sample for sample."""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import soundfile

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.system import microphone, microphone_stream
from scribe_app.system.microphone import SystemMicrophones
from tests.contract.intake import LIMIT_SECONDS, CollectingIntake
from tests.fixtures import pulse as rig
from tests.fixtures.pulse import MONITOR, Pulse, private_pulse

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        bool(rig.missing_programs()), reason=f"not installed: {', '.join(rig.missing_programs())}"
    ),
]


def use(pulse: Pulse, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this process talk to that server."""
    for name, value in pulse.env.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def pulse(monkeypatch: pytest.MonkeyPatch) -> Iterator[Pulse]:
    with private_pulse() as server:
        use(server, monkeypatch)
        yield server


def noise(path: Path, *, seconds: float, seed: int = 1) -> bytes:
    """Write a recording of which any few samples tell their place; returns its samples."""
    samples = np.random.default_rng(seed).integers(-30_000, 30_000, int(16_000 * seconds))
    soundfile.write(path, samples.astype(np.int16), 16_000)
    return samples.astype("<i2").tobytes()


def heard(intake: CollectingIntake) -> bytes:
    return b"".join(intake.blocks)


def play_and_capture(pulse: Pulse, wav: Path, tail: bytes, intake: CollectingIntake) -> None:
    """Play, and wait until the last samples of it have arrived."""
    player = pulse.play(wav)
    assert player.wait(LIMIT_SECONDS) == 0
    assert intake.wait(lambda: tail in heard(intake)), "the end of what was played is missing"


def thaw(pulse: Pulse) -> None:
    """Let the server go on, and the calls that wait for it come back before it goes."""
    pulse.thaw()
    for thread in threading.enumerate():
        if thread.name == "bounded-call":
            thread.join(LIMIT_SECONDS)


def test_what_is_played_arrives_sample_for_sample(pulse: Pulse, tmp_path: Path) -> None:
    pcm = noise(tmp_path / "noise.wav", seconds=2)
    source, intake = SystemMicrophones().open(""), CollectingIntake()
    source.open(intake)
    assert intake.wait(lambda: bool(intake.blocks))
    play_and_capture(pulse, tmp_path / "noise.wav", pcm[-640:], intake)
    source.close()
    assert pcm in intake.converted(source)
    assert {len(block) for block in intake.blocks} == {640}
    assert (intake.losses, intake.ends) == (0, [None])


def test_a_microphone_is_picked_by_its_id(pulse: Pulse, tmp_path: Path) -> None:
    pulse.add_microphone("second", rate=48_000)
    pulse.pactl("set-default-source", "second.monitor")
    pulse.pactl("set-default-source", MONITOR)
    pcm = noise(tmp_path / "noise.wav", seconds=0.5)
    found = SystemMicrophones()
    (device,) = found.list()
    assert (device.id, device.is_default, device.native_rate) == (f"pulse:{MONITOR}", True, 16_000)
    picked, intake = found.open(device.id), CollectingIntake()
    pulse.pactl("set-default-source", "second.monitor")
    picked.open(intake)
    assert intake.wait(lambda: bool(intake.blocks))
    play_and_capture(pulse, tmp_path / "noise.wav", pcm[-640:], intake)
    picked.close()
    assert pcm in heard(intake)


def test_another_rate_is_heard_in_full_length(monkeypatch: pytest.MonkeyPatch) -> None:
    with private_pulse(rate=48_000) as pulse:
        use(pulse, monkeypatch)
        found = SystemMicrophones()
        assert found.list()[0].native_rate == 48_000
        source, intake = found.open(""), CollectingIntake()
        source.open(intake)
        assert intake.wait(lambda: len(intake.blocks) >= 10)
        source.close()
        assert set(intake.converted(source)) == {0}


def test_no_microphone_is_one_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    with private_pulse(microphone=False) as pulse:
        use(pulse, monkeypatch)
        found = SystemMicrophones()
        assert found.list() == ()
        with pytest.raises(ScribeError, match="No microphone was found"):
            found.open("")


def test_a_microphone_that_appears_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    with private_pulse(microphone=False) as pulse:
        use(pulse, monkeypatch)
        found = SystemMicrophones()
        assert found.list() == ()
        pulse.add_microphone("new")
        pulse.pactl("set-default-source", "new.monitor")
        source, intake = found.open(found.list()[0].id), CollectingIntake()
        source.open(intake)
        assert intake.wait(lambda: bool(intake.blocks))
        source.close()


def test_a_microphone_that_goes_before_it_is_opened_is_one_plain_sentence(pulse: Pulse) -> None:
    source = SystemMicrophones().open("")
    pulse.pactl("unload-module", "module-null-sink")
    with pytest.raises(ScribeError) as caught:
        source.open(CollectingIntake())
    assert caught.value.fault.kind is FaultKind.DEVICE
    assert "cannot be opened; check that it is connected." in caught.value.fault.sentence
    source.close()


def test_the_only_microphone_pulled_out_ends_the_source(pulse: Pulse) -> None:
    source, intake = SystemMicrophones().open(""), CollectingIntake()
    source.open(intake)
    assert intake.wait(lambda: bool(intake.blocks))
    pulse.pactl("unload-module", "module-null-sink")
    fault = intake.wait_for_end()
    source.close()
    assert fault is not None
    assert fault.sentence == "The microphone stopped; check that it is still connected."
    assert intake.ends == [fault]


def test_a_frozen_sound_server_holds_nobody_up(
    pulse: Pulse, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SystemMicrophones()
    source, intake = found.open(""), CollectingIntake()
    monkeypatch.setattr(microphone_stream, "_OPEN_SECONDS", 0.2)
    monkeypatch.setattr(microphone_stream, "_CLOSE_SECONDS", 0.2)
    pulse.freeze()
    with contextlib.closing(source), pytest.raises(ScribeError, match="does not answer"):
        source.open(intake)
    thaw(pulse)
    assert intake.blocks == []


def test_closing_a_frozen_microphone_comes_back(
    pulse: Pulse, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = SystemMicrophones()
    source, intake = found.open(""), CollectingIntake()
    source.open(intake)
    assert intake.wait(lambda: bool(intake.blocks))
    monkeypatch.setattr(microphone_stream, "_CLOSE_SECONDS", 0.2)
    monkeypatch.setattr(microphone, "_LIMIT_SECONDS", 0.2)
    pulse.freeze()
    source.close()
    assert intake.ends == [None]
    thaw(pulse)
