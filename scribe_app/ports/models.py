"""The speech models of this computer: what there is, bringing one in, removing one."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from scribe_app.ports.preferences import Answer


class ModelPlace(StrEnum):
    """Where a model is."""

    BUILT_IN = "built-in"
    """It comes with the program and stays."""
    HERE = "here"
    """It was downloaded or imported."""
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class SpeechModel:
    """One model of the catalogue; `size` in bytes.

    `progress` from 0 to 1 while it is being downloaded; `answer` says how the last download ended.
    """

    id: str
    name: str
    size: int
    languages: tuple[str, ...]
    licence: str
    note: str
    place: ModelPlace
    progress: float | None = None
    answer: Answer | None = None


class ModelDesk(Protocol):
    """Keeps the models; nothing blocks, and a download goes on when nobody looks."""

    def models(self) -> tuple[SpeechModel, ...]:
        """Return every model that is known, as it stands now."""

    def download(self, model_id: str) -> None:
        """Begin to bring a model over the network, or go on where that was stopped."""

    def stop(self, model_id: str) -> None:
        """Stop its download; what came stays for the next time."""

    async def bring(self, source: Path) -> Answer:
        """Import the model that lies in a folder, in an archive, or beside this file."""

    async def remove(self, model_id: str) -> Answer:
        """Remove a model from the disk; the one that is chosen stays."""
