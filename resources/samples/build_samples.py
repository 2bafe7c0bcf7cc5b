"""Voice the sample consultations, so that the audio and the times in the texts can be rebuilt.

Reads the words of `<language>.json`, speaks each with a Kokoro-82M voice, lays the turns out as
two people in one room, writes `<language>.ogg` and puts the times of that audio back in the JSON.
Needs numpy, scipy, soundfile, onnxruntime and the espeak-ng program; see README.md.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime
import soundfile
from scipy.signal import butter, fftconvolve, resample_poly, sosfilt

Audio = npt.NDArray[np.float32]
Fix = tuple[str, str]

RATE = 24_000
"""Samples per second: the rate Kokoro speaks at, kept in the files."""
HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Voice:
    """A Kokoro style (weights over voice files), and where its speaker sits in the room."""

    mix: tuple[tuple[str, float], ...]
    speed: float = 1.0
    pitch: float = 1.0
    level: float = 1.0
    wet: float = 0.1


@dataclass(frozen=True, slots=True)
class Cast:
    """How one language is pronounced and by whom; `fixes` correct espeak-ng's phonemes."""

    espeak: str
    doctor: Voice
    patient: Voice
    fixes: tuple[Fix, ...]
    seed: int


DIPHTHONGS: tuple[Fix, ...] = (
    ("a^ɪ", "I"), ("a^ʊ", "W"), ("d^ʒ", "ʤ"), ("e^ɪ", "A"), ("t^ʃ", "ʧ"), ("ɔ^ɪ", "Y"),
)  # fmt: skip
ENGLISH: tuple[Fix, ...] = (
    ("θɪɹˌe^ɪpɪst", "θˈɛɹəpɪst"), ("fˈɪzɪ", "fˌɪzi"), ("e^ə", "ɛː"), ("i^ə", "ɪə"),
    ("ə^ʊ", "Q"), ("ə^l", "ᵊl"), ("ɐ", "ə"), *DIPHTHONGS,
)  # fmt: skip
FRENCH: tuple[Fix, ...] = (("(^e^n)dˈɒs(^f^r)", "dˈo"), ("-", ""), *DIPHTHONGS)
# Kokoro never heard Dutch: write its sounds as the Spanish, French and Italian ones it knows, and
# respell the words that a recogniser then mistook.
DUTCH: tuple[Fix, ...] = (
    ("təx", "tɪx"), ("blˈudrɵk", "blˈuːd drˌək"), ("ˌibɵprˈoːfən", "iːbjuproˈfɛn"),
    ("ɣˈeːn kˈɔːrts", "ɣˈeːn kˈoːwəʁts"), ("kˈɔːrts", "kˈoːəʁts"), ("kɪːrˌɑ", "kər ˈɑ"),
    ("ɪn də lˈɪŋkərsxˌʌ^ʊ", "ɪn də lˈɪŋkər sxˈʌʊː"), ("kərsxˌʌ", "kər sxˈʌ"),
    ("sxˈʌ^ʊ", "sxˈɑu"), ("r", "ɾ"), ("ɵ", "œ"), ("ɣ", "ʁ"), ("^", ""),
)  # fmt: skip

CASTS = {
    "en": Cast(
        "en-gb",
        Voice((("bf_isabella", 1.0),), speed=0.95),
        Voice((("bm_fable", 1.0),), speed=0.95, level=0.75, wet=0.2),
        ENGLISH,
        seed=11,
    ),
    "nl": Cast(
        "nl",
        Voice((("em_alex", 0.7), ("ff_siwis", 0.3)), speed=0.95),
        Voice((("pf_dora", 1.0),), speed=0.95, pitch=1.1, level=0.75, wet=0.2),
        DUTCH,
        seed=12,
    ),
    "fr": Cast(
        "fr-fr",
        Voice((("ff_siwis", 1.0),), speed=0.95),
        Voice((("ff_siwis", 0.5), ("im_nicola", 0.5)), speed=0.95, pitch=0.9, level=0.75, wet=0.2),
        FRENCH,
        seed=13,
    ),
}


def phonemes(text: str, cast: Cast) -> str:
    """The text as Kokoro's phonemes: espeak-ng's, clause by clause, with the punctuation kept."""
    parts = re.split(r"\s*([,.;:!?]+)\s*", text)
    clauses = [part for part in parts[::2] if part]
    command = ["espeak-ng", "-q", "--ipa", "--tie=^", "-v", cast.espeak]
    spoken = [
        " ".join(subprocess.run([*command, clause], capture_output=True, text=True, check=True)
                 .stdout.split())
        for clause in clauses
    ]  # fmt: skip
    marks = [mark[-1] for mark in parts[1::2]] + [""]
    joined = " ".join(clause + mark for clause, mark in zip(spoken, marks, strict=False))
    for wrong, right in cast.fixes:
        joined = joined.replace(wrong, right)
    return joined.replace("^", "")


class Speaker:
    """Kokoro-82M on onnxruntime: phonemes in, mono float audio at RATE out."""

    def __init__(self, model: Path, vocab: Path, voices: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self._session = onnxruntime.InferenceSession(str(model), options)
        self._vocab: dict[str, int] = json.loads(vocab.read_text("utf-8"))["vocab"]
        self._voices = voices

    def say(self, sounds: str, voice: Voice) -> Audio:
        """Speak one turn; silence at both ends is cut, the peak level is that of the voice."""
        tokens = [self._vocab[sound] for sound in sounds if sound in self._vocab]
        inputs = {
            "tokens": np.array([[0, *tokens, 0]], dtype=np.int64),
            "style": self._style(voice, len(tokens)),
            "speed": np.array([voice.speed / voice.pitch], dtype=np.float32),
        }
        audio = np.asarray(self._session.run(None, inputs)[0], dtype=np.float32).ravel()
        return levelled(trimmed(pitched(audio, voice.pitch)), voice.level)

    def _style(self, voice: Voice, length: int) -> Audio:
        files = [(self._voices / f"{name}.bin", weight) for name, weight in voice.mix]
        rows = [np.fromfile(f, dtype=np.float32).reshape(-1, 256) * w for f, w in files]
        style: Audio = np.sum(rows, axis=0)[min(length, len(rows[0])) - 1]
        return style.reshape(1, 256)


def pitched(audio: Audio, factor: float) -> Audio:
    """Raise pitch and formants by `factor` through resampling (the speed was set to match)."""
    ratio = Fraction(1 / factor).limit_denominator(50)
    return np.asarray(resample_poly(audio, ratio.numerator, ratio.denominator), dtype=np.float32)


def trimmed(audio: Audio) -> Audio:
    """Without the silence at both ends, 30 ms kept."""
    loud = np.flatnonzero(np.abs(audio) > 0.01)
    pad = int(0.03 * RATE)
    return audio[max(0, loud[0] - pad) : loud[-1] + pad]


def levelled(audio: Audio, level: float) -> Audio:
    """At an RMS of 0.08 times `level`."""
    return np.asarray(audio * (0.08 * level / np.sqrt(np.mean(audio**2))), dtype=np.float32)


def offset(previous: str, current: str, rng: np.random.Generator) -> float:
    """Seconds from the end of one turn to the next: median 0.14, overlaps short.

    A doctor who goes on after a turn of their own has been examining or typing.
    """
    if previous == current:
        return float(rng.uniform(1.0, 1.6))
    return float(np.clip(rng.normal(0.14, 0.22), -0.15, 0.8))


def laid_out(
    speakers: Sequence[str], turns: Sequence[Audio], rng: np.random.Generator
) -> list[int]:
    """The first sample of each turn; starts never go back."""
    starts = [int(0.8 * RATE)]
    for index in range(1, len(turns)):
        end = starts[-1] + len(turns[index - 1])
        gap = offset(speakers[index - 1], speakers[index], rng)
        starts.append(max(end + int(gap * RATE), starts[-1] + RATE // 2))
    return starts


def room(voice: Voice, rng: np.random.Generator) -> Audio:
    """The impulse response of a small room: the direct sound, then 0.2 s of decaying echo."""
    time = np.arange(int(0.2 * RATE)) / RATE
    tail = rng.standard_normal(len(time)) * np.exp(-time / 0.03) * (time > 0.004)
    tail *= voice.wet / np.sqrt(np.sum(tail**2))
    tail[0] = 1.0
    return np.asarray(tail, dtype=np.float32)


def pink(length: int, rng: np.random.Generator) -> Audio:
    """Pink noise of unit RMS."""
    spectrum = np.fft.rfft(rng.standard_normal(length))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 20 * length / RATE))
    noise = np.fft.irfft(spectrum, length)
    return np.asarray(noise / np.sqrt(np.mean(noise**2)), dtype=np.float32)


def clicks(length: int, spans: Sequence[tuple[int, int]], rng: np.random.Generator) -> Audio:
    """A few key clicks in each span (first and last sample)."""
    audio = np.zeros(length, dtype=np.float32)
    band = butter(2, (1500, 6000), "bandpass", fs=RATE, output="sos")
    for first, last in spans:
        for at in np.sort(rng.integers(first, max(first + 1, last - 1200), 4)):
            burst = rng.standard_normal(720) * np.exp(-np.arange(720) / 120)
            audio[at : at + 720] += 0.03 * np.asarray(sosfilt(band, burst), dtype=np.float32)
    return audio


def ambience(length: int, rng: np.random.Generator) -> Audio:
    """Pink noise 23 dB under the doctor's voice, and a faint 50 Hz hum with its octave."""
    time = np.arange(length) / RATE
    hum = 0.002 * np.sin(2 * np.pi * 50 * time) + 0.001 * np.sin(2 * np.pi * 100 * time)
    return np.asarray(0.08 * 10 ** (-23 / 20) * pink(length, rng) + hum, dtype=np.float32)


def mixed(cast: Cast, speakers: Sequence[str], turns: Sequence[Audio]) -> tuple[Audio, list[int]]:
    """One mono recording of all turns in their room, and the first sample of each turn."""
    rng = np.random.default_rng(cast.seed)
    starts = laid_out(speakers, turns, rng)
    length = starts[-1] + len(turns[-1]) + RATE
    audio = ambience(length, rng)
    for name, voice in (("doctor", cast.doctor), ("patient", cast.patient)):
        dry = np.zeros(length, dtype=np.float32)
        for who, start, turn in zip(speakers, starts, turns, strict=True):
            dry[start : start + len(turn)] += turn if who == name else 0
        audio += fftconvolve(dry, room(voice, rng))[:length].astype(np.float32)
    silences = [
        (starts[i] + len(turns[i]), starts[i + 1])
        for i in range(len(turns) - 1)
        if speakers[i] == speakers[i + 1]
    ]
    return audio + clicks(length, silences, rng), starts


def write_audio(path: Path, audio: Audio) -> None:
    """Write Ogg Vorbis, a second at a time (libsndfile overruns its stack on long writes)."""
    peak = float(np.max(np.abs(audio)))
    scaled = audio * min(1.0, 0.9 / peak)
    with soundfile.SoundFile(path, "w", RATE, 1, "VORBIS", format="OGG") as out:
        for first in range(0, len(scaled), RATE):
            out.write(scaled[first : first + RATE])


def build(language: str, speaker: Speaker, folder: Path) -> float:
    """Voice one sample in `folder`; returns its length in seconds."""
    path = folder / f"{language}.json"
    sample: dict[str, Any] = json.loads(path.read_text("utf-8"))
    cast, utterances = CASTS[language], sample["utterances"]
    voices = {"doctor": cast.doctor, "patient": cast.patient}
    turns = [speaker.say(phonemes(u["text"], cast), voices[u["speaker"]]) for u in utterances]
    audio, starts = mixed(cast, [u["speaker"] for u in utterances], turns)
    for utterance, start, turn in zip(utterances, starts, turns, strict=True):
        utterance["start"] = round(start / RATE, 2)
        utterance["end"] = round((start + len(turn)) / RATE, 2)
    write_audio(folder / sample["audio"], audio)
    path.write_text(json.dumps(sample, ensure_ascii=False, indent=1) + "\n", "utf-8")
    return len(audio) / RATE


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--model", type=Path, required=True, help="kokoro-v1.0.int8.onnx")
    parser.add_argument("--vocab", type=Path, required=True, help="vocab.json of that model")
    parser.add_argument("--voices", type=Path, required=True, help="folder of NAME.bin voices")
    parser.add_argument("--samples", type=Path, default=HERE, help="folder of the JSON texts")
    parser.add_argument("languages", nargs="*", metavar="LANGUAGE", help="en, nl, fr; default all")
    return parser.parse_args()


def main() -> int:
    """Build the samples asked for; returns the exit code."""
    options = arguments()
    languages = options.languages or list(CASTS)
    missing = [p for p in (options.model, options.vocab, options.voices) if not p.exists()]
    if missing or not shutil.which("espeak-ng") or not set(languages) <= set(CASTS):
        sys.stderr.write(
            f"Cannot build {languages}: espeak-ng or {missing or 'language'} missing.\n"
        )
        return 2
    speaker = Speaker(options.model, options.vocab, options.voices)
    for language in languages:
        seconds = build(language, speaker, options.samples)
        sys.stdout.write(f"{language}: {seconds:.1f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
