"""Brings what the log writer's thread says onto the engine's loop."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from scribe_app.domain import events as ev
from scribe_app.domain.faults import Fault
from scribe_app.domain.microphone import GapReason
from scribe_app.domain.session import Signal
from scribe_app.engine.tap import Growth


class Owner(Protocol):
    """The consultation being captured; all on the engine's loop."""

    def record(self, event: ev.Event) -> None: ...

    def signal(self, signal: Signal) -> None: ...

    def signal_changed(self, *, dead: bool) -> None: ...

    def moved(self, event: ev.MicrophoneMoved) -> None: ...

    def troubled(self, event: ev.MicrophoneTroubled) -> None: ...

    def finished(self, at_sample: int, fault: Fault | None) -> None: ...


class CaptureEvents:
    """The recorder's listener: every call comes from the writer's thread."""

    def __init__(self, owner: Owner, growth: Growth) -> None:
        self._owner = owner
        self._growth = growth
        self._loop = asyncio.get_running_loop()

    def written(self) -> None:
        """Wake whoever reads the log."""
        self._growth.grew()

    def paused(self, at_sample: int) -> None:
        """Pass on where writing stopped."""
        self._later(lambda: self._moved(ev.RecordingPaused(at_sample), Signal.CAPTURE_PAUSED))

    def resumed(self, at_sample: int) -> None:
        """Pass on where writing goes on."""
        self._later(lambda: self._moved(ev.RecordingResumed(at_sample), Signal.CAPTURE_RESUMED))

    def private(self, at_sample: int) -> None:
        """Pass on where capture was held off."""
        self._later(lambda: self._moved(ev.PrivateBegan(at_sample), Signal.PRIVATE_BEGAN))

    def private_over(self, at_sample: int) -> None:
        """Pass on where capture goes on."""
        self._later(lambda: self._moved(ev.PrivateEnded(at_sample), Signal.PRIVATE_ENDED))

    def lost(self, at_sample: int) -> None:
        """Pass on that the device lost samples."""
        self._later(lambda: self._owner.record(ev.Gap(at_sample)))

    def gap(self, at_sample: int, samples: int, reason: GapReason) -> None:
        """Pass on that so many samples are missing from here on."""
        self._growth.mute(at_sample, at_sample + samples)
        self._later(lambda: self._owner.record(ev.Gap(at_sample, samples, reason)))

    def moved(self, at_sample: int, device: str) -> None:
        """Pass on that another microphone is heard."""
        self._later(lambda: self._owner.moved(ev.MicrophoneMoved(device, at_sample)))

    def troubled(self, at_sample: int, fault: Fault | None) -> None:
        """Pass on that the microphone is in trouble, or well again."""
        self._later(lambda: self._owner.troubled(ev.MicrophoneTroubled(fault, at_sample)))

    def signal_changed(self, *, dead: bool) -> None:
        """Pass on that the signal went or came back."""
        self._later(lambda: self._owner.signal_changed(dead=dead))

    def finished(self, at_sample: int, fault: Fault | None) -> None:
        """Pass on that the log is complete."""
        self._later(lambda: self._finished(at_sample, fault))

    def _moved(self, event: ev.Event, signal: Signal) -> None:
        self._owner.record(event)
        self._owner.signal(signal)

    def _finished(self, at_sample: int, fault: Fault | None) -> None:
        self._owner.finished(at_sample, fault)
        self._growth.end()

    def _later(self, call: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(call)
