"""Whisper on CTranslate2: one stretch of audio in, words with times out."""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from faster_whisper import WhisperModel
from faster_whisper.tokenizer import Tokenizer
from faster_whisper.transcribe import merge_punctuations

from scribe_app.ondevice.heard import RATE, Heard, Hypothesis, Samples, Task
from scribe_app.ondevice.language import STYLE

_LONGEST = 30.0  # seconds the encoder can take
_QUIET = 3.5  # seconds of silence the model wants at the end, or it says things twice
_LEAST = 12.0  # seconds after padding; the encoder's cost follows the length
_GRID = 1.0  # seconds; few different lengths, or freed memory comes back in pieces and piles up
_PROMPT_TOKENS = 100
_LOOP = 4  # words that may not come twice in a second try after a loop
_RUSH = 8  # words in one second that nobody says; the alignment crowds made-up ones so
_LEADING = "\"'“¿([{-"
_TRAILING = "\"'.,!?:”)]}"
_MEANING = frozenset("%°€+=<>&")  # signs that are words of their own
LOOPING = 2.4
"""A compression ratio above this means that the model repeats itself (OpenAI's figure)."""


@dataclass(frozen=True, slots=True)
class _Generated:
    tokens: list[int]
    no_speech: float
    log_probability: float
    compression: float


class WhisperDecoder:
    """A loaded model that speaks one language at a time."""

    def __init__(self, folder: Path, language: str, threads: int = 1) -> None:
        self._model = WhisperModel(
            str(folder), device="cpu", compute_type="int8", cpu_threads=threads
        )
        self.speak(language)

    def speak(self, language: str) -> None:
        """Fix the language from here on."""
        model = self._model
        self._tokenizer = Tokenizer(
            model.hf_tokenizer,
            model.model.is_multilingual,
            task="transcribe",
            language=language,
        )
        style = STYLE.get(language)
        self._style = self._tokenizer.encode(" " + style) if style else []

    def likeliest(self, samples: Samples, languages: Sequence[str]) -> tuple[str, float]:
        """Return which of the languages is spoken, and its share of the probability."""
        scores = dict(self._model.model.detect_language(self._encode(samples))[0])
        shares = {code: float(scores.get(f"<|{code}|>", 0.0)) for code in languages}
        best = max(shares, key=lambda code: shares[code])
        return best, shares[best] / (sum(shares.values()) or 1.0)

    def decode(self, task: Task) -> Hypothesis:
        """Return what is heard, with times from the cross-attention."""
        encoded = self._encode(task.samples)
        result = self._generate(encoded, self._prompt(task.prompt), task)
        words = self._align(encoded, result.tokens, task)
        if result.compression > LOOPING or rushed(words):
            result = self._generate(encoded, [], task, no_repeat_ngram_size=_LOOP)
            words = self._align(encoded, result.tokens, task)
        return Hypothesis(
            words,
            result.no_speech,
            result.log_probability,
            result.compression,
            self._tokenizer.language_code,
        )

    def _encode(self, samples: Samples) -> Any:
        wanted = max(_LEAST, np.ceil((len(samples) / RATE + _QUIET) / _GRID) * _GRID)
        size = int(min(wanted, _LONGEST) * RATE)
        padded = np.pad(samples[:size], (0, max(0, size - len(samples))))
        return self._model.encode(self._model.feature_extractor(padded, padding=0))

    def _prompt(self, said: str | None) -> list[int]:
        if said is None:
            return []
        tokens = self._tokenizer.encode(" " + said)[-_PROMPT_TOKENS:] if said else []
        return [*self._style, *tokens]

    def _generate(
        self, encoded: Any, prompt: Sequence[int], task: Task, **extra: int
    ) -> _Generated:
        tokenizer = self._tokenizer
        start = [tokenizer.sot_prev, *prompt] if prompt else []
        start += [*tokenizer.sot_sequence, tokenizer.no_timestamps]
        limit = len(start) + 16 + int(len(task.samples) / RATE * 10)
        result = self._model.model.generate(
            encoded,
            [start],
            beam_size=task.beam,
            max_length=min(limit, self._model.max_length),
            return_scores=True,
            return_no_speech_prob=True,
            **extra,
        )[0]
        tokens = [t for t in result.sequences_ids[0] if t < tokenizer.eot]
        text = tokenizer.decode(tokens).strip().encode()
        return _Generated(
            tokens,
            float(result.no_speech_prob),
            float(result.scores[0]),
            len(text) / len(zlib.compress(text)) if text else 1.0,
        )

    def _align(self, encoded: Any, tokens: list[int], task: Task) -> tuple[Heard, ...]:
        if not tokens:
            return ()
        frames = int(len(task.samples) / RATE * 100)
        timed = self._model.find_alignment(self._tokenizer, [tokens], encoded, frames)[0]
        merge_punctuations(timed, _LEADING, _TRAILING)
        return tuple(_join(timed, task.start))


def rushed(words: Sequence[Heard]) -> bool:
    """Return whether more words end within a second than a mouth can say.

    So it looks when the model repeats a phrase of its prompt or of the window: the words are
    fluent and likely, but there is no sound for them.
    """
    ends = [word.end for word in words]
    return any(last - first < 1.0 for first, last in zip(ends, ends[_RUSH - 1 :], strict=False))


def _join(timed: Sequence[dict[str, Any]], start: float) -> list[Heard]:
    """Return words on the task's clock; a piece with no space in front belongs to the former."""
    words: list[Heard] = []
    for piece in timed:
        text = piece["word"]
        if not text.strip():
            continue
        begin, end = start + float(piece["start"]), start + float(piece["end"])
        sure = float(piece["probability"])
        if words and not text.startswith(" "):
            last = words[-1]
            words[-1] = Heard(last.text + text, last.start, end, min(last.confidence, sure))
        elif any(c.isalnum() or c in _MEANING for c in text):
            words.append(Heard(text.strip(), begin, end, sure))
    return words
