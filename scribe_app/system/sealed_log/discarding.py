"""Destroys a consultation: its key before anything else, then every file, then the folder."""

import contextlib
import time
from pathlib import Path

from scribe_app.ports.log import Receipt
from scribe_app.system import single
from scribe_app.system.sealed_log import session_key
from scribe_app.system.sealed_log.disk import Disk
from scribe_app.system.sealed_log.replacing import destroy_key

_SEALED = frozenset({".log", ".todo", ".new"})


def discarded(disk: Disk, session_id: str, folders: list[Path]) -> Receipt:
    """Destroy it wherever it is and return the receipt; raises `OSError` when the key stays."""
    for folder in folders:
        session_key.destroy(disk, folder)
    destroyed_at = time.time()
    segments = [path for folder in folders for path in _segments(folder)]
    for path in segments:
        with contextlib.suppress(OSError):
            destroy_key(disk, path, sync=False)  # a second wall behind the one that fell
    for folder in folders:
        clear(disk, folder)
    removed = not any(folder.exists() for folder in folders)
    return Receipt(session_id, len(segments), destroyed_at, removed)


def clear(disk: Disk, folder: Path) -> None:
    """Remove a folder whose key is destroyed, the key file last; what is held stays for now."""
    with contextlib.suppress(OSError):
        last = (session_key.FILE_NAME, single.FILE_NAME)
        for path in sorted(folder.iterdir(), key=lambda path: path.name in last):
            disk.remove(path)
        folder.rmdir()
        disk.sync_folder(folder.parent)


def _segments(folder: Path) -> list[Path]:
    return [path for path in folder.iterdir() if path.suffix in _SEALED]
