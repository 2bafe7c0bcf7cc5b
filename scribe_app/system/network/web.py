"""Requests to vendors' web services, with httpx: one at a time, no cookies, no redirects."""

import asyncio
import ssl
from collections.abc import Callable, Collection

import httpx

from scribe_app.ports.http import HttpReply, HttpRequest
from scribe_app.system.network.addresses import is_loopback, web_host
from scribe_app.system.network.names import look_up_aside
from scribe_app.system.network.retry_after import retry_after
from scribe_app.system.network.trouble import (
    bad_address,
    not_understood,
    proxy_refused,
    proxy_unusable,
    unreachable,
)

_LIMIT_SECONDS = 10.0
_MOST_BYTES = 1 << 20


class WebClient:
    """An `Http` that makes its TLS context when first asked; for one event loop at a time."""

    def __init__(
        self, context: Callable[[], ssl.SSLContext], plain_hosts: Collection[str] = ()
    ) -> None:
        self._context = context
        self._plain_hosts = plain_hosts

    async def send(self, request: HttpRequest) -> HttpReply:
        """Return the reply; raises `ScribeError` when there is none within 10 s."""
        host = web_host(request.url, request.vendor, self._plain_hosts)
        look_up_aside()
        try:
            async with asyncio.timeout(_LIMIT_SECONDS), self._client(host, request) as client:
                return await _exchanged(client, request)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, UnicodeError) as error:
            raise bad_address(request.vendor) from error
        except httpx.ProxyError as error:
            raise proxy_refused(request.vendor) from error
        except (httpx.DecodingError, httpx.RemoteProtocolError) as error:
            raise not_understood(request.vendor) from error
        except (httpx.HTTPError, OSError) as error:
            raise unreachable(error, request.vendor) from error

    def _client(self, host: str, request: HttpRequest) -> httpx.AsyncClient:
        try:
            return httpx.AsyncClient(
                verify=self._context(),
                timeout=_LIMIT_SECONDS,
                follow_redirects=False,
                trust_env=not is_loopback(host),  # the environment says which proxy to use
            )
        except (ValueError, ImportError) as error:  # of that proxy
            raise proxy_unusable(request.vendor) from error


async def _exchanged(client: httpx.AsyncClient, request: HttpRequest) -> HttpReply:
    async with client.stream(
        request.method, request.url, headers=list(request.headers), content=request.body
    ) as response:
        body = bytearray()
        async for piece in response.aiter_bytes():
            body += piece
            if len(body) > _MOST_BYTES:
                raise not_understood(request.vendor)
        headers = {name.lower(): value for name, value in response.headers.items()}
        wait = retry_after(headers.get("retry-after", ""))
        return HttpReply(response.status_code, headers, bytes(body), wait)
