"""The engine with its real recogniser: a child that is killed is replaced, and nothing is lost."""

import re
import threading
from pathlib import Path

import psutil
import pytest

from scribe_app.app.choosing import Wishes
from scribe_app.app.follow import Follower
from scribe_app.app.recognisers import model_store
from scribe_app.app.wiring import Workshop
from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.ports.desk import Snapshot
from scribe_app.system.audio_file import AudioFile
from scribe_app.system.keyring_secrets import MemorySecrets
from scribe_app.system.paths import profile

SAID = (
    "and so my fellow americans ask not what your country can do for you "
    "ask what you can do for your country"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("profile")
    model_store(made / "models").ensure("whisper-base")
    return made


def heard(snapshot: Snapshot) -> list[str]:
    text = " ".join(u.text for u in snapshot.consultation.transcript.finals)
    return re.findall(r"[a-z]+", text.lower())


def recognisers() -> list[psutil.Process]:
    return [p for p in psutil.Process().children() if "worker" in " ".join(p.cmdline())]


@pytest.mark.parametrize("after", [1, 2])
def test_a_killed_recogniser_costs_no_word_and_doubles_none(
    folder: Path, shared_data: Path, after: int
) -> None:
    """Kill the child (-9) after so many finals, in the middle of the sentence."""
    finals = 0
    killed = threading.Event()

    def kill(event: ev.Event) -> None:
        nonlocal finals
        finals += isinstance(event, ev.Final)
        if finals == after and not killed.is_set():
            killed.set()
            for child in recognisers():
                child.kill()

    source = AudioFile(shared_data / "audio" / "en" / "jfk.flac", pace=1.0)
    workshop = Workshop(profile(folder), Wishes(language="en"), MemorySecrets())
    with Follower(workshop.engine(lambda _: source, observer=kill)) as follower:
        follower.engine.submit(cmd.Start())
        snapshot = follower.finished()
    assert killed.is_set()
    assert len(snapshot.consultation.epochs) == 2
    assert snapshot.fault is None
    assert snapshot.ledger.is_complete
    assert heard(snapshot) == SAID.split()


def test_no_recogniser_is_left_behind(folder: Path, shared_data: Path) -> None:
    source = AudioFile(shared_data / "audio" / "en" / "jfk.flac", pace=1.0)
    workshop = Workshop(profile(folder), Wishes(language="en"), MemorySecrets())
    engine = workshop.engine(lambda _: source)
    seen = threading.Event()
    engine.start()
    engine.subscribe(lambda s: s.consultation.transcript.utterances and seen.set())
    engine.submit(cmd.Start())
    assert seen.wait(20)
    engine.close()
    assert recognisers() == []
