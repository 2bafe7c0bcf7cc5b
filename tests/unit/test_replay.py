"""A replay begins between two words where there is a pause, and never behind the commit point."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
import soundfile
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain.audio import BLOCK_BYTES, SAMPLE_RATE, to_samples
from scribe_app.engine.replay import pause_in, replay_start
from scribe_app.ports.log import AudioLog
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log.session_store import SealedStore

LOUD, ROOM = 3000, 30


def sound(*spans: tuple[float, int]) -> bytes:
    """Return noise: stretches of so many seconds at a level."""
    random = np.random.default_rng(7)
    pieces = [random.normal(0, level, to_samples(seconds)) for seconds, level in spans]
    return np.concatenate(pieces).astype("<i2").tobytes()


@contextmanager
def logged(pcm: bytes, folder: Path) -> Iterator[AudioLog]:
    logs = SealedStore(folder, MemorySecrets()).create()
    for at in range(0, len(pcm), BLOCK_BYTES):
        logs.audio.append(pcm[at : at + BLOCK_BYTES])
    yield logs.audio
    logs.close()


def seconds(samples: int | None) -> float:
    assert samples is not None
    return samples / SAMPLE_RATE


def test_the_middle_of_a_short_pause() -> None:
    pcm = sound((0.8, LOUD), (0.2, ROOM), (0.9, LOUD))
    assert seconds(pause_in(pcm)) == pytest.approx(0.9, abs=0.02)


def test_the_end_of_a_long_pause() -> None:
    pcm = sound((0.2, LOUD), (1.2, ROOM), (0.5, LOUD))
    assert seconds(pause_in(pcm)) == pytest.approx(1.1, abs=0.02)


def test_the_longest_of_two_pauses() -> None:
    pcm = sound((0.4, LOUD), (0.3, ROOM), (0.4, LOUD), (0.15, ROOM), (0.4, LOUD))
    assert seconds(pause_in(pcm)) == pytest.approx(0.55, abs=0.02)


def test_a_consonant_is_no_pause() -> None:
    assert pause_in(sound((0.8, LOUD), (0.08, ROOM), (0.9, LOUD))) is None
    assert pause_in(sound((1.9, LOUD))) is None


def test_a_noisy_room_pauses_too() -> None:
    pcm = sound((0.8, LOUD), (0.2, LOUD // 8), (0.9, LOUD))
    assert seconds(pause_in(pcm)) == pytest.approx(0.9, abs=0.02)


def test_where_nobody_speaks_nobody_pauses() -> None:
    assert pause_in(bytes(2 * SAMPLE_RATE)) is None
    assert pause_in(b"") is None
    assert pause_in(b"\0") is None


@given(st.binary(max_size=40_000))
def test_any_bytes_give_a_place_inside_them(pcm: bytes) -> None:
    pause = pause_in(pcm)
    assert pause is None or 0 < pause <= len(pcm) // 2


def test_the_log_is_looked_at_just_before_the_commit_point(tmp_path: Path) -> None:
    pcm = sound((8.3, LOUD), (0.2, ROOM), (1.5, LOUD), (0.4, ROOM), (2.0, LOUD))
    # The pause at 10 s is too near at first, that at 8.3 s in reach; later it is the other way.
    with logged(pcm, tmp_path) as log:
        assert seconds(replay_start(log, to_samples(10.5))) == pytest.approx(8.4, abs=0.02)
        assert seconds(replay_start(log, to_samples(11.4))) == pytest.approx(10.2, abs=0.02)
        assert replay_start(log, to_samples(8.2)) == to_samples(7.2)


def test_near_the_beginning_everything_is_heard_again(tmp_path: Path) -> None:
    with logged(sound((1.0, LOUD), (0.2, ROOM), (2.0, LOUD)), tmp_path) as log:
        assert replay_start(log, 0) == 0
        assert replay_start(log, to_samples(2.4)) == 0


def test_a_commit_point_behind_the_log_is_no_trouble(tmp_path: Path) -> None:
    with logged(sound((1.0, LOUD)), tmp_path) as log:
        assert replay_start(log, to_samples(60.0)) == to_samples(59.0)


def test_real_speech_is_cut_where_it_is_quiet(shared_data: Path, tmp_path: Path) -> None:
    speech, rate = soundfile.read(shared_data / "audio" / "en" / "jfk.wav", dtype="int16")
    assert rate == SAMPLE_RATE
    loud = np.abs(speech.astype(np.float32))
    with logged(speech.astype("<i2").tobytes(), tmp_path) as log:
        for commit in np.arange(2.6, 10.9, 0.1):
            start = replay_start(log, to_samples(commit))
            assert 0.6 <= commit - seconds(start) <= 2.5
            assert loud[start - 400 : start + 400].mean() < 0.2 * loud.mean()
