"""What was left unfinished is shown as it was left, and finished without a word lost or doubled."""

from dataclasses import replace
from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.note import Episode, Note, Origin, Section
from scribe_app.domain.session import Phase
from scribe_app.engine import journal, standing
from scribe_app.ports.archive import Entry, Standing
from scribe_app.ports.desk import Snapshot
from tests.engine.rig import Rig, rig
from tests.fixtures.left_behind import begun, crashed
from tests.fixtures.scripted import Script, ScriptedDialler

UNREACHABLE = Fault(
    FaultKind.TRANSPORT, True, "The speech engine cannot be reached; check the network."
)
NOTE = ev.NoteDraft(Note(Origin.ON_DEVICE, (Episode(subjective="said"),)))


def said(count: int) -> list[str]:
    return [f"w{number}" for number in range(count)]


def listed(bench: Rig) -> tuple[Entry, ...]:
    """Return what a fresh look at the disk finds."""
    bench.until(lambda s: s.engine.vendor != "")
    bench.engine.submit(cmd.ListSessions())
    return bench.until(lambda s: s.archive.looked).archive.entries


def resumed(bench: Rig, session_id: str) -> Snapshot:
    """Have one opened and finished."""
    bench.engine.submit(cmd.OpenSession(session_id, finish=True))
    return bench.until(lambda s: s.session == session_id and is_whole(s))


def is_whole(shown: Snapshot) -> bool:
    """Return whether all of a consultation is transcribed and drafted."""
    ledger, drafts = shown.ledger, shown.consultation.drafts
    done = shown.state.phase is Phase.REVIEW and bool(drafts)
    return done and ledger.is_complete and ledger.unconfirmed == 0


@pytest.mark.parametrize("saved", [0, 1, 9, 20])
def test_words_said_and_saved_come_once_and_the_others_too(tmp_path: Path, saved: int) -> None:
    """Scenario 3: killed between what a vendor said and what of it was saved."""
    with rig(tmp_path) as bench:
        left = crashed(bench.store, 20, saved)
        done = resumed(bench, left)
        assert bench.words() == said(20)
        assert done.ledger.captured == done.ledger.covered == 10.0
        assert done.consultation.captured_samples == 160_000
        assert done.consultation.note.episodes[0].subjective == " ".join(said(20))
        ids = [each.id for each in done.consultation.transcript.finals]
        assert len(ids) == len(set(ids))


def test_what_was_left_is_offered_and_told_from_what_is_done(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        torn = crashed(bench.store, 4, 2)
        half = begun(bench.store, 4, 2, ev.RecordingStopped(32_000), ev.Ended(False), NOTE)
        bare = begun(bench.store, 4, 4, ev.RecordingStopped(32_000), ev.Ended(True))
        done = begun(bench.store, 4, 4, ev.RecordingStopped(32_000), ev.Ended(True), NOTE)
        taken = begun(bench.store, 4, 4, ev.Ended(True), NOTE, ev.Copied(0, None))
        silent = crashed(bench.store, 0, 0)
        for logs in (half, bare, done, taken):
            logs.close()
        found = {each.id: each for each in listed(bench)}
        assert {found[each].standing for each in (torn, half.id, bare.id, silent)} == {
            Standing.UNFINISHED
        }
        assert found[done.id].standing is Standing.TO_REVIEW
        assert found[taken.id].standing is Standing.COPIED
        assert (found[torn].engine, found[torn].language) == ("on-device", "en")
        assert found[torn].seconds == 2.0
        offered = [each.id for each in bench.snapshots[-1].archive.offered]
        assert sorted(offered) == sorted([torn, half.id, bare.id])


def test_edits_names_and_copies_of_before_stay(tmp_path: Path) -> None:
    before = (
        NOTE,
        ev.SectionEdited(0, Section.PLAN, "rest"),
        ev.SpeakerNamed("1", "Doctor"),
        ev.Copied(0, Section.PLAN),
    )
    with rig(tmp_path) as bench:
        left = crashed(bench.store, 6, 3, *before)
        done = resumed(bench, left).consultation
        assert done.note.episodes[0].plan == "rest"
        assert done.note.episodes[0].subjective == " ".join(said(6))
        assert done.speakers == (("1", "Doctor"),)
        assert len(done.drafts) == 2


def test_a_consultation_opens_as_it_was_left_and_can_be_written_on(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        left = begun(bench.store, 4, 4, ev.RecordingStopped(32_000), ev.Ended(True), NOTE)
        left.close()
        bench.engine.submit(cmd.OpenSession(left.id))
        shown = bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(4)
        assert shown.ledger.captured == shown.ledger.stored == 2.0
        assert bench.dialler.made == [], "there was nothing to transcribe"
        bench.engine.submit(cmd.EditSection(0, Section.OBJECTIVE, "well"))
        bench.until(lambda s: s.consultation.note.episodes[0].objective == "well")
    records = [journal.decode(each) for each in bench.store.events(left.id)]
    assert records[-1] == ev.SectionEdited(0, Section.OBJECTIVE, "well")


def test_a_recording_goes_first_and_what_it_pushed_aside_goes_on_later(tmp_path: Path) -> None:
    scripts = [Script(ready=False), Script()]
    with rig(tmp_path, ScriptedDialler(scripts)) as bench:
        left = crashed(bench.store, 8, 3)
        bench.engine.submit(cmd.OpenSession(left, finish=True))
        bench.until_phase(Phase.FINISHING)
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        bench.source.say(2)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(2)
        resumed(bench, left)
        assert bench.words() == said(8)


def test_what_waits_is_finished_out_of_sight_one_after_another(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        left = tuple(crashed(bench.store, 6, number) for number in range(3))
        listed(bench)
        bench.engine.submit(cmd.FinishLater(left))
        bench.until(lambda s: s.archive.entries[0].standing is Standing.WORKING)
        done = bench.until(
            lambda s: all(each.standing is Standing.TO_REVIEW for each in s.archive.entries)
        )
        assert len(done.archive.entries) == 3
        assert {s.state.phase for s in bench.snapshots} == {Phase.IDLE}


def test_what_is_finished_out_of_sight_stands_back_for_a_recording(tmp_path: Path) -> None:
    with rig(tmp_path, ScriptedDialler([Script(ready=False), Script()])) as bench:
        left = crashed(bench.store, 6, 1)
        listed(bench)
        bench.engine.submit(cmd.FinishLater((left,)))
        bench.until(lambda _: bool(bench.dialler.made))
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        bench.engine.submit(cmd.Stop())
        bench.until(
            lambda s: any(
                each.id == left and each.standing is Standing.TO_REVIEW
                for each in s.archive.entries
            )
        )


def test_what_is_discarded_is_gone_also_when_it_is_open(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        first, second = crashed(bench.store, 4, 4), crashed(bench.store, 4, 4)
        bench.engine.submit(cmd.OpenSession(first))
        bench.until_phase(Phase.REVIEW)
        for each in (first, second):
            bench.engine.submit(cmd.DiscardSession(each))
            bench.until(lambda s, gone=each: s.archive.discarded == gone)  # type: ignore[misc]
        left = bench.until(lambda s: s.archive.looked and not s.archive.entries)
        assert left.archive.cleared
        assert left.state.phase is Phase.IDLE
        assert left.consultation.source == ""
        assert list(tmp_path.iterdir()) == []


def test_a_recording_is_never_discarded(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        bench.engine.submit(cmd.Start())
        shown = bench.until(lambda s: s.state.phase is Phase.RECORDING and s.session != "")
        bench.engine.submit(cmd.DiscardSession(shown.session))
        bench.source.say(2)
        bench.engine.submit(cmd.Stop())
        bench.until_phase(Phase.REVIEW)
        assert bench.words() == said(2)


def test_one_that_is_gone_is_said_and_the_window_keeps_what_it_shows(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        kept = crashed(bench.store, 4, 4)
        bench.engine.submit(cmd.OpenSession(kept))
        bench.until_phase(Phase.REVIEW)
        bench.engine.submit(cmd.OpenSession("0" * 32))
        shown = bench.until(lambda s: s.fault is not None)
        assert shown.fault is not None
        assert shown.fault.sentence == "A consultation on this disk cannot be read."
        assert shown.session == kept


def test_what_is_unfinished_is_finished_by_itself_where_that_is_set(tmp_path: Path) -> None:
    with rig(tmp_path, finishes_itself=True) as bench:
        crashed(bench.store, 6, 2)
        listed(bench)
        bench.until(lambda s: s.archive.entries[0].standing is Standing.TO_REVIEW)


def test_what_cannot_be_finished_by_itself_is_tried_once_and_offered(tmp_path: Path) -> None:
    dialler = ScriptedDialler(refusal=replace(UNREACHABLE, retryable=False))
    with rig(tmp_path, dialler, finishes_itself=True) as bench:
        crashed(bench.store, 6, 2)
        listed(bench)
        bench.until(lambda s: s.archive.entries[0].standing is Standing.WORKING)
        bench.until(lambda s: bool(s.archive.offered))
        bench.engine.submit(cmd.ListSessions())
        seen = len(bench.snapshots)
        bench.until(lambda _: len(bench.snapshots) > seen)
        assert bench.snapshots[-1].archive.offered


def test_without_a_network_everything_is_recorded_and_transcribed_once_it_is_back(
    tmp_path: Path,
) -> None:
    """Scenario 8: nobody can be reached for the whole consultation, then somebody can."""
    with rig(tmp_path, ScriptedDialler(refusal=UNREACHABLE)) as bench:
        bench.engine.submit(cmd.Start())
        bench.until_phase(Phase.RECORDING)
        bench.source.say(12)
        bench.engine.submit(cmd.Stop())
        kept = bench.until_phase(Phase.REVIEW)
        assert (kept.ledger.captured, kept.ledger.stored) == (6.0, 6.0)
        assert kept.ledger.unconfirmed == 6.0
        assert bench.words() == []
        bench.engine.submit(cmd.EditSection(0, Section.PLAN, "rest"))
        bench.dialler.refusal = None
        bench.engine.submit(cmd.OpenSession(kept.session, finish=True))
        done = bench.until(lambda s: s.ledger.covered == 6.0 and s.state.phase is Phase.REVIEW)
        assert bench.words() == said(12)
        assert done.ledger.gaps == ()
        assert done.consultation.note.episodes[0].plan == "rest"
        assert done.consultation.note.episodes[0].subjective == " ".join(said(12))


def test_the_program_ends_while_something_is_finished_out_of_sight(tmp_path: Path) -> None:
    with rig(tmp_path, ScriptedDialler([Script(ready=False)])) as bench:
        left = crashed(bench.store, 6, 1)
        listed(bench)
        bench.engine.submit(cmd.FinishLater((left,)))
        bench.until(lambda _: bool(bench.dialler.made))
    (entry,) = standing.listed(bench.store)
    assert entry.is_offered


def test_one_that_the_next_recording_left_unfinished_is_offered_after_it(tmp_path: Path) -> None:
    with rig(tmp_path, ScriptedDialler(refusal=UNREACHABLE)) as bench:
        listed(bench)
        ids = []
        for number in (1, 2):
            bench.engine.submit(cmd.Start())
            shown = bench.until(lambda s, n=number: s.number == n and s.session != "")  # type: ignore[misc]
            ids.append(shown.session)
            bench.source.say(2)
            bench.engine.submit(cmd.Stop())
            bench.until_phase(Phase.REVIEW)
        left = bench.until(lambda s: bool(s.archive.offered))
        assert [each.id for each in left.archive.offered] == ids[:1]
