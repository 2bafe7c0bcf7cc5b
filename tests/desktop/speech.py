"""Speech for the microphone, and how well it was understood."""

import re
import wave
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import soundfile
import soxr
from rapidfuzz.distance import Levenshtein

RATE = 16_000
Samples = np.ndarray[tuple[int], np.dtype[np.int16]]
_FILLERS = frozenset({"um", "uh", "uhm", "umm", "hmm", "mm", "mhm", "er", "ah", "eh"})


def spoken(source: Path, target: Path, seconds: float | None = None) -> Samples:
    """Write the beginning of a recording as 16-bit mono 16 kHz WAV, and return its samples."""
    samples, rate = soundfile.read(source, dtype="int16", always_2d=True)
    mono = samples[:, 0]
    if rate != RATE:
        mono = soxr.resample(mono, rate, RATE)
    mono = mono if seconds is None else mono[: int(seconds * RATE)]
    with wave.open(str(target), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(mono.astype("<i2").tobytes())
    return mono


def samples_of(pcm: bytes) -> Samples:
    """Return the samples of raw sound."""
    return np.frombuffer(pcm, "<i2")


def place_in(heard: Samples, said: Samples) -> int:
    """Return the sample of `heard` at which `said` begins, found by its loudest moment."""
    loud = int(np.abs(said.astype(np.int32)).argmax())
    piece = said[loud : loud + 400]
    last = len(heard) - len(piece)
    candidates = np.flatnonzero(heard[: last + 1] == piece[0])
    found = [at for at in candidates if np.array_equal(heard[at : at + len(piece)], piece)]
    assert found, "what was said is not in the recording"
    return int(found[0]) - loud


def words(text: str) -> list[str]:
    """Return words as they are scored: lower case, no punctuation, no fillers."""
    found = re.findall(r"[\w']+", text.lower().replace("’", "'"))
    return [word for word in found if word not in _FILLERS]


def error_rate(heard: Sequence[str], said: Sequence[str]) -> float:
    """Return the word error rate in percent."""
    return 100 * Levenshtein.distance(heard, said) / max(1, len(said))
