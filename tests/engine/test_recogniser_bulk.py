"""The real model and detector where audio piles up: no stretch of a consultation is skipped.

How much has arrived when a window is cut is drawn from a seed, so that every run of a case is
the same; with some cuts the model passes over half a minute without a sign of it.
"""

import json
import random

import numpy as np
import pytest

from scribe_app.app.resources import sample
from scribe_app.ondevice.catalogue import bundled_catalogue
from scribe_app.ondevice.heard import RATE, Samples
from scribe_app.ondevice.models import ModelStore
from scribe_app.ondevice.streaming import Streamer
from scribe_app.ondevice.utterances import Final
from scribe_app.ondevice.vad import SileroDetector
from scribe_app.ondevice.whisper import WhisperDecoder
from tests.desktop.speech import words
from tests.engine.test_recogniser_timings import keep, loaded, odds, silence

_NUMBER = 6  # words: "a hundred and thirty eight" is heard as one
_BURSTS = (1, 4, 10, 20, 30, 60, 200)  # seconds that arrive at once


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> WhisperDecoder:
    store = ModelStore(tmp_path_factory.mktemp("models"), bundled_catalogue())
    return WhisperDecoder(store.ensure("whisper-base"), "en")


@pytest.mark.parametrize("seed", [1, 5])
def test_a_backlog_skips_nothing(model: WhisperDecoder, seed: int) -> None:
    check(model, "en", seed, until=50.0)


@pytest.mark.bench
@pytest.mark.parametrize("seed", range(24))
def test_many_backlogs_skip_nothing(model: WhisperDecoder, seed: int) -> None:
    check(model, "en", seed, until=120.0)


def check(model: WhisperDecoder, language: str, seed: int, *, until: float) -> None:
    model.speak(language)
    path = sample(language)
    audio = np.concatenate([loaded(path)[: int(until * RATE)], silence(1.0)])
    told = json.loads(path.with_suffix(".json").read_text())["utterances"]
    said = words(" ".join(each["text"] for each in told if each["end"] <= until))
    heard = words(in_bursts(model, audio, seed))
    missing, _ = odds(said, heard)
    assert missing < _NUMBER, f"lost: {heard}"


def in_bursts(model: WhisperDecoder, audio: Samples, seed: int) -> str:
    """Return the final words when audio arrives in bursts, with some work between two of them."""
    chance, at = random.Random(seed), 0
    streamer, finals = Streamer(model, SileroDetector()), dict[int, Final]()
    while at < len(audio):
        size = int(chance.choice(_BURSTS) * RATE * chance.uniform(0.5, 1.5))
        end = min(at + size, len(audio))
        for first in range(at, end, 1600):
            streamer.feed(audio[first : min(first + 1600, end)])
        at = end
        for _ in range(chance.choice([1, 1, 2, 5])):
            events = streamer.step()
            if events is None:
                break
            keep(finals, events)
    streamer.finish()
    while (events := streamer.step()) is not None:
        keep(finals, events)
    return " ".join(w.text for key in sorted(finals) for w in finals[key].words)
