"""A passphrase at the command line, and what the settings can do with one."""

import os
from pathlib import Path

import pytest

from scribe_app.app.passphrase import VARIABLE, open_vault
from scribe_app.app.vault_desk import WorkshopVault
from scribe_app.app.wiring import Workshop
from scribe_app.domain.commands import SettingsChanged
from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.domain.keeping import VaultState
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.paths import profile
from scribe_app.system.sealed_log import passphrase
from tests.fixtures.scripted_desk import ScriptedDesk

PHRASE = "vier kleine blauwe fietsen"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase.choose_passphrase, "__defaults__", (None, 10))


def begun(folder: Path) -> Workshop:
    return Workshop(profile(folder), secrets=MemorySecrets(), policy=folder / "none.toml")


def test_the_environment_chooses_one_and_opens_it_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(2):
        monkeypatch.setenv(VARIABLE, PHRASE)
        workshop = begun(tmp_path)
        open_vault(workshop)
        assert workshop.vault_state() is VaultState.PASSPHRASE
        assert workshop.store.keeps_after_restart
        assert VARIABLE not in os.environ, "no other process gets it"


def test_a_wrong_one_is_a_refused_credential(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun(tmp_path).vault.choose(PHRASE)
    monkeypatch.setenv(VARIABLE, "not this one at all")
    with pytest.raises(ScribeError) as caught:
        open_vault(begun(tmp_path))
    assert caught.value.fault.kind is FaultKind.AUTH
    assert caught.value.fault.sentence == "That is not the passphrase."


def test_a_short_one_is_not_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "short")
    workshop = begun(tmp_path)
    with pytest.raises(ScribeError, match="12 characters"):
        open_vault(workshop)
    assert workshop.vault_state() is VaultState.UNDECIDED


def test_a_prompt_asks_only_where_something_is_locked_and_somebody_sits_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def ask(words: str) -> str:
        asked.append(words)
        return PHRASE

    open_vault(begun(tmp_path), prompt=True, ask=ask)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    open_vault(begun(tmp_path), prompt=True, ask=ask)
    assert asked == []
    begun(tmp_path).vault.choose(PHRASE)
    workshop = begun(tmp_path)
    open_vault(workshop, prompt=True, ask=ask)
    assert asked == ["Passphrase: "]
    assert workshop.vault_state() is VaultState.PASSPHRASE


@pytest.mark.asyncio
async def test_what_the_settings_ask_is_done_and_the_engine_hears_of_it(tmp_path: Path) -> None:
    workshop, desk = begun(tmp_path), ScriptedDesk()
    vault = WorkshopVault(workshop, desk)
    assert await vault.state() is VaultState.UNDECIDED
    assert (await vault.do_without()).fine
    assert await vault.state() is VaultState.MEMORY
    assert begun(tmp_path).vault_state() is VaultState.MEMORY, "it is chosen once"
    assert not (await vault.choose("short")).fine
    assert (await vault.choose(PHRASE)).fine
    assert not (await vault.change("wrong", PHRASE)).fine
    assert not (await vault.change(PHRASE, "short")).fine
    assert (await vault.change(PHRASE, "een heel andere zin")).fine
    again = WorkshopVault(begun(tmp_path), desk)
    answer = await again.unlock(PHRASE)
    assert (answer.fine, answer.sentence) == (False, "That is not the passphrase.")
    assert (await again.unlock("een heel andere zin")).fine
    assert (await again.forget()).fine
    assert await again.state() is VaultState.MEMORY
    assert set(desk.asked) == {SettingsChanged()}
