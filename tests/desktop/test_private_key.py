"""F7 held down on a real keyboard, which repeats it: one private moment, however long."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.desktop.screen import end, screen, until

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.desktop


def test_a_key_that_repeats_itself_is_one_private_moment(tmp_path: Path) -> None:
    told = tmp_path / "told"
    with (
        screen({**os.environ, "HOME": str(tmp_path)}, "1024x640x24") as display,
        told.open("w") as out,
    ):
        program = subprocess.Popen(
            [sys.executable, "-m", "tests.desktop.hold_window"],
            cwd=ROOT,
            env=display.env,
            stdout=out,
            start_new_session=True,
        )
        try:
            display.focus(display.window("^Scribe$"))
            display.run("xdotool", "keydown", "F7")
            until(told.read_text, "private")
            time.sleep(1.2)  # a keyboard repeats after 0.5 s, 25 times a second
            assert told.read_text().split() == ["BeginPrivate"]
            display.run("xdotool", "keyup", "F7")
            until(lambda: "EndPrivate" in told.read_text(), "the end of it")
            assert told.read_text().split() == ["BeginPrivate", "EndPrivate"]
        finally:
            end(program)
