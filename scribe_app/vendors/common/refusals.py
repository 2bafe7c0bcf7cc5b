"""What an HTTP status or a WebSocket close means, the same for every vendor."""

from scribe_app.domain.faults import Fault, FaultKind

_AUTH_STATUSES = frozenset({401, 403})
_AUTH_CODES = frozenset({1008, 4401, 4403})
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


def close_fault(vendor: str, code: int) -> Fault | None:
    """Return the fault of a close that the vendor made, None for a normal one."""
    if code == 1000:
        return None
    if code in _AUTH_CODES:
        return refused_key(vendor)
    if code == 1013:
        return Fault(FaultKind.CAPACITY, True, f"{vendor} is overloaded or down.")
    if code == 1009:
        return Fault(FaultKind.PROTOCOL, True, f"{vendor} sent more than a line can carry.")
    return Fault(FaultKind.TRANSPORT, True, f"The connection to {vendor} was lost.")
