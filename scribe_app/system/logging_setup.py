"""The log file: what happened and where, never a word that was spoken and never a secret."""

import json
import logging
import os
import time
from collections.abc import Mapping
from datetime import UTC, datetime
from enum import Enum
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from scribe_app.domain.faults import storage_fault
from scribe_app.system.log_events import LogEvent

_OWN = "scribe_app"
_MAX_BYTES = 1_000_000
_BACKUPS = 4
_OWNER_ONLY = 0o600
_TALKATIVE = (
    "websockets", "httpx", "httpcore", "faster_whisper", "qasync", "asyncio", "keyring", "jeepney",
    "secretstorage", "huggingface_hub", "numba", "PIL",
)  # fmt: skip
"""Libraries whose debug or info records hold payloads, addresses or keys."""

_EVENTS = frozenset(LogEvent)
_STANDARD = frozenset(vars(logging.makeLogRecord({}))) | {"message", "asctime"}


def set_up_logging(folder: Path) -> logging.Handler:
    """Log to a rotating file in `folder`; returns the handler. Raises `ScribeError` (storage).

    `SCRIBE_LOG=debug` adds this program's own debug events, which are on the same closed list.
    """
    handler = _handler(folder / "scribe.log")
    handler.setFormatter(EventFormatter())
    debug = os.environ.get("SCRIBE_LOG", "").lower() == "debug"
    logging.getLogger().addHandler(handler)
    logging.getLogger(_OWN).setLevel(logging.DEBUG if debug else logging.INFO)
    for name in _TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    return handler


class EventFormatter(logging.Formatter):
    """One JSON object a line: time, level, place, an event of the closed list, typed fields.

    Free text is left out whoever logs it, this program's own included: the message of a record
    that is not on the list, text in fields, and the message of an exception.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        own = record.name.partition(".")[0] == _OWN
        known = own and record.msg in _EVENTS
        line: dict[str, object] = {
            "utc": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "monotonic": round(time.monotonic(), 3),
            "level": record.levelname.lower(),
            "at": f"{record.name}:{record.lineno}",
            "event": str(record.msg) if known else "unlisted",
        }
        if known:
            line.update(_fields(vars(record)))
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__qualname__
            line["frames"] = _frames(record.exc_info[2])
        return json.dumps(line)


class _OwnFile(RotatingFileHandler):
    """A rotating file that others cannot read, and that never writes to the terminal."""

    def _open(self) -> TextIOWrapper:
        fd = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, _OWNER_ONLY)
        return TextIOWrapper(os.fdopen(fd, "ab", buffering=0), "utf-8", write_through=True)

    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing about a full disk here; the recording's own log tells the user."""


def _handler(path: Path) -> logging.Handler:
    try:
        return _OwnFile(path, maxBytes=_MAX_BYTES, backupCount=_BACKUPS, encoding="utf-8")
    except OSError as error:
        raise storage_fault("Scribe cannot write its log file; check the disk.") from error


def _fields(values: Mapping[str, object]) -> dict[str, object]:
    typed = {key: _typed(value) for key, value in values.items() if key not in _STANDARD}
    return {key: value for key, value in typed.items() if value is not None}


def _typed(value: object) -> object:
    """Return a number, a truth value, the name of an enum's member or of a type; else None."""
    if isinstance(value, Enum):
        return value.name.lower()
    if isinstance(value, type):
        return value.__qualname__
    return value if isinstance(value, bool | int | float) else None


def _frames(trace: TracebackType | None) -> list[str]:
    frames = []
    while trace is not None:
        code = trace.tb_frame.f_code
        frames.append(f"{Path(code.co_filename).name}:{trace.tb_lineno}")
        trace = trace.tb_next
    return frames
