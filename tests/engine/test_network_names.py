"""A resolver that hangs holds up nothing."""

import asyncio
import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from scribe_app.domain.faults import FaultKind
from scribe_app.engine import trial
from scribe_app.system.clock import SystemClock
from tests.engine.vendors import Plan, workshop_for
from tests.simulators import LiveApi, Voxist

PLANS = [
    (Voxist(), ("rest_url=https://slow.example", "socket_url=wss://slow.example/ws")),
    (LiveApi(), ("socket_url=wss://slow.example/ws",)),
]


@pytest.mark.parametrize(("server", "values"), PLANS, ids=["web", "socket"])
def test_a_name_that_is_never_found(
    server: Any, values: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, answer = threading.Event(), threading.Event()

    def slow(*arguments: object, **options: object) -> list[Any]:
        asked.set()
        answer.wait(30)
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    monkeypatch.setattr(trial, "_SECONDS", 0.3)
    server.port = server.rest_port = 1
    bench = workshop_for(tmp_path, server, Plan(values=values)).bench
    choice = bench.chooser.choice(server.name, first=True)
    fault = asyncio.run(trial.tried(choice, bench.reach, SystemClock()))
    assert asked.is_set()
    assert not answer.is_set()
    assert fault is not None
    assert fault.kind is FaultKind.VENDOR
    answer.set()
