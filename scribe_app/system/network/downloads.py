"""What fetches large public files: it carries no secret, and who uses it checks every byte."""

import ssl
from collections.abc import Callable

import httpx

from scribe_app.domain.faults import ScribeError
from scribe_app.system.network.trouble import proxy_unusable

_SILENCE_SECONDS = 30.0


def download_client(context: Callable[[], ssl.SSLContext], source: str) -> httpx.Client:
    """Return a blocking client on the program's own trust and the system's proxy.

    `source` is how a sentence names the other side. Raises `ScribeError` (transport) for a proxy
    that cannot be used.
    """
    try:
        return httpx.Client(verify=context(), timeout=_SILENCE_SECONDS)
    except (ValueError, ImportError) as error:
        refused: ScribeError = proxy_unusable(source)
        raise refused from error
