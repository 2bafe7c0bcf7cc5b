"""Who holds the keys is shown, and what is chosen while somebody records takes effect at once."""

from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.keeping import VaultState
from scribe_app.domain.session import Phase
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.sealed_log import SealedStore, passphrase
from scribe_app.system.vault import Vault
from tests.engine.rig import rig
from tests.engine.test_engine import record, said
from tests.fixtures.scripted import numbered


def test_a_passphrase_chosen_while_recording_keeps_that_recording(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(passphrase.choose_passphrase, "__defaults__", (None, 10))
    vault = Vault(MemorySecrets(), tmp_path / "keys" / "passphrase")
    store = SealedStore(tmp_path / "sessions", vault, provisional=True)
    with rig(tmp_path, store=store, vault=lambda: vault.state(without=False)) as bench:
        bench.until(lambda s: s.vault is VaultState.UNDECIDED)
        record(bench, 4)
        bench.until(lambda s: s.sealed_in_memory)
        vault.choose("vier kleine blauwe fietsen")
        bench.engine.submit(cmd.SettingsChanged())
        bench.until(lambda s: s.vault is VaultState.PASSPHRASE)
        bench.source.say(4)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(8)
        bench.engine.close()
    later = Vault(MemorySecrets(), tmp_path / "keys" / "passphrase")
    again = SealedStore(tmp_path / "sessions", later, provisional=True)
    assert [each.readable for each in again.sessions()] == [False]
    later.unlock("vier kleine blauwe fietsen")
    (summary,) = again.sessions()
    logs = again.reopen(summary.id)
    assert logs.audio.cursor().read(10**6) == b"".join(map(numbered, range(8)))
    logs.close()
