"""What a decoder heard, in the words that the streaming policy and the model share."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

RATE = 16_000
"""Samples a second, everywhere in the recogniser."""

Samples = NDArray[np.float32]
"""Mono samples in -1..1 at `RATE`."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One word with its punctuation; times in seconds, confidence 0..1."""

    text: str
    start: float
    end: float
    confidence: float

    @property
    def key(self) -> str:
        """Return the word as two decodes are compared by: no case, no punctuation."""
        return "".join(c for c in self.text.casefold() if c.isalnum())


@dataclass(frozen=True, slots=True)
class Task:
    """A stretch to decode: `samples` begin at `start` seconds.

    `prompt` is what was said before the stretch, none meaning that the decoder is to be told
    nothing at all; `beam` the width of the search.
    """

    samples: Samples
    start: float
    prompt: str | None = ""
    beam: int = 5


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What was heard, on the same clock as the task, and how sure the model was.

    `no_speech` is a probability, `log_probability` the mean of a token, `compression` the ratio
    that betrays a loop, `language` the code that the words are written in.
    """

    words: tuple[Heard, ...]
    no_speech: float = 0.0
    log_probability: float = 0.0
    compression: float = 1.0
    language: str = ""


class Decoder(Protocol):
    """Turns a stretch of audio into words."""

    def decode(self, task: Task) -> Hypothesis:
        """Return what is heard in the stretch."""


class VoiceDetector(Protocol):
    """Says how likely each frame of 32 ms holds speech; keeps its own state."""

    def probabilities(self, samples: Samples) -> Sequence[float]:
        """Return one probability for each further 512 samples; the rest waits for more."""
