"""From a choice to an open line: credentials, the vendor's own calls, the handshake."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scribe_app.domain.faults import ScribeError
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dialler, HandshakeRefused, SocketDial, Transport
from scribe_app.ports.vendor import Vendor, VendorSettings


@dataclass(frozen=True, slots=True)
class Choice:
    """A vendor, what the clinician chose for it, and what reads its credentials (may block)."""

    vendor: Vendor
    settings: VendorSettings
    credentials: Callable[[], Mapping[str, str]] = dict


@dataclass(frozen=True, slots=True)
class Opened:
    """An open line, and for how many seconds what opened it stays good (0: not known)."""

    transport: Transport
    good_for: float = 0.0


@dataclass(frozen=True, slots=True)
class Reach:
    """The ways out of this machine."""

    http: Http
    dialler: Dialler

    async def open(self, choice: Choice) -> Transport:
        """Return an open line to the vendor; raises `ScribeError`."""
        return (await self.opened(choice, await self.secrets(choice))).transport

    async def secrets(self, choice: Choice) -> Mapping[str, str]:
        """Return the vendor's credentials as they are now; raises `ScribeError`."""
        return await in_daemon(choice.credentials, "credentials")

    async def opened(self, choice: Choice, secrets: Mapping[str, str]) -> Opened:
        """Return an open line to the vendor; raises `ScribeError`."""
        dial = await choice.vendor.dial(choice.settings, secrets, self.http)
        good_for = dial.good_for if isinstance(dial, SocketDial) else 0.0
        try:
            return Opened(await self.dialler.connect(dial), good_for)
        except HandshakeRefused as refused:
            fault = choice.vendor.refused(refused.status, refused.retry_after)
            raise ScribeError(fault) from refused
