"""The engine from key press to note: every number that was said stands in the transcript once."""

from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.folding import folded
from scribe_app.domain.note import Section
from scribe_app.domain.session import Link, Phase
from scribe_app.engine import journal
from scribe_app.system.sealed_log.segment import open_segment
from tests.engine.rig import Rig, rig
from tests.fixtures.scripted import REFUSED, NumberedSource, Script, ScriptedDialler


def said(count: int) -> list[str]:
    return [f"w{number}" for number in range(count)]


def record(bench: Rig, words: int) -> None:
    bench.engine.submit(cmd.Start())
    bench.until_phase(Phase.RECORDING)
    bench.source.say(words)


def test_what_is_said_is_transcribed_once_and_covered(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 20)
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(20)
        assert done.ledger.captured == done.ledger.covered == done.ledger.stored == 10.0
        assert done.ledger.is_complete
        assert done.state.link is Link.NONE


def test_a_recogniser_that_dies_is_replayed_without_a_seam(tmp_path: Path) -> None:
    scripts = [Script(dies_after=7), Script(dies_after=9), Script()]
    with rig(tmp_path, ScriptedDialler(scripts)) as bench:
        record(bench, 40)
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(40)
        assert len(done.consultation.epochs) == 3
        assert any(s.state.link is Link.RECONNECTING for s in bench.snapshots)
        before = [told["text"] for r in bench.dialler.made for told in r.told[1:2]]
        assert before[0] == " ".join(said(40)[:5])
        assert done.fault is None


def test_a_recogniser_that_always_dies_leaves_marked_gaps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scribe_app.engine.patience._SECONDS", 1.0)  # what ten are for: patience
    monkeypatch.setattr("scribe_app.engine.patience._LAST_TRIES", 2)
    silent = Script(fault={"kind": "vendor", "sentence": "It cannot hear."})
    with rig(tmp_path, ScriptedDialler([Script(dies_after=1), silent])) as bench:
        record(bench, 6)
        bench.until(lambda s: s.state.link is Link.DOWN)
        bench.source.say(2)
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        assert bench.words() == ["w0"]
        assert done.ledger.captured == 4.0
        assert done.ledger.unconfirmed == pytest.approx(3.5)
        assert done.ledger.gaps == ((0.5, 4.0),)
        assert done.fault is not None
        assert done.fault.sentence == "It cannot hear."


def test_a_recogniser_that_never_gets_ready_is_given_up_and_said(tmp_path: Path) -> None:
    with rig(tmp_path, ScriptedDialler([Script(ready=False)])) as bench:
        record(bench, 3)
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        assert done.fault is not None
        assert done.fault.sentence == "The speech engine did not get ready in time."
        assert done.ledger.stored == done.ledger.unconfirmed == 1.5


def test_a_recogniser_that_never_says_it_is_done_is_left_once_all_is_covered(
    tmp_path: Path,
) -> None:
    with rig(tmp_path, ScriptedDialler([Script(ends=False)])) as bench:
        record(bench, 3)
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(3)
        assert done.fault is None
        assert done.ledger.is_complete


def test_what_is_said_before_the_recogniser_is_ready_is_transcribed(tmp_path: Path) -> None:
    """Words from the first sample on are in the log, and the late recogniser reads the log."""
    with rig(tmp_path, ScriptedDialler([Script(ready=False), Script()])) as bench:
        record(bench, 6)
        bench.until(lambda s: len(s.consultation.epochs) == 1)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(6)


def test_recording_goes_on_where_the_model_is_missing(tmp_path: Path) -> None:
    with rig(tmp_path, ScriptedDialler(refusal=REFUSED)) as bench:
        record(bench, 4)
        bench.until(lambda s: s.fault == REFUSED)
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        assert done.ledger.stored == done.ledger.captured == 2.0


def test_a_microphone_that_refuses_is_one_sentence(tmp_path: Path) -> None:
    busy = Fault(FaultKind.DEVICE, False, "The microphone is busy.")
    with rig(tmp_path, source=NumberedSource(busy)) as bench:
        bench.engine.submit(cmd.Start())
        seen = bench.until(lambda s: s.fault is not None and s.state.phase is Phase.IDLE)
        assert seen.fault == busy
        assert bench.source.closed


def test_a_microphone_that_vanishes_ends_the_recording_with_everything_kept(
    tmp_path: Path,
) -> None:
    gone = Fault(FaultKind.DEVICE, True, "The microphone is gone.")
    with rig(tmp_path) as bench:
        record(bench, 5)
        bench.source.end(gone)
        done = bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(5)
        assert done.fault == gone


def test_nothing_is_written_while_paused(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 2)
        bench.engine.submit(cmd.Pause())
        bench.until_phase(Phase.PAUSED)
        bench.source.say(2)
        bench.engine.submit(cmd.Resume())
        bench.until_phase(Phase.RECORDING)
        bench.source.say(2)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert bench.words() == ["w0", "w1", "w4", "w5"]


def test_only_zeros_are_noticed(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 1)
        bench.source.offer(bytes(2 * 16_000 * 4))
        bench.until(lambda s: s.no_signal)
        bench.source.say(1)
        bench.until(lambda s: not s.no_signal)


def test_typed_text_outlives_every_draft(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 2)
        bench.engine.submit(cmd.EditSection(0, Section.PLAN, "mine"))
        bench.engine.submit(cmd.DraftNote())
        bench.until_phase(Phase.REVIEW)
        bench.engine.submit(cmd.DraftNote())
        done = bench.until(lambda s: len(s.consultation.drafts) == 2)
        assert done.consultation.note.episodes[0].plan == "mine"


def test_a_second_consultation_starts_empty(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 2)
        bench.engine.submit(cmd.Stop())
        first = bench.until_phase(Phase.REVIEW)
        bench.engine.submit(cmd.Start())
        second = bench.until(lambda s: s.number == first.number + 1)
        assert second.consultation.transcript.finals == ()
        bench.until_phase(Phase.RECORDING)


def test_a_start_that_is_refused_leaves_the_former_note_in_place(tmp_path: Path) -> None:
    busy = Fault(FaultKind.DEVICE, False, "The microphone is busy.")
    sources = [NumberedSource(), NumberedSource(busy)]
    with rig(tmp_path, source=sources[0], open_source=lambda _: sources.pop(0)) as bench:
        record(bench, 2)
        bench.engine.submit(cmd.Stop())
        first = bench.until_phase(Phase.REVIEW)
        bench.engine.submit(cmd.Start())
        refused = bench.until(lambda s: s.fault == busy)
        assert refused.number == first.number
        bench.engine.submit(cmd.EditSection(0, Section.PLAN, "still mine"))
        kept = bench.until(lambda s: s.consultation.note.episodes[0].plan == "still mine")
        assert kept.consultation.transcript == first.consultation.transcript


def test_the_log_on_disk_is_the_consultation(tmp_path: Path) -> None:
    with rig(tmp_path, ScriptedDialler([Script(dies_after=5), Script()])) as bench:
        record(bench, 10)
        bench.engine.submit(cmd.EditSection(0, Section.PLAN, "mine"))
        bench.engine.submit(cmd.Stop())
        done = bench.until_phase(Phase.REVIEW)
        bench.engine.close()
        (path,) = tmp_path.rglob("events-*.log")
        _, reader = open_segment(path, bench.store.keys.named)
        assert folded(journal.replayed(reader.records())) == done.consultation


def test_closing_while_recording_keeps_what_was_heard(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        record(bench, 8)
        bench.until(lambda s: len(s.consultation.transcript.finals) == 8)
        bench.engine.close()
        assert bench.source.closed
        sealed = list(tmp_path.rglob("*"))
        assert any(path.is_file() and path.stat().st_size > 8 * 16_000 for path in sealed)
