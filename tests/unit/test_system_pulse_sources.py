"""Which of PulseAudio's sources are microphones, from what `pactl` prints."""

import json
from pathlib import Path
from typing import Any

import pytest

from scribe_app.system.pulse_sources import PulseSource, pulse_sources


def source(name: str, **properties: str) -> dict[str, Any]:
    return {
        "name": name,
        "description": f"The {name}",
        "sample_specification": "s24-32le 2ch 44100Hz",
        "monitor_source": "",
        "properties": {key.replace("_", "."): value for key, value in properties.items()},
    }


class Pactl:
    """A `pactl` on the path that prints what it is told to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._program = folder / "pactl"

    def prints(self, sources: str, default: str) -> None:
        (self._folder / "sources").write_text(sources)
        (self._folder / "default").write_text(default + "\n")
        self.runs(
            f'case "$1" in -f) cat {self._folder}/sources;; *) cat {self._folder}/default;; esac'
        )

    def runs(self, script: str) -> None:
        self._program.write_text(f"#!/bin/sh\n{script}\n")
        self._program.chmod(0o755)


@pytest.fixture
def pactl(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pactl:
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    return Pactl(tmp_path)


def test_microphones_come_with_the_default_first(pactl: Pactl) -> None:
    listed = [source("usb"), source("built-in")]
    pactl.prints(json.dumps(listed), "built-in")
    assert pulse_sources() == (
        PulseSource("built-in", "The built-in", True, 44_100, 2),
        PulseSource("usb", "The usb", False, 44_100, 2),
    )


def test_what_a_loudspeaker_plays_is_no_microphone(pactl: Pactl) -> None:
    speaker = source("speaker.monitor", device_class="monitor", alsa_card="0")
    pactl.prints(json.dumps([speaker, source("usb")]), "usb")
    assert [each.name for each in pulse_sources() or ()] == ["usb"]
    pactl.prints(json.dumps([speaker]), "speaker.monitor")
    assert pulse_sources() == ()


def test_a_sink_without_hardware_counts_only_as_the_default(pactl: Pactl) -> None:
    routed = source("rig.monitor", device_class="monitor")
    pactl.prints(json.dumps([routed, source("usb")]), "rig.monitor")
    assert [each.name for each in pulse_sources() or ()] == ["rig.monitor", "usb"]
    pactl.prints(json.dumps([routed, source("usb")]), "usb")
    assert [each.name for each in pulse_sources() or ()] == ["usb"]


def test_the_empty_sink_of_a_machine_without_sound_is_no_microphone(pactl: Pactl) -> None:
    pactl.prints(
        json.dumps([source("auto_null.monitor", device_class="monitor")]), "auto_null.monitor"
    )
    assert pulse_sources() == ()


@pytest.mark.parametrize(
    "script", ["exit 1", "echo '[{'", "echo", "kill -9 $$", "echo '[{}]'", "echo 3"]
)
def test_a_server_that_answers_nonsense_counts_as_none(pactl: Pactl, script: str) -> None:
    pactl.runs(script)
    assert pulse_sources() is None


def test_no_pactl_counts_as_no_server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert pulse_sources() is None


def test_a_form_that_cannot_be_read_is_taken_as_usual(pactl: Pactl) -> None:
    odd = {"name": "odd", "sample_specification": "?", "properties": None, "description": None}
    pactl.prints(json.dumps([odd]), "odd")
    assert pulse_sources() == (PulseSource("odd", "odd", True, 48_000, 1),)
