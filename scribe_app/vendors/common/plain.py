"""The behaviour most vendors have: what a file on a vendor does not say, stands here."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from scribe_app.domain.faults import Fault, FaultKind, ScribeError, configuration_fault
from scribe_app.ports.http import Http
from scribe_app.ports.transport import Frame
from scribe_app.ports.vendor import Manifest, VendorSettings
from scribe_app.vendors.common.refusals import close_fault, refusal


class PlainVendor:
    """A vendor with nothing to foresee and nobody to sign in."""

    manifest: Manifest

    def needed(self, settings: VendorSettings) -> tuple[str, ...]:
        """Return the keys of the credentials that these settings need."""
        return tuple(each.key for each in self.manifest.credentials if not each.optional)

    def require(self, settings: VendorSettings, secrets: Mapping[str, str]) -> None:
        """Raise `ScribeError` for the first credential that is missing."""
        needed = self.needed(settings)
        for field in self.manifest.credentials:
            if field.key in needed and not secrets.get(field.key):
                raise ScribeError(missing(self.manifest.name, field.label))

    def refused(self, status: int, retry_after: float) -> Fault:
        """Return what an HTTP status means everywhere."""
        return refusal(self.manifest.name, status, retry_after)

    def forewarning(
        self, settings: VendorSettings, secrets: Mapping[str, str], wall_seconds: float
    ) -> Fault | None:
        """Return the fault of the first credential that is missing."""
        try:
            self.require(settings, secrets)
        except ScribeError as error:
            return error.fault
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


class RenewingVendor(PlainVendor):
    """A vendor whose token is fetched for every line: one refused may only have been too old."""

    was_refused = False

    def refused(self, status: int, retry_after: float) -> Fault:
        """Return the fault of a status; a token is fetched once more before the key is bad."""
        fault = super().refused(status, retry_after)
        self.was_refused = fault.kind is FaultKind.AUTH and not self.was_refused
        return replace(fault, retryable=True) if self.was_refused else fault


class PlainCodec:
    """A conversation in which only audio is sent; a close is a loss."""

    def __init__(self, vendor: str, *, by_language: bool = False) -> None:
        self.ignored = 0
        self._vendor, self._by_language = vendor, by_language

    def opened(self) -> Iterable[Frame]:
        """Send nothing."""
        return ()

    def follows(self, said: str) -> None:
        """Leave what was said before alone: there is no way to pass it on."""

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

    def closed(self, code: int, reason: str) -> Fault | None:
        """Return the fault of a close by its code and what the reason says."""
        return close_fault(self._vendor, code, reason, by_language=self._by_language)


def missing(vendor: str, label: str) -> Fault:
    """Return the fault of a credential that was never given."""
    return Fault(FaultKind.AUTH, False, f"{vendor} needs the {label}; enter it in the settings.")
