"""A screen of its own (Xvfb and a window manager), and hands that press its keys."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 30.0
NEEDED = ("Xvfb", "openbox", "xdotool", "xclip", "mousepad", "dbus-run-session")


def until(seen: Callable[[], T], what: str, patience: float = PATIENCE) -> T:
    """Poll for something true, and return it."""
    limit = time.monotonic() + patience
    while not (result := seen()):
        assert time.monotonic() < limit, f"never came: {what}"
        time.sleep(0.05)
    return result


@dataclass
class Screen:
    """One display; `env` is what a program needs to draw on it."""

    env: dict[str, str]

    def run(self, *command: str, text: str | None = None) -> str:
        """Run a small program on the display and return what it prints."""
        result = subprocess.run(
            command, env=self.env, input=text, capture_output=True, text=True, timeout=20
        )
        return result.stdout if result.returncode == 0 else ""

    def window(self, title: str) -> str:
        """Wait for a window of that title, and return its id."""
        found = until(
            lambda: self.run("xdotool", "search", "--onlyvisible", "--name", title).split(),
            f"window {title}",
        )
        return found[-1]

    def focus(self, window: str) -> None:
        """Give a window the keyboard, and wait until it has it."""
        self.run("xdotool", "windowactivate", "--sync", window)
        self.run("xdotool", "windowfocus", "--sync", window)
        until(lambda: self.run("xdotool", "getwindowfocus").strip() == window, "focus")

    def key(self, *keys: str) -> None:
        """Press keys, one after another, in the window that has the focus."""
        self.run("xdotool", "key", "--clearmodifiers", *keys)

    def clipboard(self) -> str:
        """Return the text on the clipboard."""
        return self.run("xclip", "-selection", "clipboard", "-o", "-t", "UTF8_STRING")

    def picture(self, path: Path) -> None:
        """Save what the display shows."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.run("scrot", "--overwrite", str(path))


@contextmanager
def screen(env: dict[str, str], size: str = "1280x800x24") -> Iterator[Screen]:
    """Start a display with a window manager."""
    with ExitStack() as stack:
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", size, "-nolisten", "tcp"]
        stack.enter_context(running([*command, "-noreset"], env, pass_fds=(write,)))
        os.close(write)
        with os.fdopen(read) as answer:
            number = answer.readline().strip()
        assert number, "Xvfb did not start"
        shown = {**env, "DISPLAY": f":{number}"}
        shown.pop("QT_QPA_PLATFORM", None)
        stack.enter_context(running(["openbox"], shown))
        made = Screen(shown)
        until(lambda: "_NET_SUPPORTING_WM_CHECK" in made.run("xprop", "-root"), "window manager")
        yield made


@contextmanager
def running(
    command: list[str], env: dict[str, str], pass_fds: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program until the end of the block; its own group is ended with it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command,
        env=env,
        stdin=quiet,
        stdout=quiet,
        stderr=quiet,
        pass_fds=pass_fds,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        end(process)


def end(process: "subprocess.Popen[bytes]") -> None:
    """End a program and what it started, kindly first."""
    import signal

    for signum in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, signum)
        except ProcessLookupError:
            break
        try:
            process.wait(5)
        except subprocess.TimeoutExpired:
            continue
        break
    process.wait(5)
