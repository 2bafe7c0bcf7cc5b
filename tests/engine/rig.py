"""An engine with scripted ends and a real sealed log, and ways to wait for what it does."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from scribe_app.domain.keeping import VaultState
from scribe_app.domain.session import Phase
from scribe_app.engine.engine import Engine
from scribe_app.engine.kit import Kit
from scribe_app.engine.reach import Choice, Reach
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.desk import EngineLabel, Snapshot
from scribe_app.ports.disk import DiskGuard
from scribe_app.ports.power import SleepInhibitor
from scribe_app.ports.vendor import VendorSettings
from scribe_app.system.audio_file import AudioFile
from scribe_app.system.clock import SystemClock
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log.session_store import SealedStore
from scribe_app.vendors.on_device import OnDevice
from tests.fixtures.scripted import NoWeb, NumberedSource, ScriptedDialler, ScriptedDrafter

PATIENCE = 10.0


class HastyVendor(OnDevice):
    """The on-device vendor with no patience, so that tests need none."""

    manifest = replace(OnDevice.manifest, ready_seconds=0.2, drain_seconds=0.2)


@dataclass
class Rig:
    """A running engine, its source and its recognisers."""

    engine: Engine
    source: NumberedSource
    dialler: ScriptedDialler
    store: SealedStore
    snapshots: list[Snapshot] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)
    waited_to: int = 0

    def see(self, snapshot: Snapshot) -> None:
        with self.changed:
            self.snapshots.append(snapshot)
            self.changed.notify_all()

    def until(self, seen: Callable[[Snapshot], bool]) -> Snapshot:
        """Wait for a snapshot that fits, and return it."""
        with self.changed:
            fits = self.changed.wait_for(lambda: seen(self.snapshots[-1]), PATIENCE)
            assert fits, f"never came; now {self.snapshots[-1].state}"
            self.waited_to = len(self.snapshots)
            return self.snapshots[-1]

    def passing(self, seen: Callable[[Snapshot], bool]) -> Snapshot:
        """Wait for a snapshot that fits, be it over by now: any since the wait before this one."""
        with self.changed:
            fits = self.changed.wait_for(lambda: self._since_then(seen), PATIENCE)
            assert fits is not None, f"never came; now {self.snapshots[-1].state}"
            return fits

    def _since_then(self, seen: Callable[[Snapshot], bool]) -> Snapshot | None:
        for place in range(self.waited_to, len(self.snapshots)):
            if seen(self.snapshots[place]):
                self.waited_to = place + 1
                return self.snapshots[place]
        return None

    def until_phase(self, phase: Phase) -> Snapshot:
        return self.until(lambda s: s.state.phase is phase)

    def audio(self) -> bytes:
        """Close the engine and return the samples of the newest recording."""
        self.engine.close()
        logs = self.store.reopen(self.store.sessions()[-1].id)
        samples = logs.audio.cursor().read(logs.audio.written)
        logs.close()
        return samples

    def words(self) -> list[str]:
        """Return the words of the transcript."""
        finals = self.snapshots[-1].consultation.transcript.finals
        return [word for utterance in finals for word in utterance.text.split()]


@contextmanager
def rig(
    folder: Path,
    dialler: ScriptedDialler | None = None,
    source: NumberedSource | None = None,
    open_source: Callable[[str], AudioSource] | None = None,
    *,
    finishes_itself: bool = False,
    lived: Callable[[], float] = time.monotonic,
    inhibitor: SleepInhibitor | None = None,
    store: SealedStore | None = None,
    guard: DiskGuard | None = None,
    vault: Callable[[], VaultState] = lambda: VaultState.KEYRING,
) -> Iterator[Rig]:
    """Run an engine; its ears are the scripted source unless `open_source` gives it others."""
    dialler, source = dialler or ScriptedDialler(), source or NumberedSource()
    store = store or SealedStore(folder, MemorySecrets())
    kit = Kit(
        choices=(Choice(HastyVendor(), VendorSettings("whisper-base", "en")),),
        reach=Reach(NoWeb(), dialler),
        drafter=ScriptedDrafter(),
        store=store,
        clock=SystemClock(),
        language="en",
        label=EngineLabel(vendor="scripted"),
        open_file=lambda path: AudioFile(Path(path), pace=0.0),
        finishes_itself=finishes_itself,
        lived=lived,
        inhibitor=inhibitor,
        guard=guard,
        vault=vault,
    )
    engine = Engine(lambda: kit, open_source or (lambda _: source))
    made = Rig(engine, source, dialler, store)
    engine.start()
    engine.subscribe(made.see)
    try:
        yield made
    finally:
        engine.close()
