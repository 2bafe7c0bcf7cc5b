"""A thousand random reconnect schedules a vendor: every marker word once, and in order."""

import time
from pathlib import Path

import pytest

from tests.engine.schedules import complaint
from tests.faults.report import Report
from tests.simulators import VENDORS

pytestmark = pytest.mark.faults

PART, PARTS = 250, 4


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("name", sorted(VENDORS))
def test_a_thousand_schedules(name: str, part: int, tmp_path: Path, report: Report) -> None:
    began = time.monotonic()
    seeds = range(part * PART, (part + 1) * PART)
    found = {seed: said for seed in seeds if (said := complaint(name, seed, tmp_path))}
    took = time.monotonic() - began
    what = f"{name}: schedules {seeds.start} to {seeds.stop - 1} with every word once"
    figure = f"{PART - len(found)} ({took:.0f} s)"
    report("5", what, figure, f"{PART}", met=not found)
    assert found == {}
