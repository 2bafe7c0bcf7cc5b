"""The behaviour most vendors have: what a file on a vendor does not say, stands here."""

from collections.abc import Iterable, Mapping

from scribe_app.domain.faults import Fault, FaultKind, configuration_fault
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Frame
from scribe_app.ports.vendor import Manifest, VendorSettings
from scribe_app.vendors.common.refusals import refusal


class PlainVendor:
    """A vendor with nothing to foresee and nobody to sign in."""

    manifest: Manifest

    def refused(self, status: int, retry_after: float) -> Fault:
        """Return what an HTTP status means everywhere."""
        return refusal(self.manifest.name, status, retry_after)

    def forewarning(
        self, settings: VendorSettings, secrets: Mapping[str, str], wall_seconds: float
    ) -> Fault | None:
        """Return the fault of the first credential that is missing."""
        for field in self.manifest.credentials:
            if not field.optional and not secrets.get(field.key):
                return missing(self.manifest.name, field.label)
        return None

    async def sign_in(
        self,
        settings: VendorSettings,
        secrets: Mapping[str, str],
        answers: Mapping[str, str],
        http: Http,
    ) -> Mapping[str, str]:
        """Refuse: there is no form."""
        raise configuration_fault(f"{self.manifest.name} has no sign-in.")


class PlainCodec:
    """A conversation in which only audio is sent; a close is a loss."""

    ignored = 0

    def opened(self) -> Iterable[Frame]:
        """Send nothing."""
        return ()

    def ready(self) -> Iterable[Frame]:
        """Send nothing."""
        return ()

    def audio(self, pcm: bytes) -> Iterable[Frame]:
        """Hand samples on as they are."""
        return (pcm,)

    def request_note(self) -> Iterable[Frame]:
        """Ask nothing: most vendors write no notes."""
        return ()

    def finish(self) -> Iterable[Frame]:
        """Send nothing."""
        return ()

    def drained(self, quiet: float) -> bool:
        """Wait for the vendor's own end."""
        return False


def missing(vendor: str, label: str) -> Fault:
    """Return the fault of a credential that was never given."""
    return Fault(FaultKind.AUTH, False, f"{vendor} needs the {label}; enter it in the settings.")
