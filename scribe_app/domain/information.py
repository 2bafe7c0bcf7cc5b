"""What stands beside the note: codings, resources and measurements."""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Context(StrEnum):
    """When or why a value was named; only `NOW` is a finding of this consultation."""

    NOW = "now"
    HOME = "home"
    EARLIER = "earlier"
    GOAL = "goal"


@dataclass(frozen=True, slots=True)
class Coding:
    """A code and who said so; `system` as the vendor names it (icpc, snomed)."""

    system: str
    code: str
    description: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A link to patient information or a guideline."""

    link: str
    description: str
    origin: str


@dataclass(frozen=True, slots=True)
class Measurement:
    """A value that was measured or named; `value` and `unit` as they are shown.

    `kind` is the LOINC code, `utterance` the id of what was said, `at` its time in seconds.
    """

    description: str
    value: str
    unit: str
    kind: str = ""
    context: Context = Context.NOW
    plausible: bool = True
    utterance: str = ""
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Information:
    """Everything found so far; newer measurements of a kind come last."""

    codings: tuple[Coding, ...] = ()
    resources: tuple[Resource, ...] = ()
    measurements: tuple[Measurement, ...] = ()

    def without_vendors(self) -> "Information":
        """Return what was read here, from words that stand in the transcript."""
        return Information(measurements=tuple(m for m in self.measurements if m.utterance))

    def outside(self, since: float, until: float, utterances: frozenset[str]) -> "Information":
        """Return what rests on nothing that was said in a stretch, nor on these utterances.

        What a vendor found may rest on anything it heard, so none of it stays.
        """
        return Information(
            measurements=tuple(
                m
                for m in self.without_vendors().measurements
                if m.utterance not in utterances and not since <= m.at < until
            )
        )

    def merged(self, newer: "Information") -> "Information":
        """Return the keyed union; nothing is deleted, repeated things keep their place."""
        return Information(
            _union(self.codings, newer.codings, lambda c: (c.system.lower(), c.code)),
            _union(self.resources, newer.resources, lambda r: r.link or (r.origin, r.description)),
            _union(self.measurements, newer.measurements, _measurement_key),
        )


def _measurement_key(found: Measurement) -> Hashable:
    return (found.description.lower(), found.unit, found.value, found.context, found.utterance)


def _union(old: tuple[T, ...], new: Iterable[T], key: Callable[[T], Hashable]) -> tuple[T, ...]:
    merged = {key(item): item for item in old}
    for item in new:
        merged[key(item)] = item
    return tuple(merged.values())
