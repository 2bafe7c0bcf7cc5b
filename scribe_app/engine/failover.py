"""Who listens: the clinician's order of vendors, each with its chances."""

from collections.abc import Mapping, Sequence

from scribe_app.domain.faults import Fault
from scribe_app.domain.spans import Span
from scribe_app.engine.patience import REFUSING, Patience
from scribe_app.engine.reach import Choice
from scribe_app.ports.clock import Clock

_ALONE_SECONDS = 60.0
_ALONE_LONGEST = 960.0


class Candidate:
    """One choice of the list: its chances, and how many lines it lets us have at once."""

    def __init__(self, choice: Choice, clock: Clock) -> None:
        self.choice = choice
        self.patience = Patience(clock)
        self._clock = clock
        self._alone_until = clock.now()
        self._refusals = 0
        self._tried: list[Span] = []
        self._asked: set[float] = set()
        self._left: set[float] = set()
        self._refusal: tuple[int, Fault] | None = None

    def refused_with(self, secrets: Mapping[str, str], fault: Fault) -> None:
        """Note that these credentials were refused for good."""
        if fault.kind in REFUSING and not fault.retryable:
            self._refusal = (_mark(secrets), fault)

    def refusal_of(self, secrets: Mapping[str, str]) -> Fault | None:
        """Return why these credentials need not be tried again: they were refused already."""
        known = self._refusal
        return known[1] if known is not None and known[0] == _mark(secrets) else None

    def has_room(self, lines: int) -> bool:
        """Return whether it may be given one line more than it has."""
        manifest, values = self.choice.vendor.manifest, self.choice.settings.values
        wanted = values.get("connections", "")
        most = int(wanted) if wanted.isdecimal() else manifest.connections
        alone = self._clock.now() < self._alone_until
        return lines < (1 if alone else max(1, most))

    def refused_another(self) -> None:
        """Note that it wants no second line beside the first; it is asked again much later."""
        wait = min(_ALONE_LONGEST, _ALONE_SECONDS * 2**self._refusals)
        self._refusals += 1
        self._alone_until = self._clock.now() + wait

    def tried(self, stretch: Span) -> None:
        """Note a stretch of which it said all it could."""
        self._tried.append(stretch)

    def was_asked_of(self, second: float) -> bool:
        """Return whether what ends there was in doubt before, and note that it is."""
        before = second in self._asked
        self._asked.add(second)
        return before

    def was_left_at(self, second: float) -> bool:
        """Return whether it left what ends there unfinished before, and note that it did."""
        before = second in self._left
        self._left.add(second)
        return before

    def may_try(self, stretch: Span) -> bool:
        """Return whether it may hear a stretch that it did not hear before."""
        middle = (stretch[0] + stretch[1]) / 2
        return not any(start <= middle <= end for start, end in self._tried)


class Order:
    """The candidates in the clinician's order."""

    def __init__(self, choices: Sequence[Choice], clock: Clock) -> None:
        self.candidates = tuple(Candidate(choice, clock) for choice in choices)
        self._clock = clock

    def next(self, stretch: Span | None = None) -> Candidate | None:
        """Return who may hear a stretch now; while one that is not given up waits, nobody."""
        now = self._clock.now()
        able = [c for c in self.candidates if stretch is None or c.may_try(stretch)]
        for each in able:
            if not each.patience.given_up:
                return each if each.patience.due() <= now else None
        due = [c for c in able if c.patience.due() <= now]
        return min(due, key=lambda c: c.patience.due(), default=None)

    def better_than(self, serving: Candidate) -> Candidate | None:
        """Return one that is wanted rather than the one that serves, and may be tried again."""
        now = self._clock.now()
        for each in self.candidates:
            if each is serving:
                return None
            if each.patience.due(beside_another=True) <= now:
                return each
        return None

    def hopeful(self, stretch: Span | None = None) -> tuple[Candidate, ...]:
        """Return who is not given up and has not yet said all it could of a stretch."""
        return tuple(
            c
            for c in self.candidates
            if not c.patience.given_up and (stretch is None or c.may_try(stretch))
        )

    def revived(self, stretch: Span) -> bool:
        """Return whether one that worked before gets another of its last tries at a stretch."""
        able = [c for c in self.candidates if c.may_try(stretch)]
        return any(c.patience.revived() for c in able)

    def last_chance(self) -> None:
        """Nobody records any more: who may have come back is tried once more."""
        for each in self.candidates:
            each.patience.last_chance()


def _mark(secrets: Mapping[str, str]) -> int:
    """Return what tells credentials apart without keeping them."""
    return hash(frozenset(secrets.items()))
