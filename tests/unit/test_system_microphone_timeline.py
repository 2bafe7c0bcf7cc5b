"""One stream after another in one recording: gaps of the right length, nothing twice."""

from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pytest

from scribe_app.domain.faults import Fault, FaultKind
from scribe_app.domain.microphone import GapReason
from scribe_app.system.microphone_stream import Target
from scribe_app.system.microphone_timeline import Clocks, Feed, Timeline
from scribe_app.system.portaudio import Form
from tests.contract.intake import LastingCollector

BLOCK = 320
GONE = Fault(FaultKind.DEVICE, True, "The microphone is gone.")


class Stream:
    """A stream of mono int16 at 16 kHz, as far as a feed needs one."""

    rate = 16_000

    def frames(self, block: bytes) -> int:
        return len(block) // 2

    def convert(self, block: bytes) -> bytes:
        return block


@dataclass
class Bench:
    """A timeline, a clock that is turned by hand, and what was said at each moment."""

    intake: LastingCollector = field(default_factory=LastingCollector)
    lived: float = 100.0
    asleep: float = 0.0
    woken: int = 0

    def __post_init__(self) -> None:
        clocks = Clocks(lambda: self.lived, lambda: self.lived - self.asleep)
        self.timeline = Timeline(self.intake, self._wake, clocks)

    def feed(self, name: str = "A", *, yields: bool = False) -> Feed:
        stream: Any = Stream()
        feed = Feed(self.timeline, Target(name, 0, Form(16_000, 1), None, id=name), stream)
        self.timeline.admit(feed, yields=yields)
        return feed

    def say(self, feed: Feed, blocks: int, *, behind: float = 0.0) -> None:
        """Let blocks come at the pace of speech; each sample tells when it was said."""
        for _ in range(blocks):
            self.lived += BLOCK / 16_000
            first = round((self.lived - behind - 100.0) * 16_000) - BLOCK
            said = np.arange(first, first + BLOCK)
            feed.offer((said % 60_000 - 30_000).astype("<i2").tobytes())

    def recorded(self) -> "np.ndarray[Any, np.dtype[np.int64]]":
        """Return when each sample was said, -1 in gaps."""
        stream: Any = Stream()
        pcm = np.frombuffer(self.intake.in_place(stream), "<i2").astype(np.int64)
        return np.where(pcm == 0, -1, pcm + 30_000)

    def keeps_time(self) -> bool:
        """Tell whether every sample is where it was said."""
        recorded = self.recorded()
        return bool(np.all((recorded == np.arange(len(recorded)) % 60_000) | (recorded == -1)))

    def _wake(self) -> None:
        self.woken += 1


def test_a_new_device_follows_after_a_gap_of_the_true_length() -> None:
    bench = Bench()
    first = bench.feed("A")
    bench.say(first, 50)
    bench.timeline.withdraw(first)
    bench.timeline.trouble(GONE, until_sound=True)
    bench.lived += 8.0
    bench.say(bench.feed("B"), 50)
    assert bench.intake.gaps == [(8 * 16_000, GapReason.DEVICE)]
    assert bench.intake.moves == ["B"]
    assert bench.intake.troubles == [GONE.sentence, ""]
    assert bench.keeps_time()
    assert len(bench.recorded()) == 10 * 16_000


def test_the_former_is_heard_until_the_new_one_speaks() -> None:
    bench = Bench()
    first = bench.feed("A")
    bench.say(first, 10)
    second = bench.feed("B")
    bench.say(first, 10)
    assert bench.timeline.current is first
    assert bench.timeline.waiting is second
    bench.say(second, 10)
    assert bench.timeline.current is second
    assert bench.timeline.waiting is None
    bench.say(first, 1)
    assert bench.intake.gaps == []
    assert len(bench.intake.blocks) == 30
    assert bench.keeps_time()


def test_what_two_devices_heard_is_recorded_once() -> None:
    bench = Bench()
    first = bench.feed("A")
    bench.say(first, 10)
    second = bench.feed("B")
    bench.lived -= 0.013
    bench.say(second, 10)
    assert bench.intake.gaps == []
    assert bench.keeps_time()
    assert len(bench.recorded()) == 20 * BLOCK - round(0.013 * 16_000)


def test_a_device_that_yields_is_not_heard_when_the_former_speaks_again() -> None:
    bench = Bench()
    first = bench.feed("A")
    bench.say(first, 10)
    second = bench.feed("B", yields=True)
    bench.say(first, 1)
    second.offer(bytes(2 * BLOCK))
    assert bench.timeline.current is first
    assert bench.timeline.waiting is None
    assert bench.intake.moves == []


def test_a_device_that_yields_is_heard_when_the_former_says_nothing() -> None:
    bench = Bench()
    first = bench.feed("A")
    bench.say(first, 10)
    second = bench.feed("B", yields=True)
    bench.lived += 1.0
    bench.say(second, 10)
    assert bench.timeline.current is second
    assert bench.intake.gaps == [(16_000, GapReason.DEVICE)]
    assert bench.keeps_time()


def test_sound_lost_within_a_stream_is_a_gap_in_its_place() -> None:
    bench = Bench()
    feed = bench.feed()
    bench.say(feed, 50)
    bench.lived += 2.0
    bench.say(feed, 50)
    assert bench.intake.gaps == [(32_000, GapReason.STALLED)]
    assert bench.keeps_time()
    assert len(bench.recorded()) == 4 * 16_000


def test_sound_that_was_only_late_is_no_gap() -> None:
    bench = Bench()
    feed = bench.feed()
    bench.say(feed, 50)
    bench.lived += 0.5
    for n in range(25):
        first = (50 + n) * BLOCK
        feed.offer((np.arange(first, first + BLOCK) % 60_000 - 30_000).astype("<i2").tobytes())
    bench.say(feed, 50)
    assert bench.intake.gaps == []
    assert bench.keeps_time()


@pytest.mark.parametrize("reopened", [False, True])
def test_a_suspended_machine_is_told_from_a_stalled_one(*, reopened: bool) -> None:
    bench = Bench()
    feed = bench.feed()
    bench.say(feed, 50)
    bench.lived += 90.0
    bench.asleep += 89.5
    bench.say(bench.feed("A") if reopened else feed, 50)
    assert bench.intake.gaps == [(90 * 16_000, GapReason.ASLEEP)]
    bench.lived += 3.0
    bench.say(bench.timeline.current or feed, 50)
    assert bench.intake.gaps[1:] == [(3 * 16_000, GapReason.STALLED)]
    assert bench.keeps_time()


def test_what_the_intake_refuses_is_a_gap() -> None:
    bench = Bench(LastingCollector(has_room=lambda count: not 10 <= count < 12))
    feed = bench.feed()
    bench.say(feed, 100)
    bench.timeline.close()
    assert {reason for _, reason in bench.intake.gaps} == {GapReason.FULL}
    assert bench.keeps_time()
    assert len(bench.recorded()) == 100 * BLOCK


def test_a_muted_microphone_stays_told_while_its_zeros_come() -> None:
    bench = Bench()
    feed = bench.feed()
    bench.say(feed, 5)
    bench.timeline.trouble(GONE)
    bench.timeline.trouble(GONE)
    bench.say(feed, 5)
    assert bench.intake.troubles == [GONE.sentence]
    bench.timeline.calm()
    bench.timeline.calm()
    assert bench.intake.troubles == [GONE.sentence, ""]


def test_calm_does_not_end_a_trouble_that_waits_for_sound() -> None:
    bench = Bench()
    bench.timeline.trouble(GONE, until_sound=True)
    bench.timeline.calm()
    assert bench.intake.troubles == [GONE.sentence]


def test_a_microphone_silent_from_the_start_begins_with_a_gap() -> None:
    bench = Bench()
    bench.feed("A")
    bench.timeline.trouble(GONE, until_sound=True)
    bench.lived += 1.0
    bench.say(bench.feed("B"), 10)
    assert bench.intake.gaps == [(16_000, GapReason.DEVICE)]
    assert bench.keeps_time()


def test_blocks_in_doubt_are_passed_on_at_the_end() -> None:
    bench = Bench()
    feed = bench.feed()
    bench.say(feed, 50)
    bench.lived += 1.0
    bench.say(feed, 2)
    bench.timeline.close()
    assert len(bench.intake.blocks) == 52
    assert bench.intake.ends == [None]


@pytest.mark.parametrize("lost", [False, True])
def test_a_recording_that_ends_without_sound_ends_with_a_gap(*, lost: bool) -> None:
    bench = Bench()
    feed = bench.feed()
    bench.say(feed, 50)
    if lost:
        bench.timeline.withdraw(feed)
    bench.lived += 3.0
    bench.timeline.close()
    assert bench.intake.gaps == [(48_000, GapReason.DEVICE)]
    assert bench.intake.ends == [None]


def test_a_recording_that_ends_as_usual_ends_without_a_gap() -> None:
    bench = Bench()
    bench.say(bench.feed(), 50)
    bench.lived += 0.1
    bench.timeline.close()
    assert bench.intake.gaps == []


def test_nothing_comes_after_the_end() -> None:
    bench = Bench()
    feed = bench.feed()
    bench.say(feed, 5)
    bench.timeline.close()
    bench.say(feed, 5)
    feed.lost()
    bench.timeline.trouble(GONE)
    bench.timeline.close()
    assert (len(bench.intake.blocks), bench.intake.ends) == (5, [None])
    assert (bench.intake.losses, bench.intake.troubles) == (0, [])


def test_only_the_feed_that_is_heard_reports_overflows() -> None:
    bench = Bench()
    first = bench.feed("A")
    bench.say(first, 5)
    bench.feed("B").lost()
    first.lost()
    assert bench.intake.losses == bench.timeline.counts.overflows == 1
