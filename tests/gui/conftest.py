"""A window on a scripted desk, shown and listening."""

import asyncio
from collections.abc import Callable, Iterator

import pytest
import qasync
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scribe_app.ports.desk import Snapshot
from scribe_app.ui import translations
from scribe_app.ui.main_window import MainWindow
from scribe_app.ui.settings.dialog import SettingsDialog
from tests.fixtures.qt_loop import qt_loop
from tests.fixtures.scripted_desk import BUILT_IN, JABRA, ScriptedDesk, ScriptedMicrophones
from tests.fixtures.scripted_preferences import ScriptedPreferences

Say = Callable[[Snapshot], None]
Open = Callable[..., SettingsDialog]


@pytest.fixture(autouse=True)
def deleted_widgets(qapp: QApplication) -> Iterator[None]:
    """Delete what a test closed before the gates look for leaks."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def desk() -> ScriptedDesk:
    """Return a desk that says nothing yet."""
    return ScriptedDesk()


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, desk: ScriptedDesk) -> Iterator[MainWindow]:
    """Return a shown Dutch window in the light look."""
    shown = MainWindow(desk, ScriptedMicrophones(JABRA, BUILT_IN), language="nl", theme="light")
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.top.microphone.count() == 2)
    yield shown
    shown.close()
    qtbot.waitUntil(lambda: shown.settings.dialog is None)
    QApplication.clipboard().clear()
    translations.install(qapp, "en")


@pytest.fixture
def say(qtbot: QtBot, desk: ScriptedDesk, window: MainWindow) -> Say:
    """Return what plays a snapshot and waits until the window shows it."""

    def play(snapshot: Snapshot) -> None:
        with qtbot.waitSignal(window.feed.arrived):
            desk.say(snapshot)

    return play


@pytest.fixture
def errors() -> list[BaseException]:
    """Return where errors of tasks arrive that the program would log."""
    return []


@pytest.fixture
def qloop(qapp: QApplication, errors: list[BaseException]) -> Iterator[qasync.QEventLoop]:
    """Run coroutines on Qt's loop, as the bridge does, while the test waits with `qtbot`."""
    with qt_loop(qapp) as loop:
        loop.set_exception_handler(lambda _, context: errors.append(context["exception"]))
        yield loop
        assert not asyncio.all_tasks(loop)


@pytest.fixture
def preferences() -> ScriptedPreferences:
    """Return settings of made-up vendors."""
    return ScriptedPreferences()


@pytest.fixture
def settings(
    qloop: qasync.QEventLoop, qtbot: QtBot, window: MainWindow, preferences: ScriptedPreferences
) -> Open:
    """Return what opens the dialog; the desk may be changed until then."""

    def open_dialog(*, about: str = "") -> SettingsDialog:
        window.set_preferences(preferences)
        window.settings.open(about)
        dialog = window.settings.dialog
        assert dialog is not None
        qtbot.waitUntil(dialog.isActiveWindow)
        qtbot.waitUntil(lambda: dialog.errands.running == 0 or bool(preferences.hangs))
        return dialog

    return open_dialog
