"""Looks after an open microphone: notices what goes wrong with it and takes the next best one."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from itertools import count
from typing import Protocol

from scribe_app.domain.faults import Fault, ScribeError
from scribe_app.ports.audio import LastingIntake
from scribe_app.system import microphone_choice as choice
from scribe_app.system.microphone_choice import Wish
from scribe_app.system.microphone_stream import MicrophoneStream, Target
from scribe_app.system.microphone_timeline import Feed, Timeline
from scribe_app.system.pulse_sources import PulseSource, PulseState, pulse_state
from scribe_app.system.pulse_watch import PulseWatch

_POLL_SECONDS = 0.1
_SETTLE_SECONDS = 0.03
_LOOK_SECONDS = 0.15
"""How far looks lie apart while changes pour in, as when somebody drags a volume."""

_PULLED_SECONDS = 0.1
_STILL_POLLS = 5
_SPARE_POLLS = 10
_RETRY_SECONDS = 0.5
_FAILED_SECONDS = 5.0
_JOIN_SECONDS = 3.0

_log = logging.getLogger(__name__)


class Devices(Protocol):
    """The microphones as the keeper needs them."""

    def targets(self) -> Sequence[Target]:
        """Return those there are now, the default one first; raises `ScribeError`."""

    def stream(self, target: Target, tag: str) -> MicrophoneStream:
        """Return a stream that is not open yet."""


class Keeper:
    """Opens, watches and replaces the streams that feed one timeline, in a thread of its own.

    A replacement is a spare until its first block: till then what was there goes on being heard.
    `begin` and `close` are for the source; everything else happens in the thread.
    """

    def __init__(self, devices: Devices, wish: Wish, intake: LastingIntake) -> None:
        self._woken = threading.Event()
        self.timeline = Timeline(intake, self._woken.set)
        self._devices = devices
        self._wish = wish
        self._watch = PulseWatch(self._woken.set)
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        self._tags = count(1)
        self._feed: Feed | None = None
        self._spare: Feed | None = None
        self._state: PulseState | None = None
        self._failed: dict[str, float] = {}
        self._retry_at = self._poll_at = self._look_at = 0.0
        self._seen = self._still = self._spare_polls = 0

    def begin(self) -> Feed:
        """Open the first stream, and watch over it from then on; raises `ScribeError`."""
        self._feed = feed = self._admitted(self._wish.begun)
        try:
            feed.stream.open(feed)
        except ScribeError:
            self.timeline.withdraw(feed)
            raise
        self._thread = threading.Thread(target=self._run, name="microphone-keeper", daemon=True)
        self._thread.start()
        return feed

    def close(self) -> None:
        """Feed nothing any more, at once; what hangs is left behind after 3 s."""
        self.timeline.close()
        self._closing.set()
        self._woken.set()
        if self._thread is not None:
            self._thread.join(_JOIN_SECONDS)
        elif self._feed is not None:
            self._feed.stream.close()

    def _run(self) -> None:
        while not self._closing.is_set():
            if self._wish.begun.pulse_source is not None:
                self._guarded(self._watch.keep_up)
            self._woken.wait(_POLL_SECONDS)
            self._woken.clear()
            self._guarded(self._step)
        for feed in (self._spare, self._feed):
            if feed is not None:
                feed.stream.close()
        self._guarded(self._watch.close)

    def _guarded(self, act: Callable[[], None]) -> None:
        """Go on whatever happens: a recording stands or falls with this thread."""
        try:
            act()
        except Exception as error:
            _log.info("microphone-keeper", extra={"error": type(error)})

    def _step(self) -> None:
        if self._feed is not None and self._feed.is_over:
            self._lose(self._feed, choice.gone(self._feed.target))
        if self._watch.changed.is_set():
            self._closing.wait(max(_SETTLE_SECONDS, self._look_at - time.monotonic()))
            self._watch.changed.clear()
            self._look_at = time.monotonic() + _LOOK_SECONDS
            self._look()
        if self._spare is not None:
            self._settle(self._spare)
        if time.monotonic() >= self._poll_at:
            self._poll_at = time.monotonic() + _POLL_SECONDS / 2
            self._poll()
        if self._feed is None and self._spare is None and not self._closing.is_set():
            self._open_next()

    # --- what the sound server says -------------------------------------------------------------

    def _look(self) -> None:
        former, state = self._state, pulse_state()
        feed = self._feed
        if state is None or (feed and feed.target.pulse_source is None):
            return
        self._state = state
        if former is None or _there(former) != _there(state):
            self._failed.clear()
            self._retry_at = 0.0
        if feed is not None:
            self._check(
                feed, state, followed=former is not None and former.default != state.default
            )
        self._prefer()

    def _check(self, feed: Feed, state: PulseState, *, followed: bool) -> None:
        """See whether the stream still listens to the source that it was opened on.

        PulseAudio takes the streams of a default source along when the default changes: `followed`.
        """
        names = {source.name: source for source in state.sources}
        source = names.get(feed.target.pulse_source or "")
        at = dict(state.listening).get(feed.tag)
        if source is None or (feed.source is not None and feed.source != source.index):
            self._lose(feed, choice.gone(feed.target))
        elif at is not None and at != source.index:
            now = next(each for each in state.sources if each.index == at)
            self._moved(feed, now, followed=followed and now.is_default)
        else:
            feed.source = source.index
            self._hear(feed, source)

    def _hear(self, feed: Feed, source: PulseSource) -> None:
        if source.is_suspended and feed.blocks:
            self._failed[feed.target.id] = time.monotonic()
            self._replace(feed)
        elif source.is_muted:
            self.timeline.trouble(choice.muted(feed.target))
        else:
            self.timeline.calm()

    def _moved(self, feed: Feed, source: PulseSource, *, followed: bool) -> None:
        """Go along when somebody chose another microphone; take the stream back otherwise."""
        others = [t for t in self._devices.targets() if t.pulse_source == source.name]
        if not others or not self._wish.allows(others[0]) or feed.source is None:
            self._lose(feed, choice.device(choice.TAKEN_BACK))
        elif self._spare is None and not followed:
            if self._is_still_there(feed):
                self._wish = Wish(others[0].id, self._wish.begun)
            else:
                self._lose(feed, choice.gone(feed.target))
        elif self._spare is None and (best := self._best()) is not None:
            self._open(best)

    def _is_still_there(self, feed: Feed) -> bool:
        """Tell a device that was left from one that was pulled out.

        That one is listed for a moment more after its streams were moved on.
        """
        self._closing.wait(_PULLED_SECONDS)
        state = pulse_state()
        return state is None or any(each.index == feed.source for each in state.sources)

    def _prefer(self) -> None:
        """Take the chosen device when it is back, or the new default."""
        if self._feed is None or self._spare is not None:
            return
        best = self._best()
        if best is not None and best.id != self._feed.target.id and self._wish.wants(best):
            self._open(best)

    # --- streams --------------------------------------------------------------------------------

    def _poll(self) -> None:
        """Count how often in a row nothing had come; a starved machine counts no faster."""
        self._spare_polls += 1
        feed = self._feed
        if feed is None:
            return
        is_still = feed.blocks == self._seen
        self._seen, self._still = feed.blocks, self._still + 1 if is_still else 0
        if self._still >= _STILL_POLLS:
            self._replace(feed)

    def _replace(self, feed: Feed) -> None:
        """Try another device beside one that gives nothing; whichever speaks first is heard."""
        if self._spare is not None:
            return
        self.timeline.trouble(choice.still(feed.target), until_sound=True)
        if feed.target.pulse_source is None:
            # A card opens once: its stream has to go before another one can come.
            self._lose(feed, choice.still(feed.target))
        elif (best := self._best()) is not None:
            self._open(best, yields=True)

    def _lose(self, feed: Feed, fault: Fault) -> None:
        self.timeline.withdraw(feed)
        self.timeline.trouble(fault, until_sound=True)
        self._feed = None
        self._retry_at = 0.0
        feed.stream.close()

    def _open_next(self) -> None:
        if time.monotonic() < self._retry_at:
            return
        self._retry_at = time.monotonic() + _RETRY_SECONDS
        best = self._best()
        if best is not None:
            self._open(best)
        elif not self._failed:
            self.timeline.trouble(choice.device(choice.NONE_LEFT), until_sound=True)

    def _best(self) -> Target | None:
        """Return the best device that did not fail a moment ago."""
        now = time.monotonic()
        self._failed = {name: at for name, at in self._failed.items() if now - at < _FAILED_SECONDS}
        try:
            targets = self._devices.targets()
        except ScribeError:
            return None
        usable = (each for each in self._wish.ordered(targets) if each.id not in self._failed)
        return next(usable, None)

    def _open(self, target: Target, *, yields: bool = False) -> None:
        feed = self._admitted(target, yields=yields)
        try:
            feed.stream.open(feed)
        except ScribeError:
            self.timeline.withdraw(feed)
            self._failed[target.id] = time.monotonic()
        else:
            self._spare, self._spare_polls = feed, 0

    def _admitted(self, target: Target, *, yields: bool = False) -> Feed:
        tag = f"{id(self)}-{next(self._tags)}"
        feed = Feed(self.timeline, target, self._devices.stream(target, tag), tag)
        self.timeline.admit(feed, yields=yields)
        return feed

    def _settle(self, spare: Feed) -> None:
        """See what became of the spare: it took over, it was not needed, or it gives nothing."""
        if self.timeline.current is spare:
            old, self._feed, self._spare = self._feed, spare, None
            self._still = 0
            self._watch.changed.set()
            if old is not None:
                old.stream.close()
            return
        is_dead = spare.is_over or self._spare_polls > _SPARE_POLLS
        if is_dead or self.timeline.waiting is not spare:
            self.timeline.withdraw(spare)
            self._spare = None
            if is_dead:
                self._failed[spare.target.id] = time.monotonic()
            spare.stream.close()


def _there(state: PulseState) -> set[tuple[int, str, bool]]:
    return {(each.index, each.name, each.is_suspended) for each in state.sources}
