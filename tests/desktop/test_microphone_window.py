"""The window, a real engine and a real microphone: what is seen of it, and a frozen window."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from scribe_app.system.microphone import SystemMicrophones
from scribe_app.ui import translations
from scribe_app.ui.main_window import MainWindow
from tests.desktop.conftest import ROOT, Desk
from tests.desktop.screen import until
from tests.engine.microphone_rig import LIMIT_SECONDS, Whole, whole
from tests.fixtures.pulse import FEED, MONITOR, missing_programs

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(bool(missing_programs()), reason="PulseAudio is not installed"),
]

LIMIT_MS = round(1_000 * LIMIT_SECONDS)
FROZEN_SECONDS = 1.5


@pytest.fixture
def rig(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Whole]:
    with whole(tmp_path, monkeypatch, seconds=30) as made:
        yield made


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, rig: Whole) -> Iterator[MainWindow]:
    shown = MainWindow(rig.bench.engine, SystemMicrophones(), language="nl", theme="light")
    qtbot.addWidget(shown)
    shown.show()
    qtbot.waitUntil(lambda: shown.top.microphone.shown == "mic_a", timeout=LIMIT_MS)
    yield shown
    shown.close()
    translations.install(qapp, "en")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def record(qtbot: QtBot, window: MainWindow, rig: Whole) -> None:
    qtbot.mouseClick(window.top.record, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.top.state.text() == "Opname loopt", timeout=LIMIT_MS)
    qtbot.waitUntil(lambda: window.top.meter.lit > 0, timeout=LIMIT_MS)
    rig.hear(0.3)


def test_unplugged_and_plugged_in_again(qtbot: QtBot, window: MainWindow, rig: Whole) -> None:
    record(qtbot, window, rig)
    window.top.record.setFocus()
    rig.unplug("mic_a")
    qtbot.waitUntil(lambda: window.top.microphone.shown == "mic_b", timeout=LIMIT_MS)
    qtbot.waitUntil(
        lambda: window.banner.text() == "De opname gaat verder met mic_b.", timeout=LIMIT_MS
    )
    rig.unplug("mic_b")
    qtbot.waitUntil(
        lambda: window.banner.text().startswith("Er is geen microfoon meer"), timeout=LIMIT_MS
    )
    assert window.top.state.text() == "Geen geluid"
    qtbot.waitUntil(lambda: window.top.meter.lit == 0, timeout=LIMIT_MS)
    rig.plug("mic_a")
    qtbot.waitUntil(lambda: window.top.state.text() == "Opname loopt", timeout=LIMIT_MS)
    assert "microfoon" not in window.banner.text()
    assert window.top.microphone.shown == "mic_a"
    assert window.focusWidget() is window.top.record
    qtbot.waitUntil(lambda: "zonder geluid" in window.ledger.text(), timeout=LIMIT_MS)
    rig.ended().kept_time()


def test_a_frozen_window_loses_no_sample(qtbot: QtBot, window: MainWindow, rig: Whole) -> None:
    record(qtbot, window, rig)
    before, frozen_until = rig.bench.engine.captured(), time.monotonic() + FROZEN_SECONDS
    while time.monotonic() < frozen_until:
        sum(range(1_000))  # computes, as a slow slot would
    assert rig.bench.engine.captured() - before > FROZEN_SECONDS - 0.5
    kept = rig.ended()
    assert kept.gaps == []
    assert kept.slips == []


def test_the_program_itself_under_a_real_screen(desk: Desk) -> None:
    """The only microphone goes and comes back while the clinician does nothing."""
    desk.screen.key("F9")
    until(lambda: "RecordingStarted" in desk.events(), "recording")
    desk.sound.pactl("unload-module", "module-null-sink")
    until(lambda: "MicrophoneTroubled" in desk.events(), "trouble")
    desk.screen.picture(ROOT / "build" / "shots" / "xvfb-microphone-gone.png")
    assert desk.screen.run("xdotool", "getwindowfocus").strip() == desk.window
    desk.sound.add_microphone(FEED)
    desk.sound.pactl("set-default-source", MONITOR)
    until(lambda: "MicrophoneMoved" in desk.events(), "the microphone to come back")
    until(lambda: "Gap" in desk.events(), "the gap")
    desk.screen.key("F9")
    desk.drafted(1)
