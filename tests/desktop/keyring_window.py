"""The window on whatever keyring the environment has; says how long its loop ever stood still.

Run as a program: profile folder in; one line of JSON out. It starts with a vendor whose key has
to be looked up, opens the settings, keeps a key and closes.
"""

import json
import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer

from scribe_app.app.gui import Stage, Works
from scribe_app.app.preferences import SettingsDesk
from scribe_app.app.wiring import Workshop
from scribe_app.system.keyring_secrets import KeyringSecrets
from scribe_app.system.microphone import SystemMicrophones
from scribe_app.system.paths import profile
from scribe_app.ui.main_window import MainWindow

_TICK_MS = 5
_SETTLED_MS = 1_500
"""After the first frame; before it libraries load, which has its own figure."""


class Watched:
    """A keyring's secrets that note from which threads they are asked."""

    def __init__(self) -> None:
        self.threads: set[int] = set()
        real = KeyringSecrets(limit_seconds=2.0)
        for name in ("get", "set", "delete"):
            setattr(real, name, self._noted(getattr(real, name)))
        self.secrets = real

    def _noted(self, call: Callable[..., object]) -> Callable[..., object]:
        def noted(*arguments: str) -> object:
            self.threads.add(threading.get_ident())
            return call(*arguments)

        return noted


class Script:
    """What a hand does at the window, and the longest pause between two ticks meanwhile."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._last: float | None = None
        self.longest = 0.0
        self.answer = ""
        self._ticks = QTimer(window, interval=_TICK_MS)
        self._ticks.timeout.connect(self._tick)
        deeds = ((0, self._begin), (100, self._open), (3_000, self._keep), (6_500, self._end))
        for at, deed in deeds:
            QTimer.singleShot(_SETTLED_MS + at, deed)

    def _tick(self) -> None:
        now = time.perf_counter()
        if self._last is not None:
            self.longest = max(self.longest, now - self._last)
        self._last = now

    def _begin(self) -> None:
        self._ticks.start()

    def _open(self) -> None:
        self._window.settings.open("Juvoly V2")

    def _keep(self) -> None:
        dialog = self._window.settings.dialog
        assert dialog is not None
        row = dialog.account.form.rows[0]
        row.edit.setText("made-up")
        row.keep.click()

    def _end(self) -> None:
        self._ticks.stop()
        dialog = self._window.settings.dialog
        assert dialog is not None
        self.answer = dialog.account.form.rows[0].state.text()
        dialog.reject()
        self._window.close()


def main(folder: Path) -> None:
    """Run the window and print what was seen."""
    watched, microphones = Watched(), SystemMicrophones()
    scripts: list[Script] = []

    def make() -> Works:
        workshop = Workshop(profile(folder), secrets=watched.secrets)
        engine = workshop.engine(microphones.open)
        return Works(engine, SettingsDesk(workshop, engine))

    stage = Stage(make, "en", "light", microphones)
    stage.run(lambda window: scripts.append(Script(window)))
    assert scripts[0].answer, "the settings never opened"
    seen = {
        "longest_ms": round(1000 * scripts[0].longest, 1),
        "asked_on_the_window_thread": threading.main_thread().ident in watched.threads,
        "asked": bool(watched.threads),
        "persistent": watched.secrets.persistent,
        "row": scripts[0].answer,
    }
    sys.stdout.write(json.dumps(seen) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
