"""Compares this computer's clock with the speech vendor's: a wrong one spoils certificates."""

import asyncio
import time
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

from scribe_app.domain.faults import ScribeError
from scribe_app.ports.http import Http, HttpRequest

_WRONG_SECONDS = 120.0


def clock_error(
    name: str, address: str, http: Http, wall: Callable[[], float] = time.time
) -> float | None:
    """Return by how many seconds this clock is ahead of a vendor's, None where it says nothing.

    Asks the address of the vendor for its date and nothing else; may take ten seconds.
    """
    try:
        reply = asyncio.run(http.send(HttpRequest(name, "GET", _origin(address))))
        theirs = parsedate_to_datetime(reply.headers.get("date", "")).timestamp()
    except (ScribeError, ValueError, TypeError, OverflowError):
        return None
    return wall() - theirs


def sentence(name: str, ahead: float | None) -> tuple[bool, str]:
    """Return whether a clock is as it should be, and what is said about it."""
    if ahead is None:
        return True, f"{name} was not reached, so that the clock was compared with nobody's."
    if abs(ahead) < _WRONG_SECONDS:
        return True, f"The clock agrees with that of {name}."
    minutes = round(abs(ahead) / 60)
    where = "ahead of" if ahead > 0 else "behind"
    return False, (
        f"This computer's clock is {minutes} minutes {where} that of {name}; set it right: "
        "certificates and tokens are judged by it."
    )


def _origin(address: str) -> str:
    parts = urlsplit(address)
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    return f"{scheme}://{parts.netloc}/"
