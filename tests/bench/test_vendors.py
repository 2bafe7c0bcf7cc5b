"""What the engine costs beside a bare socket loop that sends the same frames in the same run."""

import asyncio
import json
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve

from scribe_app.domain.session import Link
from tests.bench.figures import percentile, table
from tests.engine.vendors import Consulted, Plan, consulted, language_of, pairs_of
from tests.simulators import VENDORS, Faults, running
from tests.simulators.__main__ import secrets_of
from tests.simulators.sound import speech

pytestmark = pytest.mark.bench

WORDS = 27
"""About 25 s of speech, in real time, of which the first five are told apart."""
TURNS = 3
HEADER = (
    "client", "CPU s an audio hour", "ratio", "first 5 s", "frames", "p50 ms", "p99 ms", "max ms"
)  # fmt: skip


@contextmanager
def sink() -> Iterator[str]:
    """Run a server that takes everything and says nothing."""
    gone, begun, found = asyncio.Event(), threading.Event(), []

    async def swallow(ws: ServerConnection) -> None:
        async for _ in ws:
            pass

    async def run() -> None:
        async with serve(swallow, "127.0.0.1", 0, max_size=None) as server:
            found.extend([asyncio.get_running_loop(), server.sockets])
            begun.set()
            await gone.wait()

    thread = threading.Thread(target=lambda: asyncio.run(run()))
    thread.start()
    begun.wait()
    yield f"ws://127.0.0.1:{next(iter(found[1])).getsockname()[1]}/"
    found[0].call_soon_threadsafe(gone.set)
    thread.join()


def measured(task: dict[str, Any]) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.vendor_client"],
        input=json.dumps(task),
        capture_output=True,
        text=True,
        timeout=180,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return dict(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("name", VENDORS)
def test_cost_and_delay(name: str, tmp_path: Path) -> None:
    """Engine and bare loop in turns, so that what else the machine does falls on both."""
    pcm, runs = speech(WORDS), {"engine": [], "bare loop": []}  # type: ignore[var-annotated]
    (tmp_path / "speech.pcm").write_bytes(pcm)
    task = {"pcm": str(tmp_path / "speech.pcm"), "frames": str(tmp_path / "frames")}
    for turn in range(TURNS):
        with running(VENDORS[name]()) as server, sink() as address:
            task |= {"vendor": name, "values": pairs_of(server), "secrets": secrets_of(server)}
            task |= {"language": language_of(name), "folder": str(tmp_path / str(turn))}
            runs["engine"].append(measured({**task, "as": "engine"}))
            runs["bare loop"].append(measured({**task, "as": "bare", "sink": address}))
    pairs = zip(runs["engine"], runs["bare loop"], strict=True)
    ratio = percentile([ours["hour"] / bare["hour"] for ours, bare in pairs], 0.5)
    rows = [_row("engine", runs["engine"], ratio), _row("bare loop", runs["bare loop"], 1.0)]
    table(f"{name}: callback to socket in real time, medians of {TURNS} turns", HEADER, rows)


def _row(client: str, done: list[dict[str, Any]], ratio: float) -> list[str]:
    delays = [1000 * delay for run in done for delay in run["delays"]]
    return [
        client,
        f"{percentile([run['hour'] for run in done], 0.5):.0f}",
        f"{ratio:.2f}",
        f"{percentile([run['start'] for run in done], 0.5):.2f}",
        str(len(delays)),
        *(f"{percentile(delays, share):.2f}" for share in (0.5, 0.99, 1.0)),
    ]


def test_how_soon_a_dead_line_is_noticed(tmp_path: Path) -> None:
    """With the manifests' own pings; a line that answers nothing, from its third word on."""
    rows = []
    for name in VENDORS:
        values = ["patience=strict"] if name == "live-api" else []
        server = VENDORS[name](faults=[Faults(after_words=3, vanish=True)])
        times: dict[str, float] = {}

        def watch(run: Consulted, snapshot: Any, times: dict[str, float] = times) -> None:
            if len(run.server.connections) == 1 and run.server.connections[0].struck:
                times.setdefault("struck", time.monotonic())
            if snapshot.state.link is Link.RECONNECTING:
                times.setdefault("noticed", time.monotonic())

        run = consulted(tmp_path / name, server, Plan(words=20, pace=1.0, values=values), watch)
        assert run.words == list(range(20))
        rows.append([name, f"{times['noticed'] - times['struck']:.1f}"])
    table("half-open line noticed after (at most 6)", ("vendor", "s"), rows)
