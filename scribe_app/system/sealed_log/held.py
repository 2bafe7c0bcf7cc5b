"""What no sync has covered yet, kept in memory so that a disk that fails loses none of it."""

from collections.abc import Callable, Sequence

Weigh = Callable[[bytes], int]
Change = Callable[[int, bytes], bytes]
"""Gives what stands in the place of a payload that begins at a unit, of the same weight."""

MEMORY_BYTES = 24_000_000
"""What is kept when no place takes it: 12 minutes of sound."""

AHEAD_BYTES = 8_000_000
"""How much may be written before what is written is synced."""


class Held:
    """Payloads from unit `first` on, of which the first `penned` are in a file that may not be
    synced. Units are samples or records; the owner holds the lock.
    """

    def __init__(self, first: int, weigh: Weigh) -> None:
        self.first = first
        self.end = first
        self.penned = 0
        self.items: list[bytes] = []
        self.size = 0
        self._weigh = weigh

    def add(self, payloads: Sequence[bytes]) -> None:
        """Keep more."""
        for each in payloads:
            self.items.append(each)
            self.end += self._weigh(each)
            self.size += len(each)

    def next(self, room: int, overhead: int) -> list[bytes]:
        """Return what is to be written next, up to the one that fills so many bytes."""
        for at in range(self.penned, len(self.items)):
            room -= len(self.items[at]) + overhead
            if room <= 0:
                return self.items[self.penned : at + 1]
        return self.items[self.penned :]

    def drop(self, count: int) -> None:
        """Let go of the oldest, which are on the disk."""
        dropped = self.items[:count]
        del self.items[:count]
        self.first += sum(map(self._weigh, dropped))
        self.size -= sum(map(len, dropped))
        self.penned -= count

    def unit_of(self, index: int) -> int:
        """Return the unit at which an item begins."""
        if index == len(self.items):
            return self.end
        return self.first + sum(map(self._weigh, self.items[:index]))

    def change(self, first: int, end: int, change: Change) -> None:
        """Put others of the same weight in the place of items that touch a stretch of units."""
        unit = self.first
        for index, item in enumerate(self.items):
            weight = self._weigh(item)
            if unit < end and unit + weight > first:
                self.items[index] = change(unit, item)
            unit += weight
        self.size = sum(map(len, self.items))
