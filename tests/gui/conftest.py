"""A window on a scripted desk, shown and listening."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scribe_app.ports.desk import Snapshot
from scribe_app.ui import translations
from scribe_app.ui.main_window import MainWindow
from tests.fixtures.scripted_desk import BUILT_IN, JABRA, ScriptedDesk, ScriptedMicrophones

Say = Callable[[Snapshot], None]


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
    QApplication.clipboard().clear()
    translations.install(qapp, "en")


@pytest.fixture
def say(qtbot: QtBot, desk: ScriptedDesk, window: MainWindow) -> Say:
    """Return what plays a snapshot and waits until the window shows it."""

    def play(snapshot: Snapshot) -> None:
        with qtbot.waitSignal(window.feed.arrived):
            desk.say(snapshot)

    return play
