"""What a failed call means, as one plain sentence; the libraries' own words never leave here."""

import ssl
from collections.abc import Iterator

from scribe_app.domain.faults import Fault, FaultKind, ScribeError, configuration_fault

_OTHER_NAME = frozenset({62, 63, 64})  # OpenSSL: host name, e-mail, IP address mismatch
_OTHER_TIME = frozenset({9, 10})  # OpenSSL: not yet valid, has expired


def unreachable(error: BaseException, vendor: str) -> ScribeError:
    """Return the error behind a connection that could not be made."""
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return _certificate(cause.verify_code, vendor)
    return _transport(f"{vendor} cannot be reached; check the network.", retryable=True)


def not_understood(vendor: str) -> ScribeError:
    """Return the error for an answer that is no answer."""
    sentence = f"{vendor} answered with something Scribe does not understand."
    return ScribeError(Fault(FaultKind.PROTOCOL, True, sentence))


def bad_address(vendor: str) -> ScribeError:
    """Return the error for an address that cannot be called."""
    return configuration_fault(
        f"The address of {vendor} is not an address Scribe can use; check it in the settings."
    )


def proxy_refused(vendor: str) -> ScribeError:
    """Return the error for a proxy on the way that does not let us through."""
    return _transport(
        f"The proxy between this computer and {vendor} refuses; check the network.", retryable=True
    )


def proxy_unusable(vendor: str) -> ScribeError:
    """Return the error for a proxy whose address or kind Scribe cannot use."""
    return _transport(
        f"The proxy between this computer and {vendor} is of a kind Scribe cannot use.",
        retryable=False,
    )


def _certificate(code: int, vendor: str) -> ScribeError:
    if code in _OTHER_NAME:
        return _transport(
            f"The certificate of {vendor} is for another address; check the address.",
            retryable=False,
        )
    if code in _OTHER_TIME:
        return _transport(
            f"The certificate of {vendor} is not valid at this time; check this computer's clock.",
            retryable=False,
        )
    return _transport(
        f"The certificate of {vendor} is not trusted; ask your IT department or set its CA file.",
        retryable=False,
    )


def _transport(sentence: str, *, retryable: bool) -> ScribeError:
    return ScribeError(Fault(FaultKind.TRANSPORT, retryable, sentence))


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    for _ in range(10):
        if error is None:
            return
        yield error
        error = error.__cause__ or error.__context__
