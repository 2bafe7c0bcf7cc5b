"""Names looked up in threads that nothing waits for: a resolver may hang for half a minute."""

import asyncio
import socket
import threading
from contextlib import suppress
from typing import Any


def look_up_aside() -> None:
    """Let the running loop resolve names in daemon threads; its own would hold up every exit."""
    loop = asyncio.get_running_loop()
    loop.getaddrinfo = _resolved  # type: ignore[method-assign]


async def _resolved(host: Any, port: Any, **options: Any) -> Any:
    """Return what `socket.getaddrinfo` returns, or raise its `OSError`."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Any] = loop.create_future()

    def settle(found: Any, error: Exception | None) -> None:
        if future.done():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(found)

    def work() -> None:
        found, error = None, None
        try:
            found = socket.getaddrinfo(host, port, **options)
        except (OSError, UnicodeError) as caught:
            error = caught
        with suppress(RuntimeError):  # the loop has closed meanwhile: nobody waits
            loop.call_soon_threadsafe(settle, found, error)

    threading.Thread(target=work, name="look-up", daemon=True).start()
    return await future
