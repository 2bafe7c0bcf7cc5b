"""The Qt binding that is installed does not lose a reference at every call that returns None."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

CALLS = 180_000
A_TICK = 20_000


def test_calls_that_return_none_keep_none_alive(qtbot: QtBot) -> None:
    label, made = QLabel(), [0]
    qtbot.addWidget(label)
    timer = QTimer()

    def tick() -> None:
        for _ in range(A_TICK):
            label.setText("")
        made[0] += A_TICK

    timer.timeout.connect(tick)
    timer.start(0)
    qtbot.waitUntil(lambda: made[0] >= CALLS, timeout=30_000)
    timer.stop()
