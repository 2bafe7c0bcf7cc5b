"""A program that ends while it forgets: at every call into the disk."""

from pathlib import Path

import pytest

from tests.faults.forget_rig import after_a_crash
from tests.faults.report import Report
from tests.gates import LogGate

pytestmark = pytest.mark.faults


def test_a_crash_at_every_call_into_the_disk(
    tmp_path: Path, log_gate: LogGate, report: Report
) -> None:
    log_gate.expect("log-sync-failed")
    seen = [after_a_crash(tmp_path / str(calls), calls) for calls in range(60)]
    undone, done = seen.count("undone"), seen.count("done")
    half = len(seen) - undone - done
    report("", "crashes while forgetting: half done", f"{half} of 60", "0", met=half == 0)
    report("", "undone / done", f"{undone} / {done}", "both", met=bool(undone and done))
