"""Opens the line a vendor asks for; sockets come with the first vendor that needs one."""

from pathlib import Path

from scribe_app.app.recognisers import RecogniserDialler
from scribe_app.domain.faults import configuration_fault
from scribe_app.engine.daemon import in_daemon
from scribe_app.ports.transport import Dial, PipeDial, Transport


class LineDialler:
    """The dialler of the whole program."""

    def __init__(self, models: Path) -> None:
        self._recogniser = RecogniserDialler(models)

    async def connect(self, dial: Dial) -> Transport:
        """Open a line; raises `ScribeError` with the fault when it cannot."""
        if not isinstance(dial, PipeDial):
            raise configuration_fault("This version cannot reach a vendor over the network.")
        await in_daemon(lambda: self._recogniser.ensure(dial), "model-check")
        return await self._recogniser.connect(dial)
