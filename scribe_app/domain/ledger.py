"""What became of every second: captured, stored, sent, covered, unconfirmed."""

from dataclasses import dataclass

from scribe_app.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Ledger:
    """Seconds on the consultation's clock.

    `spans` are the (start, end) stretches that are covered, `gaps` those that nobody will cover,
    `missing` those for which no sound came.
    """

    captured: float = 0.0
    stored: float = 0.0
    sent: float = 0.0
    covered: float = 0.0
    unconfirmed: float = 0.0
    gaps: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()
    missing: tuple[Span, ...] = ()

    @property
    def behind(self) -> float:
        """Return how many captured seconds still wait for the vendor."""
        return max(0.0, self.captured - self.covered - self.unconfirmed)

    @property
    def is_complete(self) -> bool:
        """Return whether every captured second is covered or marked; 50 ms is rounding."""
        return self.behind < 0.05
