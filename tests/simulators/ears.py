"""Ears that are less exact: for sound that went through a sound card, and for real speech."""

import numpy as np
from numpy.typing import NDArray

from tests.simulators.sound import COUNT, FALL, RATE, RISE, SYMBOL, TONES, Ear, Heard

_ALIKE = 0.7
_SPREAD = 48


def _likeness(samples: NDArray[np.float64], pattern: NDArray[np.float64]) -> NDArray[np.float64]:
    if len(samples) < len(pattern):
        return np.zeros(0)
    power = np.concatenate(([0.0], np.cumsum(samples * samples)))
    energy = power[len(pattern) :] - power[: -len(pattern)]
    floor = len(pattern) * 100.0**2
    scale = np.sqrt(np.maximum(energy, floor) * np.sum(pattern * pattern))
    return np.asarray(np.correlate(samples, pattern, "valid") / scale)


class TolerantEar(Ear):
    """Hears markers also after another volume, a resampling or a little noise.

    Start times may be off by a few milliseconds; a lost stretch shorter than that goes unnoticed.
    """

    _slack = _SPREAD * 4

    def _samples(self, start: int, end: int | None = None) -> NDArray[np.float64]:
        piece = self._buffer[start:end]
        return np.frombuffer(bytes(piece[: len(piece) // 2 * 2]), "<i2").astype(np.float64)

    def _kept(self) -> int:
        return max(0, len(self._buffer) - (SYMBOL + _SPREAD) * 2)

    def _sync(self, start: int) -> int | None:
        alike = _likeness(self._samples(start), RISE)
        above = np.flatnonzero(alike > _ALIKE)
        if not len(above) or len(alike) < above[0] + _SPREAD:
            return None
        best = above[0] + int(np.argmax(alike[above[0] : above[0] + _SPREAD]))
        return int(start + best * 2)

    def _nibble(self, symbol: bytes) -> int | None:
        powers = np.abs(np.fft.rfft(np.frombuffer(symbol, "<i2")))
        step = RATE // SYMBOL
        return int(np.argmax([powers[hertz // step] for hertz in TONES]))

    def _is_whole(self, at: int, number: int, milliseconds: int) -> bool:
        last = at + (milliseconds * RATE // 1000 - SYMBOL) * 2
        near = self._samples(max(0, last - _SPREAD * 2), last + (SYMBOL + _SPREAD) * 2)
        return bool(np.any(_likeness(near, FALL) > _ALIKE))


class LoudEar:
    """Makes up a word for every 0.35 s of loud sound that is no marker: a person sees something."""

    def __init__(self, first_sample: int = 0, *, loud: float = 0.01, seconds: float = 0.35) -> None:
        self._markers = TolerantEar(first_sample)
        self._limit = (loud * 32768) ** 2
        self._needed = round(seconds * RATE / SYMBOL)
        self._rest = b""
        self._loud = 0
        self._blocks = 0
        self._next = COUNT - 1
        self._first = first_sample
        self.pending_number: int | None = None
        self.broken: list[int] = []

    @property
    def seconds(self) -> float:
        """Return how much has been fed."""
        return self._markers.seconds

    @property
    def pending(self) -> float | None:
        """Return when a sound began that is no word yet."""
        return self._at(self._blocks - self._loud) if self._loud else self._markers.pending

    def feed(self, pcm: bytes) -> list[Heard]:
        """Return the markers, and a made-up word for each loud stretch that held none."""
        markers = self._markers.feed(pcm)
        if markers or self._markers.pending is not None:
            self._loud = 0
        self._rest += pcm
        made_up: list[Heard] = []
        while len(self._rest) >= SYMBOL * 2:
            block, self._rest = self._rest[: SYMBOL * 2], self._rest[SYMBOL * 2 :]
            made_up += self._block(np.frombuffer(block, "<i2").astype(np.float64))
        return markers or ([] if self._markers.pending is not None else made_up)

    def _at(self, block: int) -> float:
        return (self._first + block * SYMBOL) / RATE

    def _block(self, samples: NDArray[np.float64]) -> list[Heard]:
        self._blocks += 1
        self._loud = self._loud + 1 if np.mean(samples * samples) > self._limit else 0
        if self._loud < self._needed:
            return []
        self._next -= 1
        start, self._loud = self._at(self._blocks - self._loud), 0
        return [Heard(self._next, start, self._at(self._blocks))]
