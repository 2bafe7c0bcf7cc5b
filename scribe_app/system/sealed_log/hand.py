"""A thread for calls into a disk that may never return, so that who asks need not wait for it."""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

T = TypeVar("T")


class _Job(Generic[T]):
    """One call and what came of it."""

    value: T

    def __init__(self, act: Callable[[], T]) -> None:
        self._act = act
        self._error: Exception | None = None
        self._done = threading.Lock()
        self._done.acquire()

    @property
    def done(self) -> bool:
        return not self._done.locked()

    def run(self) -> None:
        try:
            self.value = self._act()
        except Exception as error:
            self._error = error
        finally:
            self._done.release()

    def result(self, seconds: float) -> T:
        if not self._done.acquire(timeout=seconds):
            raise TimeoutError
        self._done.release()
        if self._error is not None:
            raise self._error
        return self.value


class Hand:
    """Does one thing after another; a hand that hangs is left to its daemon thread."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._jobs: SimpleQueue[_Job[object] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._late: _Job[object] | None = None
        self._started = self._closed = False

    @property
    def stuck(self) -> bool:
        """Return whether it still hangs in a call that took too long."""
        return self._late is not None and not self._late.done

    def do(self, act: Callable[[], T], seconds: float) -> T:
        """Return what `act` returns or raise what it raises; `TimeoutError` when it takes long.

        One caller at a time.
        """
        if self.stuck:
            raise TimeoutError
        if not self._started:
            self._started = True
            self._thread.start()
        job: _Job[T] = _Job(act)
        self._jobs.put(job)  # type: ignore[arg-type]
        try:
            return job.result(seconds)
        except TimeoutError:
            self._late = None if job.done else job  # type: ignore[assignment]
            raise

    def close(self) -> None:
        """End the thread once it is free; nothing can be asked of it any more."""
        if self._started and not self._closed:
            self._closed = True
            self._jobs.put(None)
            self._thread.join(0.0 if self.stuck else 1.0)

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            job.run()
