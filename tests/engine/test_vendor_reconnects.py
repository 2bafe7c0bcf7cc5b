"""Lines that break in the middle of a consultation: every word still stands there, once."""

import json
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from scribe_app.domain.note import Origin
from scribe_app.domain.session import Link
from scribe_app.engine import connection as connection_module
from scribe_app.engine import patience as patience_module
from tests.engine.vendors import Consulted, Plan, at_once, consulted
from tests.simulators import VENDORS, Faults, RestFaults, Simulator

WORDS = 14
AFTER = 7
FAST = Plan(words=WORDS, manifest={"pace": 6.0}, values=("connections=1",))
PINGS = (0.4, 0.5)
"""In place of the manifests' own, which take their 4.5 s; the bench measures those."""

BREAKS = {
    "dropped": Faults(after_words=AFTER, drop=True),
    "closed-1011": Faults(after_words=AFTER, close=1011),
    "closed-1000": Faults(after_words=AFTER, close=1000),
    "overloaded": Faults(
        after_words=AFTER,
        close=1013,
        reason='{"error":"server_overloaded","retryAfterMs":300}',
    ),
    "vanished": Faults(after_words=AFTER, vanish=True),
    "no-pongs": Faults(after_words=AFTER, block_pings=True),
    "wedged": Faults(after_words=AFTER, wedge=True),
    "invalid-utf8": Faults(hostile=("invalid-utf8",)),
}

SILENT = Faults(after_words=5, wedge=True)
IMPATIENT = replace(FAST, manifest={"pace": 6.0, "drain_seconds": 2.5})


def server_of(name: str, faults: Any) -> Simulator:
    """Return a simulator that takes audio at any pace."""
    more = {"pace": 0.0} if name == "voxist" else {}
    return VENDORS[name](faults=faults, **more)  # type: ignore[arg-type]


def plan_of(kind: str) -> Plan:
    if kind in ("vanished", "no-pongs"):
        return replace(FAST, pings=PINGS)
    if kind == "wedged":
        return replace(FAST, words=20, manifest={"pace": 6.0, "mute_seconds": 5.0})
    return FAST


def job(folder: Path, name: str, kind: str) -> Callable[[], Consulted]:
    server = server_of(name, [BREAKS[kind]])
    return lambda: consulted(folder / f"{name}-{kind}", server, plan_of(kind))


def raised(run: Consulted | Exception) -> Consulted:
    if isinstance(run, Exception):
        raise run
    return run


def test_every_break_of_every_vendor(tmp_path: Path, subtests: pytest.Subtests) -> None:
    jobs = {f"{name} {kind}": job(tmp_path, name, kind) for kind in BREAKS for name in VENDORS}
    for label, run in at_once(jobs, threads=16).items():
        with subtests.test(label):
            check(raised(run))


def check(run: Consulted) -> None:
    assert run.words == list(range(run.plan.words))
    assert run.done.fault is None
    assert run.done.ledger.is_complete
    assert run.done.ledger.unconfirmed == 0
    assert run.server.violations == []
    check_replay(run)
    assert any(each.state.link is Link.RECONNECTING for each in run.snapshots)
    check_note(run)
    if run.server.name == "juvoly-v2":
        assert [subscriptions(link.texts) for link in run.server.connections] == [1, 1]


def check_note(run: Consulted) -> None:
    """A vendor that lost the beginning with its first line is not asked to write of it."""
    if run.replay_starts() != [0]:
        assert run.done.consultation.note.origin is not Origin.VENDOR
        assert run.server.requests == []


def check_replay(run: Consulted) -> None:
    """The second line got everything from shortly before the commit point on, and no more."""
    assert [epoch.number for epoch in run.done.consultation.epochs] == [0, 1]
    assert len(run.server.connections) == 2
    (start,) = run.replay_starts()
    again = run.pcm[start * 2 :]
    assert run.server.connections[1].pcm[: len(again)] == again
    tail = run.server.connections[1].pcm[len(again) :]
    assert bytes(tail) == bytes(len(tail))
    assert len(tail) <= 32_000


def subscriptions(texts: list[str]) -> int:
    return sum(json.loads(text)["type"] == "subscribe" for text in texts)


def refusing(name: str, times: int) -> Simulator:
    """Return a simulator that refuses its first lines, in the way that its vendor can."""
    if name == "live-api":
        return server_of(name, [Faults(handshake=503)] * times)
    server = server_of(name, ())
    server.rest_faults = [RestFaults(status=503)] * times
    return server


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Shorten every wait that these tests are not about."""
    monkeypatch.setattr(patience_module, "_LONGEST", 0.5)
    monkeypatch.setattr(connection_module, "_DEAF_SECONDS", 2.2)
    monkeypatch.setattr("scribe_app.app.follow._is_hopeless", lambda snapshot: False)
    monkeypatch.setattr("scribe_app.vendors.voxist._CAP_SECONDS", 2.0)
    monkeypatch.setattr("scribe_app.vendors.live_api._LAST_SECONDS", 2.0)


@pytest.mark.usefixtures("hasty")
def test_vendors_that_refuse_at_first_and_vendors_that_fall_silent(
    tmp_path: Path, subtests: pytest.Subtests
) -> None:
    def held(label: str, server: Simulator, plan: Plan) -> Consulted:
        return consulted(tmp_path / label, server, plan)

    jobs = {"silent for good": partial(held, "good", server_of("juvoly-v2", SILENT), IMPATIENT)}
    for name in VENDORS:
        late, once = f"{name} late", f"{name} silent"
        jobs[late] = partial(held, late, refusing(name, 4), replace(FAST, pace=2.5))
        jobs[once] = partial(held, once, server_of(name, [SILENT]), IMPATIENT)
    for label, run in at_once(jobs, threads=9).items():
        with subtests.test(label):
            what = label.partition(" ")[2]
            {"late": check_late, "silent": check, "for good": check_marked}[what](raised(run))


def check_late(run: Consulted) -> None:
    """It refused four times, and recording went on."""
    assert run.words == list(range(WORDS))
    assert run.done.fault is None
    assert any(each.state.link is Link.DOWN for each in run.snapshots)
    assert len(run.done.consultation.epochs) == 1
    assert run.server.violations == []


def check_marked(run: Consulted) -> None:
    """Silence ends what has no other end; not while seconds of speech have no answer."""
    assert run.words == [0, 1, 2, 3]
    assert run.done.fault is not None
    assert run.done.fault.sentence == "Juvoly V2 stopped answering."
    ledger = run.done.ledger
    assert ledger.gaps == ((ledger.covered, ledger.captured),)
    assert ledger.unconfirmed == pytest.approx(ledger.captured - ledger.covered)
