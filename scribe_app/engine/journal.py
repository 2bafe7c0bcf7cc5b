"""Events as bytes and back, so that the log can be the truth."""

import dataclasses
import json
import types
import typing
from collections.abc import Iterable, Iterator
from enum import StrEnum
from functools import cache
from typing import Any

from scribe_app.domain import events

_TYPES: dict[str, type] = {
    each.__name__: each
    for each in (*typing.get_args(events.VendorEvent), *typing.get_args(events.DeskEvent))
}


def encode(event: events.Event) -> bytes:
    """Return one event as a JSON record that names its type."""
    record = {"event": type(event).__name__, **dataclasses.asdict(event)}
    return json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()


def decode(record: bytes) -> events.Event | None:
    """Return the event of a record, None for one this version does not know."""
    try:
        fields = json.loads(record)
        kind = _TYPES[fields.pop("event")]
        return typing.cast(events.Event, _built(kind, fields))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def replayed(records: Iterable[bytes]) -> Iterator[events.Event]:
    """Yield the events of a log, oldest first."""
    for record in records:
        event = decode(record)
        if event is not None:
            yield event


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _built(hint: Any, value: Any) -> Any:
    """Return a JSON value as the type that the hint names."""
    if value is None:
        return None
    origin = typing.get_origin(hint)
    if origin is tuple:
        return _tuple(typing.get_args(hint), value)
    if origin in (types.UnionType, typing.Union):
        return _built(next(a for a in typing.get_args(hint) if a is not type(None)), value)
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        hints = _hints(hint)
        return hint(**{name: _built(hints[name], item) for name, item in value.items()})
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint(value)
    return value


def _tuple(parts: tuple[Any, ...], value: Any) -> tuple[Any, ...]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return tuple(_built(parts[0], item) for item in value)
    return tuple(_built(part, item) for part, item in zip(parts, value, strict=True))
