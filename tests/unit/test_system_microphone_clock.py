"""Late, lost or drifting: what the arrival of blocks says of the time in them."""

import random
from collections.abc import Iterable

import pytest

from scribe_app.system.microphone_clock import StreamClock, Verdict

BLOCK = 0.02


def arrivals(blocks: int, *, jitter: float = 0.015, seed: int = 1, ppm: float = 0.0) -> list[float]:
    """Return when the blocks of a steady device come."""
    source = random.Random(seed)
    pace = BLOCK / (1 + ppm / 1e6)
    return [pace * (number + 1) + jitter * source.random() for number in range(blocks)]


def heard(times: Iterable[float]) -> tuple[StreamClock, list[tuple[int, float]]]:
    """Return the clock, and where it found how much missing."""
    clock, found = StreamClock(), []
    for number, at in enumerate(times):
        verdict = clock.heard(at, BLOCK)
        if verdict.missing:
            found.append((number, verdict.missing))
    return clock, found


def test_a_steady_stream_misses_nothing_and_tells_its_time() -> None:
    clock, found = heard(arrivals(1_000))
    assert found == []
    assert clock.end == pytest.approx(20.0, abs=0.005)


@pytest.mark.parametrize("stall", [0.05, 0.2, 1.0, 30.0])
def test_what_comes_late_and_in_full_is_not_missing(stall: float) -> None:
    times = arrivals(2_500)
    until = times[500] + stall
    late = [at if n <= 500 else max(at, until + 0.001 * (n - 500)) for n, at in enumerate(times)]
    _, found = heard(late)
    assert found == []


@pytest.mark.parametrize("kept", [0, 1, 10, 100])
@pytest.mark.parametrize("stall", [0.2, 5.0])
def test_what_never_comes_is_missing_in_full(stall: float, kept: int) -> None:
    """`kept` blocks come in a burst after the stall; the rest of it was thrown away."""
    kept = min(kept, round(stall / BLOCK) - 4)
    times = arrivals(500)
    burst = [times[-1] + stall + 0.001 * (n + 1) for n in range(kept)]
    after = [10.0 + stall + at for at in arrivals(500, seed=2)]
    clock, found = heard([*times, *burst, *after])
    ((number, missing),) = found
    assert missing == pytest.approx(stall - kept * BLOCK, abs=0.02)
    assert 500 + kept <= number <= 500 + kept + 8
    assert clock.end == pytest.approx(20.0 + stall, abs=0.02)


def test_blocks_after_a_stall_are_in_doubt_until_it_is_clear() -> None:
    clock = StreamClock()
    for at in arrivals(100):
        clock.heard(at, BLOCK)
    verdicts = [clock.heard(5.0 + at, BLOCK) for at in arrivals(8, jitter=0)]
    assert verdicts[0] == Verdict(in_doubt=True, anew=True)
    settled = next(n for n, verdict in enumerate(verdicts) if verdict.missing)
    assert all(verdict == Verdict(in_doubt=True) for verdict in verdicts[1:settled])
    assert verdicts[settled + 1] == Verdict(anew=True)


@pytest.mark.parametrize("period", [0.04, 0.06])
def test_a_device_that_brings_its_blocks_in_groups_misses_nothing(period: float) -> None:
    group = round(period / BLOCK)
    times = [period * (n // group + 1) + 0.001 * (n % group) for n in range(3_000)]
    _, found = heard(times)
    assert found == []


def test_a_device_that_brings_its_blocks_in_groups_is_believed_in_the_end() -> None:
    times = [0.06 * (n // 3 + 1) + 0.001 * (n % 3) + (2.0 if n >= 600 else 0) for n in range(900)]
    clock, ((number, missing),) = heard(times)
    assert missing == pytest.approx(2.0, abs=0.03)
    assert number < 660
    assert clock.end == pytest.approx(20.0, abs=0.03)


def test_a_starved_program_misses_nothing() -> None:
    """Half of the time the callback's thread gets no turn, for 30 to 90 ms at a time."""
    source, now, times = random.Random(3), 0.0, []
    for at in arrivals(5_000):
        now = max(now + 0.001, at)
        if source.random() < 0.1:
            now += 0.03 + 0.06 * source.random()
        times.append(now)
    _, found = heard(times)
    assert found == []


@pytest.mark.parametrize("ppm", [-300.0, -50.0, 0.0, 50.0, 300.0])
def test_drift_is_told_and_is_no_gap(ppm: float) -> None:
    clock, found = heard(arrivals(3 * 60 * 50, ppm=ppm))
    assert found == []
    drift = clock.drift_ppm()
    assert drift is not None
    assert drift == pytest.approx(ppm, abs=15.0)


def test_drift_is_not_told_too_early() -> None:
    clock, _ = heard(arrivals(50 * 50))
    assert clock.drift_ppm() is None
    assert StreamClock().drift_ppm() is None
