"""A vendor is sent no faster than it allows, also after a long silence of ours."""

import pytest

from scribe_app.engine.pace import Pace


class HandClock:
    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> float:
        return self.time


def sent_in(pace: Pace, clock: HandClock, seconds: float, chunk: float = 0.1) -> float:
    """Return how many seconds of sound go out in so many, from a backlog that never ends."""
    end, sent = clock.time + seconds, 0.0
    while clock.time < end:
        sent += chunk
        clock.time += pace.wait(chunk)
    return sent


@pytest.mark.parametrize("factor", [1.25, 2.0])
def test_a_backlog_goes_out_at_the_pace(factor: float) -> None:
    clock = HandClock()
    assert sent_in(Pace(factor, clock), clock, 60) == pytest.approx(60 * factor, rel=0.03)


def test_a_machine_that_slept_earns_no_burst() -> None:
    clock = HandClock()
    pace = Pace(2.0, clock)
    pace.wait(0.1)
    clock.time += 90
    assert sent_in(pace, clock, 10) <= 10 * 2 + 1.5


def test_a_line_that_is_live_never_waits_long() -> None:
    clock = HandClock()
    pace = Pace(1.25, clock)
    waits = []
    for _ in range(600):
        waits.append(pace.wait(0.1))
        clock.time += max(0.1, waits[-1])
    assert max(waits) < 0.1


def test_no_pace_is_no_wait() -> None:
    clock = HandClock()
    assert Pace(0.0, clock).wait(100) == 0
