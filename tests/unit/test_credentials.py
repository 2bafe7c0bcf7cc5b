"""Credentials: the environment wins, the keyring keeps, one that is silent is said."""

from dataclasses import dataclass, field

import pytest

from scribe_app.app.credentials import Credentials, environment_name
from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.vendors.juvoly_v2 import JuvolyV2
from scribe_app.vendors.voxist import Voxist

JUVOLY, VOXIST = JuvolyV2.manifest, Voxist.manifest


@dataclass
class Silent:
    """A keyring that hangs until it is asked again."""

    persistent: bool = False
    silent: bool = True
    asked_again: int = 0
    values: dict[str, str] = field(default_factory=dict)

    def ask_again(self) -> None:
        self.asked_again += 1
        self.silent = False

    def get(self, name: str) -> str | None:
        return None if self.silent else self.values.get(name)

    def set(self, name: str, value: str) -> None:
        self.values[name] = value

    def delete(self, name: str) -> None:
        self.values.pop(name, None)


def test_the_names_of_the_contract() -> None:
    assert environment_name("juvoly-v2", "api_key") == "SCRIBE_JUVOLY_V2_API_KEY"
    assert environment_name("juvoly-v1", "client_id") == "SCRIBE_JUVOLY_V1_CLIENT_ID"
    assert environment_name("voxist", "api_key") == "SCRIBE_VOXIST_API_KEY"
    assert environment_name("live-api", "token") == "SCRIBE_LIVE_API_TOKEN"


def test_the_environment_wins_over_the_keyring() -> None:
    credentials = Credentials(MemorySecrets(), {"SCRIBE_VOXIST_API_KEY": " outer \n"})
    credentials.keep(VOXIST, "api_key", "inner")
    assert credentials.read(VOXIST) == {"api_key": "outer"}
    assert credentials.kept(VOXIST).from_environment == {"api_key"}


def test_an_empty_variable_counts_for_nothing() -> None:
    credentials = Credentials(MemorySecrets(), {"SCRIBE_VOXIST_API_KEY": "  "})
    credentials.keep(VOXIST, "api_key", "inner")
    assert credentials.read(VOXIST) == {"api_key": "inner"}
    assert credentials.kept(VOXIST).from_environment == frozenset()


def test_what_is_kept_is_there_until_it_is_forgotten() -> None:
    credentials = Credentials(MemorySecrets(), {})
    assert not credentials.keep(JUVOLY, "api_key", " pasted\n")
    assert credentials.read(JUVOLY) == {"api_key": "pasted"}
    assert credentials.kept(JUVOLY).fields == {"api_key"}
    credentials.forget(JUVOLY, "api_key")
    credentials.forget(JUVOLY, "api_key")
    assert credentials.read(JUVOLY) == {}


def test_vendors_do_not_share_credentials() -> None:
    credentials = Credentials(MemorySecrets(), {})
    credentials.keep(JUVOLY, "api_key", "one")
    assert credentials.read(VOXIST) == {}


def test_a_silent_keyring_is_said_and_asked_again() -> None:
    keyring = Silent(values={"juvoly-v2.api_key": "k", "juvoly-v2.client_id": "c"})
    credentials = Credentials(keyring, {})
    with pytest.raises(ScribeError) as silent:
        credentials.read(JUVOLY)
    assert silent.value.fault.kind is FaultKind.AUTH
    assert silent.value.fault.retryable
    assert "unlock" in silent.value.fault.sentence
    assert keyring.asked_again == 1
    assert credentials.read(JUVOLY) == {"api_key": "k", "client_id": "c"}


def test_a_silent_keyring_is_said_too_where_one_of_several_credentials_is_enough() -> None:
    with pytest.raises(ScribeError, match="keyring"):
        Credentials(Silent(), {}).read(VOXIST)


def test_a_silent_keyring_does_not_matter_where_the_environment_says_all() -> None:
    keyring = Silent()
    variables = {"SCRIBE_JUVOLY_V2_API_KEY": "k", "SCRIBE_JUVOLY_V2_CLIENT_ID": "c"}
    assert Credentials(keyring, variables).read(JUVOLY) == {"api_key": "k", "client_id": "c"}
    assert keyring.asked_again == 0


@pytest.mark.parametrize("value", ["", "  ", "two\nlines", "bell\x07", "\u202egnorw"])
def test_what_cannot_be_a_credential_is_refused(value: str) -> None:
    with pytest.raises(ScribeError) as refused:
        Credentials(MemorySecrets(), {}).keep(VOXIST, "api_key", value)
    assert refused.value.fault.kind is FaultKind.CONFIGURATION
    assert not value.strip() or value not in refused.value.fault.sentence


def test_a_credential_that_there_is_not() -> None:
    credentials = Credentials(MemorySecrets(), {})
    for act in (lambda: credentials.keep(VOXIST, "password", "p"),
                lambda: credentials.forget(VOXIST, "password")):  # fmt: skip
        with pytest.raises(ScribeError, match="api_key"):
            act()
