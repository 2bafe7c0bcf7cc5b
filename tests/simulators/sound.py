"""Numbered marker sounds, and the ear that reads them back out of the samples alone.

A marker is a rising chirp, eight tones (the number, the length, a check), a body and a falling
chirp. It counts as heard only when all its samples arrived, each once and in order.
"""

import wave
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.simulators.words import COUNT, numbers, sentence, word

__all__ = ["COUNT", "Ear", "Heard", "marker", "noise", "numbers", "sentence", "speech", "timetable"]
__all__ += ["word", "write_wav"]

RATE = 16_000
SYMBOL = 320
HEADER = SYMBOL * 9
SHORTEST = 0.22

_PEAK = 0.3 * 32767
_NOISE = 12
_PER_MS = RATE // 1000


def _tone(hertz: float, samples: int = SYMBOL) -> NDArray[np.float64]:
    return np.asarray(_PEAK * np.sin(2 * np.pi * hertz * np.arange(samples) / RATE))


def _chirp(first: float, last: float) -> NDArray[np.float64]:
    seconds = np.arange(SYMBOL) / RATE
    slope = (last - first) / (SYMBOL / RATE)
    return np.asarray(_PEAK * np.sin(2 * np.pi * (first + slope * seconds / 2) * seconds))


def _bytes(samples: NDArray[np.float64]) -> bytes:
    return np.round(samples).astype("<i2").tobytes()


TONES = tuple(600 + 150 * nibble for nibble in range(16))
RISE = _chirp(300, 3400)
FALL = _chirp(3400, 300)
START = _bytes(RISE)
END = _bytes(FALL)
SYMBOLS = tuple(_bytes(_tone(hertz)) for hertz in TONES)
NIBBLES = {symbol: nibble for nibble, symbol in enumerate(SYMBOLS)}


def _code(number: int, milliseconds: int) -> list[int]:
    nibbles = [number >> shift & 15 for shift in (12, 8, 4, 0)]
    nibbles += [milliseconds >> shift & 15 for shift in (8, 4, 0)]
    return [*nibbles, check_of(nibbles)]


def check_of(nibbles: list[int]) -> int:
    """Return the check that follows seven nibbles."""
    return sum((place + 1) * nibble for place, nibble in enumerate(nibbles)) % 16


@lru_cache(maxsize=256)
def marker(number: int, milliseconds: int = 600) -> bytes:
    """Return the samples of one marker; its body is tone and noise that no other number has."""
    if not 0 <= number < COUNT or not SHORTEST * 1000 <= milliseconds < 4096:
        raise ValueError("a number below 10000 and a length from 220 to 4095 ms, please")
    samples = milliseconds * _PER_MS - HEADER - SYMBOL
    own = np.random.default_rng(number).uniform(-0.3, 0.3, samples)
    body = 0.6 * _tone(200 + 50 * (number % 37), samples) + _PEAK * own
    code = b"".join(SYMBOLS[nibble] for nibble in _code(number, milliseconds))
    return START + code + _bytes(body) + END


def noise(seconds: float, seed: int = 0) -> bytes:
    """Return a quiet room, about -73 dBFS."""
    samples = np.random.default_rng(seed).integers(-_NOISE, _NOISE + 1, round(seconds * RATE))
    return samples.astype("<i2").tobytes()


def _pieces(
    words: int,
    seconds_each: float,
    gap: float,
    first: int,
    sentence: int,
    pause: float,
    tail: float,
) -> Iterator[tuple[int | None, bytes]]:
    for place in range(words):
        ended = sentence and place and place % sentence == 0
        yield None, noise(pause if ended else gap, first + place)
        yield first + place, marker(first + place, round(seconds_each * 1000))
    yield None, noise(tail, first + words)


def speech(
    words: int,
    seconds_each: float = 0.6,
    gap: float = 0.2,
    first: int = 0,
    *,
    sentence: int = 5,
    pause: float = 0.8,
    tail: float = 0.8,
) -> bytes:
    """Return numbered words as PCM (16 kHz, mono, s16le), in quiet noise.

    A gap stands before each word, a pause instead after every `sentence` words (0: never), and
    the tail after the last one.
    """
    pieces = _pieces(words, seconds_each, gap, first, sentence, pause, tail)
    return b"".join(pcm for _, pcm in pieces)


@dataclass(frozen=True, slots=True)
class Heard:
    """A marker that arrived whole; seconds since the first sample."""

    number: int
    start: float
    end: float

    def __iter__(self) -> Iterator[float]:
        return iter((self.number, self.start, self.end))

    @property
    def word(self) -> str:
        """Return the word of the number."""
        return word(self.number)


def timetable(
    words: int,
    seconds_each: float = 0.6,
    gap: float = 0.2,
    first: int = 0,
    *,
    sentence: int = 5,
    pause: float = 0.8,
    tail: float = 0.8,
) -> list[Heard]:
    """Return what `speech` of the same arguments says, and when."""
    found: list[Heard] = []
    position = 0
    for number, pcm in _pieces(words, seconds_each, gap, first, sentence, pause, tail):
        after = position + len(pcm) // 2
        if number is not None:
            found.append(Heard(number, position / RATE, after / RATE))
        position = after
    return found


def write_wav(path: Path, pcm: bytes) -> Path:
    """Write PCM as a WAV file, and return where."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(pcm)
    return path


class Ear:
    """Hears markers in PCM that comes in any pieces; a changed sample makes a marker unheard.

    `broken` lists the numbers whose beginning came but whose rest was not as it should be;
    `pending` is the start, in seconds, of a marker that has begun and may still come whole.
    """

    def __init__(self, first_sample: int = 0) -> None:
        self.broken: list[int] = []
        self.pending: float | None = None
        self.pending_number: int | None = None
        self._buffer = bytearray()
        self._dropped = first_sample
        self._from = 0

    @property
    def seconds(self) -> float:
        """Return how much has been fed, in seconds since sample 0."""
        return (self._dropped + len(self._buffer) // 2) / RATE

    def feed(self, pcm: bytes) -> list[Heard]:
        """Take more samples and return the markers that are now whole."""
        self._buffer += pcm
        found: list[Heard] = []
        self.pending = self.pending_number = None
        while (at := self._sync(self._from)) is not None:
            heard, after = self._read(at)
            if after is None:
                self._wait_at(at)
                return found
            found += heard
            self._from = after
        self._forget(max(self._from, self._kept()))
        return found

    def _read(self, at: int) -> tuple[list[Heard], int | None]:
        """Return what is heard at a chirp and where to look next; None while more has to come."""
        code = self._code_at(at)
        if code is None:
            return [], None
        nibbles = [self._nibble(symbol) for symbol in code]
        if None in nibbles or nibbles[-1] != check_of(nibbles[:-1]):  # type: ignore[arg-type]
            return [], at + 2
        number = int("".join(f"{nibble:x}" for nibble in nibbles[:4]), 16)
        milliseconds = int("".join(f"{nibble:x}" for nibble in nibbles[4:7]), 16)
        if number >= COUNT or milliseconds < SHORTEST * 1000:
            return [], at + 2
        self.pending_number = number
        size = milliseconds * _PER_MS * 2
        if len(self._buffer) - at < size + self._slack:
            return [], None
        if not self._is_whole(at, number, milliseconds):
            self.broken.append(number)
            return [], at + 2
        start = self._dropped + at // 2
        return [Heard(number, start / RATE, (start + size // 2) / RATE)], at + size

    def _code_at(self, at: int) -> list[bytes] | None:
        if len(self._buffer) - at < HEADER * 2 + self._slack:
            return None
        places = range(at + SYMBOL * 2, at + HEADER * 2, SYMBOL * 2)
        return [bytes(self._buffer[place : place + SYMBOL * 2]) for place in places]

    def _wait_at(self, at: int) -> None:
        self.pending = (self._dropped + at // 2) / RATE
        self._forget(at)

    def _forget(self, size: int) -> None:
        size -= size % 2
        del self._buffer[:size]
        self._dropped += size // 2
        self._from = max(0, self._from - size)

    _slack = 0

    def _kept(self) -> int:
        return max(0, len(self._buffer) - len(START))

    def _sync(self, start: int) -> int | None:
        at = self._buffer.find(START, start)
        while at % 2 and at >= 0:
            at = self._buffer.find(START, at + 1)
        return at if at >= 0 else None

    def _nibble(self, symbol: bytes) -> int | None:
        return NIBBLES.get(symbol)

    def _is_whole(self, at: int, number: int, milliseconds: int) -> bool:
        whole = marker(number, milliseconds)
        return self._buffer[at : at + len(whole)] == whole
