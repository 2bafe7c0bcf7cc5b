"""What became of every second: captured, stored, sent, covered, unconfirmed."""

from dataclasses import dataclass, replace

from scribe_app.domain.consultation import Consultation
from scribe_app.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Ledger:
    """Seconds on the consultation's clock.

    `spans` are the (start, end) stretches that are covered, `gaps` those that nobody will cover,
    `missing` those for which no sound came, `forgotten` those that the clinician had destroyed,
    `private` the moments at which nothing was captured for a while.
    """

    captured: float = 0.0
    stored: float = 0.0
    sent: float = 0.0
    covered: float = 0.0
    unconfirmed: float = 0.0
    gaps: tuple[Span, ...] = ()
    spans: tuple[Span, ...] = ()
    missing: tuple[Span, ...] = ()
    forgotten: tuple[Span, ...] = ()
    private: tuple[float, ...] = ()

    @property
    def behind(self) -> float:
        """Return how many captured seconds still wait for the vendor."""
        return max(0.0, self.captured - self.covered - self.unconfirmed)

    @property
    def is_complete(self) -> bool:
        """Return whether every captured second is covered or marked; 50 ms is rounding."""
        return self.behind < 0.05


def ledger_of(
    consultation: Consultation, captured: float, stored: float, sent: float = 0.0
) -> Ledger:
    """Return the ledger of a consultation of which so many seconds are in the log.

    What is covered was sent, at some time, by whomever.
    """
    covered = consultation.covered
    return Ledger(
        captured=captured,
        stored=stored,
        sent=max(sent, covered.parts[-1][1] if covered.parts else 0.0),
        covered=min(captured, covered.total),
        spans=covered.parts,
        missing=consultation.missing.parts,
        forgotten=consultation.forgotten.parts,
        private=consultation.private,
    )


def at_rest(ledger: Ledger, consultation: Consultation, *, confirmed: bool) -> Ledger:
    """Return the ledger once nobody works on it: without a confirmation, what lacks is a gap."""
    lacking = 0.0 if confirmed else ledger.behind
    gaps = consultation.covered.holes(ledger.captured) if lacking else ()
    return replace(ledger, unconfirmed=lacking, gaps=gaps)
