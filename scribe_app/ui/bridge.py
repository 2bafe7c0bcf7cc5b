"""Joins Qt's thread to the others: the newest snapshot, and the loop where slots can await."""

import asyncio
import signal
import sys
from collections.abc import Awaitable, Callable
from types import TracebackType

from PySide6.QtCore import QElapsedTimer, QEventLoop, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

from scribe_app.ports.desk import Desk, Snapshot

FRAME_MS = 33
_FIRST_PAINT_MS = 2000
_CLOSING_SECONDS = 3.0


class Feed(QObject):
    """Delivers the newest snapshot to Qt's thread, at most once a frame; older ones are dropped."""

    arrived = Signal(object)
    _woken = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest: Snapshot | None = None
        self._waking = False
        self._since = QElapsedTimer()
        self._frame = QTimer(self, singleShot=True)
        self._frame.timeout.connect(self._deliver)
        self._woken.connect(self._wake, Qt.ConnectionType.QueuedConnection)
        self._unsubscribe = desk.subscribe(self._take)

    def close(self) -> None:
        """Take no more snapshots."""
        self._unsubscribe()
        self._frame.stop()

    def _take(self, snapshot: Snapshot) -> None:
        """Keep a snapshot (on the engine's thread) and wake Qt unless it is already waking."""
        self._newest = snapshot
        if not self._waking:
            self._waking = True
            self._woken.emit()

    def _wake(self) -> None:
        waited = self._since.elapsed() if self._since.isValid() else FRAME_MS
        self._frame.start(max(0, FRAME_MS - waited))

    def _deliver(self) -> None:
        self._waking = False  # before the snapshot is read: a newer one then wakes again
        snapshot, self._newest = self._newest, None
        self._since.start()
        if snapshot is not None:
            self.arrived.emit(snapshot)


def run(
    application: QApplication,
    make_window: Callable[[], QWidget],
    *,
    on_error: Callable[[BaseException], None],
    on_close: Callable[[], Awaitable[None]] | None = None,
) -> None:
    """Show a window and run until it is closed; then await `on_close`, for 3 s at most.

    What a slot, a task or a callback raises goes to `on_error` and the program lives on. A window
    that emits `painted` is on the screen before the loop's library is even imported.
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
    import qasync  # 50 ms that the first frame need not wait for

    loop = qasync.QEventLoop(application)
    loop.set_exception_handler(lambda _, context: on_error(_raised(context)))
    asyncio.set_event_loop(loop)
    with loop:
        loop.run_until_complete(_until_closed(application, window, on_error, on_close))
    asyncio.set_event_loop(None)


async def _until_closed(
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


def _raised(context: dict[str, object]) -> BaseException:
    raised = context.get("exception")
    if isinstance(raised, BaseException):
        return raised
    return RuntimeError(str(context.get("message", "")))


def _hook(
    on_error: Callable[[BaseException], None],
) -> Callable[[type[BaseException], BaseException, TracebackType | None], None]:
    def report(
        kind: type[BaseException], raised: BaseException, trace: TracebackType | None
    ) -> None:
        on_error(raised)

    return report
