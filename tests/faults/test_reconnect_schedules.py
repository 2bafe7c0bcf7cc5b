"""A thousand random reconnect schedules a vendor: every marker word once, and in order."""

import time
from pathlib import Path

import pytest

from tests.engine.schedules import complaint
from tests.faults.report import Report
from tests.simulators import VENDORS

pytestmark = [pytest.mark.faults, pytest.mark.timeout(1800)]

SCHEDULES = 1000


@pytest.mark.parametrize("name", sorted(VENDORS))
def test_a_thousand_schedules(name: str, tmp_path: Path, report: Report) -> None:
    began = time.monotonic()
    found = {seed: said for seed in range(SCHEDULES) if (said := complaint(name, seed, tmp_path))}
    took = time.monotonic() - began
    what = f"{name}: schedules of {SCHEDULES} with every word once ({took:.0f} s)"
    report("5", what, f"{SCHEDULES - len(found)}", f"{SCHEDULES}", met=not found)
    assert found == {}
