"""Messages no client deserves; every one of them has to be survived."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Sample = Callable[[Any, Any, Any], dict[str, object]]
"""Makes a transcript message of the vendor from a text, a start and an end."""

HTML = '<img src="file:///canary"><b>fat</b><a href="javascript:x">x</a> **b** [l](http://canary/)'
BIDI = "\u202egnorw\u202c \u2066in\u2069 \u200bzero\ufeff \x07bell \x1b[31mred 15 \u00b5g \u00b0C"


@dataclass(frozen=True, slots=True)
class Raw:
    """Bytes that go out as a text frame although they may be no text."""

    text: bytes


def _changed(sample: Sample, **fields: object) -> str:
    return json.dumps({**sample("x", 0.0, 0.1), **fields})


_MAKERS: dict[str, Callable[[Sample], str | bytes | Raw]] = {
    "unknown-type": lambda sample: _changed(sample, type="party"),
    "type-missing": lambda _: json.dumps({"hello": 1}),
    "type-number": lambda sample: _changed(sample, type=7),
    "type-list": lambda sample: _changed(sample, type=["transcript"]),
    "array": lambda _: "[1, 2, 3]",
    "number": lambda _: "12",
    "string": lambda _: '"ready"',
    "null": lambda _: "null",
    "empty": lambda _: "",
    "space": lambda _: " \n ",
    "truncated": lambda sample: json.dumps(sample("x", 0.0, 0.1))[:-7],
    "not-json": lambda _: "<html><body>502 Bad Gateway</body></html>",
    "bom": lambda sample: "\ufeff" + _changed(sample, type="party"),
    "nul": lambda _: "\x00\x01\x02",
    "surrogate": lambda _: '{"type": "\\ud800"}',
    "binary": lambda _: b"\x00\xff\xfe{}",
    "binary-json": lambda sample: _changed(sample, type="party").encode(),
    "all-null": lambda sample: json.dumps(dict.fromkeys(sample("x", 0, 0)) | {"type": "party"}),
    "text-null": lambda sample: json.dumps(sample("", None, None)),
    "text-object": lambda sample: json.dumps(sample({"a": 1}, 0.0, 0.1)),
    "huge": lambda sample: _changed(sample, type="party", blob="x" * (2 << 20)),
    "deep": lambda _: '{"type":' * 100_000,
    "deep-list": lambda _: "[" * 50_000 + "]" * 50_000,
    "big-integer": lambda _: '{"type": "party", "start": ' + "9" * 5000 + "}",
    "big-number": lambda _: '{"type": "party", "start": 1e999}',
    "nan": lambda sample: json.dumps(sample("x", float("nan"), float("inf"))),
    "time-text": lambda sample: json.dumps(sample("x", "soon", "later")),
    "time-negative": lambda sample: json.dumps(sample("x", -7.5, -7.0)),
    "time-jumped": lambda sample: json.dumps(sample("x", 9.9e7, 9.9e7)),
    "time-backwards": lambda sample: json.dumps(sample("x", 5.0, 1.0)),
    "html": lambda sample: json.dumps(sample(HTML, 0.0, 0.1)),
    "bidi": lambda sample: json.dumps(sample(BIDI, 0.0, 0.1)),
    "long-word": lambda sample: json.dumps(sample("x" * 100_000, 0.0, 0.1)),
    "invalid-utf8": lambda _: Raw(b'{"type": "\xff\xfe\xc3"}'),
}

ALL = tuple(name for name in _MAKERS if name != "invalid-utf8")
"""Every kind but invalid UTF-8, which ends a connection by RFC 6455 (close code 1007)."""


def hostile(name: str, sample: Sample) -> str | bytes | Raw:
    """Return a hostile message by its kind."""
    return _MAKERS[name](sample)
