"""The recogniser on this device: where its model lies and how its process is started."""

import sys
from pathlib import Path

from scribe_app.ondevice.catalogue import bundled_catalogue
from scribe_app.ondevice.models import ModelStore
from scribe_app.ondevice.pipe import PipeDialler, PipeTransport
from scribe_app.ports.transport import Dial, PipeDial

PROGRAM = "recogniser"
HIDDEN_COMMAND = "_recogniser"
"""The first argument by which a packaged program becomes its own recogniser process."""


def model_store(models: Path) -> ModelStore:
    """Return the models under a folder."""
    return ModelStore(models, bundled_catalogue())


class RecogniserDialler:
    """Starts the recogniser's process, once its model is whole."""

    def __init__(self, models: Path) -> None:
        self._store = model_store(models)
        self._pipes = PipeDialler({PROGRAM: recogniser_command()})

    def ensure(self, dial: PipeDial) -> None:
        """Join and verify the model; may take seconds. Raises `ScribeError`."""
        self._store.ensure(dial.model)

    async def connect(self, dial: Dial) -> PipeTransport:
        """Start the process; raises `ScribeError`."""
        return await self._pipes.connect(dial)


def recogniser_command() -> tuple[str, ...]:
    """Return what starts the process, from source and from a packaged folder alike."""
    if getattr(sys, "frozen", False):
        return (sys.executable, HIDDEN_COMMAND)
    return (sys.executable, "-m", "scribe_app.ondevice.worker")
