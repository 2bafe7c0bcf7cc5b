"""Whether there is a screen: Qt ends the process without a word to the user where there is none."""

import os
import socket
import sys
from pathlib import Path

from scribe_app.domain.faults import configuration_fault

NO_DISPLAY = (
    "There is no display to open the window on; set DISPLAY, "
    "or use scribe-app transcribe, which needs none."
)


def has_display() -> bool:
    """Return whether a window can open here."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return _wayland_answers() or _x_answers()


def require_display() -> None:
    """Raise `ScribeError` (configuration) where no window can open."""
    if not has_display():
        raise configuration_fault(NO_DISPLAY)


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    return bool(name) and Path(folder, name).is_socket()


def _x_answers() -> bool:
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    screen = number.partition(".")[0]
    if not screen.isdecimal():
        return False
    if host not in ("", "unix"):
        return True  # a forwarded or remote display: Qt finds out
    return any(_accepts(f"{prefix}/tmp/.X11-unix/X{screen}") for prefix in ("", "\0"))  # noqa: S108


def _accepts(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as line:
        line.settimeout(1.0)
        return line.connect_ex(address) == 0
