"""One request to a vendor's web service; what happens around it is the system's business."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class HttpRequest:
    """A request; address, headers and body may hold secrets and are kept out of repr."""

    method: str
    url: str = field(repr=False)
    headers: tuple[tuple[str, str], ...] = field(default=(), repr=False)
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class HttpReply:
    """An answer of any status; header names in lower case, the body at most 1 MiB."""

    status: int
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)


class Http(Protocol):
    """Sends requests; never follows a redirect, never sends a secret in the clear."""

    async def send(self, request: HttpRequest) -> HttpReply:
        """Return the reply; raises `ScribeError` when there is none within 10 s."""
