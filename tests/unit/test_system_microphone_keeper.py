"""A microphone without PulseAudio that stops, hangs, or comes back in another form."""

import threading
from contextlib import closing
from typing import Any

import numpy as np
import pytest

from scribe_app.ports.audio import WatchedSource
from scribe_app.system import microphone_keeper
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.microphone_choice import NONE_LEFT
from scribe_app.system.microphone_source import Microphone
from scribe_app.system.portaudio import PortAudio
from tests.contract.intake import LIMIT_SECONDS, LastingCollector
from tests.fixtures.sound_device import FakeSoundDevice, PortAudioError, input_device

USB = input_device("USB microphone: Audio (hw:1,0)")
WEBCAM = input_device("Webcam: Audio (hw:2,0)")
SILENT = "No sound comes from the microphone USB microphone: Audio (hw:1,0); trying again."
GONE = "The microphone USB microphone: Audio (hw:1,0) is gone; looking for another one."


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(microphone_keeper, "_POLL_SECONDS", 0.005)
    monkeypatch.setattr(microphone_keeper, "_RETRY_SECONDS", 0.01)


def opened(module: FakeSoundDevice, wish: str = "") -> tuple[Microphone, LastingCollector]:
    source = SystemMicrophones(PortAudio(lambda: module)).open(wish)
    intake = LastingCollector()
    source.open(intake)
    return source, intake


def told(intake: LastingCollector, *sentences: str) -> None:
    assert intake.wait(lambda: intake.troubles == [*sentences]), intake.troubles


def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a device be silent for as long as the test takes."""
    monkeypatch.setattr(microphone_keeper, "_STILL_POLLS", 1_000_000)
    monkeypatch.setattr(microphone_keeper, "_SPARE_POLLS", 1_000_000)


def tone(rate: int, channels: int) -> list[bytes]:
    """Return a second of a tone, in blocks."""
    samples = np.rint(16_384 * np.sin(2 * np.pi * 440 * np.arange(rate) / rate)).astype(np.int16)
    raw = np.column_stack([samples] * channels).tobytes()
    size = rate // 50 * channels * 2
    return [raw[at : at + size] for at in range(0, len(raw), size)]


def test_a_headset_that_changes_its_profile_is_opened_in_its_new_form(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """As Bluetooth does when a call begins: the stream ends, and only another rate opens."""
    patient(monkeypatch)
    allowed = [16_000, 1]

    def refuse(rate: int, channels: int) -> Exception | None:
        fits = [rate, channels] == allowed
        return None if fits else PortAudioError("Invalid sample rate", -9997)

    module = FakeSoundDevice([USB], refuse=refuse)
    source, intake = opened(module)
    with closing(source):
        module.stream(0).feed(tone(16_000, 1))
        allowed[:] = 48_000, 2
        # Sound cannot come faster than it is spoken, as this second did.
        assert intake.wait(lambda: intake.silent_for() > 0.03)
        module.stream(0).stop_by_itself()
        module.stream(1).feed(tone(48_000, 2))
        told(intake, GONE, "")
    assert module.streams[0].closed
    assert intake.moves == [USB["name"]]
    heard = np.frombuffer(
        b"".join([*map(source.convert, intake.blocks), source.convert(b"")]), "i2"
    )
    assert abs(len(heard) - 32_000) <= 1
    wanted = 16_384 * np.sin(2 * np.pi * 440 * np.arange(16_000) / 16_000)
    assert np.abs(heard[:16_000] - wanted).max() < 1
    assert np.abs(heard[16_800:31_200] - wanted[800:15_200]).max() < 16


def test_blocks_that_waited_are_converted_as_what_they_were(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The log may be a minute behind: by then another device with another form is open."""
    patient(monkeypatch)
    allowed = [48_000, 2]

    def refuse(rate: int, channels: int) -> Exception | None:
        fits = [rate, channels] == allowed
        return None if fits else PortAudioError("Invalid sample rate", -9997)

    module = FakeSoundDevice([USB], refuse=refuse)
    source, intake = opened(module)
    with closing(source):
        module.stream(0).feed(tone(48_000, 2))
        allowed[:] = 16_000, 1
        # Sound cannot come faster than it is spoken, as this second did.
        assert intake.wait(lambda: intake.silent_for() > 0.03)
        module.stream(0).stop_by_itself()
        module.stream(1).feed(tone(16_000, 1))
        told(intake, GONE, "")
    assert abs(len(intake.converted(source)) // 2 - 32_000) <= 1


def test_a_microphone_that_is_pulled_out_gives_way_to_the_next_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    patient(monkeypatch)
    module = FakeSoundDevice([USB])
    source, intake = opened(module, f"ALSA:{USB['name']}")
    with closing(source):
        module.stream(0).feed([bytes(640)])
        module.plug(WEBCAM)
        module.stream(0).stop_by_itself()
        module.stream(1).feed([bytes(640)])
        told(intake, GONE, "")
        assert source.name == WEBCAM["name"]
    assert intake.moves == [WEBCAM["name"]]
    assert len(intake.blocks) == 2
    assert intake.ends == [None]


def test_with_no_microphone_left_it_waits_for_one(monkeypatch: pytest.MonkeyPatch) -> None:
    patient(monkeypatch)
    module = FakeSoundDevice([USB])
    source, intake = opened(module)
    with closing(source):
        module.stream(0).feed([bytes(640)])
        module.plug()
        module.stream(0).stop_by_itself()
        told(intake, GONE, NONE_LEFT)
        module.plug(USB)
        module.stream(1).feed([bytes(640)])
        told(intake, GONE, NONE_LEFT, "")


def test_a_microphone_that_says_nothing_is_opened_again() -> None:
    module = FakeSoundDevice([USB])
    source, intake = opened(module)
    with closing(source):
        module.stream(0).feed([bytes(640)])
        module.stream(1).feed([bytes(640)])
        assert module.streams[0].closed
        assert intake.wait(lambda: intake.troubles[:2] == [SILENT, ""])


def test_a_microphone_that_says_nothing_from_the_start_is_told() -> None:
    module = FakeSoundDevice([USB])
    source, intake = opened(module)
    with closing(source):
        told(intake, SILENT)
        module.stream(1).feed([bytes(640)])
        assert intake.wait(lambda: bool(intake.gaps))


def test_a_microphone_that_cannot_be_opened_is_refused_as_before() -> None:
    error = PortAudioError("Device unavailable", -9985)
    module = FakeSoundDevice([USB], refuse=lambda _rate, _channels: error)
    with pytest.raises(microphone_keeper.ScribeError, match="in use by another program"):
        opened(module)


def test_closing_does_not_wait_for_a_device_that_hangs(monkeypatch: pytest.MonkeyPatch) -> None:
    patient(monkeypatch)
    monkeypatch.setattr(microphone_keeper, "_JOIN_SECONDS", 0.05)
    asked, answer = threading.Event(), threading.Event()

    def refuse(_rate: int, _channels: int) -> Exception | None:
        if module.streams:
            asked.set()
            answer.wait(LIMIT_SECONDS)
        return None

    module = FakeSoundDevice([USB], refuse=refuse)
    source, intake = opened(module)
    module.stream(0).feed([bytes(640)])
    module.stream(0).stop_by_itself()
    told(intake, GONE)
    assert asked.wait(LIMIT_SECONDS)
    source.close()
    assert intake.ends == [None]
    answer.set()
    late = module.stream(1)
    late.feed([bytes(640)])
    assert len(intake.blocks) == 1


def test_it_goes_on_though_a_look_at_the_devices_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    patient(monkeypatch)
    module = FakeSoundDevice([USB])
    source, intake = opened(module)
    with closing(source):
        module.stream(0).feed([bytes(640)])
        broken: Any = [{"nonsense": True}]
        module.devices = broken
        module.stream(0).stop_by_itself()
        told(intake, GONE, NONE_LEFT)
        module.plug(USB)
        module.stream(1).feed([bytes(640)])
        told(intake, GONE, NONE_LEFT, "")


def test_its_health_is_told_at_any_time() -> None:
    module = FakeSoundDevice([USB])
    source: WatchedSource = SystemMicrophones(PortAudio(lambda: module)).open("")
    assert isinstance(source, WatchedSource)
    assert source.health().device == USB["name"]
    intake = LastingCollector()
    source.open(intake)
    with closing(source):
        module.stream(0).feed([bytes(640)])
        module.stream(0).feed([bytes(640)], overflow=True)
        health = source.health()
        assert (health.overflows, health.gaps, health.drift_ppm) == (1, 0, None)
        assert intake.losses == 1
        for _ in range(150):
            source.convert(bytes(640))
        opening = source.health().opening
        assert opening is not None
        assert opening.verdict == "zeros"
