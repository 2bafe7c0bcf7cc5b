"""Remembers the chunks that went out, and which of them each message answers."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf

from scribe_app.vendors.common.cutter import levels, seconds

Span = tuple[float, float]

_NEAR = 1.0  # seconds by which a message may travel slower or faster than others
_SLACK = 0.5  # seconds by which times may be off
_LOUD = 0.01  # of full scale: somebody may be speaking
_OPEN = 20  # newest chunks of which one may still wait for its answer
_ROW = 2  # loud chunks in front of one, none of them answered: the server did not read meanwhile
_PILE_SECONDS = 0.3  # within which it answers the first of them and the next
_ALIKE, _UNLIKE = 0.3, 0.5  # seconds by which times fit a chunk's sound, and by which they do not


@dataclass(frozen=True, slots=True)
class Chunk:
    """What was sent: its place in the stream in seconds, when, and its loud part from its start."""

    index: int
    start: float
    end: float
    sent_at: float
    loud: Span | None

    @property
    def is_loud(self) -> bool:
        """Return whether somebody may be speaking in it."""
        return self.loud is not None

    @property
    def is_telling(self) -> bool:
        """Return whether it is loud in a part of it only, unlike music or a fan."""
        return self.loud is not None and self.loud[1] - self.loud[0] < self.end - self.start - 0.05

    def misfit(self, said: Span) -> float:
        """Return by how many seconds a message's times and the loud part of the chunk differ.

        The times may count from the chunk's start or from the first sample.
        """
        if self.loud is None:
            return inf
        ways = (said, (said[0] - self.start, said[1] - self.start))
        return min(abs(a - self.loud[0]) + abs(b - self.loud[1]) for a, b in ways)


class Sent:
    """The chunks that went out, and which of them a message answers."""

    def __init__(self) -> None:
        self._chunks: list[Chunk] = []
        self._answered: set[int] = set()
        self._skew: float | None = None
        self._counts_from_chunk = True
        self._piled_up = -inf
        self.latency = 0.0

    @property
    def outstanding(self) -> bool:
        """Return whether a loud chunk has not been answered, nor any after it."""
        return any(chunk.is_loud for chunk in self._waiting)

    @property
    def _waiting(self) -> list[Chunk]:
        return self._chunks[max(self._answered, default=-1) + 1 :]

    def add(self, pcm: bytes, now: float) -> None:
        """Note that a chunk goes out at `now`, on any clock that server times are compared to."""
        start = self._chunks[-1].end if self._chunks else 0.0
        end = start + seconds(pcm)
        self._chunks.append(Chunk(len(self._chunks), start, end, now, _loud_part(pcm)))

    def answered(
        self, timestamp: float | None, now: float, times: Sequence[Span | None] = ()
    ) -> Chunk | None:
        """Return the chunk a message belongs to: by the server's time of receipt, else in turn.

        `now` and the times of `add` are on one clock; the server's is ahead by a constant. `times`
        are the message's own starts and ends, as it says them.
        """
        near = self._near(timestamp) or self._in_turn()
        said = [each for each in times if each]
        chunk = self._sounding_like(near, (said[0][0], said[-1][1]), now) if near and said else near
        if chunk is not None:
            self._answered.add(chunk.index)
            self.latency = max(self.latency, now - chunk.sent_at)
            if chunk is not near:
                self._piled_up = now
            elif timestamp is not None:
                self._learn(timestamp, chunk.sent_at, now)
        return chunk

    def placed(self, chunk: Chunk, times: Sequence[Span | None]) -> list[Span]:
        """Return a message's starts and ends as they are from the first sample on.

        Times that fit in the chunk's length count from its start, those that fit its place from
        the first sample; what fits both or neither is taken as the last that was plain. Whoever
        has no times gets the chunk's.
        """
        self._compare(chunk, [time for each in times if each for time in each])
        whole = (chunk.start, chunk.end)
        return [self._place(chunk, *each) if each else whole for each in times]

    def _compare(self, chunk: Chunk, times: Sequence[float]) -> None:
        if not times or chunk.start < _SLACK:
            return
        in_chunk = max(times) <= chunk.end - chunk.start + _SLACK
        in_place = chunk.start - _SLACK <= min(times) and max(times) <= chunk.end + _SLACK
        if in_chunk != in_place:
            self._counts_from_chunk = in_chunk

    def _place(self, chunk: Chunk, start: float, end: float) -> Span:
        if not self._counts_from_chunk:
            return start, end
        return min(chunk.start + start, chunk.end), min(chunk.start + end, chunk.end)

    def _near(self, timestamp: float | None) -> Chunk | None:
        """Return the chunk that had just been sent when the server received one, if any.

        Before anything is known of the server's clock it is taken for about ours. Where a line
        stalled, the server receives many at once, and none of them is near.
        """
        if timestamp is None:
            return None
        received = timestamp - (self._skew or 0.0)
        late = [(self._is_done(each), abs(received - each.sent_at), each) for each in self._chunks]
        near = [each for each in late if each[1] < _NEAR]
        return min(near, key=lambda each: each[:2])[2] if near else None

    def _sounding_like(self, chunk: Chunk, said: Span, now: float) -> Chunk:
        """Return an older chunk that waits where that one's sound fits the times better.

        A server that did not read for a while receives several at one moment: where some wait in
        a row, or the last message came for such a one, they are answered in turn. Else only what
        does not fit at all is taken for another's.
        """
        older = [each for each in self._chunks[-_OPEN:] if each.index < chunk.index]
        waiting = [each for each in older if not self._is_done(each)]
        if chunk.misfit(said) < _UNLIKE:
            row = [each for each in self._waiting if each in waiting]
            is_pile = len(row) >= _ROW or now - self._piled_up < _PILE_SECONDS
            waiting = [each for each in row if each.is_telling] if is_pile else []
        best = min(waiting, key=lambda each: each.misfit(said), default=chunk)
        return best if best.misfit(said) <= min(_ALIKE, chunk.misfit(said)) else chunk

    def _is_done(self, chunk: Chunk) -> bool:
        return not chunk.is_loud or chunk.index in self._answered

    def _learn(self, timestamp: float, sent_at: float, now: float) -> None:
        """Take the fastest message for the clocks' difference, and a clock set anew as it is."""
        skew, known = timestamp - sent_at, self._skew
        if known is None or skew < known or timestamp - known > now + _NEAR:
            self._skew = skew

    def _in_turn(self) -> Chunk | None:
        loud = next((chunk for chunk in self._waiting if chunk.is_loud), None)
        return loud or next(iter([*self._waiting, *reversed(self._chunks)]), None)


def _loud_part(pcm: bytes) -> Span | None:
    """Return from when to when a chunk is loud, to a tenth of a second; None where it never is."""
    loud = [index for index, level in enumerate(levels(pcm)) if level >= _LOUD]
    return (loud[0] / 10, (loud[-1] + 1) / 10) if loud else None
