"""A window on its loop, in a process of its own: errors are reported, the end is clean."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import asyncio
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from scribe_app.ui import bridge
from scribe_app.ui.main_window import MainWindow
from tests.fixtures.scripted_desk import ScriptedDesk, ScriptedMicrophones

def raise_in_slot():
    raise ValueError("slot")

async def raise_in_task():
    raise KeyError("task")

async def run_for_ever():
    try:
        await asyncio.Event().wait()
    except asyncio.CancelledError:
        print("cancelled", flush=True)
        raise

async def close():
    await asyncio.sleep(0)
    print("closed", flush=True)
    {at_close}

tasks = []

def begin():
    loop = asyncio.get_event_loop()
    tasks.extend(map(loop.create_task, (raise_in_task(), run_for_ever())))
    QTimer.singleShot(0, raise_in_slot)
    QTimer.singleShot(50, lambda: tasks.pop(0) and None)  # forgotten: nobody asks for its error
    QTimer.singleShot(200, window.close)

def make():
    global window
    window = MainWindow(ScriptedDesk(), ScriptedMicrophones())
    window.painted.connect(lambda: print("painted", flush=True))
    QTimer.singleShot(300, begin)
    return window

bridge.run(
    QApplication([]),
    make,
    on_error=lambda error: print("error", type(error).__name__, flush=True),
    on_close=close,
)
print("ended", flush=True)
"""


def run(at_close: str = "") -> tuple[int, list[str]]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-X", "dev", "-c", PROGRAM.replace("{at_close}", at_close)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.returncode, done.stdout.split("\n")[:-1]


def test_errors_are_reported_and_the_end_is_clean() -> None:
    status, said = run()
    assert status == 0
    assert said[0] == "painted"
    assert {"error ValueError", "error KeyError"} <= set(said)
    assert said[-3:] == ["closed", "cancelled", "ended"]


def test_a_failing_close_still_ends() -> None:
    status, said = run('raise OSError("disk")')
    assert status == 0
    assert "error OSError" in said
    assert said[-1] == "ended"
