"""Private moments and forgotten stretches, through the whole engine and in the log on the disk."""

from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.faults import FaultKind
from scribe_app.domain.folding import folded
from scribe_app.domain.note import Section
from scribe_app.domain.session import Phase
from scribe_app.engine import journal
from scribe_app.engine.forgetting import caught_up
from scribe_app.ports.log import HoleKind, SessionLogs
from tests.engine.rig import Rig, rig
from tests.engine.test_engine import record, said
from tests.faults.forget_rig import after_a_crash, sound
from tests.fixtures.scripted import Script, ScriptedDialler, numbered
from tests.gates import LogGate

HALF = 8_000


def heard(bench: Rig, words: int) -> None:
    """Wait until so many words are in the transcript."""
    bench.until(lambda s: len(s.consultation.transcript.finals) == words)


def stopped(bench: Rig) -> None:
    bench.engine.submit(cmd.Stop())
    bench.until_phase(Phase.REVIEW)


def reopened(bench: Rig) -> SessionLogs:
    """Return the logs as the next start finds them."""
    bench.engine.close()
    (summary,) = bench.store.sessions()
    return bench.store.reopen(summary.id)


def test_nothing_is_captured_while_private(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 2)
        bench.engine.submit(cmd.BeginPrivate())
        bench.until_phase(Phase.PRIVATE)
        bench.source.say(3)
        assert bench.engine.level() == 0.0
        bench.engine.submit(cmd.EndPrivate())
        bench.until_phase(Phase.RECORDING)
        bench.source.say(2)
        stopped(bench)
        assert bench.words() == ["w0", "w1", "w5", "w6"]
        assert bench.snapshots[-1].ledger.private == (1.0,)
        assert bench.snapshots[-1].ledger.captured == 2.0
        sent = sum(each.received for each in bench.dialler.made)
        assert sent == 4 * HALF
        logs = reopened(bench)
        assert sound(logs) == b"".join(map(numbered, (0, 1, 5, 6)))
        events = list(journal.replayed(logs.events.records()))
        assert [e for e in events if isinstance(e, ev.PrivateBegan | ev.PrivateEnded)] == [
            ev.PrivateBegan(2 * HALF),
            ev.PrivateEnded(2 * HALF),
        ]
        logs.close()


def test_a_key_that_is_let_go_at_once_leaves_nobody_private(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 1)
        for _ in range(20):
            bench.engine.submit(cmd.BeginPrivate())
            bench.engine.submit(cmd.EndPrivate())
        bench.until(lambda s: len(s.consultation.private) == 20)
        back = bench.until_phase(Phase.RECORDING)
        bench.source.say(1)
        heard(bench, 2)
        assert back.consultation.private == (0.5,) * 20


def test_a_pause_ends_a_private_moment_and_none_begins_in_it(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 1)
        bench.engine.submit(cmd.BeginPrivate())
        bench.until_phase(Phase.PRIVATE)
        bench.engine.submit(cmd.Pause())
        bench.until_phase(Phase.PAUSED)
        bench.engine.submit(cmd.EndPrivate())
        bench.engine.submit(cmd.BeginPrivate())
        bench.source.say(1)
        bench.engine.submit(cmd.Resume())
        bench.until_phase(Phase.RECORDING)
        bench.source.say(1)
        stopped(bench)
        assert bench.words() == ["w0", "w2"]


def test_a_recording_that_is_stopped_while_private_is_finished(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 2)
        bench.engine.submit(cmd.BeginPrivate())
        bench.until_phase(Phase.PRIVATE)
        stopped(bench)
        assert bench.words() == said(2)


def test_the_last_seconds_are_gone_from_screen_and_disk(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 12)
        heard(bench, 12)
        bench.engine.submit(cmd.EditSection(0, Section.PLAN, "mine"))
        bench.engine.submit(cmd.Forget(3.0))
        gone = bench.until(lambda s: bool(s.consultation.forgotten.parts))
        assert [u.text for u in gone.consultation.transcript.finals] == said(6)
        bench.source.say(2)
        heard(bench, 8)
        stopped(bench)
        done = bench.snapshots[-1]
        assert bench.words() == [*said(6), "w12", "w13"]
        assert done.ledger.forgotten == ((3.0, 6.0),)
        assert done.ledger.is_complete
        assert done.consultation.note.episodes[0].subjective == " ".join(bench.words())
        assert done.consultation.note.episodes[0].plan == "mine"
        logs = reopened(bench)
        assert sound(logs) == (
            b"".join(map(numbered, range(6))) + bytes(12 * HALF) + numbered(12) + numbered(13)
        )
        records = list(logs.events.records())
        assert not any(f'"w{n}"'.encode() in each for n in range(6, 12) for each in records)
        assert ev.Forgotten(6 * HALF, 12 * HALF) in journal.replayed(records)
        assert folded(journal.replayed(records)) == done.consultation
        logs.close()


def test_what_was_not_sent_yet_is_not_sent_and_late_words_are_dropped(tmp_path: Path) -> None:
    scripts = [Script(ready=False), Script()]
    with rig(tmp_path, ScriptedDialler(scripts)) as bench:
        record(bench, 10)
        bench.until(lambda s: s.ledger.captured == 5.0)
        bench.engine.submit(cmd.Forget(2.0))
        bench.until(lambda s: bool(s.consultation.forgotten.parts))
        bench.until(lambda s: len(s.consultation.epochs) == 1)
        stopped(bench)
        assert bench.words() == said(6)
        assert bench.dialler.made[-1].heard_numbers == set(range(6))


def test_a_note_that_was_made_is_made_again_without_it(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 6)
        stopped(bench)
        bench.engine.submit(cmd.Forget(1.0))
        done = bench.until(lambda s: len(s.consultation.drafts) == 2)
        assert done.consultation.note.episodes[0].subjective == " ".join(said(4))
        assert all(
            "w5" not in each.note.episodes[0].subjective for each in done.consultation.drafts
        )


def test_more_than_there_is_is_everything(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 4)
        heard(bench, 4)
        bench.engine.submit(cmd.Forget(60.0))
        bench.until(lambda s: bool(s.consultation.forgotten.parts))
        stopped(bench)
        assert bench.words() == []


def test_a_disk_that_refuses_is_asked_again_and_the_screen_is_clean_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scribe_app.engine.forgetting._AGAIN_SECONDS", 0.05)
    with rig(tmp_path) as bench:
        record(bench, 6)
        heard(bench, 6)
        bench.until(lambda s: s.ledger.stored == 3.0)
        (folder,) = (each for each in tmp_path.iterdir() if each.is_dir())
        hidden = folder.with_name("hidden")
        folder.rename(hidden)
        folder.write_text("no folder")
        bench.engine.submit(cmd.Forget(1.0))
        seen = bench.until(lambda s: s.fault is not None and s.fault.kind is FaultKind.STORAGE)
        assert [u.text for u in seen.consultation.transcript.finals] == said(4)
        folder.unlink()
        hidden.rename(folder)
        bench.until(lambda s: s.fault is None)
        stopped(bench)
        logs = reopened(bench)
        assert sound(logs)[: 8 * HALF] == b"".join(map(numbered, range(4)))
        assert not any(sound(logs)[8 * HALF :])
        logs.close()


def test_what_a_crash_left_half_forgotten_is_caught_up_with(tmp_path: Path) -> None:
    """The program ended between the record that says so and the first thing it destroyed."""
    with rig(tmp_path) as bench:
        record(bench, 6)
        stopped(bench)
        done = bench.snapshots[-1]
        logs = reopened(bench)
        logs.events.append(journal.encode(ev.Forgotten(4 * HALF, 6 * HALF)))
        caught_up(logs)
        records = list(logs.events.records())
        assert not any(b"w4" in each or b"w5" in each for each in records)
        assert not any(sound(logs)[8 * HALF :])
        assert [hole.kind for hole in logs.audio.holes] == [HoleKind.FORGOTTEN]
        left = folded(journal.replayed(records)).transcript.finals
        assert left == done.consultation.transcript.finals[:4]
        caught_up(logs)
        assert list(logs.events.records()) == records
        logs.close()


def test_a_crash_at_any_moment_leaves_it_undone_or_done(tmp_path: Path, log_gate: LogGate) -> None:
    log_gate.expect("log-sync-failed")
    seen = {after_a_crash(tmp_path / str(calls), calls) for calls in (0, 4, 9, 14, 25)}
    assert seen == {"undone", "done"}
