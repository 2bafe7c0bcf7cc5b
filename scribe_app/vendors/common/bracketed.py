"""Speech with speaker and times inside the text: `[SPEAKER_0 | 0.000 --> 3.450]: Hello`."""

import re
from dataclasses import dataclass, replace

_LINE = re.compile(
    r"^\[\s*(?P<speaker>[^|\]]+?)\s*\|\s*(?P<start>\d{1,7}(?:[.,]\d{1,9})?)\s*-->"
    r"\s*(?P<end>\d{1,7}(?:[.,]\d{1,9})?)\s*\]\s*:?\s*(?P<text>.*)$"
)
_NOBODY = frozenset({"UNKNOWN", "NONE", "NULL"})


@dataclass(frozen=True, slots=True)
class Segment:
    """One line; times in seconds as the server gives them, None where it gave none."""

    speaker: str | None
    start: float | None
    end: float | None
    text: str


def segments(text: str) -> tuple[Segment, ...]:
    """Return the lines of a message; one without brackets goes on with the line before it."""
    found: list[Segment] = []
    for line in text.splitlines():
        hit = _LINE.match(line.strip())
        if hit is not None:
            found.append(_segment(hit))
        elif found:
            found[-1] = replace(found[-1], text=f"{found[-1].text} {line.strip()}".strip())
        else:
            found.append(Segment(None, None, None, line.strip()))
    return tuple(each for each in found if each.text)


def _segment(hit: re.Match[str]) -> Segment:
    start, end = (float(hit[name].replace(",", ".")) for name in ("start", "end"))
    speaker = None if hit["speaker"].upper() in _NOBODY else hit["speaker"][:100]
    return Segment(speaker, start, max(start, end), hit["text"].strip())
