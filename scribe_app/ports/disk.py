"""How much room there is where consultations are kept."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Room:
    """Free bytes, and how many seconds of recording fit in them."""

    free_bytes: int
    seconds: float


class DiskGuard(Protocol):
    """Looks at the disk that consultations are written to."""

    def room(self) -> Room | None:
        """Return it, None where it cannot be told; may take a second."""
