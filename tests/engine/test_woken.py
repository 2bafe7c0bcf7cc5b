"""The machine slept in the middle: a line that died of it is made anew at once, others stay."""

import time
from pathlib import Path

import pytest

from scribe_app.engine.slumber import Slumber
from scribe_app.ports.desk import Snapshot
from tests.engine.vendors import Consulted, Plan, at_once, consulted
from tests.simulators import VENDORS, Faults

WORDS, AFTER = 10, 5
PLAN = Plan(words=WORDS, note=False, manifest={"pace": 6.0}, pings=(600.0, 600.0))
"""No ping of the line's own would notice anything."""

DEAD = Faults(after_words=AFTER, vanish=True)


class SleepingClock:
    """Runs as the machine's does, and jumps by what it slept."""

    def __init__(self) -> None:
        self.slept = 0.0

    def __call__(self) -> float:
        return time.monotonic() + self.slept


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SleepingClock:
    made = SleepingClock()
    monkeypatch.setattr("scribe_app.app.wiring.lived_seconds", made)
    return made


def test_only_a_line_that_died_in_sleep_is_made_anew(tmp_path: Path, clock: SleepingClock) -> None:
    def sleep(run: Consulted, _snapshot: Snapshot) -> None:
        if any(len(link.heard) >= AFTER for link in run.server.connections):
            clock.slept = 90.0

    dying, living = VENDORS["live-api"](faults=[DEAD]), VENDORS["live-api"]()
    runs = at_once(
        {
            "died": lambda: consulted(tmp_path / "died", dying, PLAN, sleep),
            "lives": lambda: consulted(tmp_path / "lives", living, PLAN),
        }
    )
    died, lives = runs["died"], runs["lives"]
    assert isinstance(died, Consulted), died
    assert isinstance(lives, Consulted), lives
    assert clock.slept
    assert died.words == lives.words == list(range(WORDS))
    assert len(died.done.consultation.epochs) == 2
    assert len(lives.done.consultation.epochs) == 1


def test_a_busy_machine_is_no_sleeping_one() -> None:
    now = [100.0]
    slumber = Slumber(lambda: now[0])
    now[0] += 4.9
    assert not slumber.is_over()
    now[0] += 90.0
    assert slumber.is_over()
    assert not slumber.is_over()
