"""The window beside a real keyring that is locked or frozen: it is asked elsewhere, and said."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.fixtures import keyring_daemon as rig
from tests.fixtures.keyring_daemon import private_keyring

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        bool(rig.missing_programs()), reason=f"not installed: {', '.join(rig.missing_programs())}"
    ),
]

ROOT = Path(__file__).resolve().parents[2]
Seen = dict[str, object]


def beside(keyring: Mapping[str, str], folder: Path) -> Seen:
    """Run the window's script on a keyring and return what it saw."""
    folder.mkdir(exist_ok=True)
    (folder / "settings.toml").write_text('vendor = "juvoly-v2"\nlanguage = "nl"\n')
    done = subprocess.run(
        [sys.executable, "-m", "tests.desktop.keyring_window", str(folder)],
        env={**os.environ, **keyring},
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    seen: Seen = json.loads(done.stdout)
    return seen


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Seen, Seen]:
    """Return what windows saw beside a frozen keyring and beside one that works."""
    folder = tmp_path_factory.mktemp("windows")
    with private_keyring() as frozen, private_keyring() as working, ThreadPoolExecutor(2) as pool:
        frozen.freeze()
        seen = pool.submit(beside, frozen.env, folder / "frozen")
        other = pool.submit(beside, working.env, folder / "working")
        return seen.result(), other.result()


def test_a_frozen_keyring_is_asked_away_from_the_window(both: tuple[Seen, Seen]) -> None:
    seen, _ = both
    assert seen["asked"]
    assert not seen["asked_on_the_window_thread"]
    assert seen["row"] == "kept until Scribe closes (no keyring)"


def test_a_keyring_that_works_is_asked_away_from_the_window_too(both: tuple[Seen, Seen]) -> None:
    _, seen = both
    assert seen["persistent"]
    assert not seen["asked_on_the_window_thread"]
    assert seen["row"] == "kept in the keyring"
