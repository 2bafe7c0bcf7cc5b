"""Messages that no client deserves, in the middle of a consultation with every vendor."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.engine.vendors import Consulted, Plan, at_once, consulted
from tests.simulators import ALL, VENDORS, Faults, Simulator

PARTS = {"live-api": 3}
"""Its messages are one a chunk, each with one hostile one before it: several lines share them."""


def server_of(name: str, **faults: object) -> Simulator:
    more = {"pace": 0.0} if name == "voxist" else {}
    return VENDORS[name](faults=Faults(**faults), **more)  # type: ignore[arg-type]


def test_every_hostile_message_is_survived(
    tmp_path: Path, subtests: pytest.Subtests, caplog: pytest.LogCaptureFixture
) -> None:
    def job(name: str, part: int, parts: int) -> Consulted:
        plan = Plan(words=36, manifest={"pace": 6.0}, values=("connections=1",))
        server = server_of(name, hostile=ALL[part::parts])
        return consulted(tmp_path / f"{name}-{part}", server, plan)

    jobs: dict[str, Callable[[], Consulted]] = {}
    for name in VENDORS:
        parts = PARTS.get(name, 1)
        jobs |= {f"{name} {part}": partial(job, name, part, parts) for part in range(parts)}
    with caplog.at_level(logging.INFO, "scribe_app.engine"):
        runs = at_once(jobs)
    told = [r for r in caplog.records if r.getMessage() == "messages-ignored"]
    assert len(told) == len(jobs)
    assert sum(vars(record)["count"] for record in told) > len(ALL) * len(VENDORS) / 2
    for name, run in runs.items():
        with subtests.test(name):
            if isinstance(run, Exception):
                raise run
            check(run)


def check(run: Consulted) -> None:
    (link,) = run.server.connections
    assert link.state["hostile"] >= len(link.faults.hostile)
    assert run.done.fault is None
    assert run.words == list(range(run.plan.words))
    assert run.done.ledger.is_complete
    assert run.done.ledger.unconfirmed == 0
    assert run.server.violations == []
    assert len(run.done.consultation.epochs) == 1
    ends = [utterance.end for utterance in run.done.consultation.transcript.finals]
    assert max(ends) <= run.done.ledger.captured + 1


def test_messages_twice_in_disorder_and_in_pieces(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    def job(name: str, how: dict[str, object]) -> Consulted:
        folder = tmp_path / f"{name}-{next(iter(how))}"
        return consulted(folder, server_of(name, **how), Plan(manifest={"pace": 6.0}))

    ways: tuple[dict[str, object], ...] = ({"duplicated": True}, {"reordered": True})
    ways += ({"fragments": 3},)
    jobs = {f"{name} {how}": partial(job, name, how) for name in VENDORS for how in ways}
    for label, run in at_once(jobs, threads=12).items():
        with subtests.test(label):
            if isinstance(run, Exception):
                raise run
            assert run.words == list(range(12))
            assert run.done.fault is None
