"""How long the window ever stands still beside a keyring in each of its states."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.bench.figures import table
from tests.fixtures.keyring_daemon import private_keyring
from tests.system.test_keyring_window import beside

pytestmark = pytest.mark.bench

NO_BUS = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere"}


@contextmanager
def keyring(state: str) -> Iterator[dict[str, str]]:
    if state == "none":
        yield NO_BUS
        return
    with private_keyring(unlocked=state != "locked") as daemon:
        if state == "frozen":
            daemon.freeze()
        yield dict(daemon.env)


def test_the_window_never_stands_still(tmp_path: Path) -> None:
    rows = []
    for state in ("open", "locked", "frozen", "none"):
        with keyring(state) as env:
            folder = tmp_path / state
            folder.mkdir()
            seen = beside(env, folder)
        rows.append([state, str(seen["longest_ms"]), "200", str(seen["row"])])
    table("the window beside a keyring", ("keyring", "longest ms", "allowed", "row"), rows)
