"""Scenarios 14 and 15 with real file systems under the whole engine; it needs root to mount."""

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.keeping import Keeping
from scribe_app.domain.session import Phase
from scribe_app.system.disk_room import FolderRoom
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log.session_store import SealedStore
from tests.engine.rig import Rig, rig
from tests.engine.test_engine import said
from tests.faults.log_rig import FailingDisk
from tests.faults.report import Report
from tests.fixtures.scripted import numbered
from tests.gates import LogGate

pytestmark = pytest.mark.faults

MINUTE = 120  # words
_LOW = (Keeping.LOW, Keeping.VERY_LOW)


@contextmanager
def mounted(folder: Path, options: str) -> Iterator[None]:
    """Mount a small file system; skip where this user may not."""
    folder.mkdir(parents=True)
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("a small file system needs root")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


def speak(bench: Rig, words: int, so_far: int) -> int:
    """Say many words, not faster than they are taken; returns how many were said by now."""
    for _ in range(0, words, 60):
        bench.source.say(60)
        so_far += 60
        wanted = so_far / 2
        bench.until(lambda s, wanted=wanted: s.ledger.captured >= wanted)
    return so_far


def test_scenario_14_a_disk_that_is_full_for_eleven_minutes(
    tmp_path: Path, log_gate: LogGate, report: Report
) -> None:
    log_gate.expect("log-sync-failed")
    small = tmp_path / "small"
    with mounted(small, "size=3m"):
        store = SealedStore(small / "one", MemorySecrets(), second=small / "two")
        with rig(tmp_path, store=store, guard=FolderRoom(small)) as bench:
            bench.engine.submit(cmd.Start())
            bench.until_phase(Phase.RECORDING)
            told = bench.until(lambda s: s.keeping is not Keeping.SAFE).keeping
            said_so_far = speak(bench, MINUTE, 0)
            said_so_far = speak(bench, 11 * MINUTE, said_so_far)
            full = bench.until(lambda s: s.keeping is Keeping.MEMORY_FULL)
            in_memory = full.ledger.captured - full.ledger.stored
            bench.until(lambda s: len(s.consultation.transcript.finals) == said_so_far)
            during = len(bench.words())
            subprocess.run(["mount", "-o", "remount,size=64m", str(small)], check=True)
            began = time.monotonic()
            bench.until(lambda s: s.keeping is not Keeping.MEMORY_FULL)
            bench.until(lambda s: s.ledger.captured - s.ledger.stored < 1)
            caught_up = time.monotonic() - began
            bench.engine.submit(cmd.Stop())
            done = bench.until_phase(Phase.REVIEW)
            exact = bench.words() == said(said_so_far)
            whole = bench.audio() == b"".join(map(numbered, range(said_so_far)))
    report("14", "told before it was full", told.value, "low or very-low", met=told in _LOW)
    report("14", "kept in memory alone", f"{in_memory:.0f} s", "600 s", met=in_memory >= 600)
    report("14", "words from the vendor meanwhile", f"{during}", f"{said_so_far}", met=exact)
    report("14", "caught up once there is room", f"{caught_up:.1f} s", "10 s", met=caught_up < 10)
    report("14", "sound whole", str(whole), "True", met=whole and done.fault is None)


@pytest.mark.parametrize("how", ["read-only", "hangs"])
def test_scenario_15_a_folder_that_takes_nothing(
    tmp_path: Path, log_gate: LogGate, report: Report, how: str
) -> None:
    log_gate.expect("log-sync-failed")
    disk, first = FailingDisk(), tmp_path / "share"
    with mounted(first, "ro" if how == "read-only" else "size=3m"):
        if how == "hangs":
            disk.hangs.add(first)
        store = SealedStore(first / "sessions", MemorySecrets(), second=tmp_path / "two", disk=disk)
        with rig(tmp_path, store=store) as bench:
            began = time.monotonic()
            bench.engine.submit(cmd.Start())
            bench.until_phase(Phase.RECORDING)
            started = time.monotonic() - began
            bench.source.say(20)
            bench.until(lambda s: s.keeping is Keeping.SECOND)
            told = time.monotonic() - began
            bench.engine.submit(cmd.Stop())
            bench.until_phase(Phase.REVIEW)
            disk.thaw()
            whole = bench.audio() == b"".join(map(numbered, range(20)))
    report("15", f"{how}: recording after the key", f"{started:.2f} s", "1 s", met=started <= 1)
    report("15", f"{how}: told after the key", f"{told:.2f} s", "3 s", met=told <= 3)
    report("15", f"{how}: sound whole in the second place", str(whole), "True", met=whole)
