"""What a log is made of and what it stands on."""

import time
from dataclasses import dataclass

from scribe_app.system.sealed_log.day_keys import SessionKeys
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.header import Header, LogKind
from scribe_app.system.sealed_log.held import Weigh
from scribe_app.system.sealed_log.places import Place, Places
from scribe_app.system.sealed_log.segment import Segment, new_segment


@dataclass(frozen=True, slots=True)
class Plan:
    """What a series is: of which kind, how its units count, and when a segment is full.

    `direct`: who appends writes itself, and hangs with a disk that hangs until another takes over;
    otherwise another thread writes for it, at the price of waking that one and being woken.
    """

    kind: LogKind
    weigh: Weigh
    segment_bytes: int
    direct: bool = False


@dataclass(frozen=True, slots=True)
class Start:
    """Where a series goes on: next segment, next unit, and whether it was ended well before."""

    number: int = 0
    unit: int = 0
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Ground:
    """What every log of a consultation stands on: who it is, where, and under which keys."""

    identity: bytes
    places: Places
    keys: SessionKeys
    disk: Disk

    def segment(self, place: Place, plan: Plan, number: int, first: int) -> Segment:
        """Return a new segment under today's key, which begins at a unit; not on the disk yet."""
        name, key = self.keys.ready()
        now = max(0, int(time.time() * 1000))
        header = Header(plan.kind, self.identity, number, first, name, now)
        return new_segment(place.folder, header, key)
