"""Which language is spoken, asked only where the settings say "auto", and how it is written."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Protocol

from scribe_app.ondevice.heard import RATE, Decoder, Hypothesis, Samples, Task

_ENOUGH = 8.0  # seconds of audio after which the answer stays
_SURE = 0.8  # share of the probability at which less audio is enough
_LEAST = 3.0  # seconds below which even a sure answer is asked again

STYLE: Mapping[str, str] = MappingProxyType({"en": "OK."})
"""What the model is told was said before everything else: an example of how we write.

In English Whisper otherwise leaves out the short answers that a consultation is full of. In Dutch
and French an example made it leave out more, so there is none. Never a yes or a no: what the
model is told it may repeat where speech is unclear.
"""


class Polyglot(Decoder, Protocol):
    """A decoder that can tell languages apart and change its own."""

    def likeliest(self, samples: Samples, languages: Sequence[str]) -> tuple[str, float]:
        """Return the language spoken and its share of the probability."""

    def speak(self, language: str) -> None:
        """Fix the language from here on."""


class LanguageDecoder:
    """Settles on a language in the first seconds of speech and keeps it.

    A detector asked again and again flips whole passages on a foreign name; one answer that
    stays is right for a consultation.
    """

    def __init__(self, decoder: Polyglot, languages: Sequence[str]) -> None:
        self._decoder, self._languages = decoder, tuple(languages)
        self._settled = False

    def decode(self, task: Task) -> Hypothesis:
        """Return what is heard, in the language that was settled on."""
        if not self._settled:
            self._settle(task.samples)
        return self._decoder.decode(task)

    def _settle(self, samples: Samples) -> None:
        language, share = self._decoder.likeliest(samples, self._languages)
        self._decoder.speak(language)
        seconds = len(samples) / RATE
        self._settled = seconds >= _ENOUGH or (seconds >= _LEAST and share >= _SURE)
