"""Marker sounds: heard whole and exactly, in any pieces, from any sample on, or not at all."""

import itertools
import wave
from pathlib import Path

import numpy as np
import pytest
import soxr
from hypothesis import given, settings
from hypothesis import strategies as st

from scribe_app.domain.audio import SAMPLE_RATE
from tests.simulators import tokens
from tests.simulators.ears import LoudEar, TolerantEar
from tests.simulators.listening import Listener
from tests.simulators.sound import Ear, noise, speech, timetable, word, write_wav
from tests.simulators.wav import Decoder, Form, header
from tests.simulators.words import COUNT, numbers, sentence

PCM = speech(8, 0.3, 0.12, first=9990 - 8)
TRUTH = timetable(8, 0.3, 0.12, first=9990 - 8)


def pieces(pcm: bytes, cuts: list[int]) -> list[bytes]:
    places = [0, *sorted(cut % len(pcm) for cut in cuts), len(pcm)]
    return [pcm[a:b] for a, b in itertools.pairwise(places)]


@given(st.lists(st.integers(0, len(PCM)), max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_chunking_is_heard_the_same(cuts: list[int]) -> None:
    ear = Ear()
    heard = [found for piece in pieces(PCM, cuts) for found in ear.feed(piece)]
    assert (heard, ear.broken, ear.pending) == (TRUTH, [], None)


@given(st.integers(0, len(PCM) // 2 - 1), st.integers(320, 5000))
@settings(max_examples=60, deadline=None)
def test_a_stream_that_begins_inside_a_marker_hears_the_markers_after_it(
    first: int, size: int
) -> None:
    ear, pcm = Ear(first), PCM[first * 2 :]
    heard = [each for at in range(0, len(pcm), size) for each in ear.feed(pcm[at : at + size])]
    assert heard == [each for each in TRUTH if each.start >= first / SAMPLE_RATE]


@given(st.integers(0, len(PCM) // 2 - 1), st.integers(1, 400), st.booleans())
@settings(max_examples=60, deadline=None)
def test_a_lost_or_repeated_stretch_costs_every_word_it_touches(
    at: int, samples: int, repeated: bool
) -> None:
    after = at if repeated else at + samples
    before = min(len(PCM) // 2, at + samples) if repeated else at
    ear = Ear()
    heard = [each.number for each in ear.feed(PCM[: before * 2] + PCM[after * 2 :])]
    edge = at + samples if repeated else at
    whole = [
        each.number
        for each in TRUTH
        if each.end * SAMPLE_RATE <= edge or each.start * SAMPLE_RATE >= after
    ]
    assert heard == whole


def test_half_a_marker_is_pending_and_not_heard() -> None:
    ear = Ear()
    end = round(TRUTH[0].end * SAMPLE_RATE) * 2
    assert ear.feed(PCM[: end - 2]) == []
    assert (ear.pending, ear.pending_number) == (TRUTH[0].start, TRUTH[0].number)
    assert ear.feed(PCM[end - 2 : end]) == TRUTH[:1]


def test_one_changed_sample_makes_a_word_unheard() -> None:
    changed = bytearray(PCM)
    changed[round((TRUTH[3].end - 0.05) * SAMPLE_RATE) * 2] ^= 1
    ear = Ear()
    assert ear.feed(bytes(changed)) == TRUTH[:3] + TRUTH[4:]
    assert ear.broken == [TRUTH[3].number]


def test_a_tolerant_ear_survives_a_sound_card() -> None:
    up = soxr.resample(np.frombuffer(PCM, "<i2"), 16000, 48000)
    down = (soxr.resample(up, 48000, 16000) * 0.4).astype("<i2").tobytes()
    ear = TolerantEar()
    heard = [each for at in range(0, len(down), 700) for each in ear.feed(down[at : at + 700])]
    assert [each.number for each in heard] == [each.number for each in TRUTH]
    assert [each.start for each in heard] == pytest.approx([t.start for t in TRUTH], abs=0.003)


def test_a_loud_ear_answers_voices_and_markers_but_not_silence() -> None:
    voice = np.random.default_rng(1).normal(0, 3000, 32000).astype("<i2").tobytes()
    assert LoudEar().feed(noise(3)) == []
    assert len(LoudEar().feed(voice)) >= 4
    ear = LoudEar()
    heard = [each for at in range(0, len(PCM), 3200) for each in ear.feed(PCM[at : at + 3200])]
    assert [each.number for each in heard] == [each.number for each in TRUTH]


def test_speech_is_loud_and_between_words_it_is_quiet() -> None:
    samples = np.abs(np.frombuffer(PCM, "<i2").astype(float))
    gap = samples[round(TRUTH[0].end * SAMPLE_RATE) : round(TRUTH[1].start * SAMPLE_RATE)]
    assert 9000 < samples.max() < 10001
    assert 0 < gap.max() < 33


def test_every_number_has_a_word_of_its_own() -> None:
    words = [word(number) for number in range(COUNT)]
    assert len(set(words)) == COUNT
    assert all(each.isalpha() and each.islower() for each in words)
    assert numbers("[SPEAKER_0]: " + sentence([3, 9999, 0]) + " Hm!") == [3, 9999, 0]


def test_a_wav_file_holds_what_was_written(tmp_path: Path) -> None:
    with wave.open(str(write_wav(tmp_path / "a.wav", PCM))) as file:
        assert (file.getframerate(), file.getnchannels()) == (16000, 1)
        assert file.readframes(-1) == PCM
    decoder = Decoder()
    assert decoder.decode((tmp_path / "a.wav").read_bytes()) == PCM
    assert (decoder.form, decoder.complaints) == (Form.WAV_PER_CHUNK, [])


def test_the_form_of_audio_is_told_apart() -> None:
    stream, raw, other = Decoder(), Decoder(), Decoder()
    assert stream.decode(header()) + stream.decode(PCM[:320]) == PCM[:320]
    assert raw.decode(PCM[:320]) == PCM[:320]
    assert other.decode(b"\x1aE\xdf\xa3webm") + other.decode(b"more") == b""
    assert (stream.form, raw.form, other.form) == (Form.WAV_STREAM, Form.PCM, Form.OTHER)
    assert stream.decode(header()) == b""
    assert stream.complaints == ["a WAV header in the middle of a stream"]


def test_a_pause_ends_an_utterance_whatever_the_chunks() -> None:
    for size in (640, 3200, 20_000, len(PCM)):
        listener = Listener()
        changed = [s for at in range(0, len(PCM), size) for s in listener.feed(PCM[at : at + size])]
        finals = [each for each in changed if each.final]
        said = list(dict.fromkeys(each.index for each in finals))
        assert said == [0, 1]
        assert [len(each.words) for each in {s.index: s for s in finals}.values()] == [5, 3]


def test_tokens_are_checked() -> None:
    good = tokens.token("secret", 100.0, sub="x")
    assert tokens.refusal(good, "secret", 99.0) == ""
    assert tokens.refusal(tokens.token("s", 100.0, algorithm="RS256"), "secret", 99.0) == ""
    assert tokens.refusal(good, "secret", 100.0) == "expired token"
    assert tokens.refusal(good, "other", 99.0) == "wrong signature"
    assert tokens.refusal(tokens.token("secret", 100.0, algorithm="none"), "secret", 9.0)
    assert tokens.refusal("not.a.token", "secret", 99.0) == "malformed token"
    assert tokens.refusal(tokens.token("secret", None), "secret", 99.0) == "expired token"
