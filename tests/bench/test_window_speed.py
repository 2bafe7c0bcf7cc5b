"""How fast the window is: the first frame, and a partial at any length of conversation."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scribe_app.domain.transcript import Status, Transcript, Utterance
from scribe_app.ui.theme import Theme
from scribe_app.ui.transcript_pane import TranscriptPane
from tests.fixtures import consultations as made_up

pytestmark = pytest.mark.bench

ROOT = Path(__file__).resolve().parents[2]
PAINTS = 400
STARTS = 7

EMPTY = """
import time; begun = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print(time.perf_counter() - begun, flush=True)
        QApplication.instance().exit()
application = QApplication([]); window = Window(); window.resize(1280, 800); window.show()
application.exec()
"""
SCRIBE = """
import time; begun = time.perf_counter()
from PySide6.QtWidgets import QApplication
from scribe_app.ui.main_window import MainWindow
from tests.fixtures.scripted_desk import JABRA, ScriptedDesk, ScriptedMicrophones
application = QApplication([])
window = MainWindow(ScriptedDesk(), ScriptedMicrophones(JABRA))
def painted():
    print(time.perf_counter() - begun, flush=True)
    window.close(); application.exit()
window.painted.connect(painted); window.show(); application.exec()
"""


def test_a_partial_at_any_length(qapp: QApplication, qtbot: QtBot) -> None:
    print("\npainting a partial, ms (wall)      p50    p95    max")
    medians, p95s = [], []
    for count in (10, 1_000, 10_000):
        taken = sorted(_paint_partials(qapp, qtbot, count))
        medians.append(statistics.median(taken))
        p95s.append(taken[int(len(taken) * 0.95)])
        print(f"  {count:>6} utterances        {medians[-1]:8.2f}{p95s[-1]:7.2f}{taken[-1]:7.2f}")
    assert max(p95s) <= 16
    assert medians[2] <= 1.5 * medians[0] + 0.3


def test_the_first_frame(tmp_path: Path) -> None:
    empty, ours = [], []
    for _ in range(STARTS):
        empty.append(_start(EMPTY))
        ours.append(_start(SCRIBE))
    ratio = min(ours) / min(empty)
    print(
        f"\nfirst frame: empty {min(empty) * 1e3:.0f} ms, Scribe {min(ours) * 1e3:.0f} ms, "
        f"ratio {ratio:.2f} (medians {statistics.median(ours) / statistics.median(empty):.2f})"
    )
    assert ratio <= 1.6


def _start(program: str) -> float:
    """Return the seconds from the first import to the first frame, in a process of its own."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(done.stdout)


def _paint_partials(qapp: QApplication, qtbot: QtBot, count: int) -> list[float]:
    pane = TranscriptPane(Theme(qapp, "light"))
    qtbot.addWidget(pane)
    pane.resize(486, 700)
    with qtbot.waitExposed(pane):
        pane.show()
    finals = made_up.many(count).finals
    pane.show_transcript(Transcript(finals))
    words = [f"woord{n % 7}" for n in range(40)]
    steps: list[Callable[[], None]] = [
        lambda n=n: pane.show_transcript(Transcript(finals, (_partial(words[: 1 + n % 40]),)))
        for n in range(PAINTS)
    ]
    return [_painted(pane, step) for step in steps]


def _partial(words: list[str]) -> Utterance:
    return Utterance("0:p", 1e5, 1e5 + 1, " ".join(words), status=Status.PARTIAL)


def _painted(pane: TranscriptPane, step: Callable[[], None]) -> float:
    begun = time.perf_counter()
    step()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1e3
