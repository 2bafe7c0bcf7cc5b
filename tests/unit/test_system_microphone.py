"""Microphones that no test machine has: other rates, refusals, overflows, several sound systems."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.system import portaudio
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.microphone_stream import MicrophoneStream
from scribe_app.system.portaudio import PortAudio
from tests.contract.intake import CollectingIntake
from tests.fixtures.sound_device import FakeSoundDevice, PortAudioError, input_device

USB = input_device("USB microphone: Audio (hw:1,0)", rate=44_100.0, channels=2)


def microphones(module: FakeSoundDevice) -> SystemMicrophones:
    return SystemMicrophones(PortAudio(lambda: module))


def only(**allowed: int) -> Callable[[int, int], Exception | None]:
    """Return a device's refusal of every form but one rate, or one channel count, or both."""

    def refuse(rate: int, channels: int) -> Exception | None:
        if rate != allowed.get("rate", rate):
            return PortAudioError("Invalid sample rate", -9997)
        if channels != allowed.get("channels", channels):
            return PortAudioError("Invalid number of channels", -9998)
        return None

    return refuse


def opened(module: FakeSoundDevice) -> tuple[MicrophoneStream, CollectingIntake]:
    source, intake = microphones(module).open(""), CollectingIntake()
    source.open(intake)
    return source, intake


def asked(module: FakeSoundDevice) -> tuple[int, int, int]:
    """Return the rate, channels and block of the stream that was opened."""
    arguments = module.streams[-1].arguments
    return arguments["samplerate"], arguments["channels"], arguments["blocksize"]


@pytest.mark.parametrize(
    ("allowed", "form"),
    [
        ({}, (16_000, 1, 320)),
        ({"rate": 44_100}, (44_100, 1, 882)),
        ({"channels": 2}, (16_000, 2, 320)),
        ({"rate": 44_100, "channels": 2}, (44_100, 2, 882)),
    ],
)
def test_it_takes_the_best_form_that_the_device_has(
    allowed: dict[str, int], form: tuple[int, int, int]
) -> None:
    module = FakeSoundDevice([USB], refuse=only(**allowed))
    source, _ = opened(module)
    assert asked(module) == form
    assert module.streams[-1].arguments["dtype"] == "int16"
    source.close()


def test_another_rate_and_two_channels_become_the_same_sound() -> None:
    module = FakeSoundDevice([USB], refuse=only(rate=44_100, channels=2))
    source, intake = opened(module)
    tone = np.rint(16_384 * np.sin(2 * np.pi * 440 * np.arange(44_100) / 44_100)).astype(np.int16)
    raw = np.column_stack([tone, tone]).tobytes()
    module.streams[0].feed([raw[at : at + 882 * 4] for at in range(0, len(raw), 882 * 4)])
    source.close()
    heard = np.frombuffer(intake.converted(source), dtype=np.int16)
    wanted = 16_384 * np.sin(2 * np.pi * 440 * np.arange(16_000) / 16_000)
    assert abs(len(heard) - 16_000) <= 1
    assert np.abs(heard[800:15_200] - wanted[800:15_200]).max() < 16


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (PortAudioError("Device unavailable", -9985), "is in use by another program."),
        (
            PortAudioError("Unanticipated host error", -9999, (0, -16, "busy")),
            "is in use by another program.",
        ),
        (
            PortAudioError("Unanticipated host error", -9999, (0, -13, "no")),
            "allow it in the system's settings.",
        ),
        (PortAudioError("Unanticipated host error", -9999, (0, -5, "io")), "cannot be opened"),
        (PortAudioError("Error querying device"), "cannot be opened"),
        (PortAudioError("Invalid sample rate", -9997), "cannot be opened"),
    ],
)
def test_a_refusal_is_one_plain_sentence(error: Exception, sentence: str) -> None:
    module = FakeSoundDevice([USB], refuse=lambda _rate, _channels: error)
    with pytest.raises(ScribeError) as caught:
        opened(module)
    fault = caught.value.fault
    assert fault.kind is FaultKind.DEVICE
    assert sentence in fault.sentence
    assert "USB microphone" in fault.sentence
    assert "Error" not in fault.sentence


def test_no_microphone_is_one_plain_sentence() -> None:
    empty = microphones(FakeSoundDevice([{**USB, "max_input_channels": 0}]))
    assert empty.list() == ()
    with pytest.raises(ScribeError, match=r"^No microphone was found; connect one and try again"):
        empty.open("")


def test_a_microphone_that_went_away_is_one_plain_sentence() -> None:
    with pytest.raises(ScribeError, match="That microphone is no longer there"):
        microphones(FakeSoundDevice([USB])).open("ALSA:webcam")


def test_a_missing_library_is_one_plain_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: Any) -> Any:
        raise OSError("PortAudio library not found")

    monkeypatch.setattr("builtins.__import__", fail)
    with pytest.raises(ScribeError) as caught:
        portaudio.load_sounddevice()
    monkeypatch.undo()
    assert caught.value.fault.sentence == (
        "The audio library PortAudio is missing; install libportaudio2."
    )


def test_a_missing_library_leaves_an_empty_list() -> None:
    def load() -> Any:
        raise portaudio.device_fault("The audio library PortAudio is missing.")

    missing = SystemMicrophones(PortAudio(load))
    assert missing.list() == ()
    with pytest.raises(ScribeError, match="PortAudio is missing"):
        missing.open("")


def test_an_overflow_is_reported_before_its_block() -> None:
    module = FakeSoundDevice([USB])
    source, intake = opened(module)
    module.streams[0].feed([bytes(640)])
    module.streams[0].feed([bytes(640)], overflow=True)
    source.close()
    assert (len(intake.blocks), intake.losses) == (2, 1)


def test_a_stream_that_stops_by_itself_says_so_once() -> None:
    module = FakeSoundDevice([USB])
    source, intake = opened(module)
    module.streams[0].stop_by_itself()
    source.close()
    (fault,) = intake.ends
    assert fault is not None
    assert (fault.kind, fault.retryable) == (FaultKind.DEVICE, True)
    assert fault.sentence == "The microphone stopped; check that it is still connected."


def test_a_look_for_devices_leaves_an_open_stream_alone() -> None:
    module = FakeSoundDevice([USB])
    found = microphones(module)
    found.list()
    source = found.open("")
    source.open(CollectingIntake())
    looks = module.looks
    found.list()
    assert module.looks == looks
    source.close()
    found.list()
    assert module.looks == looks + 1


def test_a_device_that_cannot_start_is_closed_again() -> None:
    class Dead(FakeSoundDevice):
        def RawInputStream(self, **arguments: Any) -> Any:
            stream = super().RawInputStream(**arguments)

            def start() -> None:
                raise PortAudioError("Unanticipated host error", -9999)

            stream.start = start  # type: ignore[method-assign]
            return stream

    module = Dead([USB])
    with pytest.raises(ScribeError, match="cannot be opened"):
        opened(module)
    assert module.streams[0].closed


def test_alsa_plug_in_names_are_left_out_and_the_default_comes_first() -> None:
    names = ["sysdefault", "HDA Intel: ALC (hw:0,0)", "dmix", "default"]
    hosts = [{"name": "ALSA", "default_input_device": 3}]
    found = microphones(FakeSoundDevice([input_device(name) for name in names], hosts)).list()
    assert [(each.id, each.name, each.is_default) for each in found] == [
        ("ALSA:default", "Default microphone", True),
        ("ALSA:HDA Intel: ALC (hw:0,0)", "HDA Intel: ALC (hw:0,0)", False),
    ]
    assert (found[1].native_rate, found[1].channels) == (48_000, 2)


def test_windows_lists_each_microphone_once_and_twins_apart() -> None:
    hosts = [
        {"name": "MME", "default_input_device": 0},
        {"name": "Windows WASAPI", "default_input_device": 2},
    ]
    devices = [
        input_device("Headset micro"),
        input_device("Headset microphone", host=1),
        input_device("Headset microphone", host=1),
    ]
    found = microphones(FakeSoundDevice(devices, hosts)).list()
    assert [(each.id, each.is_default) for each in found] == [
        ("Windows WASAPI:Headset microphone #2", True),
        ("Windows WASAPI:Headset microphone", False),
    ]


def test_a_mac_lists_names_without_a_colon() -> None:
    hosts = [{"name": "Core Audio", "default_input_device": 0}]
    found = microphones(FakeSoundDevice([input_device("MacBook Pro Microphone")], hosts)).list()
    assert [each.name for each in found] == ["MacBook Pro Microphone"]
