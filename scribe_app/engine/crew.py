"""The runs of one consultation that are dialling, hearing or ending."""

import asyncio
from collections.abc import Iterator
from contextlib import suppress

from scribe_app.engine.connection import Outcome
from scribe_app.engine.failover import Candidate
from scribe_app.engine.ground import Stretch
from scribe_app.engine.run import Run


class Crew:
    """Every run is a task."""

    def __init__(self) -> None:
        self._changed = asyncio.Event()
        self._tasks: dict[asyncio.Task[Outcome], Run] = {}

    @property
    def runs(self) -> tuple[Run, ...]:
        """Return the runs that were not taken out yet."""
        return tuple(self._tasks.values())

    def add(self, run: Run) -> Run:
        """Let a run begin."""
        task = asyncio.create_task(run.serve(), name="vendor-run")
        task.add_done_callback(lambda _: self._changed.set())
        self._tasks[task] = run
        return run

    def ended(self) -> Iterator[tuple[Run, Outcome]]:
        """Take out the runs that have ended; raises what broke in one."""
        for task in [task for task in self._tasks if task.done()]:
            yield self._tasks.pop(task), task.result()

    def wake(self) -> None:
        """End a wait for `change`."""
        self._changed.set()

    async def change(self, seconds: float) -> None:
        """Wait until a run has ended, at most some seconds."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._changed.wait()
        self._changed.clear()

    def lines_of(self, candidate: Candidate) -> int:
        """Return how many lines of one vendor there are."""
        return sum(run.candidate is candidate for run in self.runs)

    def has_room(self, candidate: Candidate) -> bool:
        """Return whether one vendor lets us have one line more."""
        return candidate.has_room(self.lines_of(candidate))

    def stretches(self) -> Iterator[Stretch]:
        """Yield what is being heard."""
        return (run.stretch for run in self.runs if run.stretch is not None)

    async def dismiss(self) -> None:
        """End them all."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
