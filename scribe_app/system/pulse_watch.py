"""Hears of every change in the sound server, through a `pactl subscribe` that ends with it."""

import contextlib
import shutil
import subprocess
import threading
import time
from collections.abc import Callable
from typing import IO

from scribe_app.system.pulse_sources import pactl_environment

_AGAIN_SECONDS = 0.5
_END_SECONDS = 1.0
_ABOUT = ("on source", "on server")
"""Sources, the streams that listen to them (`source-output`), and the default."""


class PulseWatch:
    """Runs `pactl subscribe`; `changed` is set by what it prints. Without `pactl` it is inert.

    For one thread, except that `woken` is called from another.
    """

    def __init__(self, woken: Callable[[], None]) -> None:
        self.changed = threading.Event()
        self._woken = woken
        self._process: subprocess.Popen[bytes] | None = None
        self._reader: threading.Thread | None = None
        self._again = 0.0

    def keep_up(self) -> None:
        """Start the program when it does not run; twice a second at most. Returns at once."""
        if self._process is not None and self._process.poll() is None:
            return
        now = time.monotonic()
        if now < self._again:
            return
        self._again = now + _AGAIN_SECONDS
        self.close()
        self._start()

    def close(self) -> None:
        """End the program and its reader, within a second."""
        process, self._process = self._process, None
        if process is None or process.stdout is None:
            return
        process.kill()
        process.wait(_END_SECONDS)
        if self._reader is not None:
            self._reader.join(_END_SECONDS)

    def _start(self) -> None:
        program = shutil.which("pactl")
        if program is None:
            return
        with contextlib.suppress(OSError):
            self._process = subprocess.Popen(  # noqa: S603 (a fixed program with fixed words)
                [program, "subscribe"],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=pactl_environment(),
            )
            # What changed before it listened is found by a look.
            self._tell()
        if self._process is not None and self._process.stdout is not None:
            self._reader = threading.Thread(
                target=self._read, args=(self._process.stdout,), name="pulse-watch", daemon=True
            )
            self._reader.start()

    def _read(self, lines: IO[bytes]) -> None:
        with lines:
            for line in lines:
                if any(about in line.decode(errors="replace") for about in _ABOUT):
                    self._tell()
        self._woken()

    def _tell(self) -> None:
        self.changed.set()
        self._woken()
