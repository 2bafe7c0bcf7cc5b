"""What a microphone tells beside its sound: gaps keep the time, troubles and moves are shown."""

from pathlib import Path

import pytest

from scribe_app.domain import commands as cmd
from scribe_app.domain import events as ev
from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.microphone import GapReason
from scribe_app.domain.session import Phase
from scribe_app.engine import journal
from tests.engine.rig import Rig, rig
from tests.fixtures.scripted import NumberedSource, numbered

GONE = Fault(FaultKind.DEVICE, True, "The microphone is gone.")
HOUR = 3_600 * 16_000


class HandClock:
    """A clock that stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def recording(bench: Rig, words: int) -> NumberedSource:
    bench.engine.submit(cmd.Start())
    bench.until_phase(Phase.RECORDING)
    bench.source.say(words)
    bench.until(lambda s: len(s.consultation.transcript.finals) == words)
    return bench.source


def finished(bench: Rig) -> None:
    bench.engine.submit(cmd.Stop())
    bench.until_phase(Phase.REVIEW)


def gaps(bench: Rig) -> list[ev.Gap]:
    """Close the engine and return the gaps that are in its log."""
    bench.engine.close()
    logs = bench.store.reopen(bench.store.sessions()[-1].id)
    found = [e for e in journal.replayed(logs.events.records()) if isinstance(e, ev.Gap)]
    logs.close()
    return found


def test_a_gap_is_zeros_of_its_length_and_moves_no_word(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        source = recording(bench, 2)
        source.gap(8 * 16_000 + 5)
        source.say(2)
        finished(bench)
        done = bench.snapshots[-1]
        assert bench.words() == ["w0", "w1", "w2", "w3"]
        starts = [each.start for each in done.consultation.transcript.finals]
        assert starts == pytest.approx([0.0, 0.5, 9.0, 9.5], abs=0.001)
        assert done.ledger.missing == ((1.0, 9.0003125),)
        assert done.ledger.is_complete
        spoken = [numbered(word) for word in range(4)]
        zeros = bytes(2 * (8 * 16_000 + 5))
        assert bench.audio() == b"".join([*spoken[:2], zeros, *spoken[2:]])
        assert gaps(bench) == [ev.Gap(16_000, 8 * 16_000 + 5, GapReason.DEVICE)]


def test_nobody_is_sent_an_hour_of_silence(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        source = recording(bench, 2)
        source.gap(HOUR, GapReason.ASLEEP)
        source.say(2)
        finished(bench)
        done = bench.snapshots[-1]
        assert bench.words() == ["w0", "w1", "w2", "w3"]
        assert done.consultation.transcript.finals[-1].start == pytest.approx(3_601.5, abs=0.01)
        assert done.ledger.captured == done.ledger.covered == 3_602.0
        (recogniser,) = bench.dialler.made
        assert recogniser.received <= 4 * 16_000


def test_a_gap_while_paused_is_no_gap(tmp_path: Path) -> None:
    clock = HandClock()
    with rig(tmp_path, lived=clock) as bench:
        source = recording(bench, 2)
        bench.engine.submit(cmd.Pause())
        bench.until_phase(Phase.PAUSED)
        clock.now += 60
        source.gap(50 * 16_000)
        bench.engine.submit(cmd.Resume())
        bench.until_phase(Phase.RECORDING)
        source.say(1)
        finished(bench)
        assert bench.snapshots[-1].ledger.captured == 1.5
        assert gaps(bench) == []


def test_only_what_is_missing_outside_a_pause_counts(tmp_path: Path) -> None:
    """Gone for 10 s, of which the middle 6 s were paused."""
    clock = HandClock()
    with rig(tmp_path, lived=clock) as bench:
        source = recording(bench, 2)
        clock.now += 3
        bench.engine.submit(cmd.Pause())
        bench.until_phase(Phase.PAUSED)
        clock.now += 6
        bench.engine.submit(cmd.Resume())
        bench.until_phase(Phase.RECORDING)
        clock.now += 1
        source.gap(10 * 16_000)
        source.say(1)
        finished(bench)
        assert gaps(bench) == [ev.Gap(16_000, 4 * 16_000, GapReason.DEVICE)]


def test_a_trouble_is_shown_while_it_lasts_and_no_level_with_it(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        source = recording(bench, 1)
        assert bench.engine.level() > 0
        source.trouble(GONE)
        seen = bench.until(lambda s: s.microphone.trouble is not None)
        assert seen.microphone.trouble == GONE
        assert seen.state.phase is Phase.RECORDING
        assert bench.engine.level() == 0
        source.trouble(None)
        bench.until(lambda s: s.microphone.trouble is None)


def test_a_trouble_ends_with_the_recording(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        source = recording(bench, 1)
        source.trouble(GONE)
        bench.until(lambda s: s.microphone.trouble == GONE)
        finished(bench)
        assert bench.snapshots[-1].microphone.trouble is None


def test_the_microphone_that_took_over_is_named(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        source = recording(bench, 1)
        assert bench.snapshots[-1].microphone.now == "numbered"
        source.move("Jabra")
        seen = bench.until(lambda s: s.microphone.now == "Jabra")
        assert seen.microphone.begun == "numbered"
        finished(bench)


def test_a_gap_says_nothing_of_a_dead_microphone(tmp_path: Path) -> None:
    with rig(tmp_path) as bench:
        source = recording(bench, 1)
        source.gap(20 * 16_000)
        source.say(1)
        finished(bench)
        assert not any(s.no_signal for s in bench.snapshots)


def test_an_old_gap_without_a_length_is_still_read() -> None:
    assert journal.decode(b'{"event":"Gap","at_sample":5}') == ev.Gap(5)
