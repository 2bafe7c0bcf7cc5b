"""A whole day of sound in minutes: a source whose blocks carry their number, and ears for it."""

import json
import struct
import time

from scribe_app.domain.audio import BLOCK_SAMPLES, SAMPLE_RATE
from scribe_app.domain.faults import Fault
from scribe_app.ports.audio import Intake
from scribe_app.ports.transport import Dial
from tests.fixtures.scripted import Script, ScriptedDialler, ScriptedRecogniser

BLOCKS_A_SECOND = SAMPLE_RATE // BLOCK_SAMPLES
SENTENCE_SAMPLES = 10 * SAMPLE_RATE


def block(number: int) -> bytes:
    """Return 20 ms that say their number; never silence."""
    return struct.pack("<I", number | 1 << 31) * (BLOCK_SAMPLES // 2)


def number_of(pcm: bytes) -> int:
    """Return the number of a block."""
    whole: int = struct.unpack_from("<I", pcm)[0]
    return whole & ~(1 << 31)


class DaySource:
    """Feeds as fast as it is taken."""

    name = "day"

    def __init__(self) -> None:
        self._intake: Intake | None = None
        self.fed = 0

    def open(self, intake: Intake) -> None:
        self._intake = intake

    def feed(self, seconds: float) -> None:
        """Feed so much sound, waiting whenever the ring is full."""
        assert self._intake is not None
        for number in range(self.fed, self.fed + round(seconds * BLOCKS_A_SECOND)):
            while not self._intake.offer(block(number)):
                time.sleep(0.001)
            self.fed += 1

    def end(self, fault: Fault | None = None) -> None:
        assert self._intake is not None
        self._intake.ended(fault)

    def convert(self, pcm: bytes) -> bytes:
        return pcm

    def close(self) -> None:
        """Nothing is open."""


class Secretary(ScriptedRecogniser):
    """Hears a sentence every ten seconds, whatever is said."""

    def _hear(self, pcm: bytes) -> None:
        before = self.received // SENTENCE_SAMPLES
        self.received += len(pcm) // 2
        for number in range(before, self.received // SENTENCE_SAMPLES):
            start, end = 10.0 * number, 10.0 * number + 9.0
            words = [
                {"text": f"w{number}.{word}", "start": start + word, "end": start + word + 0.8}
                for word in range(9)
            ]
            text = " ".join(str(word["text"]) for word in words)
            final = {"type": "final", "id": number, "text": text, "start": start, "end": end}
            self._frames.put_nowait(json.dumps({**final, "words": words}))
            self._frames.put_nowait(json.dumps({"type": "progress", "until": end + 1.0}))


class SecretaryDialler(ScriptedDialler):
    """Finds a secretary."""

    async def connect(self, dial: Dial) -> ScriptedRecogniser:
        return Secretary(Script())
