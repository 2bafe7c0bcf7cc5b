"""The cues of the measurement finder, compiled once per language."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from scribe_app.notes.kinds import KINDS

_NUMBER = r"\d{1,3}(?:[.,]\d{1,2})?"
# What may stand before and after a value: no digit, no letter, no part of a date or a fraction.
_HEAD = r"(?<![\w/])(?<!\d[.,])"
_TAIL = r"(?![\w/]|[.,]\d)"


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns: `kinds` names a kind, `values` reads it, `contexts` tells when it is not now."""

    kinds: Mapping[str, re.Pattern[str]]
    values: Mapping[str, re.Pattern[str]]
    contexts: Mapping[str, re.Pattern[str]]
    over: re.Pattern[str]
    point: re.Pattern[str]
    said_point: re.Pattern[str]
    up_to: re.Pattern[str]
    between: re.Pattern[str]
    any_kind: re.Pattern[str]
    centimetric: bool
    unit_needed: bool


@cache
def measure_cues(base: str) -> Cues:
    """Return the cues of nl, en or fr."""
    source = files("scribe_app.notes").joinpath("languages", "measures.toml")
    listed: dict[str, str] = tomllib.loads(source.read_text(encoding="utf-8"))[base]
    raw = {name: f"(?:{pattern})" for name, pattern in listed.items()}
    kinds = {kind.cue: re.compile(raw[kind.cue]) for kind in KINDS}
    contexts = {
        name: re.compile(raw[name]) for name in ("goal", "change", "home", "earlier", "now")
    }
    return Cues(
        kinds=MappingProxyType(kinds),
        values=MappingProxyType({name: re.compile(p) for name, p in _values(raw).items()}),
        contexts=MappingProxyType(contexts),
        over=re.compile(rf"\b1 (\d\d)(?= ?{raw['over']} ?\d)"),
        point=re.compile(_decimal(raw)),
        said_point=re.compile(
            r"\b(3\d) ?(?:point|komma|virgule)(?:[ ,.]|uh|um|euh|point)*(\d)\b(?!\d)"
        ),
        up_to=re.compile(
            rf" ?(?P<to>{raw['to']}) ?(?:about |around )?(?P<high>\d{{2,3}}(?:[.,]\d)?)"
            r"(?![\w/]| over)"
        ),
        between=re.compile(r"\b(?:between|tussen|entre)\b"),
        any_kind=re.compile("|".join([raw[kind.cue] for kind in KINDS] + [raw["other"]])),
        centimetric=base == "fr",
        unit_needed=base == "en",
    )


def _decimal(raw: Mapping[str, str]) -> str:
    """Return the pattern of a decimal said in pieces: "38 . 2", "38 point, uh, point 5"."""
    between = rf"(?:[ ,.]|uh|um|euh|ehm?|{raw['point']})*"
    not_a_count = rf"(?!\d| ?{raw['not_after']}(?!\w))"
    return rf"\b(\d{{2}}) ?{raw['point']}{between}(\d)\b{not_a_count}"


def _values(raw: Mapping[str, str]) -> dict[str, str]:
    other = rf"(?! ?{raw['not_after']}(?!\w))"
    return {
        "blood_pressure": rf"{_HEAD}(?P<value>\d{{2,3}}) ?(?P<over>{raw['over']}) ?"
        rf"(?P<low>\d{{1,3}}){_TAIL}{other}",
        "pulse": rf"{_HEAD}(?P<value>\d{{2,3}}){_TAIL}(?: ?(?P<sure>{raw['pulse_unit']})"
        rf"|{other})",
        "temperature": rf"{_HEAD}(?P<value>\d{{2,3}}(?:[.,]\d{{1,2}}| \d(?![\d\w]))?)"
        rf"(?![\w/]|[.,]\d)(?: ?(?P<sure>{raw['degrees']})|{other})",
        "saturation": rf"{_HEAD}(?P<value>\d{{2,3}}){_TAIL}"
        rf"(?: ?(?P<percent>{raw['percent']})|{other})",
        "weight": rf"{_HEAD}(?P<value>{_NUMBER})(?: ?(?:(?P<kg>{raw['kilos']})\b"
        rf"|(?P<lb>{raw['pounds']})\b|(?P<st>{raw['stone']})\b(?: (?:and )?"
        rf"(?P<stlb>\d{{1,2}})\b)?)|{_TAIL}{other})",
        "height": rf"{_HEAD}(?:(?P<cm>\d{{2,3}}) ?{raw['centimetres']}\b"
        rf"|(?P<m>[12]) ?{raw['metres']} ?(?P<mcm>\d{{1,2}})\b"
        rf"|(?P<value>[12][.,]\d{{1,2}})(?: ?{raw['metres']}\b)?"
        rf"|(?P<ft>[3-7]) ?(?:foot|feet|ft|') ?(?P<inch>\d{{1,2}})?)",
        "pack_years": rf"{_HEAD}(?P<value>{_NUMBER}) ?-?{raw['pack_years']}",
    }
