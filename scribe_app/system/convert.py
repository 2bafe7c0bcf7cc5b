"""Blocks of any rate and channel count as the one audio form: mono, 16 kHz, 16 bits."""

from typing import TYPE_CHECKING, Literal

from scribe_app.domain.audio import SAMPLE_RATE

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt
    import soxr


SampleType = Literal["int16", "float32"]

_FULL_SCALE = 32_768.0


class Converter:
    """Turns interleaved samples into mono 16 kHz int16; used from one thread, keeps state.

    Int16 samples that already are mono at 16 kHz pass untouched. Everything else is averaged over
    the channels and resampled in floating point, so the length is exact to within a sample.
    """

    def __init__(self, rate: int, channels: int, kind: SampleType) -> None:
        self._rate = rate
        self._channels = channels
        self._kind = kind
        self._resampler: soxr.ResampleStream | None = None

    @property
    def rate(self) -> int:
        """Return the samples per second of what comes in."""
        return self._rate

    def frames(self, block: bytes) -> int:
        """Return how many samples a block has, counted over all channels as one."""
        return len(block) // (self._channels * (2 if self._kind == "int16" else 4))

    def convert(self, block: bytes) -> bytes:
        """Return what a block becomes; an empty block flushes, after which a new stream begins."""
        if self._rate == SAMPLE_RATE and self._channels == 1 and self._kind == "int16":
            return block
        mono = self._mono(block)
        return self._int16(mono if self._rate == SAMPLE_RATE else self._resampled(mono))

    def _mono(self, block: bytes) -> "npt.NDArray[np.float32]":
        import numpy as np

        samples = np.frombuffer(block, dtype=self._kind).astype(np.float32)
        if self._kind == "int16":
            samples /= _FULL_SCALE
        if self._channels == 1:
            return samples
        mixed: npt.NDArray[np.float32] = samples.reshape(-1, self._channels).mean(axis=1)
        return mixed

    def _resampled(self, mono: "npt.NDArray[np.float32]") -> "npt.NDArray[np.float32]":
        if self._resampler is None:
            import soxr

            self._resampler = soxr.ResampleStream(
                self._rate, SAMPLE_RATE, 1, dtype="float32", quality="HQ"
            )
        flush = len(mono) == 0
        samples: npt.NDArray[np.float32] = self._resampler.resample_chunk(mono, last=flush)
        if flush:
            self._resampler = None
        return samples

    @staticmethod
    def _int16(samples: "npt.NDArray[np.float32]") -> bytes:
        import numpy as np

        scaled = np.rint(samples * _FULL_SCALE)
        return bytes(np.clip(scaled, -_FULL_SCALE, _FULL_SCALE - 1).astype("<i2").tobytes())
