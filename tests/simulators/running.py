"""A simulator in a thread and a loop of its own, for tests that have no loop."""

import asyncio
import contextlib
import threading
from collections.abc import Iterator
from typing import TypeVar

from tests.simulators.server import Simulator

_Server = TypeVar("_Server", bound=Simulator)


@contextlib.contextmanager
def running(server: _Server) -> Iterator[_Server]:
    """Run a simulator while the block lasts; its records may be read from the test's thread."""
    started, stopped = threading.Event(), asyncio.Event()
    failures: list[BaseException] = []
    loops: list[asyncio.AbstractEventLoop] = []

    async def serve() -> None:
        loops.append(asyncio.get_running_loop())
        async with server:
            started.set()
            await stopped.wait()

    def run() -> None:
        try:
            asyncio.run(serve())
        except BaseException as error:  # handed to the test's own thread
            failures.append(error)
        finally:
            started.set()

    thread = threading.Thread(target=run, name="simulator")
    thread.start()
    started.wait()
    try:
        if not failures:
            yield server
    finally:
        if not failures:
            loops[0].call_soon_threadsafe(stopped.set)
        thread.join()
    if failures:
        raise failures[0]
