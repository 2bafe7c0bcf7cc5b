"""A practice's own words: how they are heard and how they are written."""

from scribe_app.domain.faults import configuration_fault

_MOST_ENTRIES, _MOST_BYTES = 100, 256

Entry = dict[str, object]


def vocabulary(vendor: str, setting: str) -> dict[str, list[Entry]]:
    """Return `heard = written; …` as a configuration, at most 100; raises `ScribeError`."""
    lines = [line.strip() for line in setting.replace("\n", ";").split(";") if line.strip()]
    if len(lines) > _MOST_ENTRIES:
        raise configuration_fault(f"{vendor} takes at most {_MOST_ENTRIES} own words.")
    return {"user_vocabulary": [_entry(vendor, line) for line in lines]} if lines else {}


def _entry(vendor: str, line: str) -> Entry:
    heard, equals, written = (part.strip() for part in line.partition("="))
    if not (equals and heard and written):
        raise configuration_fault(f"{vendor}: own words are written as heard = written.")
    if any(len(part.encode()) > _MOST_BYTES for part in (heard, written)):
        raise configuration_fault(f"{vendor}: an own word is longer than {_MOST_BYTES} bytes.")
    return {"pattern": heard, "replacement": written, "case_sensitive": False}
