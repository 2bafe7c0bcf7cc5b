"""When another line should take over from the live one, and in which moment it does."""

from scribe_app.domain.audio import SAMPLE_RATE
from scribe_app.engine.crew import Crew
from scribe_app.engine.cuts import cut_in
from scribe_app.engine.failover import Candidate, Order
from scribe_app.engine.run import Run, Tools

_LAG = 4 * SAMPLE_RATE
"""Samples behind which a line begins anew at what is being said, and leaves the rest to another."""
_FIRST = round(2.5 * SAMPLE_RATE)
"""Samples by which what is being said may be late before a backlog is sent beside it."""
_NEAR, _BACK = round(1.6 * SAMPLE_RATE), 4 * SAMPLE_RATE


class Relief:
    """Judges the live run of one consultation."""

    def __init__(self, tools: Tools, order: Order, crew: Crew) -> None:
        self._tools = tools
        self._order = order
        self._crew = crew

    def of(self, live: Run) -> Candidate | None:
        """Return who should take over: a vendor that is wanted rather, or the same anew."""
        better = self._order.better_than(live.candidate)
        if better is not None and self._crew.has_room(better):
            return better
        wanted = self.is_expiring(live) or self._is_late(live)
        return live.candidate if wanted and self._crew.has_room(live.candidate) else None

    def is_expiring(self, live: Run) -> bool:
        """Return whether the token that opened the line will soon be too old."""
        return live.renew_at is not None and self._tools.clock.now() >= live.renew_at

    def behind(self, live: Run) -> int:
        """Return by how many samples what is being said is late."""
        return max(0, self._tools.log.written - live.position)

    def goes_first(self, live: Run) -> bool:
        """Return whether what is being said is so late that a backlog has to wait."""
        return self.behind(live) > _FIRST

    def cut(self, live: Run, *, must: bool = False) -> int | None:
        """Return the sample of a pause just now; one in any case where it `must` be."""
        log, settled = self._tools.log, self._tools.ground.settled
        cut = cut_in(log, settled, _NEAR if self.behind(live) > _NEAR else _BACK)
        if cut is None and must:
            # A word may be cut in two where nobody stops; at the end of a final none is.
            return settled if log.written - settled < _BACK else log.written
        return cut

    def _is_late(self, live: Run) -> bool:
        return live.is_free and self.behind(live) > _LAG
