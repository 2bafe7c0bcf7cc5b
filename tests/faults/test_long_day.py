"""Eight hours in minutes, over midnight and both changes of the clocks (scenario 16)."""

import os
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import psutil
import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.audio import BLOCK_SAMPLES, SAMPLE_RATE
from scribe_app.domain.session import Phase
from scribe_app.engine import journal
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log.session_store import SealedStore
from tests.engine.rig import Rig, rig
from tests.faults.day_source import DaySource, SecretaryDialler, block
from tests.faults.report import Report

pytestmark = pytest.mark.faults

HOURS = float(os.environ.get("SCRIBE_DAY_HOURS", "8"))
MEMORY_MB = 30.0
DURATION_MS_AN_HOUR = 1.0
RECOVERY_SECONDS = 5.0
SUMMER_ENDS, WINTER_ENDS = 1_792_890_000.0, 1_806_195_600.0
"""01:00 UTC on the nights of 25 October 2026 and 28 March 2027, in seconds since 1970."""


class WallClock:
    """The clock on the wall: `time.time` as the log and the engine see it, moved by the test."""

    def __init__(self) -> None:
        self.now = SUMMER_ENDS - 1_800.0
        self.day = date(2026, 10, 24)

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Iterator[WallClock]:
    """Put the machine in Amsterdam, half an hour before summer time ends."""
    clock = WallClock()
    monkeypatch.setenv("TZ", "Europe/Amsterdam")
    monkeypatch.setattr(time, "time", clock)
    time.tzset()
    yield clock
    monkeypatch.undo()
    time.tzset()


def hours_of(source: DaySource, bench: Rig, hours: float, parts: int = 12) -> Iterator[float]:
    """Feed so many hours, and yield the memory in MB after each part of them."""
    own = psutil.Process()
    for _ in range(parts):
        source.feed(hours * 3_600 / parts)
        bench.until(lambda s: s.ledger.captured * SAMPLE_RATE >= source.fed * BLOCK_SAMPLES - 320)
        with bench.changed:
            # The rig keeps every snapshot; the program keeps the newest.
            del bench.snapshots[:-1]
        yield own.memory_info().rss / 1e6


def test_eight_hours(tmp_path: Path, wall: WallClock, report: Report) -> None:
    secrets, source = MemorySecrets(), DaySource()
    store = SealedStore(tmp_path, secrets, today=lambda: wall.day)
    with rig(tmp_path, SecretaryDialler(), source=source, store=store) as bench:  # type: ignore[arg-type]
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        warm = max(hours_of(source, bench, HOURS / 16, 4))
        most = max(hours_of(source, bench, HOURS / 4))
        wall.day, wall.now = date(2026, 10, 25), SUMMER_ENDS + 1.0
        most = max(most, *hours_of(source, bench, HOURS / 4))
        wall.now = WINTER_ENDS + 1.0
        most = max(most, *hours_of(source, bench, HOURS * 7 / 16))
        captured = bench.engine.captured()
        finals = bench.snapshots[-1].consultation.transcript.finals
        # As a crash would leave it: nothing is closed.
        copy = tmp_path.with_name("after-the-crash")
        _copied(tmp_path, copy)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
    again = SealedStore(copy, secrets, today=lambda: wall.day)
    begun = time.monotonic()
    (session,) = again.sessions()
    logs = again.reopen(session.id)
    events = sum(1 for _ in journal.replayed(logs.events.records()))
    took = time.monotonic() - begun
    at = logs.audio.written // 2 // BLOCK_SAMPLES
    cursor = logs.audio.cursor(at * BLOCK_SAMPLES)
    middle, kept = cursor.read(BLOCK_SAMPLES), logs.audio.written / SAMPLE_RATE
    logs.close()
    report("16", f"{HOURS:g} h: memory", f"+{most - warm:.1f} MB", "30 MB", met=most - warm <= 30)
    error = 1_000 * abs(captured - source.fed * BLOCK_SAMPLES / SAMPLE_RATE) / HOURS
    report("16", "duration wrong by", f"{error:.3f} ms/h", "1 ms/h", met=error <= 1.0)
    report("16", f"opened again, {events} events", f"{took:.2f} s", "5 s", met=took <= 5.0)
    starts = [word.start for utterance in finals for word in utterance.words]
    assert starts == sorted(starts)
    assert len(finals) >= 360 * HOURS - 2
    assert middle == block(at)
    assert captured - kept < 1.0
    assert {"log-key-2026-10-24", "log-key-2026-10-25"} <= set(secrets._values)


def _copied(folder: Path, copy: Path) -> None:
    for path in folder.rglob("*"):
        if path.is_file():
            (copy / path.relative_to(folder)).parent.mkdir(parents=True, exist_ok=True)
            (copy / path.relative_to(folder)).write_bytes(path.read_bytes())
