"""Puts one stream after another into the intake, and tells how much is missing between them."""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from scribe_app.domain.audio import SAMPLE_RATE
from scribe_app.domain.faults import Fault
from scribe_app.domain.microphone import GapReason
from scribe_app.ports.audio import LastingIntake
from scribe_app.system.clock import lived_seconds
from scribe_app.system.microphone_clock import StreamClock
from scribe_app.system.microphone_stream import MicrophoneStream, Target

_TAKEN_UP_SECONDS = 0.1
_LEAST_GAP_SECONDS = 0.005
_FULL_SECONDS = 0.2
_END_SECONDS = 0.3
"""A recording that ends without a microphone ends with a gap; less is only on its way."""


class Block(bytes):
    """A block that knows its stream, and with it how to be converted, however long it waited."""

    stream: MicrophoneStream


@dataclass(frozen=True, slots=True)
class Clocks:
    """The two clocks of a machine that sleeps; replaced in tests."""

    lived: Callable[[], float] = lived_seconds
    awake: Callable[[], float] = time.monotonic


class Feed:
    """One stream on its way into the timeline; an `Intake`."""

    def __init__(
        self, timeline: "Timeline", target: Target, stream: MicrophoneStream, tag: str = ""
    ) -> None:
        self.target = target
        self.stream = stream
        self.tag = tag
        self.source: int | None = None
        self.clock = StreamClock()
        self.came: float | None = None
        self.blocks = 0
        self.is_over = False
        self.overlap = 0.0
        self.doubtful: list[bytes] = []
        self._timeline = timeline

    def offer(self, block: bytes) -> bool:
        """Pass a block on; what the intake refuses is told as a gap."""
        self._timeline.heard(self, block)
        return True

    def lost(self) -> None:
        """Pass an overflow on."""
        self._timeline.overflowed(self)

    def ended(self, _fault: Fault | None) -> None:
        """Note that the stream is over; whoever watches opens another."""
        self.is_over = True
        self._timeline.wake()


@dataclass(slots=True)
class Counts:
    """What `SourceHealth` tells."""

    overflows: int = 0
    gaps: int = 0
    missing: int = 0


@dataclass(slots=True)
class _Trouble:
    fault: Fault | None = None
    until_sound: bool = False


class Timeline:
    """Decides which feed is heard; called from PortAudio's threads and from the keeper's."""

    def __init__(
        self, intake: LastingIntake, wake: Callable[[], None], clocks: Clocks | None = None
    ) -> None:
        self.wake = wake
        self.counts = Counts()
        self._intake = intake
        self._clocks = clocks or Clocks()
        self._lock = threading.Lock()
        self._current: Feed | None = None
        self._next: Feed | None = None
        self._yields = False
        self._opened: float | None = None
        self._end: float | None = None
        self._slept = self._asleep()
        self._refused = 0.0
        self._trouble = _Trouble()
        self._closed = False

    @property
    def current(self) -> Feed | None:
        """Return the feed that is heard."""
        return self._current

    @property
    def waiting(self) -> Feed | None:
        """Return the feed that takes over with its first block."""
        return self._next

    def admit(self, feed: Feed, *, yields: bool = False) -> None:
        """Let a feed take over with its first block; until then the current one is heard.

        One that yields takes over only when the current one still says nothing.
        """
        with self._lock:
            self._next, self._yields = feed, yields
            self._opened = self._opened or self._clocks.lived()

    def withdraw(self, feed: Feed) -> None:
        """Hear a feed no more."""
        with self._lock:
            if feed is self._next:
                self._next = None
            if feed is self._current:
                self._leave(feed)

    def close(self) -> None:
        """Pass nothing on any more, and say that it is over."""
        with self._lock:
            if self._closed:
                return
            if (last := self._current) is not None:
                self._leave(last)
                self._current = last
            missing = self._clocks.lived() - self._end if self._end is not None else 0.0
            if missing > _END_SECONDS:
                self._gap(missing, GapReason.DEVICE)
            self._closed = True
            self._intake.ended(None)

    def trouble(self, fault: Fault | None, *, until_sound: bool = False) -> None:
        """Tell a fault, or its end; `until_sound` lets the next block end it."""
        with self._lock:
            self._tell(fault, until_sound=until_sound)

    def calm(self) -> None:
        """End a trouble that sound alone does not end."""
        with self._lock:
            if not self._trouble.until_sound:
                self._tell(None)

    def overflowed(self, feed: Feed) -> None:
        """Pass on that the device lost samples; how many, the next blocks tell."""
        with self._lock:
            if feed is self._current and not self._closed:
                self.counts.overflows += 1
                self._intake.lost()

    def heard(self, feed: Feed, block: bytes) -> None:
        """Take a feed's next block."""
        now = self._clocks.lived()
        with self._lock:
            if self._closed:
                return
            seconds = feed.stream.frames(block) / feed.stream.rate
            if feed is self._next:
                self._decide(feed, now - seconds)
            if feed is self._current:
                self._pass(feed, block, now, seconds)

    def _decide(self, feed: Feed, start: float) -> None:
        self._next = None
        former = self._current
        taken_up = former is not None and start - (former.came or 0.0) < _TAKEN_UP_SECONDS
        self.wake()
        if self._yields and taken_up:
            return
        if former is not None:
            self._leave(former)
        self._current = feed
        if self._end is not None:
            self._join(feed, start - self._end)

    def _leave(self, feed: Feed) -> None:
        self._release(feed)
        self._current = None
        if feed.blocks:
            # What came faster than it can be spoken was not spoken in the future.
            self._end = min(feed.clock.end, self._clocks.lived())

    def _join(self, feed: Feed, missing: float) -> None:
        if missing > _LEAST_GAP_SECONDS:
            self._gap(missing, GapReason.DEVICE)
        feed.overlap = max(0.0, -missing)
        self._intake.moved(feed.target.name)

    def _pass(self, feed: Feed, block: bytes, now: float, seconds: float) -> None:
        verdict = feed.clock.heard(now, seconds)
        feed.came = now
        feed.blocks += 1
        if verdict.missing:
            self._gap(verdict.missing, GapReason.STALLED)
        if verdict.missing or verdict.anew:
            self._release(feed)
        if self._trouble.until_sound:
            self._tell(None)
        if verdict.in_doubt:
            feed.doubtful.append(block)
        else:
            self._offer(feed, block)

    def _release(self, feed: Feed) -> None:
        doubtful, feed.doubtful = feed.doubtful, []
        for block in doubtful:
            self._offer(feed, block)

    def _offer(self, feed: Feed, block: bytes) -> None:
        if feed.overlap > 0:
            block = self._cut(feed, block)
        tagged = Block(block)
        tagged.stream = feed.stream
        if self._refused >= _FULL_SECONDS:
            # Not with every block, or a full intake would be told fifty gaps a second.
            self._gap(self._refused, GapReason.FULL)
            self._refused = 0.0
        if block and (self._refused or not self._intake.offer(tagged)):
            self._refused += feed.stream.frames(block) / feed.stream.rate

    @staticmethod
    def _cut(feed: Feed, block: bytes) -> bytes:
        """Leave out what the former stream brought already."""
        frames, rate = feed.stream.frames(block), feed.stream.rate
        cut = min(frames, round(feed.overlap * rate))
        feed.overlap = feed.overlap - cut / rate if cut == frames else 0.0
        return block[len(block) // frames * cut :]

    def _gap(self, seconds: float, reason: GapReason) -> None:
        asleep = self._asleep()
        if reason is not GapReason.FULL and asleep - self._slept > seconds / 2:
            reason = GapReason.ASLEEP
        self._slept = asleep
        samples = round(seconds * SAMPLE_RATE)
        self.counts.gaps += 1
        self.counts.missing += samples
        self._intake.gap(samples, reason)

    def _tell(self, fault: Fault | None, *, until_sound: bool = False) -> None:
        if self._closed or fault == self._trouble.fault:
            return
        if fault is not None and self._end is None and self._current is None:
            # Nothing was heard yet: what is missing counts from the start.
            self._end = self._opened
        self._trouble = _Trouble(fault, until_sound)
        self._intake.trouble(fault)

    def _asleep(self) -> float:
        return self._clocks.lived() - self._clocks.awake()
