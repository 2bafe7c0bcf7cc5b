"""A practice's own words: how they are heard and how they are written."""

from scribe_app.domain.faults import configuration_fault

_MOST_ENTRIES, _MOST_BYTES = 100, 256

Entry = dict[str, object]


def vocabulary(vendor: str, setting: str) -> list[Entry]:
    """Return `heard = written; …` as entries, at most 100; raises `ScribeError`."""
    lines = [line.strip() for line in setting.replace("\n", ";").split(";") if line.strip()]
    if len(lines) > _MOST_ENTRIES:
        raise configuration_fault(f"{vendor} takes at most {_MOST_ENTRIES} own words.")
    return [_entry(vendor, line) for line in lines]


def _entry(vendor: str, line: str) -> Entry:
    heard, equals, written = (part.strip() for part in line.partition("="))
    if not (equals and heard and written):
        raise configuration_fault(f"{vendor}: own words are written as heard = written.")
    if any(len(part.encode()) > _MOST_BYTES for part in (heard, written)):
        raise configuration_fault(f"{vendor}: an own word is longer than {_MOST_BYTES} bytes.")
    return {"pattern": heard, "replacement": written, "case_sensitive": False}
