"""Reads what a server sends, whatever it sends: nothing here raises."""

import json
import math
import re
from collections.abc import Iterator
from typing import Any

from scribe_app.domain.information import Coding, Information, Measurement, Resource
from scribe_app.domain.transcript import Word

Message = dict[str, Any]
Span = tuple[float, float]

_TRAILING_COMMA = re.compile(r'("(?:[^"\\]++|\\.)*+"?)|,(?=\s*+[}\]])', re.DOTALL)
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_LONGEST_TEXT, _LONGEST_LABEL, _MOST_LINES = 100_000, 100, 200
_LATEST, _LARGEST = 1e6, 1e18


def message(frame: str | bytes) -> Message | None:
    """Return a JSON object, also with trailing commas; None for anything else."""
    text = frame.decode("utf-8", "replace") if isinstance(frame, bytes) else frame
    found = _parsed(text)
    if found is None and "," in text:
        found = _parsed(_TRAILING_COMMA.sub(lambda hit: hit.group(1) or "", text))
    return found


def _parsed(text: str) -> Message | None:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def text(value: object, *, depth: int = 3) -> str:
    """Return plain text without control, direction and hidden characters, "" for what is none.

    Lists are lines, at most `depth` lists deep; numbers are written out.
    """
    match value:
        case str():
            whole = value[:_LONGEST_TEXT].encode("utf-8", "replace").decode()
            return _HIDDEN.sub("", _BREAK.sub("\n", whole)).strip()
        case bool() | None:
            return ""
        case int() | float():
            return str(value) if abs(value) < _LARGEST else ""
        case list() if depth:
            lines = (text(each, depth=depth - 1) for each in value[:_MOST_LINES])
            return "\n".join(filter(None, lines))[:_LONGEST_TEXT]
    return ""


def seconds(value: object) -> float | None:
    """Return a time from 0 on, None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        number = float(value)
    except (ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and 0 <= number <= _LATEST else None


def label(value: object) -> str | None:
    """Return a speaker's label or an id; 0 is one, null and truth values are none."""
    return line(value)[:_LONGEST_LABEL] or None


def line(value: object) -> str:
    """Return a string or a number as one line, "" for anything else."""
    return " ".join(text(value).split()) if isinstance(value, int | float | str) else ""


def objects(value: object) -> list[Message]:
    """Return the objects of a list, or the one object, that a value is."""
    if isinstance(value, dict):
        return [value]
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def words(value: object, key: str) -> tuple[Word, ...]:
    """Return the words that have text under `key`, in order of time.

    One without a time stands where the word before it ends; without any time there are none.
    """
    listed, found = objects(value), []
    times = (seconds(each.get("start")) for each in listed)
    last = next((time for time in times if time is not None), None)
    if last is None:
        return ()
    for each in listed:
        if spoken := text(each.get(key)):
            start, end = _stretch(each, last)
            found.append(Word(spoken, start, end, confidence(each)))
            last = end
    return tuple(sorted(found, key=lambda word: word.start))


def _stretch(value: Message, default: float) -> tuple[float, float]:
    """Return an object's start and end, `default` where it has none."""
    start, end = seconds(value.get("start")), seconds(value.get("end"))
    start = default if start is None else start
    return start, start if end is None else max(start, end)


def confidence(value: Message) -> float | None:
    """Return a confidence from 0 to 1, None where there is none."""
    found = seconds(value.get("confidence"))
    return found if found is not None and found <= 1 else None


def span(value: Message, spoken: tuple[Word, ...], since: float, until: float) -> Span:
    """Return start and end: the object's own, else its words'; where neither is, what is given."""
    start, end = seconds(value.get("start")), seconds(value.get("end"))
    if start is None:
        start = spoken[0].start if spoken else since
    if end is None:
        end = max(word.end for word in spoken) if spoken else until
    return start, max(start, end)


def nested(value: object, keys: frozenset[str], depth: int) -> Iterator[object]:
    """Yield what stands under any of the keys, at most so many objects deep."""
    if not isinstance(value, dict) or depth < 0:
        return
    for key, inner in value.items():
        if key.lower() in keys:
            yield inner
        else:
            yield from nested(inner, keys, depth - 1)


def information(value: Message, source: str) -> Information:
    """Return codings, resources and measurements; every list may be missing."""
    return Information(
        tuple(
            Coding(text(c.get("system")), text(c.get("code")), text(c.get("description")), source)
            for c in objects(value.get("codings"))
            if text(c.get("code"))
        ),
        tuple(
            Resource(text(r.get("link")), text(r.get("description")), text(r.get("origin")))
            for r in objects(value.get("resources"))
            if text(r.get("link")) or text(r.get("description"))
        ),
        tuple(
            Measurement(text(m.get("description")), text(m.get("value")), text(m.get("unit")))
            for m in objects(value.get("measurements"))
            if text(m.get("description")) and text(m.get("value"))
        ),
    )
