"""A process that records until it is killed: forked from one that has everything loaded."""

import contextlib
import mmap
import os
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from scribe_app.domain.audio import BLOCK_SAMPLES
from scribe_app.system.sealed_log import SealedStore
from tests.faults.log_rig import KnownSecrets, numbered, short_segments

PROGRESS = struct.Struct("<dQ32s")
"""When the sound began (monotonic seconds), blocks appended and returned, the consultation."""

BLOCK_SECONDS = 0.02
SHORT_RECORDS = 25


def record(folder: Path, progress: mmap.mmap) -> None:
    """Append a block whenever its 20 ms have passed; note it after the append returned."""
    logs = SealedStore(folder, KnownSecrets()).create()
    start, block = time.monotonic(), 0
    while True:
        wait = start + (block + 1) * BLOCK_SECONDS - time.monotonic()
        if wait > 0:
            time.sleep(wait)
        logs.audio.append(numbered(block, 1))
        if block % 10 == 0:
            logs.events.append(b"%d" % block)
        block += 1
        progress[:] = PROGRESS.pack(start, block, logs.id.encode())


def flood(folder: Path, progress: mmap.mmap) -> None:
    """Append three seconds at once, and wait for the end."""
    logs = SealedStore(folder, KnownSecrets()).create()
    logs.audio.append(numbered(0, 150))
    progress[:] = PROGRESS.pack(time.monotonic(), 150, logs.id.encode())
    while True:
        time.sleep(1)


def reopen(folder: Path, progress: mmap.mmap) -> None:
    """Open what is there, read it, say one block more, close it, again and again."""
    store = SealedStore(folder, KnownSecrets())
    while True:
        (summary,) = store.sessions()
        logs = store.reopen(summary.id)
        cursor = logs.audio.cursor()
        while cursor.read(16_000):
            pass
        block = logs.audio.written // BLOCK_SAMPLES
        logs.audio.append(numbered(block, 1))
        progress[:] = PROGRESS.pack(time.monotonic(), block + 1, logs.id.encode())
        logs.close()


def forget(folder: Path, progress: mmap.mmap) -> None:
    """Forget blocks 20 to 120 of the consultation that is there."""
    store = SealedStore(folder, KnownSecrets())
    progress[:] = PROGRESS.pack(time.monotonic(), 0, b"")
    (summary,) = store.sessions()
    logs = store.reopen(summary.id)
    logs.forget(20 * BLOCK_SAMPLES, 120 * BLOCK_SAMPLES)
    progress[:] = PROGRESS.pack(time.monotonic(), 1, logs.id.encode())
    while True:
        time.sleep(1)


_ACTS = {"record": record, "flood": flood, "reopen": reopen, "forget": forget}


def main() -> None:
    """Fork a recorder for every line: what it does, its folder, its progress file."""
    short_segments(SHORT_RECORDS)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for line in sys.stdin:
        what, folder, path = line.rstrip("\n").split("\t")
        pid = os.fork()
        if pid:
            sys.stdout.write(f"{pid}\n")
            sys.stdout.flush()
            continue
        with Path(path).open("r+b") as file, mmap.mmap(file.fileno(), PROGRESS.size) as progress:
            _ACTS[what](Path(folder), progress)


class Victim:
    """A recorder that is running, and how far it came."""

    def __init__(self, pid: int, progress: Path) -> None:
        self.pid = pid
        self._progress = progress

    def progress(self) -> tuple[float, int]:
        """Return when its sound began and how many blocks it finished."""
        start, blocks, _id = PROGRESS.unpack(self._progress.read_bytes())
        return start, blocks

    def kill(self) -> float:
        """Kill it, wait until it is gone, and return when that was."""
        os.kill(self.pid, signal.SIGKILL)
        killed = time.monotonic()
        while Path(f"/proc/{self.pid}").exists():
            time.sleep(0.0005)
        return killed


class Nursery:
    """Starts victims."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def victim(self, what: str, folder: Path) -> Victim:
        """Start one on a folder."""
        folder.mkdir(parents=True, exist_ok=True)
        progress = folder / f"{what}.progress"
        progress.write_bytes(bytes(PROGRESS.size))
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{what}\t{folder / 'sessions'}\t{progress}\n")
        self._process.stdin.flush()
        return Victim(int(self._process.stdout.readline()), progress)


@contextlib.contextmanager
def nursery() -> Iterator[Nursery]:
    """Have everything loaded once."""
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.log_writer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Nursery(process)
    finally:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.close()
        process.wait()
        process.stdout.close()


if __name__ == "__main__":
    main()
