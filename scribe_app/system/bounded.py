"""Calls into the system that may never return, given a limit."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class _Outcome(Generic[T]):
    value: T
    error: Exception | None = None


def bounded(call: Callable[[], T], seconds: float) -> T:
    """Return what `call` returns, or raise what it raises; `TimeoutError` when it takes too long.

    A call that hangs keeps its daemon thread; nothing can end it, and nothing waits for it.
    """
    outcome: _Outcome[T] = _Outcome()

    def run() -> None:
        try:
            outcome.value = call()
        except Exception as error:
            outcome.error = error

    thread = threading.Thread(target=run, name="bounded-call", daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise TimeoutError
    if outcome.error is not None:
        raise outcome.error
    return outcome.value
