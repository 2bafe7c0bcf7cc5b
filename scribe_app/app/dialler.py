"""Opens the line a vendor asks for: a pipe to the recogniser, or a socket."""

import ssl
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from scribe_app.app.recognisers import RecogniserDialler
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.http import Http, HttpReply, HttpRequest
from scribe_app.ports.transport import Dial, PipeDial, Transport

if TYPE_CHECKING:
    import httpx

    from scribe_app.system.network.sockets import SocketDialler


class LineDialler:
    """The dialler of the whole program."""

    def __init__(self, models: Path, network: "Network") -> None:
        self._recogniser = RecogniserDialler(models)
        self._network = network

    async def connect(self, dial: Dial) -> Transport:
        """Open a line; raises `HandshakeRefused`, or `ScribeError` with the fault."""
        if isinstance(dial, PipeDial):
            await in_daemon(lambda: self._recogniser.ensure(dial), "model-check")
            return await self._recogniser.connect(dial)
        sockets = await in_daemon(self._network.sockets, "network-load")
        return await sockets.connect(dial)


class Network:
    """Trust and permissions of every connection; libraries and trust load when first needed."""

    def __init__(self, ca_file: str = "", plain_hosts: Sequence[str] = ()) -> None:
        self._ca_file = ca_file
        self._plain_hosts = tuple(plain_hosts)
        self._context = cache(self._made_context)

    def sockets(self) -> "SocketDialler":
        """Return what opens WebSockets; may block."""
        from scribe_app.system.network.sockets import SocketDialler

        return SocketDialler(self._trust(), self._plain_hosts)

    def web(self) -> Http:
        """Return what sends requests; may block."""
        from scribe_app.system.network.web import WebClient

        return WebClient(self._trust(), self._plain_hosts)

    def downloads(self, source: str) -> "httpx.Client":
        """Return what fetches public files from a source; raises `ScribeError`. May block."""
        from scribe_app.system.network.downloads import download_client

        return download_client(self._trust(), source)

    def context(self) -> ssl.SSLContext:
        """Return what decides whom to trust; may block the first time."""
        return self._context()

    def _trust(self) -> Callable[[], ssl.SSLContext]:
        return self._context

    def _made_context(self) -> ssl.SSLContext:
        from scribe_app.system.network.tls import client_context

        return client_context(self._ca_file)


class LazyHttp:
    """An `Http` whose library is loaded, off the loop, with the first request."""

    def __init__(self, network: Network) -> None:
        self._network = network

    async def send(self, request: HttpRequest) -> HttpReply:
        """Return the reply; raises `ScribeError` when there is none."""
        web = await in_daemon(self._network.web, "network-load")
        return await web.send(request)
