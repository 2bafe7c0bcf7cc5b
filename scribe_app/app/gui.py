"""`scribe-app`: the window first, the engine behind it as soon as it has painted.

What the first frame does not need is imported where it is used.
"""

import gc
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from scribe_app.app.deferred import DeferredDesk, DeferredMicrophones
from scribe_app.app.display import require_display
from scribe_app.app.exit_codes import ExitCode, code_for
from scribe_app.app.glance import glance
from scribe_app.app.sole import held, summoned
from scribe_app.domain.commands import Command
from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.ports.audio import Microphones
from scribe_app.system.paths import profile

if TYPE_CHECKING:
    import argparse

    from scribe_app.engine.engine import Engine
    from scribe_app.ports.preferences import PreferenceDesk
    from scribe_app.system.front_door import FrontDoor
    from scribe_app.ui.main_window import MainWindow

_UNEXPECTED = Fault(
    FaultKind.VENDOR, False, "Something unexpected happened; what was recorded is kept."
)

_FIRST_LANGUAGE = "nl"


@dataclass(frozen=True, slots=True)
class Works:
    """What stands behind a window: the engine, and its settings where they can be changed."""

    engine: "Engine"
    preferences: "PreferenceDesk | None" = None


MakeWorks = Callable[[], Works]


def run(arguments: "argparse.Namespace") -> int:
    """Open the window of a profile and stay until it is closed."""
    return open_window(arguments.profile)


def open_window(folder: Path | None) -> int:
    """Open the window, on the platform's own folders without one, until it is closed.

    Where the profile has a window already, that one comes to the front instead.
    """
    runtime = profile(folder).runtime
    place = held(runtime)
    if place is None:
        return summoned(runtime)
    try:
        return _opened(folder, runtime)
    finally:
        place.release()


def _opened(folder: Path | None, runtime: Path) -> int:
    require_display()
    microphones = DeferredMicrophones()
    look = glance(folder)

    def make_works() -> Works:
        from scribe_app.app.collector import spare_what_is_loaded
        from scribe_app.app.passphrase import open_vault
        from scribe_app.app.preferences import SettingsDesk
        from scribe_app.app.wiring import Workshop
        from scribe_app.system.logging_setup import set_up_logging
        from scribe_app.system.sleep_inhibitor import SystemSleepInhibitor

        workshop = Workshop(profile(folder))
        set_up_logging(workshop.profile.logs)
        with suppress(ScribeError):  # a wrong one leaves it locked, and the window asks
            open_vault(workshop)
        engine = workshop.engine(microphones.open, inhibitor=SystemSleepInhibitor())
        spare_what_is_loaded()
        return Works(engine, SettingsDesk(workshop, engine))

    language = look.language or _FIRST_LANGUAGE
    return Stage(make_works, language, look.theme, microphones, runtime=runtime).run()


class Stage:
    """A window, a desk and, in the background, the engine they wait for."""

    def __init__(
        self,
        make_works: MakeWorks,
        language: str,
        theme: str,
        microphones: Microphones,
        first: Command | None = None,
        runtime: Path | None = None,
    ) -> None:
        """Make a stage; `first` is a command for the engine as soon as it is there.

        Who knocks in the `runtime` folder has the window come to the front.
        """
        self.desk = DeferredDesk()
        self._make_works = make_works
        self._language = language
        self._theme = theme
        self._microphones = microphones
        self._engine: Engine | None = None
        self._window: MainWindow | None = None
        self._runtime = runtime
        self._door: FrontDoor | None = None
        self._starter = threading.Thread(target=self._start, name="engine-start", daemon=True)
        self._code: int = ExitCode.DONE
        if first is not None:
            self.desk.submit(first)

    def run(self, shown: "Callable[[MainWindow], None] | None" = None) -> int:
        """Show the window (and tell `shown` about it) until it is closed; returns the status."""
        from PySide6.QtWidgets import QApplication

        from scribe_app.ui import bridge
        from scribe_app.ui.main_window import MainWindow

        application = QApplication(["scribe-app"])

        def make_window() -> MainWindow:
            window = MainWindow(
                self.desk, self._microphones, language=self._language, theme=self._theme
            )
            self._window = window
            window.painted.connect(gc.enable)
            window.painted.connect(self._starter.start)
            if shown is not None:
                shown(window)
            return window

        bridge.run(application, make_window, on_error=self._unexpected, on_close=self._closed)
        return self._code

    def _start(self) -> None:
        self._open_door()
        try:
            works = self._make_works()
            works.engine.start()
        except ScribeError as error:
            self._code = code_for(error.fault.kind)
            self.desk.fail(error.fault)
            return
        self._engine = works.engine
        self.desk.attach(works.engine)
        if self._window is not None and works.preferences is not None:
            self._window.set_preferences(works.preferences)

    def _open_door(self) -> None:
        if self._runtime is None or self._window is None:
            return
        from scribe_app.system.front_door import FrontDoor

        self._door = FrontDoor(self._runtime, self._window.summoned.emit)
        self._door.open()

    async def _closed(self) -> None:
        import asyncio

        if self._door is not None:
            self._door.close()
        engine = self._engine
        if engine is not None:
            await asyncio.get_running_loop().run_in_executor(None, engine.close)

    def _unexpected(self, error: BaseException) -> None:
        import logging

        log = logging.getLogger(__name__)
        log.error("unexpected-error", extra={"error": type(error)})
        self.desk.fail(_UNEXPECTED)
