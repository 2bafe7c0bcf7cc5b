"""The sealed log beside plain appends: what an hour costs, how soon it is open again and gone."""

import os
import resource
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from scribe_app.domain.audio import BLOCK_BYTES, SAMPLE_RATE
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedSession, SealedStore
from tests.bench.figures import percentile, table
from tests.faults.log_rig import stored, until

pytestmark = pytest.mark.bench

PACED_SECONDS = 15
BLOCK_SECONDS = 0.02
SYNC_SECONDS = 0.25


class PlainLog:
    """What it is measured against: bytes to a file, synced by a thread every quarter second."""

    def __init__(self, path: Path) -> None:
        self.fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="plain-sync", daemon=True)
        self._thread.start()

    def append(self, pcm: bytes) -> None:
        os.write(self.fd, pcm)

    def close(self) -> None:
        self._over.set()
        self._thread.join()
        os.fdatasync(self.fd)
        os.close(self.fd)

    def _run(self) -> None:
        while not self._over.wait(SYNC_SECONDS):
            os.fdatasync(self.fd)


def paced(append: Callable[[bytes], None]) -> tuple[float, list[float]]:
    """Append in real time; returns CPU seconds an hour of sound and seconds an append."""
    block, taken = os.urandom(BLOCK_BYTES), []
    begun, cpu = time.perf_counter(), time.process_time()
    for count in range(int(PACED_SECONDS / BLOCK_SECONDS)):
        time.sleep(max(0.0, begun + count * BLOCK_SECONDS - time.perf_counter()))
        at = time.perf_counter()
        append(block)
        taken.append(time.perf_counter() - at)
    return (time.process_time() - cpu) * 3600 / PACED_SECONDS, taken


def test_cost_of_an_hour(tmp_path: Path) -> None:
    plain = PlainLog(tmp_path / "plain")
    sealed = SealedStore(tmp_path / "sealed", MemorySecrets()).create()
    rows = []
    for name, log in (("plain", plain), ("sealed", sealed.audio), ("nothing", None)):
        cpu, taken = paced(log.append if log else lambda _pcm: None)
        ms = [f"{1000 * percentile(taken, share):.3f}" for share in (0.5, 0.99, 1.0)]
        rows.append([name, f"{cpu:.1f}", f"{cpu / 36:.2f}", *ms])
    plain.close()
    sealed.close()
    header = ["log", "CPU s an hour", "% of a core", "append ms p50", "p99", "max"]
    table("appends in real time, 20 ms, sync 250 ms", header, rows)


def recorded(store: SealedStore, hours: float) -> SealedSession:
    """Write that much sound as fast as it goes."""
    logs = store.create()
    minute = os.urandom(60 * SAMPLE_RATE * 2)
    for _ in range(round(hours * 60)):
        logs.audio.append(minute)
    until(lambda: stored(logs))
    return logs


def cursor_ms(logs: SealedSession, first_sample: int) -> float:
    """Return milliseconds for a second of sound, the median over 50 places from there on."""
    cursor, taken = logs.audio.cursor(), []
    for place in range(50):
        cursor.seek(first_sample + place * SAMPLE_RATE)
        at = time.perf_counter()
        cursor.read(SAMPLE_RATE)
        taken.append(time.perf_counter() - at)
    return 1000 * percentile(taken, 0.5)


@pytest.mark.parametrize("hours", [1, 8])
def test_recovery(hours: int, tmp_path: Path) -> None:
    secrets, rows = MemorySecrets(), []
    store = SealedStore(tmp_path, secrets)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    logs = recorded(store, hours)
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    logs.leave()
    later = SealedStore(tmp_path, secrets)
    took = timed(later.sessions)
    rows.append(["list, ms", f"{1000 * took:.1f}"])
    begun = time.perf_counter()
    again = later.reopen(logs.id)
    rows.append(["open again, ms", f"{1000 * (time.perf_counter() - begun):.1f}"])
    rows.append(["read and prove all of it, s", f"{timed(lambda: read(again)):.2f}"])
    rows.append(["plain read of the same files, s", f"{timed(lambda: plain_read(tmp_path)):.2f}"])
    rows.append(["a second from a cursor at 0:00, ms", f"{cursor_ms(again, 0):.2f}"])
    late = again.audio.written - 60 * SAMPLE_RATE
    rows.append(["a second from a cursor at the end, ms", f"{cursor_ms(again, late):.2f}"])
    end = again.audio.written
    forgetting = timed(lambda: again.forget(end - 60 * SAMPLE_RATE, end))
    rows.append(["forget the last 60 s, ms", f"{1000 * forgetting:.1f}"])
    assert again.audio.written == hours * 3600 * SAMPLE_RATE
    again.close()
    asked = time.time()
    receipt = later.discard(logs.id)
    rows.append(["discard: key gone, ms", f"{1000 * (receipt.key_destroyed - asked):.1f}"])
    rows.append(["discard: all gone, ms", f"{1000 * (time.time() - asked):.1f}"])
    rows.append(["memory grown while writing, MB", f"{grown / 1024:.1f}"])
    table(f"{hours} h of sound", ["figure", "value"], rows)


def timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def read(logs: SealedSession) -> None:
    cursor = logs.audio.cursor()
    while cursor.read(10 * SAMPLE_RATE):
        pass
    assert logs.audio.holes == ()


def plain_read(folder: Path) -> None:
    for path in folder.rglob("*.log"):
        path.read_bytes()
