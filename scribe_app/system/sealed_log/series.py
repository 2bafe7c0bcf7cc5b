"""One log as a series of segments, which goes on whatever its disk does."""

import threading
from collections.abc import Sequence

from scribe_app.domain.faults import storage_fault
from scribe_app.ports.log import Trouble, Where
from scribe_app.system.sealed_log.disk import trouble_of
from scribe_app.system.sealed_log.ground import Ground, Plan, Start
from scribe_app.system.sealed_log.held import AHEAD_BYTES, MEMORY_BYTES, Change, Held
from scribe_app.system.sealed_log.helm import Helm, Stroke
from scribe_app.system.sealed_log.outlet import Outlet
from scribe_app.system.sealed_log.pen import Pen
from scribe_app.system.sealed_log.places import Place
from scribe_app.system.sealed_log.replacing import reaches, replaced
from scribe_app.system.sealed_log.seal import RecordType
from scribe_app.system.sealed_log.segment import OVERHEAD_BYTES, Segment
from scribe_app.system.sealed_log.shelf import Shelf


class Series:
    """Writes in order and never twice to a file that failed; what is not synced stays in memory.

    `order` is held by whoever writes, also while a disk is slow: who hangs loses it to the next.
    `lock` guards what readers see and is never held across a call into the disk.
    """

    def __init__(self, plan: Plan, ground: Ground, start: Start) -> None:
        self.plan = plan
        self.ground = ground
        self.order = Helm(self._relieve)
        self.lock = threading.Lock()
        self.shelf = Shelf()
        self.segments: list[Segment] = []
        self.held = Held(start.unit, plan.weigh)
        self.outlet = Outlet(ground.disk, ground.places)
        self.ended = start.ended
        self._number = start.number
        self._pen: Pen | None = None
        self._retired: list[Pen] = []
        self._generation = 0
        self._turn_asked = self._left = self._must_move = False
        self._sync_turn = threading.Lock()

    # --- what others see ------------------------------------------------------------------------

    @property
    def written(self) -> int:
        """Return the number of units that can be read."""
        return self.held.end

    @property
    def synced(self) -> int:
        """Return the number of units that are known to be on a disk."""
        return self.held.first

    @property
    def trouble(self) -> Trouble:
        """Return what is wrong now."""
        return self.outlet.trouble(writing=self._pen is not None)

    @property
    def where(self) -> Where:
        """Return where the newest goes; what was ended stays where it went."""
        with self.lock:
            pen, waits = self._pen, self.held.penned < len(self.held.items)
        return self.outlet.where(pen, waits=waits)

    @property
    def settled(self) -> bool:
        """Return whether all of it is on the disk."""
        with self.lock:
            return not self.held.items and not self._retired

    @property
    def finished(self) -> bool:
        """Return whether it was ended and all of it is on the disk."""
        return self.ended and self.settled

    # --- for whoever writes ---------------------------------------------------------------------

    def keep(self, payloads: Sequence[bytes]) -> None:
        """Take records where readers find them, without waiting; `write` has to follow.

        Raises `ScribeError` (storage) when neither disk nor memory takes more.
        """
        with self.lock:
            if self._left:
                raise storage_fault("This consultation is closed.")
            if self.held.size > MEMORY_BYTES:
                raise self.outlet.fault()
            self.held.add(payloads)
            self.ended = False

    def write(self) -> None:
        """Write what was kept, once most of what came before is synced; raises nothing.

        In a `direct` series this hangs with the disk, and whoever writes or syncs next takes over.
        """
        if self.held.size > AHEAD_BYTES and self._pen is not None:
            self.sync()
        with self.order:
            self._write_out(retry=False)

    def begin(self) -> None:
        """Make the first file now, so that who starts hears at once; raises `ScribeError`."""
        with self.order:
            if not self._begun():
                raise self.outlet.fault()

    def bring_up(self, *, end: bool) -> None:
        """Write what is in memory alone and, for an `end`, the final record; raises nothing."""
        with self.order:
            if self._left:
                return
            self._look_at_the_day()
            self._write_out(retry=True)
            if end and not self.ended and self.held.penned == len(self.held.items):
                self._end()

    def sync(self) -> None:
        """Sync every file that needs it; raises nothing: what failed is written again elsewhere."""
        with self._sync_turn:
            with self.order:
                pens = self._pens()
                mark, generation = self.held.penned, self._generation
                idle = mark == 0 and not self._retired
            if idle or not pens:
                return
            try:
                self.outlet.sync(pens)
            except OSError:
                self._sync_failed(pens, generation)
            else:
                self._sync_done(pens, mark, generation)

    def rewrite(self, first: int, end: int, change: Change) -> None:
        """Change what is in a stretch of units, in memory and in every file, for ever.

        Raises `OSError`; asked again it does what is left.
        """
        with self.order:
            with self.lock:
                self.held.change(first, end, change)
            if self._pen is not None and self._pen.segment.header.first < end:
                self._retire(self._pen, RecordType.TURN)
        self.sync()
        for old in [each for each in self.segments if reaches(each, first, end, self.ground.disk)]:
            new = replaced(self.ground.disk, self.ground.keys, old, change)
            with self.lock:
                self.shelf.swap(old, new)
                self.segments[self.segments.index(old)] = new

    def leave(self) -> None:
        """Let go of files and threads as they are; nothing is written after it."""
        with self.order:
            with self.lock:
                self._left = True
            pens = self._pens()
            self._retired, self._pen = [], None
            for pen in pens:
                self.outlet.quietly(pen.close)
            self.outlet.close()

    # --- while `order` is held ------------------------------------------------------------------

    def _pens(self) -> list[Pen]:
        return [*self._retired, self._pen] if self._pen else self._retired[:]

    def _relieve(self, hung: Stroke) -> None:
        """Go on for a thread that hangs in a write, in another file."""
        self.outlet.hangs(hung)
        self._abandon(self._pens())
        self._must_move = True

    def _write_out(self, *, retry: bool) -> None:
        held, failures = self.held, 0
        retry, self._must_move = retry or self._must_move, False
        while held.penned < len(held.items) and self._has_pen(retry=retry):
            if not self._wrote():
                failures, retry = failures + 1, True
            if failures > len(self.ground.places.all):
                self.outlet.try_later()
                return

    def _has_pen(self, *, retry: bool) -> bool:
        pen = self._pen
        if pen is not None and (self._turn_asked or pen.size >= self.plan.segment_bytes):
            self._retire(pen, RecordType.TURN)
        if self._pen is not None:
            return True
        if self.outlet.cause is not None and not (retry and self.outlet.may_try()):
            return False
        return self._begun()

    def _wrote(self) -> bool:
        pen = self._pen
        if pen is None:
            return False
        batch = self.held.next(self.plan.segment_bytes - pen.size, OVERHEAD_BYTES)
        try:
            if self.plan.direct:
                self.outlet.write_directly(pen, batch, self.order)
            else:
                self.outlet.write(pen, lambda: pen.write(batch))
        except OSError as error:
            self._write_failed(error, pen)
            return False
        with self.lock:
            self.held.penned += len(batch)
        return True

    def _begun(self) -> bool:
        pen = self.outlet.opened(self._new_pen, min(self.held.size, self.plan.segment_bytes))
        if pen is None:
            return False
        with self.lock:
            self._pen = pen
            self.ended = False
            self.shelf.put(pen.segment)
            self.segments.append(pen.segment)
        self._number += 1
        self._turn_asked = False
        return True

    def _new_pen(self, place: Place) -> Pen:
        first = self.held.unit_of(self.held.penned)
        segment = self.ground.segment(place, self.plan, self._number, first)
        return Pen(self.ground.disk, place, segment)

    def _look_at_the_day(self) -> None:
        """Go on under another key once there is one: midnight passed."""
        if self._pen is not None:
            name, _key = self.ground.keys.ready()
            self._turn_asked = self._pen.segment.header.key_name != name

    def _retire(self, pen: Pen, kind: RecordType) -> None:
        """End a segment; its file is closed once it is synced."""
        try:
            self.outlet.write(pen, lambda: pen.end(kind))
        except OSError as error:
            self._write_failed(error, pen)
            return
        with self.lock:
            self._retired.append(pen)
            self._pen = None
            self.ended = kind is RecordType.FINAL

    def _end(self) -> None:
        if self._pen is None and self.outlet.may_try():
            self._begun()
        if self._pen is not None:
            self._retire(self._pen, RecordType.FINAL)

    def _write_failed(self, error: OSError, pen: Pen) -> None:
        if trouble_of(error) is not Trouble.DISK_FULL:
            self._abandon([*self._retired, pen])
        elif pen.records:
            with self.lock:
                self._retired.append(pen)  # the records that are whole in it are as good as any
                self._pen = None
        else:
            self._drop(pen)

    def _drop(self, pen: Pen) -> None:
        with self.lock:
            self._pen = None
            self.shelf.take_away(pen.segment)
            self.segments.remove(pen.segment)
        self._number -= 1
        self.outlet.quietly(pen.drop)

    def _abandon(self, pens: list[Pen]) -> None:
        """Have everything that is not synced written once more, to other files."""
        with self.lock:
            self._generation += 1
            self._pen, self._retired = None, []
            self.held.penned = 0
            self.ended = False
        for pen in pens:
            self.outlet.quietly(pen.close)

    # --- after a sync ---------------------------------------------------------------------------

    def _sync_failed(self, pens: list[Pen], generation: int) -> None:
        with self.order:
            if generation == self._generation:
                self._abandon(pens)
                self._write_out(retry=True)

    def _sync_done(self, pens: list[Pen], mark: int, generation: int) -> None:
        with self.order:
            if generation != self._generation:
                return
            with self.lock:
                self.held.drop(mark)
                done = [pen for pen in self._retired if pen in pens]
                self._retired = [pen for pen in self._retired if pen not in pens]
            for pen in done:
                self.outlet.quietly(pen.close)
