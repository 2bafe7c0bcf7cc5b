"""Scenario 25 with figures: how soon a second start has brought the first window forward."""

import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.app.test_second_start import start, window
from tests.bench.figures import percentile


@pytest.mark.faults
def test_twenty_second_starts(tmp_path: Path, report: Callable[..., None]) -> None:
    took, codes = [], set()
    with window(tmp_path):
        for _ in range(20):
            began = time.perf_counter()
            with start(tmp_path) as second:
                second.communicate(timeout=20)
            took.append(time.perf_counter() - began)
            codes.add(second.returncode)
    middle, slowest = percentile(took, 0.5), max(took)
    what = "a second start, from exec to its end"
    report("25", f"{what}, median", f"{middle:.2f} s", "1 s", met=middle <= 1)
    report("25", f"{what}, slowest of 20", f"{slowest:.2f} s", "1 s", met=slowest <= 1)
    report("25", "exit codes of them", str(codes), "{0}", met=codes == {0})
