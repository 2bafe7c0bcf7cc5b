"""What the dialog waits for: tasks that are kept, that end with it, and whose errors are told."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

_T = TypeVar("_T")


class Errands:
    """Runs coroutines on the window's loop; `failed` is called when one of them raises."""

    def __init__(self, failed: Callable[[], None]) -> None:
        self._failed = failed
        self._tasks: set[asyncio.Task[None]] = set()

    def run(self, work: Coroutine[Any, Any, _T], then: Callable[[_T], None]) -> asyncio.Task[None]:
        """Await the work, then hand on what came of it, unless it is cancelled before."""
        task = asyncio.get_running_loop().create_task(_carry_out(work, then))
        self._tasks.add(task)
        task.add_done_callback(self._ended)
        task.add_done_callback(lambda _: work.close())  # cancelled before it began
        return task

    def cancel(self) -> None:
        """Cancel everything; nothing is handed on any more."""
        for task in tuple(self._tasks):
            task.cancel()

    @property
    def running(self) -> int:
        """Return how many are under way."""
        return len(self._tasks)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if task.cancelled() or task.exception() is None:
            return
        context = {"message": "a setting's errand failed", "exception": task.exception()}
        task.get_loop().call_exception_handler(context)
        self._failed()


async def _carry_out(work: Coroutine[Any, Any, _T], then: Callable[[_T], None]) -> None:
    then(await work)
