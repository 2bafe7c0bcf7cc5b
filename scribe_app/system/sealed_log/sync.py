"""Brings a log to the disk every quarter of a second, in a thread that may wait for it."""

import logging
import threading
from collections.abc import Callable
from pathlib import Path

from scribe_app.domain.faults import ScribeError, storage_fault
from scribe_app.system.sealed_log import disk

PERIOD_SECONDS = 0.25
_JOIN_SECONDS = 5.0

_log = logging.getLogger(__name__)


class DiskSync:
    """Syncs one file, and before it the folders that hold its name.

    `synced` follows what `written` returned before each successful sync. A failed sync is final:
    the system may have dropped the pages, so trying again would report success for lost bytes.
    """

    def __init__(self, fd: int, folders: tuple[Path, ...], written: Callable[[], int]) -> None:
        self.synced = 0
        self.fault: ScribeError | None = None
        self._fd = fd
        self._folders = folders
        self._written = written
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="log-sync", daemon=True)

    def start(self) -> None:
        """Begin; the caller goes on at once."""
        self._thread.start()

    def check(self) -> None:
        """Raise the `ScribeError` (storage) of a sync that failed."""
        if self.fault is not None:
            raise self.fault

    def stop(self) -> bool:
        """End the thread; False when the disk hangs, and the file has to be left to it."""
        self._closing.set()
        self._thread.join(_JOIN_SECONDS)
        return not self._thread.is_alive()

    def sync(self) -> None:
        """Sync what was written until now; raises nothing, sets `fault`."""
        mark = self._written()
        if self.fault is not None or (mark == self.synced and not self._folders):
            return
        try:
            self._sync_folders()
            disk.sync(self._fd)
        except OSError as error:
            _log.error("log-sync-failed", extra={"errno": error.errno})
            self.fault = storage_fault(
                "The disk reports an error, so the recording can no longer be stored safely."
            )
        else:
            self.synced = mark

    def _sync_folders(self) -> None:
        for folder in self._folders:
            disk.sync_folder(folder)
        self._folders = ()

    def _run(self) -> None:
        while not self._closing.wait(PERIOD_SECONDS):
            self.sync()
