"""Scenario 10 with every vendor: every refusal and every close, through a whole consultation."""

from pathlib import Path

import pytest

from scribe_app.domain.faults import FaultKind
from tests.engine.failures import Failure, closed_port, failures
from tests.engine.test_network_failures import check, job
from tests.engine.vendors import Consulted, at_once
from tests.faults.report import Report

pytestmark = pytest.mark.faults

AT_ONCE = 16
AUTH_TRIES = 2
"""One, and one more where a token may only have been too old; the next is half a minute away."""


def test_everything_that_can_be_wrong_with_every_vendor(tmp_path: Path, report: Report) -> None:
    with closed_port() as port:
        wrong = {f"{each.vendor} {each.label}": each for each in failures(port)}
        jobs = {name: job(tmp_path / str(n), wrong[name]) for n, name in enumerate(wrong)}
        runs = at_once(jobs, threads=AT_ONCE)
    unlike = [name for name, run in runs.items() if not as_promised(wrong[name], run)]
    figure = f"{len(runs) - len(unlike)} of {len(runs)}"
    report("10", "refusals and closes said as they are", figure, "all", met=not unlike)
    tries = {
        name: len(run.server.connections) or len(run.server.calls)
        for name, run in runs.items()
        if isinstance(run, Consulted) and wrong[name].kind is FaultKind.AUTH
    }
    most = max(tries.values())
    what = f"tries with credentials that were refused, most of {len(tries)}"
    report("10", what, f"{most}", f"{AUTH_TRIES}", met=most <= AUTH_TRIES)
    assert unlike == []


def as_promised(failure: Failure, run: Consulted | Exception) -> bool:
    """Return whether a consultation ended as the short test of it wants."""
    if isinstance(run, Exception):
        raise run
    try:
        check(failure, run)
    except AssertionError:
        return False
    return True
