"""What the window sees of the engine, and how it asks for things."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from scribe_app.domain.capabilities import Capabilities
from scribe_app.domain.commands import Command
from scribe_app.domain.consultation import Consultation
from scribe_app.domain.faults import Fault
from scribe_app.domain.keeping import Keeping, VaultState
from scribe_app.domain.ledger import Ledger
from scribe_app.domain.microphone import OpeningVerdict
from scribe_app.domain.review import Review
from scribe_app.domain.session import State
from scribe_app.ports.archive import Archive


@dataclass(frozen=True, slots=True)
class EngineLabel:
    """What the chip shows: vendor, model, language, and one honest sentence about it."""

    vendor: str = ""
    model: str = ""
    language: str = ""
    remark: str = ""
    capabilities: Capabilities = field(default_factory=Capabilities)


@dataclass(frozen=True, slots=True)
class Heard:
    """The microphone of the recording: the one it began with, and the one that is heard now.

    `trouble` is what is wrong with it, `remark` what its first seconds gave to remark upon for as
    long as that holds.
    """

    begun: str = ""
    now: str = ""
    trouble: Fault | None = None
    remark: OpeningVerdict | None = None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything the window shows, at one moment; `number` grows with every consultation."""

    number: int = 0
    state: State = field(default_factory=State)
    consultation: Consultation = field(default_factory=Consultation)
    ledger: Ledger = field(default_factory=Ledger)
    engine: EngineLabel = field(default_factory=EngineLabel)
    fault: Fault | None = None
    no_signal: bool = False
    microphone: Heard = field(default_factory=Heard)
    sealed_in_memory: bool = False
    keeping: Keeping = Keeping.SAFE
    vault: VaultState = VaultState.KEYRING
    archive: Archive = field(default_factory=Archive)
    review: Review = field(default_factory=Review)
    session: str = ""
    """The id of the consultation's log, once there is one."""
    resumed: bool = False
    """Whether it was recorded earlier: a new recording need not wait for it."""


class Desk(Protocol):
    """The engine as the window knows it; every method returns at once, from any thread."""

    def submit(self, command: Command) -> None:
        """Ask for something; what came of it shows in a later snapshot."""

    def subscribe(self, listener: Callable[[Snapshot], None]) -> Callable[[], None]:
        """Call the listener (from the engine's thread) after every change; returns unsubscribe."""

    def level(self) -> float:
        """Return the peak of the last 20 ms, from 0 to 1."""

    def captured(self) -> float:
        """Return the seconds recorded so far."""
