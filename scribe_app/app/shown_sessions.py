"""A consultation of the disk in the forms the contract names, on the screen or in a file."""

import os
from datetime import datetime
from itertools import count
from pathlib import Path

from scribe_app.app import formats
from scribe_app.app.fhir import as_fhir
from scribe_app.domain.faults import storage_fault
from scribe_app.domain.ledger import Ledger, at_rest, ledger_of
from scribe_app.engine.past import Past, past_of
from scribe_app.ports.archive import Entry
from scribe_app.ports.log import SessionStore

SUFFIXES = {"text": "txt"}
"""Where a format's file name does not end in its name."""

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0)
_OWNER_ONLY = 0o600


def text_of(store: SessionStore, entry: Entry, form: str) -> str:
    """Return it as text; raises `ScribeError` (storage) where it cannot be read."""
    if form == "jsonl":
        return "".join(f"{record.decode()}\n" for record in store.events(entry.id))
    past = past_of(store.events(entry.id))
    consultation = past.consultation
    match form:
        case "json":
            return formats.as_json(consultation, _ledger(past, entry), ())
        case "srt":
            return formats.as_srt(consultation.transcript.finals)
        case "vtt":
            return formats.as_vtt(consultation.transcript.finals)
        case "fhir":
            return as_fhir(consultation)
        case _:
            return formats.as_text(consultation)


def written(text: str, entry: Entry, form: str, folder: Path) -> Path:
    """Write a new file in a folder and return it; what is there already is never touched.

    Its name tells when, and nothing else. Raises `ScribeError` (storage).
    """
    when = datetime.fromtimestamp(entry.started).astimezone().strftime("%Y%m%d-%H%M%S")
    stem, suffix = f"consultation-{when}", SUFFIXES.get(form, form)
    for number in count(1):
        name = f"{stem}.{suffix}" if number == 1 else f"{stem}-{number}.{suffix}"
        try:
            fd = os.open(folder / name, _NEW, _OWNER_ONLY)
        except FileExistsError:
            continue
        except OSError as error:
            raise storage_fault("That folder cannot be written in.") from error
        with os.fdopen(fd, "w", encoding="utf-8") as file:
            file.write(text)
        return folder / name
    raise AssertionError("numbers do not end")


def _ledger(past: Past, entry: Entry) -> Ledger:
    ledger = ledger_of(past.consultation, entry.seconds, entry.seconds)
    return at_rest(ledger, past.consultation, confirmed=past.confirmed)
