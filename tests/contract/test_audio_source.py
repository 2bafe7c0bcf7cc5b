"""What every source of audio keeps to: each sample once, in order, then one end."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import soundfile

from scribe_app.domain.microphone import GapReason
from scribe_app.ports.audio import AudioSource
from scribe_app.system.audio_file import AudioFile
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.portaudio import PortAudio
from tests.contract.intake import CollectingIntake, LastingCollector
from tests.fixtures.sound_device import FakeSoundDevice, input_device

BLOCK = 320


def numbered(samples: int) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    """Return samples of which any few in a row tell their place."""
    return (np.arange(samples, dtype=np.int64) * 7_919 % 65_536 - 32_768).astype(np.int16)


Made = tuple[AudioSource, Callable[[], None]]


class AudioSourceContract:
    """Subclasses make a source of `pcm`, and say how to let it run to its end."""

    intake: type[CollectingIntake] = CollectingIntake

    def made(self, pcm: bytes, folder: Path) -> Made:
        raise NotImplementedError

    def heard(self, pcm: bytes, folder: Path, intake: CollectingIntake) -> AudioSource:
        source, run = self.made(pcm, folder)
        source.open(intake)
        run()
        return source

    def test_every_sample_comes_once_and_in_order(self, tmp_path: Path) -> None:
        pcm = numbered(50 * BLOCK).tobytes()
        intake = self.intake()
        source = self.heard(pcm, tmp_path, intake)
        intake.wait(lambda: len(intake.blocks) == 50)
        source.close()
        assert intake.converted(source) == pcm
        assert intake.losses == 0

    def test_it_ends_once_without_a_fault_when_it_was_closed(self, tmp_path: Path) -> None:
        intake = self.intake()
        source = self.heard(numbered(BLOCK).tobytes(), tmp_path, intake)
        source.close()
        assert intake.ends == [None]

    def test_nothing_is_offered_after_close(self, tmp_path: Path) -> None:
        intake = self.intake()
        source, run = self.made(numbered(10 * BLOCK).tobytes(), tmp_path)
        source.open(intake)
        source.close()
        taken = len(intake.blocks)
        run()
        assert len(intake.blocks) == taken

    def test_closing_twice_is_no_error(self, tmp_path: Path) -> None:
        source, _ = self.made(numbered(BLOCK).tobytes(), tmp_path)
        source.open(self.intake())
        source.close()
        source.close()

    def test_closing_an_unopened_source_is_no_error(self, tmp_path: Path) -> None:
        source, _ = self.made(numbered(BLOCK).tobytes(), tmp_path)
        source.close()

    def test_its_name_is_no_path(self, tmp_path: Path) -> None:
        source, _ = self.made(numbered(BLOCK).tobytes(), tmp_path)
        source.close()
        assert source.name
        assert "/" not in source.name


class TestFile(AudioSourceContract):
    def made(self, pcm: bytes, folder: Path) -> Made:
        path = folder / "consult.wav"
        soundfile.write(path, np.frombuffer(pcm, dtype=np.int16), 16_000)
        return AudioFile(path, pace=0), lambda: None

    def test_a_full_intake_is_offered_the_same_block_again(self, tmp_path: Path) -> None:
        pcm = numbered(50 * BLOCK).tobytes()
        intake = CollectingIntake(has_room=lambda count: count % 3 != 1)
        source = self.heard(pcm, tmp_path, intake)
        assert intake.wait_for_end() is None
        source.close()
        assert intake.refused > 0
        assert intake.losses == 0
        assert intake.converted(source) == pcm

    def test_closing_does_not_wait_for_room(self, tmp_path: Path) -> None:
        intake = CollectingIntake(has_room=lambda _count: False)
        source = self.heard(numbered(BLOCK).tobytes(), tmp_path, intake)
        source.close()
        assert intake.blocks == []

    def test_closing_does_not_wait_for_its_hour(self, tmp_path: Path) -> None:
        path = tmp_path / "hour.wav"
        soundfile.write(path, numbered(16_000), 16_000)
        source = AudioFile(path, pace=0.000_1)
        source.open(CollectingIntake())
        source.close()


class TestMicrophone(AudioSourceContract):
    def made(self, pcm: bytes, folder: Path) -> Made:
        module = FakeSoundDevice([input_device("USB microphone: Audio (hw:1,0)")])
        source = SystemMicrophones(PortAudio(lambda: module)).open("")
        blocks = [pcm[at : at + 2 * BLOCK] for at in range(0, len(pcm), 2 * BLOCK)]
        return source, lambda: module.streams[0].feed(blocks)

    def test_what_a_full_intake_refuses_is_reported_lost(self, tmp_path: Path) -> None:
        intake = CollectingIntake(has_room=lambda count: count != 1)
        source = self.heard(numbered(3 * BLOCK).tobytes(), tmp_path, intake)
        source.close()
        assert len(intake.blocks) == 2
        assert intake.losses == 1


class TestFileForALastingIntake(TestFile):
    intake = LastingCollector


class TestMicrophoneThatGoesOn(AudioSourceContract):
    intake = LastingCollector
    made = TestMicrophone.made

    def test_what_a_full_intake_refuses_is_told_as_a_gap(self, tmp_path: Path) -> None:
        intake = LastingCollector(has_room=lambda count: count != 1)
        source = self.heard(numbered(30 * BLOCK).tobytes(), tmp_path, intake)
        source.close()
        assert intake.losses == 0
        assert {reason for _, reason in intake.gaps} == {GapReason.FULL}
        assert len(intake.in_place(source)) == 30 * BLOCK * 2


@pytest.mark.parametrize("rate", [8_000, 11_025, 22_050, 32_000, 44_100, 48_000, 96_000])
@pytest.mark.parametrize("channels", [1, 2])
def test_a_file_of_any_rate_becomes_the_same_sound(
    rate: int, channels: int, tmp_path: Path
) -> None:
    frames = rate * 2 + 13
    tone = 0.5 * np.sin(2 * np.pi * 440 * np.arange(frames) / rate)
    soundfile.write(tmp_path / "tone.wav", np.column_stack([tone] * channels), rate)
    heard = _heard(tmp_path / "tone.wav")
    assert abs(len(heard) - frames * 16_000 / rate) <= 1
    wanted = 0.5 * 32_768 * np.sin(2 * np.pi * 440 * np.arange(len(heard)) / 16_000)
    middle = slice(1_600, -1_600)
    assert np.abs(heard[middle] - wanted[middle]).max() < 16


@pytest.mark.parametrize(
    ("name", "subtype"),
    [
        ("a.wav", "PCM_16"), ("a.wav", "PCM_24"), ("a.wav", "PCM_32"), ("a.wav", "FLOAT"),
        ("a.wav", "DOUBLE"), ("a.flac", "PCM_16"), ("a.flac", "PCM_24"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("channels", [1, 2])
def test_lossless_formats_keep_every_sample(
    name: str, subtype: str, channels: int, tmp_path: Path
) -> None:
    samples = numbered(16_007)
    exact = samples / 32_768
    soundfile.write(tmp_path / name, np.column_stack([exact] * channels), 16_000, subtype)
    assert np.array_equal(_heard(tmp_path / name), samples)


def test_an_mp3_is_what_soundfile_makes_of_it(tmp_path: Path) -> None:
    path = tmp_path / "a.mp3"
    rng = np.random.default_rng(7)
    soundfile.write(path, rng.normal(0, 0.2, 48_000), 16_000)
    assert np.array_equal(_heard(path), soundfile.read(path, dtype="int16")[0])


@pytest.mark.parametrize("subtype", ["VORBIS", "OPUS"])
def test_a_loud_ogg_is_clipped_and_does_not_wrap_around(subtype: str, tmp_path: Path) -> None:
    path = tmp_path / "a.ogg"
    square = np.sign(np.sin(np.arange(32_000) * 0.05))
    soundfile.write(path, square, 16_000, subtype)
    decoded = soundfile.read(path, dtype="float32")[0]
    assert np.abs(decoded).max() > 1, "the test needs a decoder that overshoots"
    assert np.abs(_heard(path) / 32_768 - np.clip(decoded, -1, 1)).max() < 0.001


def _heard(path: Path) -> "np.ndarray[tuple[int], np.dtype[np.int16]]":
    source, intake = AudioFile(path, pace=0), CollectingIntake()
    source.open(intake)
    assert intake.wait_for_end() is None
    source.close()
    return np.frombuffer(intake.converted(source), dtype=np.int16)
