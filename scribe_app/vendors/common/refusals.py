"""What an HTTP status or a WebSocket close means, the same for every vendor."""

import re
from dataclasses import replace

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.vendors.common.reading import message, seconds

_AUTH_STATUSES = frozenset({401, 403})
_AUTH_CODES = frozenset({1008, 4401, 4403})
_UNPAID = re.compile("wallet|credits|entitle|quota|subscription")
_TOO_OFTEN = re.compile("rate.?limit|too many")
_CAPACITY_STATUSES = frozenset({502, 503, 504})


def refusal(vendor: str, status: int, retry_after: float = 0.0) -> Fault:
    """Return the fault of an HTTP status that is no success."""
    if status in _AUTH_STATUSES:
        return refused_key(vendor)
    if status == 429:
        return Fault(
            FaultKind.RATE_LIMIT,
            True,
            f"{vendor} gets too many requests now; try again in a moment.",
            retry_after,
        )
    if status in _CAPACITY_STATUSES:
        return Fault(FaultKind.CAPACITY, True, f"{vendor} is overloaded or down.", retry_after)
    if 300 <= status < 400:
        return Fault(
            FaultKind.CONFIGURATION,
            False,
            f"{vendor} was reached at an address that only points elsewhere; check the address.",
        )
    if status in (404, 405, 410):
        return Fault(
            FaultKind.CONFIGURATION, False, f"{vendor} is not at that address; check the address."
        )
    if status == 402:
        return Fault(FaultKind.ENTITLEMENT, False, f"{vendor} says that the account is not paid.")
    return Fault(FaultKind.VENDOR, status >= 500, f"{vendor} reports an error.", retry_after)


def refused_key(vendor: str) -> Fault:
    """Return the fault of a credential that was not accepted."""
    return Fault(
        FaultKind.AUTH, False, f"{vendor} refused the credentials; check them in the settings."
    )


def close_fault(vendor: str, code: int, reason: str, *, by_language: bool) -> Fault | None:
    """Return the fault of a close by its code and reason, None for a normal one.

    `by_language` says that the service has an engine for each language, which may be missing.
    """
    if code == 1000:
        return None
    if code in _AUTH_CODES:
        return _refused_by(vendor, reason.casefold())
    if code == 1011 and by_language:
        sentence = f"{vendor} has no engine free for this language; try again in a moment."
        return Fault(FaultKind.VENDOR, True, sentence)
    if code == 1011:
        return Fault(FaultKind.VENDOR, True, f"{vendor} reports an error.")
    if code == 1013:
        wait = seconds((message(reason) or {}).get("retryAfterMs")) or 0.0
        return Fault(FaultKind.CAPACITY, True, f"{vendor} is overloaded or down.", wait / 1000)
    if code == 1009:
        return Fault(FaultKind.PROTOCOL, True, f"{vendor} sent more than a line can carry.")
    return Fault(FaultKind.TRANSPORT, True, f"The connection to {vendor} was lost.")


def _refused_by(vendor: str, reason: str) -> Fault:
    """Return the fault of a close that refuses; its reason may say what is refused.

    What has expired while a line was open is fetched anew for the next.
    """
    if _TOO_OFTEN.search(reason):
        return refusal(vendor, 429)
    if _UNPAID.search(reason):
        return refusal(vendor, 402)
    if "lang" in reason:
        sentence = f"{vendor} does not take this language with this account."
        return Fault(FaultKind.CONFIGURATION, False, sentence)
    return replace(refused_key(vendor), retryable="expired" in reason)


def not_understood(vendor: str) -> Fault:
    """Return the fault of an answer that is no answer."""
    sentence = f"{vendor} answered with something Scribe does not understand."
    return Fault(FaultKind.PROTOCOL, True, sentence)
