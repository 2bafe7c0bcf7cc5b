"""Writes settings as TOML; the standard library only reads it."""

import json
from collections.abc import Mapping

_DELETE = "\x7f"


def toml_text(values: Mapping[str, object]) -> str:
    """Return strings, numbers, truth values and lists of them, and tables of these, as TOML.

    What is of another type is left out; settings have none.
    """
    return "".join(_lines(values, ""))


def _lines(table: Mapping[str, object], path: str) -> list[str]:
    plain = {key: _value(value) for key, value in table.items()}
    lines = [f"{_key(key)} = {text}\n" for key, text in plain.items() if text is not None]
    for key, value in table.items():
        if isinstance(value, Mapping):
            name = f"{path}{_key(key)}"
            lines += [f"\n[{name}]\n", *_lines(value, f"{name}.")]
    return lines


def _key(key: str) -> str:
    bare = key.isascii() and key.replace("-", "").replace("_", "").isalnum()
    return key if bare else _string(key)


def _value(value: object) -> str | None:
    match value:
        case bool():
            return str(value).lower()
        case int() | float():
            return repr(value)
        case str():
            return _string(value)
        case list() | tuple():
            items = [_value(item) for item in value]
            return f"[{', '.join(item for item in items if item is not None)}]"
    return None


def _string(text: str) -> str:
    # JSON's escapes are TOML's; only the delete character is refused by TOML alone.
    return json.dumps(text, ensure_ascii=False).replace(_DELETE, "\\u007f")
