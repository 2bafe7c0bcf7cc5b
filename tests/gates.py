"""What fails a test beside its own assertions: leaks and log records nobody expected."""

import asyncio
import gc
import logging
import threading
import time
import traceback
import weakref
from collections.abc import Callable, Iterator
from typing import Any

import pytest

_SETTLE_SECONDS = 2.0
_TESTS_OWN = ("asyncio_", "pytest_", "QtTest")


class _Origins:
    """Remembers, weakly, who started a thing."""

    def __init__(self) -> None:
        self._stacks: dict[int, tuple[Any, str]] = {}

    def note(self, thing: Any) -> None:
        frames = [f for f in traceback.extract_stack()[:-3] if "/scribe" in f.filename]
        frames = frames or traceback.extract_stack()[-6:-3]
        where = " <- ".join(f"{f.filename}:{f.lineno} {f.name}" for f in reversed(frames[-4:]))
        self._stacks[id(thing)] = (weakref.ref(thing), where)

    def things(self) -> list[Any]:
        alive = [ref() for ref, _ in self._stacks.values()]
        return [thing for thing in alive if thing is not None]

    def of(self, thing: Any) -> str:
        return self._stacks.get(id(thing), (None, "unknown"))[1]


def _wrapped(method: Callable[..., Any], origins: _Origins, *, result: bool) -> Callable[..., Any]:
    def call(self: Any, *args: Any, **kwargs: Any) -> Any:
        returned = method(self, *args, **kwargs)
        origins.note(returned if result else self)
        return returned

    return call


def _settled(leaks: Callable[[], list[str]]) -> list[str]:
    """Return what still leaks after things had time to end by themselves."""
    limit = time.monotonic() + _SETTLE_SECONDS
    while (found := leaks()) and time.monotonic() < limit:
        time.sleep(0.01)
    return found


@pytest.fixture(autouse=True)
def no_leaked_threads(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves a thread behind, and name who started it."""
    origins = _Origins()
    start = threading.Thread.start

    def started(self: threading.Thread) -> None:
        origins.note(self)
        start(self)

    monkeypatch.setattr(threading.Thread, "start", started)
    before = set(threading.enumerate())
    yield

    def leaks() -> list[str]:
        alive = [t for t in threading.enumerate() if t not in before]
        alive = [t for t in alive if not t.name.startswith(_TESTS_OWN)]
        return [f"thread {t.name!r} started by {origins.of(t)}" for t in alive]

    if found := _settled(leaks):
        pytest.fail("leaked: " + "; ".join(found))


@pytest.fixture(autouse=True)
def no_leaked_tasks(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that leaves an asyncio task behind, and name who started it."""
    origins = _Origins()
    create = _wrapped(asyncio.BaseEventLoop.create_task, origins, result=True)
    monkeypatch.setattr(asyncio.BaseEventLoop, "create_task", create)
    yield

    def leaks() -> list[str]:
        pending = [t for t in origins.things() if not t.done() and not t.get_loop().is_running()]
        return [f"task {t.get_name()!r} started by {origins.of(t)}" for t in pending]

    if found := leaks():
        pytest.fail("leaked: " + "; ".join(found))


@pytest.fixture(autouse=True)
def no_leaked_qt(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a window test that leaves a timer running or a top-level widget behind."""
    if not {"qtbot", "qapp"} & set(request.fixturenames):
        yield
        return
    monkeypatch = request.getfixturevalue("monkeypatch")
    from PySide6.QtCore import QTimer

    origins = _Origins()
    monkeypatch.setattr(QTimer, "start", _wrapped(QTimer.start, origins, result=False))
    before = {id(widget) for widget in _top_level()}
    yield

    def leaks() -> list[str]:
        gc.collect()
        timers = [t for t in origins.things() if _is_running(t)]
        widgets = [w for w in _top_level() if id(w) not in before]
        return [f"timer started by {origins.of(t)}" for t in timers] + [
            f"widget {type(w).__name__} {w.objectName()!r}" for w in widgets
        ]

    if found := leaks():
        pytest.fail("leaked: " + "; ".join(found))


def _is_running(timer: Any) -> bool:
    import shiboken6

    return shiboken6.isValid(timer) and timer.isActive()


def _top_level() -> list[Any]:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return []
    return [w for w in application.topLevelWidgets() if w.isWindow() and w.parent() is None]


class LogGate(logging.Handler):
    """Collects records from WARNING up; a test names those it expects."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._expected: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        self.records.append(record)

    def expect(self, message: str) -> None:
        """Allow records that say exactly this."""
        self._expected.add(message)

    def unexpected(self) -> list[str]:
        return [
            f"{r.name}: {r.getMessage()}"
            for r in self.records
            if r.getMessage() not in self._expected
        ]


@pytest.fixture(autouse=True)
def log_gate() -> Iterator[LogGate]:
    """Fail a test that logs a warning it did not expect."""
    gate = LogGate()
    logging.getLogger().addHandler(gate)
    yield gate
    logging.getLogger().removeHandler(gate)
    if found := gate.unexpected():
        pytest.fail("unexpected log records: " + "; ".join(found))
