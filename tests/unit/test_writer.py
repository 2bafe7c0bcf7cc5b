"""The writer goes on where a disk holds its thread fast: nothing lost, doubled or out of place."""

import threading

import pytest

from scribe_app.domain.faults import Fault, FaultKind, ScribeError
from scribe_app.domain.microphone import GapReason
from scribe_app.engine import writer
from scribe_app.engine.ring import Ring
from scribe_app.engine.signal_watch import SignalWatch
from scribe_app.engine.writer import Writer
from tests.faults.log_rig import Blocks, Ended, until

BLOCK = 640


class HangingLog:
    """A log whose nth append does not return until it is thawed; it has the samples by then."""

    written = 0

    def __init__(self, hangs_at: int) -> None:
        self.kept: list[bytes] = []
        self.closed = 0
        self.thawed = threading.Event()
        self.hung = threading.Event()
        self._hangs_at = hangs_at

    def append(self, pcm: bytes) -> None:
        if not pcm:
            return
        self.kept.append(pcm)
        if len(self.kept) == self._hangs_at:
            self.hung.set()
            self.thawed.wait(20)

    def close(self) -> None:
        self.closed += 1


class Tailed(Blocks):
    """A source that holds the last samples back until it is flushed."""

    def convert(self, block: bytes) -> bytes:
        return block or b"tail"


def passed_by(log: HangingLog, ring: Ring, monkeypatch: pytest.MonkeyPatch) -> Ended:
    """Write what is in the ring, past the append that hangs."""
    monkeypatch.setattr(writer, "HANG_SECONDS", 0.02)
    ended = Ended()
    work = Writer(Tailed(), ring, SignalWatch(), log, ended)  # type: ignore[arg-type]
    assert log.hung.wait(5)
    until(lambda: bool(work.look_after()) or ended.is_set())
    log.thawed.set()
    work.join(5)
    until(lambda: all(each.name != "log-writer" for each in threading.enumerate()))
    return ended


def test_a_gap_keeps_its_length_when_its_zeros_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    log, ring = HangingLog(hangs_at=2), Ring()
    ring.offer(b"a" * BLOCK)
    ring.gap(40_000, GapReason.DEVICE)
    ring.offer(b"b" * BLOCK)
    ring.ended(None)
    passed_by(log, ring, monkeypatch)
    assert b"".join(log.kept) == b"a" * BLOCK + bytes(80_000) + b"b" * BLOCK + b"tail"
    assert log.closed == 1


def test_the_end_comes_once_when_the_last_samples_hang(monkeypatch: pytest.MonkeyPatch) -> None:
    log, ring = HangingLog(hangs_at=2), Ring()
    ring.offer(b"a" * BLOCK)
    ring.ended(None)
    passed_by(log, ring, monkeypatch)
    assert log.kept == [b"a" * BLOCK, b"tail"]
    assert log.closed == 1


def test_a_slow_disk_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    log, ring, ended = HangingLog(hangs_at=1), Ring(), Ended()
    ring.offer(b"a" * BLOCK)
    ring.offer(b"b" * BLOCK)
    work = Writer(Tailed(), ring, SignalWatch(), log, ended)  # type: ignore[arg-type]
    assert log.hung.wait(5)
    work.look_after()
    assert len(log.kept) == 1
    log.thawed.set()
    ring.ended(None)
    assert ended.wait(5)
    work.join(5)
    assert log.kept == [b"a" * BLOCK, b"b" * BLOCK, b"tail"]


class RefusingLog(HangingLog):
    """A log that takes nothing."""

    def append(self, pcm: bytes) -> None:
        raise ScribeError(Fault(FaultKind.STORAGE, False, "Full."))


def test_a_log_that_refuses_ends_the_recording_with_its_fault() -> None:
    ring, told = Ring(), threading.Event()
    ring.offer(b"a" * BLOCK)
    faults: list[Fault | None] = []

    class Told(Ended):
        def finished(self, at_sample: int, fault: Fault | None) -> None:
            faults.append(fault)
            told.set()

    work = Writer(Tailed(), ring, SignalWatch(), RefusingLog(0), Told())  # type: ignore[arg-type]
    assert told.wait(5)
    work.join(5)
    assert [fault and fault.sentence for fault in faults] == ["Full."]
