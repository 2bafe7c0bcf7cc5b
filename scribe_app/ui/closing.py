"""What runs on the window's loop: wait for the close, end everything, in bounded time."""

import asyncio
import signal
from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QApplication, QWidget

_CLOSING_SECONDS = 3.0


async def until_closed(
    application: QApplication,
    window: QWidget,
    on_error: Callable[[BaseException], None],
    on_close: Callable[[], Awaitable[None]] | None,
) -> None:
    closed = asyncio.Event()
    application.lastWindowClosed.connect(closed.set)
    if not window.isVisible():
        closed.set()
    _close_on_signals(window)
    await closed.wait()
    window.hide()
    if on_close is not None:
        try:
            await asyncio.wait_for(on_close(), _CLOSING_SECONDS)
        except Exception as error:  # whatever fails now, the program still ends
            on_error(error)
    await _cancel_the_rest()


def _close_on_signals(window: QWidget) -> None:
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        try:
            loop.add_signal_handler(number, window.close)
        except (NotImplementedError, RuntimeError, ValueError):
            return  # Windows, or not the main thread


async def _cancel_the_rest() -> None:
    rest = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in rest:
        task.cancel()
    if rest:
        await asyncio.wait(rest, timeout=_CLOSING_SECONDS)


def raised(context: dict[str, object]) -> BaseException:
    raised = context.get("exception")
    if isinstance(raised, BaseException):
        return raised
    return RuntimeError(str(context.get("message", "")))
