"""Looks how much room there is on the disk that consultations are written to."""

import shutil
import threading
from pathlib import Path

from scribe_app.domain.audio import SAMPLE_BYTES, SAMPLE_RATE
from scribe_app.ports.disk import Room
from scribe_app.system.bounded import bounded

BYTES_A_SECOND = SAMPLE_RATE * SAMPLE_BYTES * 1.1
"""Sound as it is sealed, and the events beside it."""

_ANSWER_SECONDS = 1.0


class FolderRoom:
    """The room for a folder, wherever it is mounted; a share that does not answer tells nothing."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._asking = threading.Lock()

    def room(self) -> Room | None:
        """Return it, None where it cannot be told; takes a second at most.

        A call that hangs keeps its thread; no other is begun beside it.
        """
        if not self._asking.acquire(blocking=False):
            return None
        try:
            free = bounded(self._free, _ANSWER_SECONDS)
        except OSError:
            return None
        return Room(free, free / BYTES_A_SECOND)

    def _free(self) -> int:
        try:
            return self._on_disk()
        finally:
            self._asking.release()

    def _on_disk(self) -> int:
        folder = self._folder
        while not folder.exists() and folder != folder.parent:
            folder = folder.parent
        return shutil.disk_usage(folder).free
