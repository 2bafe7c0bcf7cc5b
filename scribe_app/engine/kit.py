"""What a consultation is made with."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scribe_app.domain.faults import Fault, device_fault
from scribe_app.domain.keeping import VaultState
from scribe_app.engine.books import Observer
from scribe_app.engine.reach import Choice, Reach
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.clock import Clock
from scribe_app.ports.desk import EngineLabel
from scribe_app.ports.disk import DiskGuard
from scribe_app.ports.drafter import Drafter
from scribe_app.ports.log import SessionStore
from scribe_app.ports.power import SleepInhibitor
from scribe_app.ports.reviewer import Reviewer


def refuse_files(path: str) -> AudioSource:
    """Open no file: this kit knows none."""
    raise device_fault("No audio file can be opened here.")


@dataclass(frozen=True, slots=True)
class Kit:
    """Everything a consultation is made with; `choices` in the order they are tried.

    `forewarning` returns what will go wrong with the first of them, `vault` who holds the keys;
    both may block. `lived` is a clock in seconds that runs on while the machine sleeps; `label_of`
    says what is shown of whoever listens.
    """

    choices: Sequence[Choice]
    reach: Reach
    drafter: Drafter
    store: SessionStore
    clock: Clock
    language: str
    label: EngineLabel
    forewarning: Callable[[], Fault | None] = lambda: None
    with_note: bool = True
    observer: Observer | None = None
    lived: Callable[[], float] = time.monotonic
    label_of: Callable[[Choice], EngineLabel] | None = None
    inhibitor: SleepInhibitor | None = None
    reviewer: Reviewer | None = None
    guard: DiskGuard | None = None
    vault: Callable[[], VaultState] = lambda: VaultState.KEYRING
    open_file: Callable[[str], AudioSource] = refuse_files
    finishes_itself: bool = False
    """Whether what an earlier start left unfinished is finished without being asked for."""
    respoken: "Callable[[Kit, str], Kit] | None" = None
    """Returns the same for another spoken language; those that do not take it are left out."""

    def spoken(self, language: str) -> "Kit":
        """Return what a consultation in this language is made with."""
        if language == self.language or self.respoken is None:
            return self
        return self.respoken(self, language)
