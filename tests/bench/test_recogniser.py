"""How well and how fast the on-device engine hears, beside the whole file in the same run."""

from pathlib import Path
from statistics import median

import pytest

from scribe_app.app.recognisers import model_store
from scribe_app.system.paths import Profile, profile
from tests.bench.figures import percentile, table
from tests.bench.recogniser import Heard, clips, reference, through_engine, whole_file
from tests.desktop.speech import error_rate, words

pytestmark = pytest.mark.bench

RECORDINGS = ("CAR0004", "GAS0003", "GAS0004")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Profile:
    made = profile(tmp_path_factory.mktemp("profile"))
    made.prepare()
    model_store(made.models).ensure("whisper-base")
    return made


def test_consultations(shared_data: Path, place: Profile) -> None:
    rows = []
    for name in RECORDINGS:
        path = shared_data / "audio" / "osce" / f"{name}.mp3"
        said = reference(shared_data, name)
        whole = whole_file(path, "en", place.models / "whisper-base")
        rows.append([name, "whole file", *_accuracy(whole, said), "-", "-", "-", "-", "-"])
        for label, pace in (("max pace", 0.0), ("live", 1.0)):
            heard = through_engine(path, "en", place, pace=pace)
            rows.append([name, label, *_accuracy(heard, said), *_speed(heard, live=pace == 1.0)])
        table("on-device recogniser (one thread)", _HEADER, rows)


_HEADER = (
    "recording", "how", "WER %", "CPU s/s", "x real time",
    "MB", "first partial p50 s", "final p95 s", "final max s", "note s",
)  # fmt: skip


def _accuracy(heard: Heard, said: list[str]) -> list[str]:
    return [
        f"{heard.error_rate(said):.1f}",
        f"{heard.cpu / heard.seconds:.3f}",
        f"{heard.seconds / heard.took:.1f}",
    ]


def _speed(heard: Heard, *, live: bool) -> list[str]:
    delays = [
        f"{median(heard.first_partials):.2f}",
        f"{percentile(heard.finals, 0.95):.2f}",
        f"{max(heard.finals):.2f}",
    ]
    return [f"{heard.megabytes:.0f}", *(delays if live else ["-"] * 3), f"{heard.note:.2f}"]


@pytest.mark.parametrize(("language", "at_most"), [("nl", 26), ("fr", 19), ("en", 100)])
def test_clips(shared_data: Path, place: Profile, language: str, at_most: int) -> None:
    heard_words: list[str] = []
    said_words: list[str] = []
    errors = 0.0
    for path, said in clips(shared_data, language):
        heard = words(through_engine(path, language, place, pace=0.0).text)
        errors += error_rate(heard, said) * len(said) / 100
        heard_words += heard
        said_words += said
    rate = 100 * errors / len(said_words)
    table(
        "single sentences", ["language", "WER %", "allowed"], [[language, f"{rate:.1f}", at_most]]
    )
