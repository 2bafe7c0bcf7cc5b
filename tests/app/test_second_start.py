"""Scenario 25 with the real program: a second start shows the first window and ends."""

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from scribe_app.system.front_door import address, knocked
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedStore
from tests.faults.log_rig import until

ENVIRONMENT = {k: v for k, v in os.environ.items() if not k.startswith(("SCRIBE_", "DBUS_"))} | {
    "QT_QPA_PLATFORM": "offscreen",
    "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
}


def start(profile: Path, *more: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "scribe_app", "--profile", str(profile), *more],
        env=ENVIRONMENT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextlib.contextmanager
def window(profile: Path) -> Iterator[subprocess.Popen[str]]:
    """Run the program, from when its window listens; end it by SIGTERM unless it is gone."""
    with start(profile) as program:
        until(lambda: knocked(profile / "run"))
        yield program
        program.send_signal(signal.SIGTERM)
        program.communicate(timeout=20)


def test_a_second_start_ends_well_and_a_crash_leaves_no_lock(tmp_path: Path) -> None:
    with window(tmp_path) as first:
        with start(tmp_path) as second:
            assert second.communicate(timeout=20) == ("", "")
        assert second.returncode == 0
        with start(tmp_path, "sessions", "list") as beside:
            out, _ = beside.communicate(timeout=20)
        assert (beside.returncode, out) == (0, "There is no consultation on this disk.\n")
        assert first.poll() is None
        first.kill()
    assert address(tmp_path / "run").exists(), "a crash does not tidy up"
    with window(tmp_path) as again:
        assert again.poll() is None


def test_one_that_does_not_answer_is_said(tmp_path: Path) -> None:
    with window(tmp_path) as first:
        first.send_signal(signal.SIGSTOP)
        with start(tmp_path) as second:
            _, said = second.communicate(timeout=20)
        first.send_signal(signal.SIGCONT)
    assert second.returncode == 2
    assert said == "scribe-app: Scribe is open already, but its window does not answer.\n"


def test_two_programs_never_share_a_consultation(tmp_path: Path) -> None:
    stores = [SealedStore(tmp_path, MemorySecrets()) for _ in range(2)]
    logs = [store.create() for store in stores]
    assert logs[0].id != logs[1].id
    assert [store.sessions() for store in stores] == [(), ()]
    for each in logs:
        each.leave()
