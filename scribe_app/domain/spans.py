"""Stretches of time as a set: what is covered, and where the holes are."""

from collections.abc import Iterable
from dataclasses import dataclass

Span = tuple[float, float]
"""Start and end in seconds."""

TOUCHING = 0.05
"""Seconds between two stretches that still count as one: rounding, not silence."""


@dataclass(frozen=True, slots=True)
class Spans:
    """Disjoint stretches in order of time; nearly always one, whatever the length."""

    parts: tuple[Span, ...] = ()

    @property
    def unbroken(self) -> float:
        """Return the second up to which nothing is missing from the beginning on."""
        first = self.parts[0] if self.parts else (0.0, 0.0)
        return first[1] if first[0] <= TOUCHING else 0.0

    @property
    def total(self) -> float:
        """Return the length of all stretches."""
        return sum(end - start for start, end in self.parts)

    def plus(self, start: float, end: float) -> "Spans":
        """Return the set with one stretch more; an empty one changes nothing."""
        if end <= start:
            return self
        last = self.parts[-1] if self.parts else None
        if last is not None and last[0] <= start <= last[1] + TOUCHING:
            # Nearly every stretch only makes the last one longer.
            return self if end <= last[1] else Spans((*self.parts[:-1], (last[0], end)))
        return Spans(_merged(sorted((*self.parts, (start, end)))))

    def minus(self, start: float, end: float) -> "Spans":
        """Return the set without one stretch."""
        kept: list[Span] = []
        for since, until in self.parts:
            kept += [
                part
                for part in ((since, min(until, start)), (max(since, end), until))
                if part[1] > part[0]
            ]
        return Spans(tuple(kept))

    def holes(self, until: float, since: float = 0.0) -> tuple[Span, ...]:
        """Return what is missing between two moments, in order."""
        missing, at = [], since
        for start, end in self.parts:
            if start > at + TOUCHING and at < until:
                missing.append((at, min(start, until)))
            at = max(at, end)
        if until > at + TOUCHING:
            missing.append((at, until))
        return tuple(missing)


def _merged(parts: Iterable[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for start, end in parts:
        if merged and start <= merged[-1][1] + TOUCHING:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return tuple(merged)
