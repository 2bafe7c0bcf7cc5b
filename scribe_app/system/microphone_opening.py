"""The first seconds of a recording, measured in passing: too quiet, cut off, or nothing at all."""

import math
from array import array
from operator import mul

from scribe_app.domain.audio import SAMPLE_RATE
from scribe_app.domain.microphone import Opening, OpeningVerdict

OPENING_SECONDS = 3.0

_FULL_SCALE = 32_768
_TOP = 32_767
_CLIPPED_SAMPLES = 16
_QUIET_PEAK_DB = -45.0
_NOTHING_DB = -120.0


class OpeningMeter:
    """Takes the converted samples as they pass; `opening` is there once 3 s did."""

    def __init__(self) -> None:
        self.opening: Opening | None = None
        self._samples = self._peak = self._squares = self._clipped = 0

    def heard(self, pcm: bytes) -> None:
        """Take mono 16 kHz int16 samples; after the first seconds this costs nothing."""
        if self.opening is not None or not pcm:
            return
        samples = array("h", pcm)
        peak = max(max(samples), -min(samples))
        self._peak = max(self._peak, peak)
        self._samples += len(samples)
        if peak:
            self._squares += sum(map(mul, samples, samples))
        if peak >= _TOP:
            self._clipped += sum(1 for sample in samples if abs(sample) >= _TOP)
        if self._samples >= OPENING_SECONDS * SAMPLE_RATE:
            self.opening = self._measured()

    def _measured(self) -> Opening:
        return Opening(
            seconds=self._samples / SAMPLE_RATE,
            peak_db=_db(self._peak),
            level_db=_db(math.sqrt(self._squares / self._samples)),
            clipped=self._clipped,
            verdict=self._verdict(),
        )

    def _verdict(self) -> OpeningVerdict:
        if self._peak == 0:
            return OpeningVerdict.ZEROS
        if self._clipped >= _CLIPPED_SAMPLES:
            return OpeningVerdict.CLIPPED
        return OpeningVerdict.QUIET if _db(self._peak) < _QUIET_PEAK_DB else OpeningVerdict.GOOD


def _db(value: float) -> float:
    return 20 * math.log10(value / _FULL_SCALE) if value > 0 else _NOTHING_DB
