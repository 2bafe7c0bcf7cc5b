"""Secrets where there is no keyring, a refusing one, a frozen one, an untrusted one."""

import threading
from typing import Any

import pytest

from scribe_app.ports.secrets import Secrets
from scribe_app.system.bounded import bounded
from scribe_app.system.keyring_secrets import KeyringSecrets, MemorySecrets


class FakeKeyring:
    """A keyring that can be told to fail or to hang."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str] = {}
        self.fails = False
        self.answers = threading.Event()
        self.answers.set()
        self.calls = 0

    def get_password(self, service: str, name: str) -> str | None:
        self._work()
        return self.values.get((service, name))

    def set_password(self, service: str, name: str, value: str) -> None:
        self._work()
        self.values[service, name] = value

    def delete_password(self, service: str, name: str) -> None:
        self._work()
        del self.values[service, name]

    def _work(self) -> None:
        self.calls += 1
        self.answers.wait(20)
        if self.fails:
            raise RuntimeError("locked")


@pytest.fixture
def keyring() -> FakeKeyring:
    return FakeKeyring()


def over(keyring: Any, limit_seconds: float = 20.0) -> KeyringSecrets:
    return KeyringSecrets(lambda: keyring, limit_seconds)


@pytest.fixture(params=["memory", "keyring", "none"])
def secrets(request: pytest.FixtureRequest, keyring: FakeKeyring) -> Secrets:
    made = {"memory": MemorySecrets(), "keyring": over(keyring), "none": over(None)}
    return made[request.param]


def test_a_secret_is_kept_replaced_and_forgotten(secrets: Secrets) -> None:
    assert secrets.get("token") is None
    secrets.set("token", "één")
    assert secrets.get("token") == "één"
    secrets.set("token", "two")
    secrets.set("other", "three")
    assert secrets.get("token") == "two"
    secrets.delete("token")
    secrets.delete("token")
    assert secrets.get("token") is None
    assert secrets.get("other") == "three"


def test_a_keyring_keeps_it_under_one_service(keyring: FakeKeyring) -> None:
    secrets = over(keyring)
    secrets.set("token", "value")
    assert keyring.values == {("scribe", "token"): "value"}
    assert secrets.persistent
    assert over(keyring).get("token") == "value"


def test_without_a_keyring_it_is_this_session_only() -> None:
    secrets = over(None)
    secrets.set("token", "value")
    assert not secrets.persistent
    assert over(None).get("token") is None


def test_a_locked_keyring_is_asked_once(keyring: FakeKeyring) -> None:
    keyring.fails = True
    secrets = over(keyring)
    secrets.set("token", "value")
    assert not secrets.persistent
    assert secrets.get("token") == "value"
    assert keyring.calls == 1


def test_a_keyring_that_fails_later_gives_way_to_memory(keyring: FakeKeyring) -> None:
    secrets = over(keyring)
    assert secrets.persistent
    keyring.fails = True
    secrets.set("token", "value")
    assert not secrets.persistent
    assert secrets.get("token") == "value"
    keyring.fails = False
    assert keyring.values == {}


def test_a_frozen_keyring_holds_nobody_up(keyring: FakeKeyring) -> None:
    keyring.answers.clear()
    secrets = over(keyring, limit_seconds=0.01)
    assert not secrets.persistent
    secrets.set("token", "value")
    assert secrets.get("token") == "value"
    assert keyring.calls == 1
    keyring.answers.set()


def test_a_call_that_fails_raises_where_it_was_asked() -> None:
    def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        bounded(fail, 20)
    assert bounded(lambda: 3, 20) == 3
