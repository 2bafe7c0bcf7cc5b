"""What the window knows of the microphone: which one is heard, and what is wrong with it."""

from dataclasses import replace

from scribe_app.domain import events as ev
from scribe_app.domain.microphone import Opening, OpeningVerdict
from scribe_app.engine.books import Books
from scribe_app.engine.recorder import Recorder
from scribe_app.ports.audio import WatchedSource

_LOUD = 0.01
"""Of full scale: a peak that is no longer too quiet (-40 dB)."""
_FULL = 0.9999
_UNCLIPPED_LOOKS = 40
"""Looks in a row, a quarter of a second each, after which a microphone no longer is too loud."""


class Hearing:
    """Follows the microphone of one recording; lives on the engine's loop."""

    def __init__(self, books: Books, recorder: Recorder) -> None:
        self._books = books
        self._recorder = recorder
        self._opening: Opening | None = None
        self._unclipped = 0

    def begin(self) -> None:
        """Note which microphone the recording begins with."""
        name = self._recorder.source.name
        self._show(begun=name, now=name)

    def moved(self, event: ev.MicrophoneMoved) -> None:
        """Note that another microphone is heard."""
        self._books.record(event)
        self._show(now=event.source, remark=None)

    def troubled(self, event: ev.MicrophoneTroubled) -> None:
        """Note that something is wrong with it, or no longer."""
        self._books.record(event)
        self._show(trouble=event.fault)

    def over(self) -> None:
        """Note that nothing is heard any more: no trouble of the microphone matters now."""
        self._show(trouble=None, remark=None)

    def look(self) -> None:
        """Take the verdict on the first seconds once it is there, and back once it is untrue."""
        peak = self._recorder.peak_since()
        if self._opening is None:
            self._measure()
        match self._books.snapshot.microphone.remark:
            case OpeningVerdict.QUIET if peak >= _LOUD:
                self._show(remark=None)
            case OpeningVerdict.ZEROS if peak > 0:
                self._show(remark=None)
            case OpeningVerdict.CLIPPED:
                self._unclipped = 0 if peak >= _FULL else self._unclipped + 1
                if self._unclipped >= _UNCLIPPED_LOOKS:
                    self._show(remark=None)

    def _measure(self) -> None:
        source = self._recorder.source
        self._opening = source.health().opening if isinstance(source, WatchedSource) else None
        if self._opening is not None:
            self._books.record(ev.OpeningMeasured(self._opening))
            verdict = self._opening.verdict
            self._show(remark=None if verdict is OpeningVerdict.GOOD else verdict)

    def _show(self, **changes: object) -> None:
        microphone = replace(self._books.snapshot.microphone, **changes)  # type: ignore[arg-type]
        if microphone != self._books.snapshot.microphone:
            self._books.show(microphone=microphone)
