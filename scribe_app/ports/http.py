"""One request to a vendor's web service; what happens around it is the system's business."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request; address, headers and body may hold secrets and are kept out of repr.

    `vendor` is the name that a sentence about a failure uses.
    """

    vendor: str
    method: str
    url: str = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class HttpReply:
    """An answer of any status; header names in lower case, the body at most 1 MiB.

    `retry_after` is how many seconds the service asked to be left alone, 0 when it did not.
    """

    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)
    retry_after: float = 0.0


class Http(Protocol):
    """Sends requests; never follows a redirect, never sends a secret in the clear."""

    async def send(self, request: HttpRequest) -> HttpReply:
        """Return the reply; raises `ScribeError` when there is none within 10 s."""
