"""From a choice to an open line: credentials, the vendor's own calls, the handshake."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from scribe_app.domain.faults import ScribeError
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Dialler, HandshakeRefused, Transport
from scribe_app.ports.vendor import Vendor, VendorSettings


@dataclass(frozen=True, slots=True)
class Choice:
    """A vendor, what the clinician chose for it, and what reads its credentials (may block)."""

    vendor: Vendor
    settings: VendorSettings
    credentials: Callable[[], Mapping[str, str]] = dict


@dataclass(frozen=True, slots=True)
class Reach:
    """The ways out of this machine."""

    http: Http
    dialler: Dialler

    async def open(self, choice: Choice) -> Transport:
        """Return an open line to the vendor; raises `ScribeError`."""
        secrets = await in_daemon(choice.credentials, "credentials")
        dial = await choice.vendor.dial(choice.settings, secrets, self.http)
        try:
            return await self.dialler.connect(dial)
        except HandshakeRefused as refused:
            fault = choice.vendor.refused(refused.status, refused.retry_after)
            raise ScribeError(fault) from refused
