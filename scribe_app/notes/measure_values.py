"""Reads the value of each kind from text in which numbers are digits."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from scribe_app.domain.information import Context
from scribe_app.notes.kinds import (
    BLOOD_PRESSURE,
    DIASTOLIC,
    HEIGHT,
    PACK_YEARS,
    PULSE,
    SATURATION,
    TEMPERATURE,
    WEIGHT,
    Kind,
)
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.measure_cues import Cues
from scribe_app.notes.numbers import digits, plain

_AHEAD = 60
_BEHIND = 24
_AROUND = 48
_TRAILING = 30
_SENTENCE_END = re.compile(r"[.!?;](?!\d)")
_ANSWER_START = 40
# In French a pressure is often said in centimetres: "quatorze neuf" is 140/90.
_HIGHEST_CENTIMETRES, _LOWEST_CENTIMETRES = 26, 3
_SURE_SYSTOLIC = 80
_OVER = ("over", "/", "sur", "slash")
_MARKS = ("over", "kg", "lb", "st", "cm", "m", "ft", "percent", "value_m")
_FAHRENHEIT = (86, 110)
_LEAST_BARE = 20
_LIGHT = 25
_RANGED = (PULSE, TEMPERATURE, SATURATION)
_WIDEST = 1.5
_LISTED = frozenset({"and", "en", "et"})
_POUND, _STONE = 0.4536, 6.3503


@dataclass(frozen=True, slots=True)
class Found:
    """A value in a text: kind, value and unit as shown, and its place."""

    kind: Kind
    value: str
    unit: str
    start: int
    end: int
    cued: bool
    context: Context
    plausible: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A value before anyone asked whether it is one."""

    value: str
    unit: str
    plausible: bool
    sure: bool = False


def readable(text: str, words: Lexicon, cues: Cues) -> str:
    """Return the text in lower case with digits, split numbers joined ("98 . 2", "1 40 over")."""
    low = digits(plain(text), words).lower()
    low = cues.over.sub(lambda found: f"1{found[1]}", low)
    low = cues.said_point.sub(r"\1.\2", low)
    if cues.any_kind.search(low):
        low = cues.point.sub(r"\1.\2", low)
    return low


def values(kind: Kind, text: str, cues: Cues, *, asked: bool) -> Iterator[Found]:
    """Yield the values of one kind; without a cue near only an unmistakable form counts."""
    for hit in cues.values[kind.cue].finditer(text):
        reading = _reading(kind, hit, cues)
        if reading is None:
            continue
        answers = asked and hit.start() <= _ANSWER_START
        named = _cued(kind, text, hit, cues)
        cued = named or (answers and _unnamed(text, hit, cues) and not _light(kind, reading))
        context = _context(text, hit, cues) if cued or reading.sure else None
        if context is not None:
            value, end = _up_to(kind, reading.value, text, hit, cues)
            yield Found(
                kind,
                value,
                reading.unit,
                hit.start(),
                end,
                cued,
                context,
                reading.plausible,
            )


def _light(kind: Kind, reading: Reading) -> bool:
    """Return whether a weight is what somebody lost or gained rather than weighs."""
    if kind is not WEIGHT or reading.unit not in ("kg", "lb"):
        return False
    kilos = float(reading.value) * (_POUND if reading.unit == "lb" else 1)
    return kilos < _LIGHT


def _up_to(kind: Kind, value: str, text: str, hit: re.Match[str], cues: Cues) -> tuple[str, int]:
    """Return the value and its end, as "66-74" where a range of one kind was said."""
    found = cues.up_to.match(text, hit.end())
    if kind not in _RANGED or found is None or not value.replace(".", "").isdigit():
        return value, hit.end()
    low, high = float(value), float(found["high"].replace(",", "."))
    listed = found["to"] in _LISTED
    between = cues.between.search(text[max(0, hit.start() - _BEHIND) : hit.start()]) is not None
    if listed != between or not low < high <= min(low * _WIDEST, kind.high):
        return value, hit.end()
    return f"{value}-{found['high'].replace(',', '.')}", found.end()


def _cued(kind: Kind, text: str, hit: re.Match[str], cues: Cues) -> bool:
    """Return whether this kind is the last one named before the value, or is named right after."""
    before = text[max(0, hit.start() - _AHEAD) : hit.start()]
    named = list(cues.any_kind.finditer(before))
    if named and not re.search(r"\d", before[named[-1].end() :]):
        return cues.kinds[kind.cue].fullmatch(named[-1].group()) is not None
    return _named_after(kind, text, hit, cues)


def _unnamed(text: str, hit: re.Match[str], cues: Cues) -> bool:
    """Return whether nothing is named before the value: then it may answer what was asked."""
    return cues.any_kind.search(text[: hit.start()]) is None


def _named_after(kind: Kind, text: str, hit: re.Match[str], cues: Cues) -> bool:
    parts = hit.groupdict()
    if not any(parts.get(name) for name in _MARKS) and kind is not TEMPERATURE:
        return False
    after = _SENTENCE_END.split(text[hit.end() : hit.end() + _BEHIND])[0]
    cue = cues.any_kind.search(after)
    if cue is None or re.search(r"\d", after) or not cues.kinds[kind.cue].fullmatch(cue.group()):
        return False
    # What comes next may be the value that this cue belongs to.
    return re.match(r"\D{0,12}\d", text[hit.end() + cue.end() :]) is None


def _context(text: str, hit: re.Match[str], cues: Cues) -> Context | None:
    """Return when or why the value was named; None for a change, which is no reading at all."""
    before = _SENTENCE_END.split(text[max(0, hit.start() - _AROUND) : hit.start()])[-1]
    after = _SENTENCE_END.split(text[hit.end() : hit.end() + _TRAILING])[0]
    if cues.contexts["change"].search(before[-25:] + " " + after[:16]):
        return None
    if cues.contexts["goal"].search(before):
        return Context.GOAL
    if cues.contexts["now"].search(before):
        return Context.NOW
    if cues.contexts["home"].search(f"{before} {after}"):
        return Context.HOME
    if cues.contexts["earlier"].search(f"{before} {after}"):
        return Context.EARLIER
    return Context.NOW


def _reading(kind: Kind, hit: re.Match[str], cues: Cues) -> Reading | None:
    if kind is BLOOD_PRESSURE:
        return _pressure(hit, cues)
    if kind is HEIGHT:
        return _height(hit)
    if kind is TEMPERATURE:
        return _temperature(hit)
    if kind is WEIGHT:
        return _weight(hit, cues)
    value = hit["value"].replace(",", ".")
    sure = kind is PACK_YEARS or bool(hit.groupdict().get("sure"))
    return Reading(value, kind.unit, kind.low <= float(value) <= kind.high, sure)


def _pressure(hit: re.Match[str], cues: Cues) -> Reading | None:
    high, low = int(hit["value"]), int(hit["low"])
    if cues.centimetric and high <= _HIGHEST_CENTIMETRES and high > low >= _LOWEST_CENTIMETRES:
        high, low = high * 10, low * 10
        return Reading(f"{high}/{low}", "mmHg", _is_pressure(high, low))
    plausible = _is_pressure(high, low)
    if not plausible and not hit["over"].strip():
        return None
    sure = plausible and high >= _SURE_SYSTOLIC and hit["over"] in _OVER
    return Reading(f"{high}/{low}", "mmHg", plausible, sure)


def _is_pressure(high: int, low: int) -> bool:
    top, bottom = BLOOD_PRESSURE, DIASTOLIC
    return top.low <= high <= top.high and bottom[0] <= low <= bottom[1] and high > low


def _temperature(hit: re.Match[str]) -> Reading | None:
    value = re.sub(r"[ ,]", ".", hit["value"])
    number = float(value)
    exact = "." in value
    credible = TEMPERATURE.low <= number <= TEMPERATURE.high
    if _FAHRENHEIT[0] <= number <= _FAHRENHEIT[1]:
        return Reading(value, "°F", plausible=True)
    if not (credible or exact or hit["sure"]):
        return None
    return Reading(value, "°C", credible, sure=bool(hit["sure"]) and exact and credible)


def _weight(hit: re.Match[str], cues: Cues) -> Reading | None:
    groups = hit.groupdict()
    value = hit["value"].replace(",", ".")
    number, unit = float(value), "kg"
    # Who says no unit says kilos, but in English it may be pounds or stone: then it is not read.
    if not (groups["kg"] or groups["lb"] or groups["st"]) and (
        cues.unit_needed or number < _LEAST_BARE
    ):
        return None
    if groups.get("st"):
        inner = groups.get("stlb")
        return Reading(
            f"{value} st {inner}" if inner else value,
            "lb" if inner else "st",
            WEIGHT.low <= number * _STONE <= WEIGHT.high,
        )
    if groups.get("lb"):
        number, unit = number * _POUND, "lb"
    return Reading(value, unit, WEIGHT.low <= number <= WEIGHT.high)


def _height(hit: re.Match[str]) -> Reading:
    if hit["ft"]:
        inches = f" ft {hit['inch']}" if hit["inch"] else ""
        return Reading(hit["ft"] + inches, "in" if inches else "ft", True, sure=bool(inches))
    if hit["cm"]:
        centimetres = int(hit["cm"])
    elif hit["m"]:
        centimetres = int(hit["m"]) * 100 + int(hit["mcm"].ljust(2, "0"))
    else:
        whole, part = re.split(r"[.,]", hit["value"])
        centimetres = int(whole) * 100 + int(part.ljust(2, "0"))
    return Reading(str(centimetres), "cm", HEIGHT.low <= centimetres <= HEIGHT.high)
