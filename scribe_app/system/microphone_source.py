"""A microphone as a source of audio that goes on with the next one when it fails."""

from scribe_app.ports.audio import Intake, LastingIntake, SourceHealth
from scribe_app.system.microphone_choice import Wish
from scribe_app.system.microphone_keeper import Devices, Keeper
from scribe_app.system.microphone_opening import OpeningMeter
from scribe_app.system.microphone_stream import Target
from scribe_app.system.microphone_timeline import Block, Timeline


class Microphone:
    """A `WatchedSource`. A plain intake gets one stream and its end, a lasting one whatever comes.

    `wish` is what the clinician chose: a device's id, or empty for whichever is the default.
    """

    def __init__(self, devices: Devices, wish: str, target: Target) -> None:
        self._devices = devices
        self._wish = Wish(wish, target)
        self._single = devices.stream(target, "")
        self._converted = self._single
        self._meter = OpeningMeter()
        self._timeline: Timeline | None = None
        self._keeper: Keeper | None = None

    @property
    def name(self) -> str:
        """Return the name of the device that is heard."""
        current = self._timeline.current if self._timeline else None
        return current.target.name if current else self._wish.begun.name

    def open(self, intake: Intake) -> None:
        """Start the stream; raises `ScribeError` (device), after 5 s at the latest.

        What happens to it afterwards is looked after by a thread of its own.
        """
        if isinstance(intake, LastingIntake):
            self._keep(intake)
        else:
            self._single.open(intake)

    def convert(self, block: bytes) -> bytes:
        """Return an offered block as mono 16 kHz int16; an empty one flushes."""
        pcm = b""
        stream = block.stream if isinstance(block, Block) else self._converted
        if stream is not self._converted:
            pcm, self._converted = self._converted.convert(b""), stream
        pcm += stream.convert(block)
        self._meter.heard(pcm)
        return pcm

    def close(self) -> None:
        """Stop; nothing is offered after it returns, within 3 s though the sound system hangs."""
        if self._keeper is None:
            self._single.close()
        else:
            self._keeper.close()

    def health(self) -> SourceHealth:
        """Return how it is doing; at once, from any thread."""
        timeline = self._timeline
        if timeline is None:
            return SourceHealth(self.name, self._meter.opening)
        current, counts = timeline.current, timeline.counts
        return SourceHealth(
            self.name,
            self._meter.opening,
            current.clock.drift_ppm() if current else None,
            counts.overflows,
            counts.gaps,
            counts.missing,
        )

    def _keep(self, intake: LastingIntake) -> None:
        keeper = Keeper(self._devices, self._wish, intake)
        self._timeline, self._keeper = keeper.timeline, keeper
        self._converted = keeper.begin().stream
