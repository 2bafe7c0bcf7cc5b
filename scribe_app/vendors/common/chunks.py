"""Cuts a stream into chunks at quiet moments, and remembers what became of each."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from scribe_app.domain.audio import SAMPLE_BYTES, to_seconds

_LEAST, _TARGET, _MOST = 1.0, 3.0, 5.0  # seconds (seed 002: 1 to 5)
_QUIET = 0.5  # of the chunk's median level: between two words
_JITTER = 0.25  # seconds by which one message may travel faster than those before
_SLACK = 0.5  # seconds by which times may be off
_LOUD = 0.01  # of full scale: somebody may be speaking


@dataclass(frozen=True, slots=True)
class Chunk:
    """What was sent: its place in the stream in seconds, when, and whether it was loud."""

    index: int
    start: float
    end: float
    sent_at: float
    is_loud: bool


class Cutter:
    """Takes pieces of audio and gives chunks of 1 to 5 s, cut where it is quietest."""

    def __init__(self) -> None:
        self._pieces: list[tuple[bytes, float]] = []

    @property
    def held(self) -> float:
        """Return the seconds that wait."""
        return sum(_seconds(pcm) for pcm, _ in self._pieces)

    def push(self, pcm: bytes) -> bytes | None:
        """Take a piece; return a chunk when one is complete."""
        self._pieces.append((pcm, level(pcm)))
        held = self.held
        if held < _TARGET:
            return None
        quietest, its_level = self._quietest()
        median = float(np.median([loud for _, loud in self._pieces]))
        if held >= _MOST - 0.1 or its_level <= _QUIET * median:
            return self._taken(quietest + 1)
        return None

    def flush(self) -> bytes | None:
        """Return what is left, padded with silence to a second; None where nothing is."""
        if not self._pieces:
            return None
        rest = self._taken(len(self._pieces))
        missing = int(_LEAST * 16_000) * SAMPLE_BYTES - len(rest)
        return rest + bytes(max(0, missing))

    def _quietest(self) -> tuple[int, float]:
        """Return the quietest piece after the first second; of equals the latest."""
        after, found = 0.0, (len(self._pieces) - 1, float("inf"))
        for index, (pcm, loud) in enumerate(self._pieces):
            after += _seconds(pcm)
            if after >= _LEAST and loud <= found[1]:
                found = (index, loud)
        return found

    def _taken(self, count: int) -> bytes:
        taken, self._pieces = self._pieces[:count], self._pieces[count:]
        return b"".join(pcm for pcm, _ in taken)


class Sent:
    """The chunks that went out, and which of them a message answers."""

    def __init__(self) -> None:
        self._chunks: list[Chunk] = []
        self._skew: float | None = None
        self._answered = -1
        self._counts_from_chunk = True
        self.latency = 0.0

    @property
    def outstanding(self) -> bool:
        """Return whether a loud chunk has not been answered, nor any after it."""
        return any(chunk.is_loud for chunk in self._chunks[self._answered + 1 :])

    def add(self, pcm: bytes, now: float) -> None:
        """Note that a chunk goes out at `now`, on any clock that server times are compared to."""
        start = self._chunks[-1].end if self._chunks else 0.0
        end = start + _seconds(pcm)
        loud = loudest(pcm) >= _LOUD
        self._chunks.append(Chunk(len(self._chunks), start, end, now, loud))

    def answered(self, timestamp: float | None, now: float) -> Chunk | None:
        """Return the chunk a message belongs to: by the server's time of receipt, else in turn."""
        chunk = self._by_time(timestamp) or self._in_turn()
        if chunk is not None:
            self._answered = max(self._answered, chunk.index)
            self.latency = max(self.latency, now - chunk.sent_at)
            if timestamp is not None:
                skew = timestamp - chunk.sent_at
                self._skew = skew if self._skew is None else min(self._skew, skew)
        return chunk

    def offset(self, chunk: Chunk, times: Sequence[float]) -> float:
        """Return what a message's times lack: nothing where they count from the first sample.

        Times beyond the chunk's length do; times before its start count from the chunk.
        """
        if times and chunk.start >= _SLACK:
            if max(times) > chunk.end - chunk.start + _SLACK:
                self._counts_from_chunk = False
            elif min(times) < chunk.start - _SLACK:
                self._counts_from_chunk = True
        return chunk.start if self._counts_from_chunk else 0.0

    def _by_time(self, timestamp: float | None) -> Chunk | None:
        """Return the latest chunk that had been sent when the server received one.

        Before anything is known of the server's clock it is taken for about ours.
        """
        open_chunks = self._chunks[max(0, self._answered) :]
        if timestamp is None or not open_chunks:
            return None
        if self._skew is None:
            loud = [chunk for chunk in open_chunks if chunk.is_loud] or open_chunks
            nearest = min(loud, key=lambda chunk: abs(timestamp - chunk.sent_at))
            return nearest if abs(timestamp - nearest.sent_at) < _LEAST else None
        sent_by_then = timestamp - self._skew + _JITTER
        known = [chunk for chunk in open_chunks if chunk.sent_at <= sent_by_then]
        loud = [chunk for chunk in known if chunk.is_loud]
        return next(reversed(loud or known), None)

    def _in_turn(self) -> Chunk | None:
        waiting = self._chunks[self._answered + 1 :]
        loud = next((chunk for chunk in waiting if chunk.is_loud), None)
        return loud or (waiting[0] if waiting else (self._chunks[-1] if self._chunks else None))


def level(pcm: bytes) -> float:
    """Return the root mean square of samples, from 0 to 1."""
    if not pcm:
        return 0.0
    samples = np.frombuffer(pcm, "<i2").astype(np.float32) / np.float32(32768)
    return float(np.sqrt(np.mean(samples * samples)))


def loudest(pcm: bytes) -> float:
    """Return the level of the loudest tenth of a second."""
    size = 1600 * SAMPLE_BYTES
    return max((level(pcm[at : at + size]) for at in range(0, len(pcm), size)), default=0.0)


def _seconds(pcm: bytes) -> float:
    return to_seconds(len(pcm) // SAMPLE_BYTES)
