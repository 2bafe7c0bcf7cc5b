"""The real model and detector at many timings: no phrase is lost at a seam, and none said twice.

Time is virtual: a decode "takes" a pretended time in which further audio arrives, so that every
run of a case is the same whatever else the machine does.
"""

from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr
from rapidfuzz.distance import Levenshtein

from scribe_app.ondevice.catalogue import bundled_catalogue
from scribe_app.ondevice.heard import RATE, Samples, Task
from scribe_app.ondevice.models import ModelStore
from scribe_app.ondevice.streaming import Streamer
from scribe_app.ondevice.utterances import Final
from scribe_app.ondevice.vad import SileroDetector
from scribe_app.ondevice.whisper import WhisperDecoder
from tests.desktop.speech import words

_PHRASE = 3  # words; a mishearing of one or two is the model's, not a seam's
_AFTER = 1.5  # seconds of silence behind the speech


@dataclass(frozen=True)
class Case:
    """A recording and how it arrives; all in seconds."""

    clip: str
    language: str
    lead: float  # of silence before it
    piece: float  # of audio at a time
    decode: float  # pretended time of a decode

    def __str__(self) -> str:
        return f"{Path(self.clip).stem}-lead{self.lead}-piece{self.piece}-decode{self.decode}"


JFK, DUTCH = ("en/jfk.flac", "en"), ("nl/nl-0435.wav", "nl")
FEW = (
    Case(*JFK, lead=0.0, piece=0.1, decode=0.35),
    Case(*JFK, lead=0.37, piece=0.25, decode=0.8),
    Case(*JFK, lead=1.21, piece=0.02, decode=0.6),
    Case(*DUTCH, lead=0.0, piece=0.1, decode=0.35),
    Case(*DUTCH, lead=0.53, piece=0.33, decode=0.7),
)
MANY = tuple(
    Case(*clip, lead, piece, decode)
    for clip in (JFK, DUTCH, ("nl/nl-0437.wav", "nl"), ("fr/fr-sb-498.wav", "fr"))
    for lead, piece, decode in product(
        (0.0, 0.15, 0.4, 0.65, 1.1), (0.02, 0.1, 0.4), (0.1, 0.4, 0.9)
    )
)


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> WhisperDecoder:
    store = ModelStore(tmp_path_factory.mktemp("models"), bundled_catalogue())
    return WhisperDecoder(store.ensure("whisper-base"), "en")


@pytest.mark.parametrize("case", FEW, ids=str)
def test_a_few_timings_lose_and_double_nothing(
    model: WhisperDecoder, shared_data: Path, case: Case
) -> None:
    check(model, shared_data, case)


@pytest.mark.bench
@pytest.mark.parametrize("case", MANY, ids=str)
def test_many_timings_lose_and_double_nothing(
    model: WhisperDecoder, shared_data: Path, case: Case
) -> None:
    check(model, shared_data, case)


def check(model: WhisperDecoder, data: Path, case: Case) -> None:
    model.speak(case.language)
    speech = loaded(data / "audio" / case.clip)
    whole = words(" ".join(w.text for w in model.decode(Task(speech, 0.0)).words))
    heard = words(live(model, speech, case))
    missing, extra = odds(whole, heard)
    assert missing < _PHRASE, f"lost: {heard}"
    assert extra < _PHRASE, f"said twice: {heard}"


def live(model: WhisperDecoder, speech: Samples, case: Case) -> str:
    """Return the final words when the audio arrives while the decodes take their time."""
    audio = np.concatenate([silence(case.lead), speech, silence(_AFTER)])
    streamer, finals = Streamer(model, SileroDetector()), dict[int, Final]()
    at, piece, clock = 0, int(case.piece * RATE), case.piece
    while at < len(audio):
        arrived = min(int(clock * RATE) // piece * piece, len(audio))
        streamer.feed(audio[at:arrived])
        at = arrived
        events = streamer.step()
        keep(finals, events)
        clock += case.piece if events is None else case.decode
    streamer.finish()
    while (events := streamer.step()) is not None:
        keep(finals, events)
    return " ".join(w.text for key in sorted(finals) for w in finals[key].words)


def keep(finals: dict[int, Final], events: list | None) -> None:
    finals.update({e.id: e for e in events or () if isinstance(e, Final)})


def odds(whole: list[str], heard: list[str]) -> tuple[int, int]:
    """Return by how many words the worst place of `heard` falls short of `whole`, and exceeds it.

    Places are the stretches between words that both have; a misheard word counts on both sides.
    """
    missing = extra = 0
    lost = more = 0
    for step in Levenshtein.opcodes(whole, heard):
        if step.tag == "equal" and step.src_end - step.src_start >= _PHRASE:
            lost = more = 0
        elif step.tag != "equal":
            lost += step.src_end - step.src_start
            more += step.dest_end - step.dest_start
        missing, extra = max(missing, lost - more), max(extra, more - lost)
    return missing, extra


def silence(seconds: float) -> Samples:
    return np.zeros(int(seconds * RATE), np.float32)


def loaded(path: Path) -> Samples:
    audio, rate = soundfile.read(path, dtype="float32", always_2d=True)
    mono = audio.mean(1)
    return mono if rate == RATE else soxr.resample(mono, rate, RATE)


@pytest.mark.parametrize(
    ("heard", "expected"),
    [
        ("a b c d e f g h i", (0, 0)),
        ("a b c d e x g h i", (0, 0)),
        ("a b c g h i", (3, 0)),
        ("a b c d e f d e f g h i", (0, 3)),
        ("a b c d e f x e f g h i", (0, 3)),
        ("", (9, 0)),
    ],
)
def test_what_counts_as_lost_and_doubled(heard: str, expected: tuple[int, int]) -> None:
    assert odds(list("abcdefghi"), heard.split()) == expected
