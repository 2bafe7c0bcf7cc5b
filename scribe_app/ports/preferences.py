"""What the settings dialog sees and asks: choices, credentials, a test of the connection."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from scribe_app.domain.layout import PLAIN, PRESETS, Layout
from scribe_app.ports.vendor import Manifest

if TYPE_CHECKING:
    from scribe_app.ports.models import ModelDesk
    from scribe_app.ports.vault import VaultDesk


@dataclass(frozen=True, slots=True)
class Preferences:
    """Every choice; `values` by vendor id, then by the setting's key.

    An empty `model` or `template` leaves the vendor's own default, an empty `microphone` the
    system's. `fallbacks` are vendor ids in the order in which they are tried, `plain_hosts` the
    hosts to which a connection without TLS is allowed. `his` names one of `layouts`: how a note
    is written for each patient record system.
    """

    vendor: str = "on-device"
    model: str = ""
    language: str = "nl"
    template: str = ""
    fallbacks: tuple[str, ...] = ()
    microphone: str = ""
    theme: str = "system"
    finish_unfinished: str = "offer"
    """"offer" or "automatic": what an earlier start left unfinished."""
    ca_file: str = ""
    plain_hosts: tuple[str, ...] = ()
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    his: str = "generic"
    layouts: Mapping[str, Layout] = field(default_factory=lambda: PRESETS)

    @property
    def layout(self) -> Layout:
        """Return how a note is written for the chosen patient record system."""
        return self.layouts.get(self.his, PLAIN)


@dataclass(frozen=True, slots=True)
class Answer:
    """How something that was asked went, and one plain sentence about it."""

    fine: bool
    sentence: str


@dataclass(frozen=True, slots=True)
class Kept:
    """Which credentials of a vendor are there, by key; never what they are.

    `from_environment` were set by whoever started the program and cannot be changed here.
    `persistent` says whether there is a keyring, so that they outlive the program.
    """

    fields: frozenset[str] = frozenset()
    from_environment: frozenset[str] = frozenset()
    persistent: bool = True


class PreferenceDesk(Protocol):
    """Keeps choices and credentials; the coroutines never block the loop they run on."""

    @property
    def manifests(self) -> tuple[Manifest, ...]:
        """Return what every vendor can do, in the order they are shown."""

    @property
    def locked(self) -> frozenset[str]:
        """Return what a policy has set for good: names of `Preferences`, or ``vendor-id.key``."""

    @property
    def models(self) -> "ModelDesk":
        """Return who keeps the speech models of this computer."""

    @property
    def vault(self) -> "VaultDesk":
        """Return who changes what holds the key of recordings."""

    def load(self) -> Preferences:
        """Return the choices as they are now."""

    async def save(self, wanted: Preferences) -> Answer:
        """Keep the choices; they hold from the next consultation on."""

    async def kept(self, vendor: str) -> Kept:
        """Return which credentials are there; within 5 s, also when the keyring hangs."""

    async def keep(self, vendor: str, key: str, secret: str) -> Answer:
        """Keep a credential, in memory where no keyring takes it."""

    async def forget(self, vendor: str, key: str) -> Answer:
        """Delete a credential."""

    async def sign_in(self, wanted: Preferences, vendor: str, answers: Mapping[str, str]) -> Answer:
        """Trade the answers of the vendor's sign-in form for a credential, and keep that."""

    async def test(self, wanted: Preferences, vendor: str) -> Answer:
        """Prove that the vendor takes audio with these choices and the kept credentials."""
