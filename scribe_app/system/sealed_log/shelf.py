"""Which segment holds which stretch of a log, when newer segments repeat what older ones hold."""

from bisect import bisect_right
from dataclasses import dataclass, replace

from scribe_app.system.sealed_log.segment import Segment

ENDLESS = 1 << 62


@dataclass(frozen=True, slots=True)
class Extent:
    """Units `first` to `end` (not included) of a log are in this segment."""

    first: int
    end: int
    segment: Segment


class Shelf:
    """Extents in order, without overlap; the owner holds the lock."""

    def __init__(self) -> None:
        self._extents: list[Extent] = []
        self._firsts: list[int] = []

    def put(self, segment: Segment, end: int = ENDLESS) -> None:
        """Note a segment: it wins over those before it for as far as it goes."""
        first = segment.header.first
        kept: list[Extent] = []
        for each in self._extents:
            kept.append(replace(each, end=min(each.end, first)))
            kept.append(replace(each, first=max(each.first, end)))
        kept = [each for each in kept if each.first < each.end]
        if first < end:
            kept.append(Extent(first, end, segment))
        self._set(kept)

    def take_away(self, segment: Segment) -> None:
        """Forget a segment that was dropped."""
        self._set([each for each in self._extents if each.segment is not segment])

    def swap(self, old: Segment, new: Segment) -> None:
        """Read from a segment that replaces another unit for unit."""
        self._set(
            [replace(e, segment=new) if e.segment is old else e for e in self._extents]
        )  # fmt: skip

    def at(self, unit: int) -> Extent | int:
        """Return the extent that holds a unit, or where the next one begins (`ENDLESS`: none)."""
        index = bisect_right(self._firsts, unit) - 1
        if index >= 0 and unit < self._extents[index].end:
            return self._extents[index]
        return self._firsts[index + 1] if index + 1 < len(self._firsts) else ENDLESS

    def extents(self) -> tuple[Extent, ...]:
        """Return them all, in order."""
        return tuple(self._extents)

    def gaps(self) -> list[tuple[int, int]]:
        """Return the stretches before the last extent that none holds."""
        ends = [0, *(each.end for each in self._extents)]
        pairs = zip(ends, self._firsts, strict=False)
        return [(end, first) for end, first in pairs if end < first]

    def _set(self, extents: list[Extent]) -> None:
        self._extents = sorted(extents, key=lambda each: each.first)
        self._firsts = [each.first for each in self._extents]
