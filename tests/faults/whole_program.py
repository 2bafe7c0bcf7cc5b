"""The whole program to be killed: its real window, offscreen, before a microphone that counts.

`python -m tests.faults.whole_program PROFILE PROGRESS WHAT` records, finishes or opens as soon as
it has looked at the disk, and says so on standard output with the machine's own clock.
"""

import mmap
import os
import struct
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from scribe_app.app.gui import Stage, Works
from scribe_app.app.wiring import Workshop
from scribe_app.domain.commands import OpenSession, Start
from scribe_app.domain.session import Phase
from scribe_app.engine.reach import Reach
from scribe_app.ports.audio import Intake
from scribe_app.ports.desk import Snapshot
from scribe_app.system.paths import profile
from scribe_app.ui.main_window import MainWindow
from tests.faults.log_rig import KnownSecrets, numbered
from tests.fixtures.scripted import NoWeb, ScriptedDialler
from tests.fixtures.scripted_desk import ScriptedMicrophones

PROGRESS = struct.Struct("<dQ")
"""When the sound began (monotonic seconds) and how many blocks came since."""

BLOCK_SECONDS = 0.02


class CountingMicrophone:
    """Brings a block whenever its 20 ms have passed; every sample tells which block it is in."""

    name = "counting"

    def __init__(self, progress: mmap.mmap) -> None:
        self._progress = progress
        self._closed = threading.Event()

    def open(self, intake: Intake) -> None:
        threading.Thread(target=self._count, args=(intake,), daemon=True).start()

    def convert(self, block: bytes) -> bytes:
        return block

    def close(self) -> None:
        self._closed.set()

    def _count(self, intake: Intake) -> None:
        start, block = time.monotonic(), 0
        while not self._closed.is_set():
            wait = start + (block + 1) * BLOCK_SECONDS - time.monotonic()
            if wait > 0:
                time.sleep(wait)
            intake.offer(numbered(block, 1))
            block += 1
            self._progress[:] = PROGRESS.pack(start, block)


class Watch:
    """Says what the window shows, and asks for what is to be done next, once."""

    def __init__(self, window: MainWindow, what: str) -> None:
        self._window, self._what = window, what
        self._told: set[str] = set()
        window.feed.arrived.connect(self._seen)

    def _seen(self, snapshot: Snapshot) -> None:
        row = self._window.sessions.row
        if row is not None and row.isVisible():
            self._tell("offered")
        if snapshot.archive.looked and self._tell("looked"):
            self._begin(snapshot)
        if snapshot.session and snapshot.state.phase is Phase.RECORDING:
            self._tell("recording")
        if snapshot.resumed and snapshot.state.phase is Phase.REVIEW:
            self._tell("opened")
            if snapshot.ledger.is_complete and snapshot.ledger.unconfirmed == 0:
                self._tell("finished")

    def _begin(self, snapshot: Snapshot) -> None:
        match self._what:
            case "record":
                self._window.submit(Start())
            case "finish":
                self._window.sessions.finish()
            case "open":
                self._window.submit(OpenSession(snapshot.archive.entries[-1].id))

    def _tell(self, what: str) -> bool:
        """Say that something is so, the first time; returns whether this was it."""
        if what in self._told:
            return False
        self._told.add(what)
        sys.stdout.write(f"{what} {time.monotonic()}\n")
        sys.stdout.flush()
        return True


def works(folder: Path, progress: mmap.mmap) -> Works:
    """Return the program's own works; only its ears, its recogniser and its keyring are ours."""
    workshop = Workshop(profile(folder), secrets=KnownSecrets())
    workshop.bench = replace(workshop.bench, reach=Reach(NoWeb(), ScriptedDialler()))
    return Works(workshop.engine(lambda _id: CountingMicrophone(progress)))


def end_with(parent: int) -> None:
    """End when whoever started this is gone, so that a test that was cut short leaves nothing."""
    while os.getppid() == parent:
        time.sleep(1.0)
    os._exit(1)


def main() -> None:
    """Run until somebody kills it."""
    threading.Thread(target=end_with, args=(os.getppid(),), daemon=True).start()
    folder, path, what = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    with path.open("r+b") as file, mmap.mmap(file.fileno(), PROGRESS.size) as progress:
        stage = Stage(lambda: works(folder, progress), "en", "light", ScriptedMicrophones())
        watches = []
        stage.run(lambda window: watches.append(Watch(window, what)))


if __name__ == "__main__":
    main()
