"""Keys without a keyring: under a passphrase, also those that were there before it was typed."""

from pathlib import Path

import pytest

from scribe_app.domain.faults import ScribeError
from scribe_app.domain.keeping import VaultState
from scribe_app.ports.log import SessionLogs
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedStore, passphrase
from scribe_app.system.sealed_log.passphrase import WrongPassphraseError
from scribe_app.system.vault import Vault
from tests.faults.log_rig import everything, numbered, stored, until

PHRASE = "vier kleine blauwe fietsen"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "LOG2_N", 10)
    monkeypatch.setattr(passphrase.choose_passphrase, "__defaults__", (None, 10))


@pytest.fixture
def vault(tmp_path: Path) -> Vault:
    return begun(tmp_path)


def begun(tmp_path: Path) -> Vault:
    """Return the vault of a program that just began."""
    return Vault(MemorySecrets(), tmp_path / "keys" / "passphrase")


def store_of(vault: Vault, tmp_path: Path) -> SealedStore:
    return SealedStore(tmp_path / "sessions", vault, provisional=True)


def state(vault: Vault) -> VaultState:
    return vault.state(without=False)


def say(logs: SessionLogs, first: int, blocks: int) -> None:
    logs.audio.append(numbered(first, blocks))
    until(lambda: stored(logs))


def test_a_keyring_leaves_nothing_to_choose(tmp_path: Path) -> None:
    keyring = MemorySecrets()
    keyring.persistent = True
    vault = Vault(keyring, tmp_path)
    assert state(vault) is VaultState.KEYRING
    vault.set("a", "b")
    assert keyring.get("a") == "b"


def test_the_states_of_a_computer_without_one(vault: Vault, tmp_path: Path) -> None:
    assert state(vault) is VaultState.UNDECIDED
    assert vault.state(without=True) is VaultState.MEMORY
    vault.choose(PHRASE)
    assert state(vault) is VaultState.PASSPHRASE
    assert vault.persistent
    later = begun(tmp_path)
    assert state(later) is VaultState.LOCKED
    assert not later.persistent
    with pytest.raises(WrongPassphraseError):
        later.unlock("another one")
    assert state(later) is VaultState.LOCKED
    later.unlock(PHRASE)
    assert state(later) is VaultState.PASSPHRASE


def test_a_recording_that_was_running_when_the_passphrase_was_chosen_survives_whole(
    vault: Vault, tmp_path: Path
) -> None:
    store = store_of(vault, tmp_path)
    logs = store.create()
    say(logs, 0, 20)
    vault.choose(PHRASE)
    store.warm_up()
    say(logs, 20, 20)
    until(lambda: logs.audio.series._turn_asked)
    say(logs, 40, 20)
    logs.close()
    assert len(list((tmp_path / "sessions" / logs.id).glob("audio-*.log"))) == 2
    later = begun(tmp_path)
    assert [each.readable for each in store_of(later, tmp_path).sessions()] == [False]
    later.unlock(PHRASE)
    again = store_of(later, tmp_path).reopen(logs.id)
    assert everything(again) == numbered(0, 60)
    again.close()


def test_a_recording_begun_before_the_passphrase_was_entered_costs_no_earlier_one(
    vault: Vault, tmp_path: Path
) -> None:
    """Both are of one day: the key in memory must not take the place of the one that is kept."""
    vault.choose(PHRASE)
    first = store_of(vault, tmp_path).create()
    say(first, 0, 10)
    first.close()
    second_start = begun(tmp_path)
    store = store_of(second_start, tmp_path)
    second = store.create()
    say(second, 100, 10)
    second_start.unlock(PHRASE)
    store.warm_up()
    say(second, 110, 10)
    second.close()
    third_start = begun(tmp_path)
    third_start.unlock(PHRASE)
    last = store_of(third_start, tmp_path)
    for logs, sound in ((first, numbered(0, 10)), (second, numbered(100, 20))):
        again = last.reopen(logs.id)
        assert everything(again) == sound
        again.close()


def test_another_passphrase_opens_the_same_and_the_old_one_nothing(
    vault: Vault, tmp_path: Path
) -> None:
    vault.choose(PHRASE)
    vault.set("log-key", "value")
    vault.change(PHRASE, "een heel andere zin")
    later = begun(tmp_path)
    with pytest.raises(WrongPassphraseError):
        later.unlock(PHRASE)
    later.unlock("een heel andere zin")
    assert later.get("log-key") == "value"


def test_what_is_forgotten_opens_never_again_and_a_new_one_can_be_chosen(
    vault: Vault, tmp_path: Path
) -> None:
    vault.choose(PHRASE)
    logs = store_of(vault, tmp_path).create()
    say(logs, 0, 10)
    logs.close()
    vault.forget()
    assert state(vault) is VaultState.UNDECIDED
    assert list((tmp_path / "keys" / "passphrase").iterdir()) == []
    vault.choose(PHRASE)
    with pytest.raises(ScribeError, match="cannot be read"):
        store_of(begun(tmp_path), tmp_path).reopen(logs.id)


def test_nothing_of_it_is_plain_on_the_disk(vault: Vault, tmp_path: Path) -> None:
    vault.choose(PHRASE)
    vault.set("log-key-2026-11-25", "kanariepiet")
    for path in tmp_path.rglob("*"):
        if path.is_file():
            raw = path.read_bytes()
            assert b"kanariepiet" not in raw
            assert b"2026" not in raw
            assert PHRASE.encode() not in raw
            assert path.stat().st_mode & 0o777 == 0o600


def test_deleting_a_secret_deletes_it_wherever_it_is(vault: Vault, tmp_path: Path) -> None:
    vault.set("early", "1")
    vault.choose(PHRASE)
    vault.set("late", "2")
    for name in ("early", "late"):
        assert vault.get(name) is not None
        vault.delete(name)
        assert vault.get(name) is None
    later = begun(tmp_path)
    later.unlock(PHRASE)
    assert later.get("early") is later.get("late") is None
