"""Disks that fail on demand, and sound whose samples say where they belong."""

import base64
import contextlib
import dataclasses
import errno
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np

from scribe_app.domain.audio import BLOCK_BYTES, BLOCK_SAMPLES
from scribe_app.domain.faults import Fault
from scribe_app.ports.audio import Intake
from scribe_app.ports.log import SessionLogs
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import audio_log
from scribe_app.system.sealed_log.contents import RECORD_BYTES
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import HEADER_BYTES

PATIENCE = 20.0


def numbered(first_block: int, blocks: int) -> bytes:
    """Return 20-ms blocks in which every sample tells its block: 4 bytes, over and over."""
    numbers = np.arange(first_block + 1, first_block + 1 + blocks, dtype="<u4")
    return np.repeat(numbers, BLOCK_BYTES // 4).tobytes()


def heard_blocks(pcm: bytes) -> list[int | None]:
    """Return the number of each block, None for silence; fails for a block that mixes two."""
    words = np.frombuffer(pcm[: len(pcm) - len(pcm) % BLOCK_BYTES], "<u4")
    rows = words.reshape(-1, BLOCK_BYTES // 4)
    assert (rows == rows[:, :1]).all(), "a block holds what was never said in it"
    return [int(number) - 1 if number else None for number in rows[:, 0]]


def everything(logs: SessionLogs) -> bytes:
    """Return all the sound of a consultation."""
    cursor = logs.audio.cursor()
    pcm = b"".join(iter(lambda: cursor.read(16_000 * 10), b""))
    cursor.close()
    return pcm


def until(seen: Callable[[], bool]) -> None:
    """Wait until something is so."""
    waiting = threading.Event()
    for _ in range(int(PATIENCE / 0.005)):
        if seen():
            return
        waiting.wait(0.005)
    raise AssertionError("never came")


def stored(logs: SessionLogs) -> bool:
    """Return whether all that was written is synced."""
    return logs.audio.stored == logs.audio.written


class KnownSecrets(MemorySecrets):
    """A keyring that two processes share: every day has the same key."""

    def __init__(self) -> None:
        super().__init__()
        self.persistent = True

    def get(self, name: str) -> str | None:
        return base64.b64encode(bytes(range(32))).decode() if name.startswith("log-key-") else None


def short_segments(records: int) -> None:
    """Make every audio log of this process begin a new segment that often."""
    size = HEADER_BYTES + records * RECORD_BYTES
    audio_log.PLAN = dataclasses.replace(audio_log.PLAN, segment_bytes=size)


@contextlib.contextmanager
def segments_of(records: int) -> Iterator[None]:
    """Make every audio log begin a new segment that often, for a while."""
    before = audio_log.PLAN
    short_segments(records)
    yield
    audio_log.PLAN = before


class FailingDisk(Disk):
    """A real disk until it is told otherwise."""

    def __init__(self) -> None:
        self.sync_fails = 0
        self.write_fails = 0
        self.room: int | None = None
        self.gone: set[Path] = set()
        self.hangs: set[Path] = set()
        self.thawed = threading.Event()
        self.failed_fds: list[int] = []
        self.names: dict[int, Path] = {}

    def create(self, path: Path) -> int:
        self._passable(path)
        if self.room is not None and self.room <= 0:
            raise OSError(errno.ENOSPC, "full")
        fd = super().create(path)
        self.names[fd] = path
        return fd

    def make_folder(self, folder: Path) -> None:
        self._passable(folder)
        super().make_folder(folder)

    def write(self, fd: int, data: bytes) -> None:
        self._passable(self.names.get(fd, Path("/")))
        if self.write_fails:
            self.write_fails -= 1
            raise OSError(errno.EIO, "input/output error")
        if self.room is not None and len(data) > self.room:
            os.write(fd, data[: self.room])
            self.room = 0
            raise OSError(errno.ENOSPC, "full")
        if self.room is not None:
            self.room -= len(data)
        super().write(fd, data)

    def sync(self, fd: int) -> None:
        self._passable(self.names.get(fd, Path("/")))
        assert fd not in self.failed_fds, "a failed sync was tried again"
        if self.sync_fails:
            self.sync_fails -= 1
            self.failed_fds.append(fd)
            raise OSError(errno.EIO, "input/output error")
        super().sync(fd)

    def close(self, fd: int) -> None:
        if fd in self.failed_fds:
            self.failed_fds.remove(fd)
        super().close(fd)

    def free_bytes(self, folder: Path) -> int:
        return super().free_bytes(folder) if self.room is None else self.room

    def thaw(self) -> None:
        """Let every call that hangs go on."""
        self.hangs.clear()
        self.thawed.set()

    def _passable(self, path: Path) -> None:
        if any(path.is_relative_to(root) for root in self.gone):
            raise OSError(errno.ENOENT, "gone")
        if any(path.is_relative_to(root) for root in self.hangs):
            self.thawed.wait()


class Blocks:
    """A microphone that hears numbered blocks when it is told to."""

    name = "numbered"

    def open(self, intake: Intake) -> None:
        self.intake = intake

    def say(self, first: int, blocks: int) -> None:
        for block in range(first, first + blocks):
            assert self.intake.offer(numbered(block, 1))

    def convert(self, block: bytes) -> bytes:
        return block

    def close(self) -> None:
        pass


class Ended(threading.Event):
    """A listener that only waits for the end."""

    def finished(self, at_sample: int, fault: Fault | None) -> None:
        assert fault is None
        self.set()

    def __getattr__(self, name: str) -> Callable[..., None]:
        return lambda *_args, **_named: None


SECOND_BLOCKS = 16_000 // BLOCK_SAMPLES
