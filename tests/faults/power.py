"""A disk that writes down what is done to it, and what a power cut at any moment may leave.

The model: what was synced stays. Of what was written after that, any length is there, and of every
4-KiB page of it the bytes as written, zeros, or garbage. Names (new files, renamed and removed
ones) become durable when their folder is synced; before that, any number of them in their order.
"""

import os
import random
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from scribe_app.system.sealed_log.disk import Disk

PAGE = 4096


@dataclass(frozen=True)
class Act:
    """One thing done to the disk: when it began and ended, what, to which file."""

    began: float
    ended: float
    kind: str
    path: Path
    data: bytes = b""
    at: int = 0
    target: Path | None = None


class WitnessDisk(Disk):
    """The real disk, and a record of every call that changes it."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self._lock = threading.Lock()

    def make_folder(self, folder: Path) -> None:
        super().make_folder(folder)

    def create(self, path: Path) -> int:
        began = time.monotonic()
        fd = super().create(path)
        self._note(Act(began, time.monotonic(), "create", path))
        return fd

    def write(self, fd: int, data: bytes) -> None:
        began, at = time.monotonic(), os.fstat(fd).st_size
        super().write(fd, data)
        self._note(Act(began, time.monotonic(), "write", _path(fd), data, at))

    def sync(self, fd: int) -> None:
        began = time.monotonic()
        path = _path(fd)
        super().sync(fd)
        self._note(Act(began, time.monotonic(), "sync", path))

    def sync_folder(self, folder: Path) -> None:
        began = time.monotonic()
        super().sync_folder(folder)
        self._note(Act(began, time.monotonic(), "folder", folder))

    def overwrite(self, path: Path, offset: int, data: bytes, *, sync: bool = True) -> None:
        began = time.monotonic()
        Disk.overwrite(_Plain(), path, offset, data, sync=sync)
        kind = "overwrite" if sync else "overwrite-unsynced"
        self._note(Act(began, time.monotonic(), kind, path, data, offset))

    def replace(self, path: Path, target: Path) -> None:
        began = time.monotonic()
        super().replace(path, target)
        self._note(Act(began, time.monotonic(), "replace", path, target=target))

    def remove(self, path: Path) -> None:
        began = time.monotonic()
        super().remove(path)
        self._note(Act(began, time.monotonic(), "remove", path))

    def _note(self, act: Act) -> None:
        with self._lock:
            self.acts.append(act)


class _Plain(Disk):
    pass


def _path(fd: int) -> Path:
    return Path(os.readlink(f"/proc/self/fd/{fd}"))


@dataclass
class _File:
    written: bytearray = field(default_factory=bytearray)
    synced: bytearray = field(default_factory=bytearray)
    writes: list[tuple[float, int]] = field(default_factory=list)


@dataclass
class _Model:
    """The disk at one moment: what is durable, and what is only on its way."""

    names: dict[Path, _File] = field(default_factory=dict)
    durable: dict[Path, _File] = field(default_factory=dict)
    pending: list[tuple[str, Path, Path | None, float]] = field(default_factory=list)

    def apply(self, act: Act) -> None:
        getattr(self, "_" + act.kind.replace("-", "_"))(act)

    def _create(self, act: Act) -> None:
        self.names[act.path] = _File()
        self.pending.append(("create", act.path, None, act.ended))

    def _write(self, act: Act) -> None:
        file = self.names[act.path]
        file.written += act.data
        file.writes.append((act.ended, len(file.written)))

    def _sync(self, act: Act) -> None:
        file = self.names.get(act.path)
        if file is not None:  # what was written while it ran may be on the disk or not
            covered = max([size for ended, size in file.writes if ended <= act.began], default=0)
            if covered > len(file.synced):
                file.synced = file.written[:covered]

    def _folder(self, act: Act) -> None:
        left = []
        for change in self.pending:
            if change[1].parent == act.path and change[3] <= act.began:
                _change(self.durable, self.names, change)
            else:
                left.append(change)
        self.pending = left

    def _overwrite(self, act: Act) -> None:
        file = self.names[act.path]
        for content in (file.written, file.synced):
            if len(content) >= act.at + len(act.data):
                content[act.at : act.at + len(act.data)] = act.data

    def _overwrite_unsynced(self, act: Act) -> None:
        self._overwrite(act)

    def _replace(self, act: Act) -> None:
        assert act.target is not None
        self.pending.append(("replace", act.path, act.target, act.ended))
        self._files[act.path] = self.names.pop(act.path)
        self.names[act.target] = self._files[act.path]

    def _remove(self, act: Act) -> None:
        if self.names.pop(act.path, None) is not None:
            self.pending.append(("remove", act.path, None, act.ended))

    def __post_init__(self) -> None:
        self._files: dict[Path, _File] = {}


def _change(
    durable: dict[Path, _File],
    names: dict[Path, _File],
    change: tuple[str, Path, Path | None, float],
) -> None:
    what, path, target, _when = change
    if what == "create":
        found = names.get(path)
        if found is not None:
            durable[path] = found
    elif what == "replace" and target is not None:
        durable.pop(path, None)
        if target in names:
            durable[target] = names[target]
    else:
        durable.pop(path, None)


class PowerCut:
    """Makes the states that a cut may leave, from acts in the order in which they ended."""

    def __init__(self, acts: list[Act]) -> None:
        self._acts = sorted(acts, key=lambda act: act.ended)

    def times(self) -> tuple[float, float]:
        """Return the moments between which a cut is of interest."""
        return self._acts[0].began, self._acts[-1].ended

    def state(self, moment: float, choice: random.Random) -> dict[Path, bytes]:
        """Return the files that a cut at a moment leaves, by name."""
        model = _Model()
        for act in self._acts:
            if act.ended > moment:
                break
            model.apply(act)
        names = dict(model.durable)
        for change in model.pending[: choice.randint(0, len(model.pending))]:
            _change(names, model.names, change)
        return {path: _torn(file, choice) for path, file in names.items()}


def _torn(file: _File, choice: random.Random) -> bytes:
    """Return what a cut leaves of a file: all that was synced, anything of the rest."""
    safe, length = len(file.synced), choice.randint(len(file.synced), len(file.written))
    left = bytearray(file.written[:length])
    for start in range(safe - safe % PAGE, length, PAGE):
        low, high = max(start, safe), min(start + PAGE, length)
        match choice.randrange(4):
            case 0:
                left[low:high] = bytes(high - low)
            case 1:
                left[low:high] = choice.randbytes(high - low)
    return bytes(left)
