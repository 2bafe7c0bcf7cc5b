"""Speech with speaker and times inside the text: `[SPEAKER_0 | 0.000 --> 3.450]: Hello`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scribe_app.vendors.common.reading import label

_SECONDS = r"\d{1,7}(?:[.,]\d{1,9})?"
_HEAD = re.compile(
    rf"\[([^|\[\]\n]{{1,200}})\|\s*+({_SECONDS})\s*+-->\s*+({_SECONDS})\s*+\]\s*+:?", re.ASCII
)
_NOBODY = frozenset({"UNKNOWN", "NONE", "NULL"})


@dataclass(frozen=True, slots=True)
class Segment:
    """What one speaker said, from when to when in seconds as the server counts; None: unsaid."""

    speaker: str | None
    span: tuple[float, float] | None
    text: str


def segments(text: str) -> tuple[Segment, ...]:
    """Return the segments of a message: each goes on, over lines too, to the next head."""
    return tuple(each for each in _all(text) if each.text)


def _all(text: str) -> Iterator[Segment]:
    before, *rest = _HEAD.split(text)
    yield Segment(None, None, _line(before))
    for who, began, ended, said in zip(rest[::4], rest[1::4], rest[2::4], rest[3::4], strict=True):
        start, end = (float(time.replace(",", ".")) for time in (began, ended))
        speaker = None if who.strip().upper() in _NOBODY else label(who)
        yield Segment(speaker, (start, max(start, end)), _line(said))


def _line(text: str) -> str:
    return " ".join(text.split())
