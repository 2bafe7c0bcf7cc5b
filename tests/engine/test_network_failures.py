"""A vendor that cannot work, through a whole consultation that plays on: said, and soon over."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scribe_app.domain.faults import FaultKind
from tests.engine.failures import Failure, closed_port, each_once
from tests.engine.vendors import Consulted, Plan, at_once, consulted
from tests.simulators import Faults, JuvolyV2, RestFaults, Simulator, Voxist

LONG = 40
"""Words: half a minute, so that what ends sooner was ended."""


def job(folder: Path, failure: Failure) -> Callable[[], Consulted]:
    server, plan = failure.made(folder)
    return lambda: consulted(folder, server, replace(plan, words=LONG, pace=1.0))


def test_a_consultation_with_a_vendor_that_cannot_work(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    with closed_port() as port:
        wrong = sorted(each_once(port), key=lambda each: not each.slow)
        jobs = {each.label: job(tmp_path / str(n), each) for n, each in enumerate(wrong)}
        runs = at_once(jobs, threads=10)
    for failure in wrong:
        with subtests.test(f"{failure.vendor} {failure.label}"):
            found = runs[failure.label]
            if isinstance(found, Exception):
                raise found
            check(failure, found)


def check(failure: Failure, run: Consulted) -> None:
    fault, ledger = run.done.fault, run.done.ledger
    assert fault is not None
    assert failure.says in fault.sentence
    assert fault.kind in {failure.kind, FaultKind.TRANSPORT} if failure.slow else {failure.kind}
    assert ledger.captured < len(run.pcm) / 32_000, "it was ended, not played to its end"
    assert run.words == []
    assert ledger.unconfirmed == ledger.captured == ledger.stored
    assert not failure.unseen or run.server.connections == []


def recovered(folder: Path, server: Simulator, **more: object) -> Consulted:
    run = consulted(folder, server, replace(Plan(words=3, manifest={"pace": 6.0}), **more))
    assert run.done.fault is None
    assert run.words == [0, 1, 2]
    assert run.server.violations == []
    return run


def test_a_short_retry_after_is_honoured(tmp_path: Path) -> None:
    run = recovered(tmp_path, JuvolyV2(rest_faults=[RestFaults(status=429, retry_after="1")]))
    assert len(run.server.calls) == 2


def test_two_quick_closes_are_not_the_end(tmp_path: Path) -> None:
    run = recovered(tmp_path, Voxist(pace=0.0, faults=[Faults(close=1011)] * 2))
    assert len(run.server.connections) == 3


def test_three_quick_closes_are(tmp_path: Path) -> None:
    run = consulted(tmp_path, Voxist(faults=Faults(close=1011)), Plan(words=3))
    assert run.done.fault is not None
    assert len(run.server.connections) == 3


def test_a_token_refused_once_is_fetched_again(tmp_path: Path) -> None:
    run = recovered(tmp_path, Voxist(pace=0.0, stale_tokens=1))
    assert len(run.server.calls) == 2


def test_what_was_heard_before_the_end_of_it_all_is_there(tmp_path: Path) -> None:
    server = Voxist(pace=0.0, faults=[Faults(after_words=9, close=1008, reason="wallet empty")])
    run = consulted(tmp_path, server, Plan(words=12, manifest={"pace": 6.0}))
    assert run.done.fault is not None
    assert run.done.fault.kind is FaultKind.ENTITLEMENT
    assert run.words[:5] == [0, 1, 2, 3, 4]
    assert run.words == list(range(len(run.words)))
    ledger = run.done.ledger
    assert ledger.gaps == ((ledger.covered, ledger.captured),)
