"""The microphone against the file: the same samples in the log, the same words heard."""

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from tests.desktop.conftest import ROOT, Desk
from tests.desktop.speech import error_rate, place_in, samples_of, spoken, words

pytestmark = pytest.mark.desktop

SECONDS = 120
FEWER_SECONDS = 40
"""In every run; `make bench` records all of it, and the main job nearly two minutes."""


def file_path(wav: Path, profile: Path) -> "subprocess.Popen[bytes]":
    """Start transcribing the file at the pace of speech, through the same engine."""
    command = [sys.executable, "-m", "scribe_app", "transcribe", str(wav), "--language", "en"]
    options = ["--profile", str(profile), "--pace", "realtime", "--no-note"]
    return subprocess.Popen([*command, *options], stdout=subprocess.PIPE, cwd=ROOT)


def reference(data: Path, recording: str) -> list[str]:
    lines = (data / "osce.dev.jsonl").read_text().splitlines()
    found = next(d for d in map(json.loads, lines) if d["id"].endswith(recording))
    return words(" ".join(u["text"] for u in found["utterances"]))


def recorded_exactly(desk: Desk, source: Path, wav: Path, seconds: float) -> None:
    """Record through the microphone; every sample that was said is in the log, in place."""
    said = spoken(source, wav, seconds)
    desk.record(wav)
    heard = samples_of(desk.recorded())
    start = place_in(heard, said)
    assert np.array_equal(heard[start : start + len(said)], said)


def test_a_real_consultation_is_in_the_log_bit_by_bit(
    desk: Desk, shared_data: Path, tmp_path: Path
) -> None:
    source = shared_data / "audio" / "osce" / "CAR0004.mp3"
    recorded_exactly(desk, source, tmp_path / "said.wav", FEWER_SECONDS)
    assert len(words(desk.transcript())) > FEWER_SECONDS


@pytest.mark.bench
def test_the_microphone_is_as_well_understood_as_the_file(
    desk: Desk, shared_data: Path, tmp_path: Path, models: Path
) -> None:
    """Within a point; a figure of the recogniser, which varies by as much between two runs."""
    wav = tmp_path / "said.wav"
    recorded_exactly(desk, shared_data / "audio" / "osce" / "CAR0004.mp3", wav, SECONDS)
    other = tmp_path / "file-profile"
    other.mkdir()
    (other / "models").symlink_to(models)
    by_file, _ = file_path(wav, other).communicate(timeout=SECONDS + 60)
    from_file, from_microphone = words(by_file.decode()), words(desk.transcript())
    # The reference is longer than the excerpt: it is cut where the excerpt ends.
    whole = reference(shared_data, "CAR0004")
    cut = min(
        range(len(from_file) // 2, min(len(whole), 2 * len(from_file))),
        key=lambda end: error_rate(from_file, whole[:end]) * end,
    )
    rates = error_rate(from_microphone, whole[:cut]), error_rate(from_file, whole[:cut])
    assert rates[0] <= rates[1] + 1.0, rates
