"""Reads the newest recording of a profile, as the program itself could: with the keyring's key."""

import json
import sys
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from scribe_app.domain.folding import folded
from scribe_app.engine import journal
from scribe_app.system.keyring_secrets import KeyringSecrets
from scribe_app.system.sealed_log.day_keys import DayKeys
from scribe_app.system.sealed_log.segment import open_segment

LENGTH_BYTES = 8


def records(profile: Path, kind: str) -> Iterator[bytes]:
    """Yield the records of the newest consultation's log."""
    keys = DayKeys(KeyringSecrets())
    folder = max((profile / "sessions").iterdir(), key=lambda path: path.stat().st_ctime_ns)
    for path in sorted(folder.glob(f"{kind}-*.log")):
        _, reader = open_segment(path, keys.named)
        yield from reader.records()


def answer(profile: Path, what: str) -> bytes:
    """Return the audio, or what the events say: their names, the words, the note."""
    if what == "audio":
        return b"".join(records(profile, "audio"))
    events = list(journal.replayed(records(profile, "events")))
    consultation = folded(events)
    match what:
        case "events":
            text = "\n".join(type(event).__name__ for event in events)
        case "words":
            text = "\n".join(u.text for u in consultation.transcript.finals)
        case _:
            text = json.dumps([asdict(e) for e in consultation.note.episodes])
    return text.encode()


def main(profile: Path) -> None:
    """Answer every line of the standard input, the answer's length first; nothing yet is empty."""
    out = sys.stdout.buffer
    for line in sys.stdin:
        try:
            told = answer(profile, line.strip())
        except Exception:  # a log that is being begun
            told = b""
        out.write(len(told).to_bytes(LENGTH_BYTES, "big") + told)
        out.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
