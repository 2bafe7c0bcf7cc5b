"""Reads a JSON Web Token without checking its signature, which only the server can (RFC 7519)."""

import base64
import binascii
import re

from scribe_app.vendors.common.reading import Message, message

_ALGORITHMS = ("HS256", "RS256")
_PARTS = re.compile(r"[\w-]+\.[\w-]+\.[\w-]+", re.ASCII)


def expiry(token: str) -> float | None:
    """Return the Unix time at which a token expires, None where it does not say."""
    return unix_seconds(_part(token, 1).get("exp"))


def lifetime(token: str, now: float) -> float | None:
    """Return the seconds a token lives from its issue, None where it does not say.

    The server's own times count; `now`, a Unix time, stands in for an issue that is not given.
    """
    claims = _part(token, 1)
    until, since = unix_seconds(claims.get("exp")), unix_seconds(claims.get("iat"))
    return None if until is None else max(0.0, until - (now if since is None else since))


def is_usable(token: str) -> bool:
    """Return whether it is a token of three parts with an algorithm that is in use."""
    algorithm = _part(token, 0).get("alg")
    return _PARTS.fullmatch(token) is not None and algorithm in _ALGORITHMS


def unix_seconds(value: object) -> float | None:
    """Return a date as JSON Web Tokens write it, None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if 0 < value < 1e12 else None


def _part(token: str, index: int) -> Message:
    parts = token.split(".")
    if len(parts) != 3:
        return {}
    try:
        raw = base64.urlsafe_b64decode(parts[index] + "=" * (-len(parts[index]) % 4))
    except (binascii.Error, ValueError):
        return {}
    return message(raw) or {}
