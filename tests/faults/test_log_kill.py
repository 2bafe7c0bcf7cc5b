"""kill -9 at any moment: no finished block is lost, and what there is opens again."""

import random
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from scribe_app.ports.log import HoleKind
from scribe_app.system.sealed_log import SealedStore
from tests.bench.figures import percentile
from tests.faults.log_rig import KnownSecrets, everything, heard_blocks, until
from tests.faults.log_writer import BLOCK_SECONDS, Nursery, Victim, nursery
from tests.faults.report import Report

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc who is alive")


@dataclass(frozen=True)
class Outcome:
    """What one kill cost: finished blocks, milliseconds of sound, seconds to open again."""

    lost_blocks: int
    lost_ms: float
    recovery_seconds: float


def outcome(folder: Path, victim: Victim) -> Outcome:
    """Kill a recorder and open what it left."""
    killed = victim.kill()
    start, finished = victim.progress()
    begun = time.perf_counter()
    store = SealedStore(folder / "sessions", KnownSecrets())
    (summary,) = store.sessions()
    logs = store.reopen(summary.id)
    seconds = time.perf_counter() - begun
    kept = heard_blocks(everything(logs))
    assert kept == list(range(len(kept)))
    assert logs.audio.holes == ()
    assert (summary.readable, summary.clean, summary.damaged) == (True, False, False)
    events = [int(record) for record in logs.events.records()]
    assert events == list(range(0, 10 * len(events), 10))
    assert len(events) >= (finished + 9) // 10
    logs.leave()
    spoken_ms = 1000 * (killed - start)
    return Outcome(finished - len(kept), spoken_ms - 1000 * BLOCK_SECONDS * len(kept), seconds)


def kills(folder: Path, count: int, at_once: int, longest: float) -> list[Outcome]:
    """Kill so many recorders, some at a time, each at a moment of its own."""
    choice, outcomes = random.Random(5), []
    with nursery() as nurse:
        for batch in range(0, count, at_once):
            folders = [folder / str(number) for number in range(batch, batch + at_once)]
            victims = [nurse.victim("record", each) for each in folders]
            ends = sorted(choice.uniform(0.05, longest) for _ in victims)
            begun = time.monotonic()
            for end, each, victim in zip(ends, folders, victims, strict=True):
                until(lambda victim=victim: victim.progress()[1] > 0)  # type: ignore[misc]
                time.sleep(max(0.0, begun + end - time.monotonic()))
                outcomes.append(outcome(each, victim))
    return outcomes


def test_kills(tmp_path: Path) -> None:
    outcomes = kills(tmp_path, count=6, at_once=3, longest=0.8)
    assert max(each.lost_blocks for each in outcomes) <= 0


@pytest.mark.faults
def test_five_hundred_kills(tmp_path: Path, report: Report) -> None:
    """Scenario 1: no finished block lost, little sound, opened again within 3 s."""
    outcomes = kills(tmp_path, count=500, at_once=4, longest=1.6)
    lost = [each.lost_ms for each in outcomes]
    blocks = sum(max(0, each.lost_blocks) for each in outcomes)
    late, slowest = percentile(lost, 0.99), max(each.recovery_seconds for each in outcomes)
    trials = f"in {len(outcomes)} kills of a recorder"
    report("1", f"finished blocks lost {trials}", f"{blocks}", "0", met=blocks == 0)
    report("1", f"sound lost {trials}, p99", f"{late:.1f} ms", "40 ms", met=late <= 40)
    report("1", f"sound lost {trials}, max", f"{max(lost):.1f} ms", "100 ms", met=max(lost) <= 100)
    report("1", f"slowest opening {trials}", f"{slowest:.3f} s", "3 s", met=slowest <= 3)


def recorded(nurse: Nursery, folder: Path) -> None:
    """Leave three seconds behind that were never ended."""
    victim = nurse.victim("flood", folder)
    until(lambda: victim.progress()[1] > 0)
    victim.kill()


def test_ten_kills_in_the_recovery_change_nothing(tmp_path: Path) -> None:
    choice = random.Random(6)
    with nursery() as nurse:
        recorded(nurse, tmp_path)
        store = SealedStore(tmp_path / "sessions", KnownSecrets())
        (summary,) = store.sessions()
        logs = store.reopen(summary.id)
        before = heard_blocks(everything(logs))
        logs.leave()
        originals = {p: p.read_bytes() for p in (tmp_path / "sessions").rglob("*-*.log")}
        for _ in range(10):
            victim = nurse.victim("reopen", tmp_path)
            time.sleep(choice.uniform(0.0, 0.05))
            victim.kill()
    (summary,) = store.sessions()
    logs = store.reopen(summary.id)
    kept = heard_blocks(everything(logs))
    assert kept[: len(before)] == before
    assert kept == list(range(len(kept)))
    assert all(path.read_bytes() == raw for path, raw in originals.items())
    logs.close()
    (summary,) = store.sessions()
    assert summary.clean


def test_a_kill_while_forgetting_leaves_it_undone_or_done(tmp_path: Path) -> None:
    choice, seen = random.Random(7), set()
    with nursery() as nurse:
        for number in range(10):
            folder = tmp_path / str(number)
            recorded(nurse, folder)
            seen.add(forgotten(nurse, folder, choice.uniform(0, 0.025)))
    assert seen <= {"undone", "done"}, seen


def forgotten(nurse: Nursery, folder: Path, after: float) -> str:
    """Kill a forgetting and return what the next start finds of it."""
    victim = nurse.victim("forget", folder)
    until(lambda: victim.progress()[0] > 0)
    time.sleep(after)
    victim.kill()
    _, told = victim.progress()
    store = SealedStore(folder / "sessions", KnownSecrets())
    (summary,) = store.sessions()
    logs = store.reopen(summary.id)
    kept = heard_blocks(everything(logs))
    holes = [hole.kind for hole in logs.audio.holes]
    logs.leave()
    assert [*kept[:20], *kept[120:]] == [*range(20), *range(120, 150)]
    if set(kept[20:120]) == {None}:
        assert holes == [HoleKind.FORGOTTEN]
        return "done"
    assert not told, "what was said to be forgotten was there"
    return "undone" if kept == list(range(150)) else "mixed"
