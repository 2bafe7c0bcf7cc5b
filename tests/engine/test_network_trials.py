"""Test connection, as the settings dialog has it: it says what is wrong, whatever that is."""

import asyncio
import time
from pathlib import Path

import pytest

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.engine.trial import tried
from scribe_app.system.clock import SystemClock
from tests.engine.failures import Failure, closed_port, failures
from tests.engine.vendors import Plan, tls, workshop_for
from tests.simulators import VENDORS, Simulator, Voxist

LIMIT = 15.0
AT_ONCE = 24
READY = "did not get ready in time"


async def trial(folder: Path, server: Simulator, plan: Plan) -> Fault | None:
    async with server:
        bench = workshop_for(folder, server, plan).bench
        choice = bench.chooser.choice(server.name, first=True)
        return await tried(choice, bench.reach, SystemClock())


def test_a_vendor_that_works_is_proven(tmp_path: Path, subtests: pytest.Subtests) -> None:
    context, trusted = tls(tmp_path)

    async def both(server: Simulator) -> Fault | None:
        folder = tmp_path / server.name
        folder.mkdir()
        return await trial(folder, server, Plan(ca_file=str(trusted)))

    async def all_of_them() -> list[Fault | None]:
        return await asyncio.gather(*map(both, servers))

    servers = [make(tls=context) for make in VENDORS.values()]
    for server, fault in zip(servers, asyncio.run(all_of_them()), strict=True):
        with subtests.test(server.name):
            assert fault is None
            assert server.violations == []
            (link,) = server.connections
            assert len(link.pcm) >= 3_200


def test_a_token_that_was_only_too_old_is_fetched_again(tmp_path: Path) -> None:
    server = Voxist(stale_tokens=1)
    assert asyncio.run(trial(tmp_path, server, Plan())) is None
    assert len(server.calls) == 2


def test_everything_that_can_be_wrong_is_said(
    tmp_path: Path, subtests: pytest.Subtests, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a third of the time that it really has, which whole consultations prove."""
    monkeypatch.setattr("scribe_app.engine.trial._SECONDS", 4.0)
    gate = asyncio.Semaphore(AT_ONCE)

    async def attempt(number: int, failure: Failure) -> tuple[Simulator, Fault | None, float]:
        async with gate:
            folder = tmp_path / str(number)
            server, plan = failure.made(folder)
            began = time.monotonic()
            fault = await trial(folder, server, plan)
            return server, fault, time.monotonic() - began

    async def all_of_them() -> list[tuple[Simulator, Fault | None, float]]:
        return await asyncio.gather(*(attempt(n, each) for n, each in enumerate(wrong)))

    with closed_port() as port:
        wrong = sorted(failures(port), key=lambda each: not each.slow)
        found = asyncio.run(all_of_them())
    for failure, (server, fault, took) in zip(wrong, found, strict=True):
        with subtests.test(f"{failure.vendor} {failure.label}"):
            assert fault is not None
            assert (READY if failure.slow else failure.says) in fault.sentence
            assert took < LIMIT
            kinds = {failure.kind}
            if failure.label == "closed normally":
                kinds = {FaultKind.VENDOR}
            if failure.slow:
                kinds = {FaultKind.VENDOR}
            assert fault.kind in kinds
            assert not failure.unseen or server.connections == []
