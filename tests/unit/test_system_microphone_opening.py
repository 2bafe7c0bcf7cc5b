"""The first seconds of a recording: good, too quiet, cut off, or nothing."""

import numpy as np
import pytest

from scribe_app.domain.microphone import OpeningVerdict
from scribe_app.system.microphone_opening import OpeningMeter

RATE = 16_000


def measured(samples: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> OpeningMeter:
    meter = OpeningMeter()
    pcm = np.clip(samples, -32_768, 32_767).astype("<i2").tobytes()
    for at in range(0, len(pcm), 640):
        meter.heard(pcm[at : at + 640])
    return meter


def tone(peak: float, seconds: float = 3.0) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    return peak * np.sin(2 * np.pi * 220 * np.arange(round(RATE * seconds)) / RATE)


@pytest.mark.parametrize(
    ("peak", "verdict", "peak_db"),
    [
        (0.0, OpeningVerdict.ZEROS, -120.0),
        (60.0, OpeningVerdict.QUIET, -54.7),
        (3_276.8, OpeningVerdict.GOOD, -20.0),
        (60_000.0, OpeningVerdict.CLIPPED, 0.0),
    ],
)
def test_what_the_first_seconds_say(peak: float, verdict: OpeningVerdict, peak_db: float) -> None:
    opening = measured(tone(peak)).opening
    assert opening is not None
    assert opening.verdict is verdict
    assert opening.seconds == 3.0
    assert opening.peak_db == pytest.approx(peak_db, abs=0.2)
    if verdict is OpeningVerdict.GOOD:
        assert opening.level_db == pytest.approx(-23.0, abs=0.2)


def test_nothing_is_said_before_three_seconds_nor_changed_after() -> None:
    meter = measured(tone(3_000, 2.98))
    assert meter.opening is None
    meter.heard(tone(3_000, 0.02).astype("<i2").tobytes())
    opening = meter.opening
    assert opening is not None
    meter.heard(b"\xff\x7f" * RATE)
    assert meter.opening is opening


def test_a_single_peak_at_full_scale_is_not_clipping() -> None:
    samples = tone(10_000)
    samples[100] = 32_767
    opening = measured(samples).opening
    assert opening is not None
    assert (opening.clipped, opening.verdict) == (1, OpeningVerdict.GOOD)
