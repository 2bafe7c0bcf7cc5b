"""A real gnome-keyring: secrets and sessions outlive a program, a frozen daemon holds up nobody."""

import gc
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from scribe_app.system.keyring_secrets import KeyringSecrets
from scribe_app.system.sealed_log import SealedStore
from scribe_app.system.sealed_log.segment import End, open_segment
from tests.contract.intake import LIMIT_SECONDS
from tests.fixtures import keyring_daemon as rig
from tests.fixtures.keyring_daemon import KeyringDaemon, private_keyring

pytestmark = [
    pytest.mark.desktop,
    pytest.mark.skipif(
        bool(rig.missing_programs()), reason=f"not installed: {', '.join(rig.missing_programs())}"
    ),
    # The library leaves its connection open when a keyring refuses or does not answer.
    pytest.mark.filterwarnings("ignore:unclosed <socket:ResourceWarning"),
]


@pytest.fixture(autouse=True)
def connections_gone() -> Iterator[None]:
    """Let what the library left behind be collected here, not in the next test."""
    yield
    for thread in threading.enumerate():
        if thread.name == "bounded-call":
            thread.join(LIMIT_SECONDS)
    gc.collect()


def use(daemon: KeyringDaemon, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this process use that keyring."""
    for name, value in daemon.env.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeyringDaemon]:
    with private_keyring() as daemon:
        use(daemon, monkeypatch)
        yield daemon


def test_secrets_outlive_the_program(keyring: KeyringDaemon) -> None:
    secret = "één geheim " * 200
    writer = (
        "import sys; from scribe_app.system.keyring_secrets import KeyringSecrets;"
        "KeyringSecrets().set('token', sys.stdin.read())"
    )
    environment = {**os.environ, **keyring.env, "PYTHONIOENCODING": "utf-8"}
    subprocess.run(
        [sys.executable, "-c", writer], input=secret.encode(), env=environment, check=True
    )
    secrets = KeyringSecrets()
    assert secrets.persistent
    assert secrets.get("token") == secret
    secrets.delete("token")
    assert KeyringSecrets().get("token") is None


def test_a_recording_opens_after_a_restart(keyring: KeyringDaemon, tmp_path: Path) -> None:
    store = SealedStore(tmp_path, KeyringSecrets())
    assert store.keeps_after_restart
    session = store.create()
    session.audio.append(bytes(range(256)) * 5)
    session.close()
    later = SealedStore(tmp_path, KeyringSecrets())
    _, reader = open_segment(tmp_path / session.id / "audio-0000.log", later.keys.named)
    assert b"".join(reader.records()) == bytes(range(256)) * 5
    assert reader.end is End.CLEAN


def test_a_frozen_daemon_holds_nobody_up(keyring: KeyringDaemon) -> None:
    keyring.freeze()
    secrets = KeyringSecrets(limit_seconds=0.2)
    assert not secrets.persistent
    secrets.set("token", "value")
    assert secrets.get("token") == "value"
    keyring.thaw()


def test_a_daemon_that_freezes_later_loses_nothing(keyring: KeyringDaemon) -> None:
    secrets = KeyringSecrets(limit_seconds=1.0)
    assert secrets.persistent
    keyring.freeze()
    secrets.set("token", "value")
    assert not secrets.persistent
    assert secrets.get("token") == "value"
    keyring.thaw()


def test_a_locked_keyring_means_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    with private_keyring(unlocked=False) as daemon:
        use(daemon, monkeypatch)
        assert not KeyringSecrets().persistent


def test_no_bus_means_memory(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path}/absent")
    secrets = KeyringSecrets()
    secrets.set("token", "value")
    assert (secrets.persistent, secrets.get("token")) == (False, "value")
