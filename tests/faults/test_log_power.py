"""The power fails at any moment: what was synced is there, nothing is forged, little is lost."""

import random
import shutil
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from scribe_app.domain.audio import BLOCK_SAMPLES
from scribe_app.ports.log import HoleKind
from scribe_app.system.sealed_log import SealedStore
from tests.bench.figures import percentile
from tests.faults.log_rig import KnownSecrets, everything, heard_blocks, numbered, segments_of
from tests.faults.power import PowerCut, WitnessDisk
from tests.faults.report import Report

BLOCK_SECONDS = 0.02

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="asks /proc for a file's name")


@dataclass
class Take:
    """A recording that was made, and what the disk saw of it."""

    cut: PowerCut
    appended: list[float]
    stored: list[tuple[float, int]]
    forgot: tuple[float, float] | None
    session: str


def take(folder: Path, seconds: float, *, forget: bool = False) -> Take:
    """Record in real time with a new segment every half second."""
    disk, appended, stored = WitnessDisk(), [], []
    forgot = None
    with segments_of(25):
        logs = SealedStore(folder, KnownSecrets(), disk=disk).create()
        begun = time.monotonic()
        for block in range(int(seconds / BLOCK_SECONDS)):
            time.sleep(max(0.0, begun + block * BLOCK_SECONDS - time.monotonic()))
            logs.audio.append(numbered(block, 1))
            appended.append(time.monotonic())
            synced = (
                logs.audio.stored // BLOCK_SAMPLES
            )  # first: what is read later was synced later
            stored.append((time.monotonic(), synced))
            if block % 20 == 0:
                logs.events.append(b"%d" % block)
        if forget:
            asked = time.monotonic()
            logs.forget(10 * BLOCK_SAMPLES, 60 * BLOCK_SAMPLES)
            forgot = (asked, time.monotonic())
        logs.close()
    return Take(PowerCut(disk.acts), appended, stored, forgot, logs.id)


@dataclass
class Found:
    """What is found after a cut: milliseconds lost, and violations of what was promised."""

    lost_ms: float
    violations: int


def after_cut(taken: Take, moment: float, root: Path, choice: random.Random) -> Found:
    """Put a state on a real disk and open it as the next start would."""
    shutil.rmtree(root, ignore_errors=True)
    (root / taken.session).mkdir(parents=True)
    for path, content in taken.cut.state(moment, choice).items():
        (root / taken.session / path.name).write_bytes(content)
    spoken = sum(1 for at in taken.appended if at <= moment)
    synced = max([blocks for at, blocks in taken.stored if at <= moment], default=0)
    kept = reopened(root, taken.session)
    lost = [block for block in range(spoken) if block >= len(kept) or kept[block] is None]
    if taken.forgot is not None and moment >= taken.forgot[0]:
        done = set(kept[10:60]) == {None}
        certain = range(10, min(60, synced))  # what came later may be lost, and nothing else be
        whole = kept[certain.start : certain.stop] == list(certain)
        true = all(block in (None, at) for at, block in enumerate(kept[10:60], 10))
        wrong = not (done or (whole and true and moment < taken.forgot[1]))
        lost = [block for block in lost if not 10 <= block < 60]
        return Found(len(lost) * 20.0, wrong + sum(block < synced for block in lost))
    forged = sum(block is not None and block != at for at, block in enumerate(kept))
    return Found(len(lost) * 20.0, forged + sum(block < synced for block in lost))


def reopened(root: Path, session: str) -> list[int | None]:
    store = SealedStore(root, KnownSecrets())
    summaries = store.sessions()
    if not summaries or not summaries[0].readable:
        return []
    logs = store.reopen(session)
    kept = heard_blocks(everything(logs))
    kinds = {hole.kind for hole in logs.audio.holes}
    assert kinds or None not in kept
    assert not kinds or None in kept or HoleKind.FORGOTTEN in kinds
    events = [int(record) for record in logs.events.records()]
    assert events == list(range(0, 20 * len(events), 20))
    logs.leave()
    return kept


def cuts(folder: Path, count: int, seconds: float, *, forget: bool = False) -> list[Found]:
    """Cut the power of one recording at many moments."""
    taken = take(folder / "sessions", seconds, forget=forget)
    choice, (first, last) = random.Random(8), taken.cut.times()
    if taken.forgot is not None:
        first = taken.forgot[0] - 0.01
    root = folder / "state"
    return [after_cut(taken, choice.uniform(first, last), root, choice) for _ in range(count)]


def test_cuts_while_recording(tmp_path: Path) -> None:
    found = cuts(tmp_path, 40, 1.2)
    assert sum(each.violations for each in found) == 0


def test_cuts_while_forgetting_leave_it_undone_or_done(tmp_path: Path) -> None:
    found = cuts(tmp_path, 40, 1.3, forget=True)
    assert sum(each.violations for each in found) == 0


@pytest.mark.faults
def test_ten_thousand_cuts(tmp_path: Path, report: Report) -> None:
    """Scenario 2: whatever mix of pages the disk kept, all that was synced and nothing else."""
    found = [
        each
        for number in range(10)
        for each in cuts(tmp_path / str(number), 1_000, 6.0, forget=number == 9)
    ]
    lost = [each.lost_ms for each in found]
    wrong, late = sum(each.violations for each in found), percentile(lost, 0.99)
    states = f"in {len(found)} states after a power cut"
    report("2", f"synced blocks lost or blocks forged {states}", f"{wrong}", "0", met=wrong == 0)
    report("2", f"sound lost {states}, p99", f"{late:.0f} ms", "300 ms", met=late <= 300)
    report("2", f"sound lost {states}, max", f"{max(lost):.0f} ms", "500 ms", met=max(lost) <= 500)
