"""The clock on the wall jumps and changes; no timestamp of a consultation notices."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.session import Phase
from tests.engine.rig import rig

NIGHTS = (1_792_890_000.0, 1_806_195_600.0)
"""01:00 UTC on 25 October 2026 and 28 March 2027, when the clocks of Europe change."""


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Put the machine in Amsterdam, and let the test set its clock."""
    now = [NIGHTS[0] - 1.0]
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    monkeypatch.setattr(time, "time", lambda: now[0])
    time.tzset()
    yield now
    monkeypatch.undo()
    time.tzset()


def test_no_jump_of_the_wall_clock_moves_a_word(tmp_path: Path, wall: list[float]) -> None:
    jumps = [NIGHTS[0] + 1, NIGHTS[0] - 3_600, NIGHTS[1] - 1, NIGHTS[1] + 1, 0.0]
    with rig(tmp_path) as bench:
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        for count, now in enumerate(jumps, start=1):
            bench.source.say(2)
            bench.until(lambda s, n=2 * count: len(s.consultation.transcript.finals) == n)
            wall[0] = now
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        starts = [each.start for each in done.consultation.transcript.finals]
    assert starts == [0.5 * number for number in range(10)]
    assert done.ledger.captured == done.ledger.covered == 5.0
