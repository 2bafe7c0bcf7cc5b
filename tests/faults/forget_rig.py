"""A consultation whose program ends while it forgets, and what the next start finds."""

import contextlib
import errno
from pathlib import Path

from scribe_app.domain import events as ev
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import ScribeError
from scribe_app.domain.folding import fold
from scribe_app.domain.transcript import Utterance
from scribe_app.engine import journal
from scribe_app.engine.forgetting import _change, caught_up, stripped
from scribe_app.ports.log import SessionLogs
from scribe_app.system.sealed_log import SealedStore
from scribe_app.system.sealed_log.disk import Disk
from tests.faults.log_rig import KnownSecrets, stored, until
from tests.fixtures.scripted import numbered

HALF = 8_000


def sound(logs: SessionLogs) -> bytes:
    cursor = logs.audio.cursor()
    pcm = b"".join(iter(lambda: cursor.read(160_000), b""))
    cursor.close()
    return pcm


class DyingDisk(Disk):
    """A disk that takes so many more calls, and then none: the program has ended."""

    def __init__(self) -> None:
        self.left: int | None = None

    def _live(self) -> None:
        if self.left is not None:
            if self.left == 0:
                raise OSError(errno.EIO, "the program has ended")
            self.left -= 1

    def create(self, path: Path) -> int:
        self._live()
        return super().create(path)

    def write(self, fd: int, data: bytes) -> None:
        self._live()
        super().write(fd, data)

    def sync(self, fd: int) -> None:
        self._live()
        super().sync(fd)

    def sync_folder(self, folder: Path) -> None:
        self._live()
        super().sync_folder(folder)

    def overwrite(self, path: Path, offset: int, data: bytes, *, sync: bool = True) -> None:
        self._live()
        super().overwrite(path, offset, data, sync=sync)

    def replace(self, path: Path, target: Path) -> None:
        self._live()
        super().replace(path, target)

    def remove(self, path: Path) -> None:
        self._live()
        super().remove(path)


def after_a_crash(folder: Path, calls: int) -> str:
    """Let the program end after so many calls into the disk, and return what the next finds."""
    disk, keys = DyingDisk(), KnownSecrets()
    logs = SealedStore(folder, keys, disk=disk).create()
    logs.audio.append(b"".join(map(numbered, range(6))))
    consultation = Consultation()
    for number in range(6):
        final = ev.Final(Utterance(f"0:{number}", number / 2, number / 2 + 0.5, f"w{number}"))
        consultation = fold(consultation, final)
        logs.events.append(journal.encode(final))
    until(lambda: stored(logs) and logs.events.stored)
    disk.left = calls
    with contextlib.suppress(ScribeError):
        logs.events.append(journal.encode(ev.Forgotten(4 * HALF, 6 * HALF)))
        logs.forget(4 * HALF, 6 * HALF, _change(consultation, 4 * HALF, 6 * HALF))
    logs.leave()
    later = SealedStore(folder, keys, strip=stripped)
    (summary,) = later.sessions()
    again = later.reopen(summary.id)
    caught_up(again)
    records, pcm = b"".join(again.events.records()), sound(again)
    again.close()
    words, heard = b"w4" in records or b"w5" in records, any(pcm[8 * HALF :])
    assert words == heard, "the sound and the words go together"
    told = b"Forgotten" in records
    assert told or heard, "what was done is told"
    assert pcm[: 8 * HALF] == b"".join(map(numbered, range(4)))
    assert b"w3" in records
    return "undone" if heard else "done"
