"""Joins Qt to asyncio: shows a window, runs the loop where slots can await, ends it cleanly."""

import sys
from collections.abc import Awaitable, Callable
from types import TracebackType

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from scribe_app.ui.feed import Feed

__all__ = ["Feed", "run"]

_FIRST_PAINT_MS = 2000


def run(
    application: QApplication,
    make_window: Callable[[], QWidget],
    *,
    on_error: Callable[[BaseException], None],
    on_close: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Show a window and run until it is closed; then await `on_close`, for 3 s at most.

    What a slot, a task or a callback raises goes to `on_error` and the program lives on. A window
    that emits `painted` is on the screen before the loop's libraries are even imported.
    """
    application.setQuitOnLastWindowClosed(False)
    former, sys.excepthook = sys.excepthook, _hook(on_error)
    try:
        window = make_window()
        window.show()
        _await_first_paint(window)
        _run_loop(application, window, on_error, on_close)
    finally:
        sys.excepthook = former


def _await_first_paint(window: QWidget) -> None:
    painted = getattr(window, "painted", None)
    if painted is None:
        return
    waiting = QEventLoop()
    painted.connect(waiting.quit)
    QTimer.singleShot(_FIRST_PAINT_MS, waiting.quit)
    waiting.exec()


def _run_loop(
    application: QApplication,
    window: QWidget,
    on_error: Callable[[BaseException], None],
    on_close: Callable[[], Awaitable[None]] | None,
) -> None:
    import asyncio  # 100 ms with qasync that the first frame need not wait for

    import qasync

    from scribe_app.ui.closing import raised, until_closed

    loop = qasync.QEventLoop(application)
    loop.set_exception_handler(lambda _, context: on_error(raised(context)))
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(until_closed(application, window, on_error, on_close))
    asyncio.set_event_loop(None)


def _hook(
    on_error: Callable[[BaseException], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def report(
        kind: type[BaseException], raised: BaseException, trace: TracebackType | None
    ) -> None:
        on_error(raised)

    return report
