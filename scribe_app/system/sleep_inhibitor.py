"""Keeps the machine awake while a consultation is recorded, with whatever this system offers."""

import contextlib
import logging
import sys
import threading
import time
from collections.abc import Callable, Sequence
from typing import Protocol

from scribe_app.system.bounded import bounded

_HOLD_SECONDS = 3.0
_RELEASE_SECONDS = 1.0

_log = logging.getLogger(__name__)


class Grant(Protocol):
    """What a service gave; closing it gives it back."""

    def close(self) -> None:
        """Give it back."""


Way = Callable[[float], Grant]
"""Asks one service, within that many seconds; raises when it is not there or refuses."""


class SystemSleepInhibitor:
    """A `SleepInhibitor` that asks one service after another; none there is none held.

    Called from one thread at a time. The limits hold for all services together.
    """

    def __init__(self, ways: Sequence[tuple[str, Way]] | None = None) -> None:
        self._ways = system_ways() if ways is None else ways
        self._lock = threading.Lock()
        self._grant: Grant | None = None
        self._by = ""

    @property
    def by(self) -> str:
        """Return which service granted it, empty when none holds."""
        return self._by

    def hold(self) -> None:
        """Ask for it; what hangs is left behind after 3 s."""
        if self._grant is not None:
            return
        deadline = time.monotonic() + _HOLD_SECONDS
        for name, way in self._ways:
            left = deadline - time.monotonic()
            if left <= 0:
                break
            self._grant = _asked(way, left)
            if self._grant is not None:
                self._by = name
                _log.info("sleep-inhibited", extra={"service": name})
                return
        _log.info("sleep-not-inhibited")

    def release(self) -> None:
        """Give it back; the end of the process would do so too."""
        grant, self._grant, self._by = self._grant, None, ""
        if grant is not None:
            _given_back(grant)


def _asked(way: Way, seconds: float) -> Grant | None:
    """Return what a service gave; an answer that comes too late is given back."""
    lock, late = threading.Lock(), [False]

    def ask() -> Grant | None:
        grant = way(seconds)
        with lock:
            if not late[0]:
                return grant
        grant.close()
        return None

    try:
        return bounded(ask, seconds)
    except Exception as error:  # every service has errors of its own, and none is the clinician's
        with lock:
            late[0] = True
        _log.info("sleep-way-failed", extra={"error": type(error)})
        return None


def _given_back(grant: Grant) -> None:
    with contextlib.suppress(Exception):
        bounded(grant.close, _RELEASE_SECONDS)


def system_ways(platform: str = sys.platform) -> tuple[tuple[str, Way], ...]:
    """Return the services of this system, best first."""
    if platform == "linux":
        from scribe_app.system.sleep_inhibitor_dbus import from_logind, from_portal

        return ("logind", from_logind), ("portal", from_portal)
    if platform == "win32":
        from scribe_app.system.sleep_inhibitor_windows import from_windows

        return (("windows", from_windows),)
    if platform == "darwin":
        from scribe_app.system.sleep_inhibitor_mac import from_caffeinate

        return (("caffeinate", from_caffeinate),)
    return ()
