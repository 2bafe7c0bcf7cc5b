"""Made-up information of Juvoly V2, and the ways in which it may come."""

from typing import Literal

Information = Literal["delta", "repeated", "shrinking", "without-measurements", "before", "never"]

CODINGS = (
    {"system": "snomed", "code": "392570002", "description": "bevinding betreffende bloeddruk"},
    {"system": "icpc", "code": "K29", "description": "Andere symptomen/klachten hartvaatstelsel"},
    {"system": "icpc", "code": "R05", "description": "Hoesten"},
)
RESOURCES = (
    {
        "link": "https://www.thuisarts.nl/hoge-bloeddruk",
        "description": "Hoge bloeddruk",
        "origin": "Thuisarts",
    },
    {
        "link": "https://richtlijnen.nhg.org/standaarden/cardiovasculair-risicomanagement",
        "description": "",
        "origin": "NHG",
    },
    {
        "link": "https://www.thuisarts.nl/hoesten",
        "description": "Hoesten",
        "origin": "Thuisarts",
    },
)
MEASUREMENTS = (
    {"description": "Bloeddruk", "value": "140/90", "unit": "mmHg"},
    {"description": "Temperatuur", "value": "37,8", "unit": "°C"},
    {"description": "Bloeddruk", "value": "130/85", "unit": "mmHg"},
)


def information(mode: Information, number: int) -> dict[str, object]:
    """Return the lists of the number-th message, from 0.

    Delta: one new item of each kind; repeated: all so far; shrinking: all, then fewer each time;
    the rest as delta.
    """
    last = min(number, 2)
    first = {"repeated": 0, "shrinking": last}.get(mode, last)
    piece = slice(first, 3 if mode == "shrinking" else last + 1)
    lists: dict[str, object] = {
        "codings": list(CODINGS[piece]),
        "resources": list(RESOURCES[piece]),
    }
    if mode != "without-measurements":
        lists["measurements"] = list(MEASUREMENTS[piece])
    return lists
