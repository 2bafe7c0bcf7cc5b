"""Audio files are sealed like a recording and transcribed in their turn, never over a recording."""

from pathlib import Path

from scribe_app.domain import commands as cmd
from scribe_app.domain.session import Phase
from scribe_app.engine.past import past_of
from scribe_app.ports.archive import Standing
from scribe_app.ports.desk import Snapshot
from tests.engine.rig import Rig, rig
from tests.fixtures.scripted import Script, ScriptedDialler, numbered
from tests.simulators.sound import write_wav


def wav(folder: Path, name: str, words: int) -> str:
    return str(write_wav(folder / name, b"".join(map(numbered, range(words)))))


def standings(shown: Snapshot) -> list[Standing]:
    return [each.standing for each in shown.archive.entries]


def words_of(bench: Rig, session_id: str) -> list[str]:
    past = past_of(bench.store.events(session_id))
    return [each.text for each in past.consultation.transcript.finals]


def test_files_are_sealed_and_transcribed_one_after_another(tmp_path: Path) -> None:
    paths = (wav(tmp_path, "one.wav", 6), wav(tmp_path, "two.wav", 4))
    with rig(tmp_path / "log") as bench:
        bench.engine.submit(cmd.ImportAudio(paths))
        done = bench.until(lambda s: standings(s) == [Standing.TO_REVIEW] * 2)
        first, second = done.archive.entries
        assert (first.seconds, second.seconds) == (3.0, 2.0)
        assert words_of(bench, first.id) == [f"w{n}" for n in range(6)]
        assert words_of(bench, second.id) == [f"w{n}" for n in range(4)]
        past = past_of(bench.store.events(first.id)).consultation
        assert (past.source, past.captured_samples) == ("one.wav", 48_000)
        together = [s for s in bench.snapshots if standings(s).count(Standing.WORKING) > 1]
        assert together == []


def test_nothing_is_imported_or_transcribed_over_a_recording(tmp_path: Path) -> None:
    path = wav(tmp_path, "one.wav", 4)
    with rig(tmp_path / "log", ScriptedDialler([Script()])) as bench:
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        bench.engine.submit(cmd.ImportAudio((path,)))
        bench.source.say(2)
        bench.until(lambda s: len(s.consultation.transcript.finals) == 2)
        assert bench.snapshots[-1].archive.entries == ()
        assert len(bench.dialler.made) == 1
        bench.engine.submit(cmd.Stop())
        bench.until(lambda s: standings(s) == [Standing.TO_REVIEW])


def test_a_file_that_cannot_be_read_is_said_and_leaves_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "bad.wav"
    bad.write_bytes(b"RIFF nothing of the kind")
    with rig(tmp_path / "log") as bench:
        bench.engine.submit(cmd.ImportAudio((str(bad),)))
        shown = bench.until(lambda s: s.fault is not None)
        assert shown.fault is not None
        assert shown.fault.sentence.startswith("bad.wav")
        assert bench.store.sessions() == ()
