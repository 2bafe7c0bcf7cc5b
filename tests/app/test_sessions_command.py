"""`scribe-app sessions` on a real sealed store: lists, shows, exports, discards, recovers."""

import json
import os
import stat
from pathlib import Path
from typing import Any

import pytest

from scribe_app.app.main import main
from scribe_app.domain import events as ev
from scribe_app.domain.note import Episode, Note, Origin
from scribe_app.system.sealed_log.session_store import SealedStore
from tests.engine.vendors import environment_of, pairs_of
from tests.faults.log_rig import KnownSecrets
from tests.fixtures.left_behind import begun, crashed, kept
from tests.simulators import Voxist, running
from tests.simulators.sound import numbers, speech

NOTE = ev.NoteDraft(Note(Origin.ON_DEVICE, (Episode(subjective="Two weeks of cough."),)))
DONE = (ev.RecordingStopped(32_000), ev.Ended(True), NOTE)


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture
def store(profile: Path, monkeypatch: pytest.MonkeyPatch) -> SealedStore:
    """Return the profile's own store, under a keyring that outlives every run of the program."""
    monkeypatch.setattr("scribe_app.app.wiring.KeyringSecrets", KnownSecrets)
    (profile / "sessions").mkdir(parents=True)
    return SealedStore(profile / "sessions", KnownSecrets())


def run(profile: Path, *arguments: str) -> int:
    return main(["--profile", str(profile), "sessions", *arguments])


def finished(store: SealedStore) -> str:
    logs = begun(store, 4, 4, *DONE)
    logs.close()
    return logs.id


def told(profile: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    assert run(profile, "list", "--json") == 0
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return found


def test_the_list_says_when_how_long_and_how_far_and_never_what(
    profile: Path, store: SealedStore, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(profile) == 0
    assert capsys.readouterr().out == "There is no consultation on this disk.\n"
    done, torn = finished(store), crashed(store, 6, 2)
    open_elsewhere = begun(store, 2, 0)
    found = {each["id"]: each for each in told(profile, capsys)}
    assert found.keys() == {done, torn}
    assert (found[done]["state"], found[done]["unfinished"]) == ("to-review", False)
    assert (found[torn]["state"], found[torn]["seconds"]) == ("unfinished", 3.0)
    assert run(profile) == 0
    out = capsys.readouterr().out
    assert torn in out
    assert "0:03" in out
    assert "w0" not in out
    assert "cough" not in out
    open_elsewhere.leave()


def test_one_is_shown_in_every_form(
    profile: Path, store: SealedStore, capsys: pytest.CaptureFixture[str]
) -> None:
    done = finished(store)
    shown = {}
    for form in ("text", "json", "jsonl", "srt", "vtt", "fhir"):
        assert run(profile, "show", done[:8], "--format", form) == 0
        shown[form] = capsys.readouterr().out
    assert shown["text"].startswith("w0\nw1\nw2\nw3\n")
    assert "S: Two weeks of cough." in shown["text"]
    document = json.loads(shown["json"])
    assert document["ledger"]["captured"] == document["ledger"]["covered"] == 2.0
    assert json.loads(shown["jsonl"].splitlines()[0])["event"] == "RecordingStarted"
    assert shown["vtt"].startswith("WEBVTT")
    assert "w3" in shown["srt"]
    assert json.loads(shown["fhir"])["resourceType"]


def test_an_export_is_a_new_file_in_the_chosen_folder_and_only_there(
    profile: Path, store: SealedStore, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done, folder = finished(store), tmp_path / "out"
    folder.mkdir()
    paths = []
    for _ in range(2):
        assert run(profile, "export", done, "--to", str(folder)) == 0
        paths.append(Path(capsys.readouterr().out.strip()))
    assert sorted(folder.iterdir()) == sorted(paths)
    assert len(set(paths)) == 2
    assert stat.S_IMODE(paths[0].stat().st_mode) == 0o600
    assert [json.loads(path.read_text())["duration"] for path in paths] == [2.0, 2.0]
    assert run(profile, "export", done, "--to", str(tmp_path / "absent")) == 6
    assert capsys.readouterr().err == "scribe-app: That folder cannot be written in.\n"


def test_what_is_discarded_gives_a_receipt_and_is_gone(
    profile: Path, store: SealedStore, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = finished(store), crashed(store, 2, 0)
    assert run(profile, "discard", first) == 0
    assert capsys.readouterr().out.startswith(f"Discarded {first}: its key was destroyed at 20")
    assert run(profile, "discard", second, "--json") == 0
    receipt = json.loads(capsys.readouterr().out)
    assert (receipt["id"], receipt["removed"]) == (second, True)
    assert told(profile, capsys) == []
    assert list((profile / "sessions").iterdir()) == []


@pytest.mark.parametrize("wanted", ["", "abc", "0" * 32, "../sessions", "*"])
def test_what_is_not_there_is_one_sentence(
    profile: Path, store: SealedStore, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    kept_one = finished(store)
    for action in ("show", "export", "discard"):
        assert run(profile, action, wanted) == 2
        said = capsys.readouterr().err
        assert said == "scribe-app: There is no consultation of that id that can be had now.\n"
    assert [each["id"] for each in told(profile, capsys)] == [kept_one]


def test_one_whose_key_is_gone_can_only_be_discarded(
    profile: Path, store: SealedStore, capsys: pytest.CaptureFixture[str]
) -> None:
    done = finished(store)
    os.truncate(profile / "sessions" / done / "session.key", 0)
    assert [each["state"] for each in told(profile, capsys)] == ["unreadable"]
    assert run(profile, "show", done) == 6
    assert capsys.readouterr().err == "scribe-app: A consultation on this disk cannot be read.\n"
    assert run(profile, "discard", done) == 0
    capsys.readouterr()
    assert told(profile, capsys) == []


def test_recovering_finishes_every_unfinished_one_with_the_vendor_that_is_named(
    profile: Path,
    store: SealedStore,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    began = ev.RecordingStarted("numbered", "fr")
    done = finished(store)
    for _ in range(2):
        kept(store, speech(2), began).leave()
    server = Voxist()
    with running(server):
        for name, value in environment_of(server).items():
            monkeypatch.setenv(name, value)
        pairs = [part for pair in pairs_of(server) for part in ("--set", pair)]
        assert run(profile, "recover", "--vendor", "voxist", *pairs) == 0
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[1] for line in out] == ["finished", "finished"]
    left = told(profile, capsys)
    assert {each["state"] for each in left} == {"to-review"}
    for each in left:
        if each["id"] != done:
            assert run(profile, "show", each["id"], "--format", "json") == 0
            document = json.loads(capsys.readouterr().out)
            assert document["engines"] == ["voxist"]
            texts = [utterance["text"] for utterance in document["utterances"]]
            assert [n for text in texts for n in numbers(text)] == list(range(2))
    assert run(profile, "recover") == 0
    assert capsys.readouterr().out == "Nothing is unfinished.\n"


def test_what_cannot_be_recovered_stays_and_says_why(
    profile: Path, store: SealedStore, capsys: pytest.CaptureFixture[str]
) -> None:
    torn = crashed(store, 4, 2)
    assert run(profile, "recover", "--vendor", "juvoly-v2") == 3
    told_us = capsys.readouterr()
    assert told_us.out == f"{torn}  not finished\n"
    assert told_us.err.startswith("scribe-app: Juvoly V2 needs the ")
    assert [each["state"] for each in told(profile, capsys)] == ["unfinished"]
