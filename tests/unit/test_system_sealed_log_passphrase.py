"""A passphrase instead of a keyring: what it seals survives a restart, for who knows it."""

from pathlib import Path

import pytest

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.system.sealed_log import SealedStore
from scribe_app.system.sealed_log.passphrase import (
    FILE_NAME,
    LOG2_N,
    PassphraseSecrets,
    WrongPassphraseError,
    change_passphrase,
    choose_passphrase,
    has_passphrase,
    open_passphrase,
)
from tests.faults.log_rig import everything, numbered

QUICK = 10
PHRASE = "vier kleine blauwe fietsen"


@pytest.fixture
def keys(tmp_path: Path) -> PassphraseSecrets:
    return choose_passphrase(tmp_path / "keys", PHRASE, log2_n=QUICK)


def test_a_recording_opens_again_with_the_passphrase(
    keys: PassphraseSecrets, tmp_path: Path
) -> None:
    store = SealedStore(tmp_path / "sessions", keys)
    assert store.keeps_after_restart
    logs = store.create()
    logs.audio.append(numbered(0, 10))
    logs.close()
    later = SealedStore(tmp_path / "sessions", open_passphrase(tmp_path / "keys", PHRASE))
    again = later.reopen(logs.id)
    assert everything(again) == numbered(0, 10)
    again.close()


def test_another_passphrase_is_told_apart_from_a_damaged_file(
    keys: PassphraseSecrets, tmp_path: Path
) -> None:
    with pytest.raises(WrongPassphraseError) as caught:
        open_passphrase(tmp_path / "keys", PHRASE.upper())
    assert caught.value.fault.kind is FaultKind.AUTH
    raw = bytearray((tmp_path / "keys" / FILE_NAME).read_bytes())
    for place in range(len(raw)):
        bent = bytearray(raw)
        bent[place] ^= 4
        (tmp_path / "keys" / FILE_NAME).write_bytes(bent)
        with pytest.raises(ScribeError, match="damaged or gone") as damaged:
            open_passphrase(tmp_path / "keys", PHRASE)
        assert damaged.value.fault.kind is FaultKind.STORAGE


def test_no_file_no_opening(tmp_path: Path) -> None:
    assert not has_passphrase(tmp_path)
    with pytest.raises(ScribeError, match="damaged or gone"):
        open_passphrase(tmp_path, PHRASE)


def test_a_passphrase_is_chosen_once(keys: PassphraseSecrets, tmp_path: Path) -> None:
    assert has_passphrase(tmp_path / "keys")
    with pytest.raises(ScribeError, match="already"):
        choose_passphrase(tmp_path / "keys", "another", log2_n=QUICK)


def test_a_changed_passphrase_opens_what_there_was(keys: PassphraseSecrets, tmp_path: Path) -> None:
    keys.set("log-key-1", "value")
    change_passphrase(tmp_path / "keys", PHRASE, "new one")
    assert open_passphrase(tmp_path / "keys", "new one").get("log-key-1") == "value"
    with pytest.raises(WrongPassphraseError):
        open_passphrase(tmp_path / "keys", PHRASE)


def test_secrets_come_and_go(keys: PassphraseSecrets, tmp_path: Path) -> None:
    assert keys.get("log-key-1") is None
    keys.set("log-key-1", "first")
    keys.set("log-key-1", "second")
    assert open_passphrase(tmp_path / "keys", PHRASE).get("log-key-1") == "second"
    keys.delete("log-key-1")
    keys.delete("log-key-1")
    assert keys.get("log-key-1") is None


def test_a_secret_stands_under_its_own_name_alone(keys: PassphraseSecrets, tmp_path: Path) -> None:
    keys.set("one", "value")
    (one,) = (tmp_path / "keys").glob("*.sealed")
    keys.set("two", "another")
    (two,) = set((tmp_path / "keys").glob("*.sealed")) - {one}
    one.replace(two)
    assert (keys.get("one"), keys.get("two")) == (None, None)


@pytest.mark.parametrize("name", ["../one", "a/b", "", "A", "vendor:token", "x" * 500, "a\0b"])
def test_any_name_can_be_a_secret_s(name: str, keys: PassphraseSecrets, tmp_path: Path) -> None:
    keys.set(name, "value")
    assert keys.get(name) == "value"
    assert {path.name for path in tmp_path.iterdir()} == {"keys"}


def test_nothing_on_the_disk_tells_the_secret(keys: PassphraseSecrets, tmp_path: Path) -> None:
    keys.set("one", "CANARY")
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert not any(b"CANARY" in raw or PHRASE.encode() in raw for raw in files)


def test_a_letter_may_be_typed_in_two_ways(tmp_path: Path) -> None:
    choose_passphrase(tmp_path, "caf\u00e9 noir", log2_n=QUICK)
    open_passphrase(tmp_path, "cafe\u0301 noir")


def test_a_disk_that_refuses_means_memory(keys: PassphraseSecrets, tmp_path: Path) -> None:
    (tmp_path / "keys").rename(tmp_path / "elsewhere")
    keys.set("one", "value")
    assert (keys.persistent, keys.get("one")) == (False, "value")


def test_every_guess_costs_a_lot() -> None:
    assert LOG2_N >= 17
