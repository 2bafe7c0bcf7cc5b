"""The head of a segment: what it belongs to, and its data key, wrapped."""

import struct
from dataclasses import dataclass
from enum import IntEnum

from scribe_app.system.sealed_log.seal import KEY_BYTES, WRAPPED_BYTES, DamagedError, unwrap, wrap

_MAGIC = b"SCRIBELG"
_VERSION = 2
_FIELDS = struct.Struct(">8sBBxxIQQ16s32s")
WRAPPED_AT = _FIELDS.size
HEADER_BYTES = _FIELDS.size + WRAPPED_BYTES
_DESTROYED = bytes(WRAPPED_BYTES)


class LogKind(IntEnum):
    """Which of a consultation's logs: its sound, its events, or what was forgotten."""

    AUDIO = 1
    EVENTS = 2
    FORGET = 3


@dataclass(frozen=True, slots=True)
class Header:
    """The place of a segment: session (16 bytes), number from 0, and its first sample or record.

    `key_name` names the secret that opens the wrapped data key; at most 32 ASCII characters.
    `made_ms` is the wall clock at which it was made, in milliseconds since 1970 UTC, for display.
    """

    kind: LogKind
    session: bytes
    number: int
    first: int
    key_name: str
    made_ms: int = 0

    @property
    def file_name(self) -> str:
        """Return the only name a file with this header may have: `audio-0000.log`."""
        return segment_name(self.kind, self.number)

    def sealed(self, key: bytes, data_key: bytes) -> bytes:
        """Return the header as it stands in the file; the wrapped key is bound to every field."""
        fields = self._packed()
        return fields + wrap(key, data_key, fields)

    def data_key(self, key: bytes, raw: bytes) -> bytes:
        """Return the data key of a header read from a file; raises `DamagedError`."""
        if len(key) != KEY_BYTES:
            raise DamagedError
        return unwrap(key, raw[WRAPPED_AT:], self._packed())

    def _packed(self) -> bytes:
        name = self.key_name.encode("ascii")
        return _FIELDS.pack(
            _MAGIC, _VERSION, self.kind, self.number, self.first, self.made_ms, self.session, name
        )


def parse(raw: bytes) -> Header:
    """Return the header at the start of a file, not yet authenticated; raises `DamagedError`."""
    if len(raw) != HEADER_BYTES:
        raise DamagedError
    magic, version, kind, number, first, made, session, name = _FIELDS.unpack_from(raw)
    if (magic, version) != (_MAGIC, _VERSION):
        raise DamagedError
    try:
        key_name = name.rstrip(b"\0").decode("ascii")
        return Header(LogKind(kind), session, number, first, key_name, made)
    except ValueError as error:
        raise DamagedError from error


def is_destroyed(raw: bytes) -> bool:
    """Return whether a header's key was destroyed on purpose."""
    return raw[WRAPPED_AT:] == _DESTROYED


def segment_name(kind: LogKind, number: int) -> str:
    """Return the file name of a segment: `audio-0000.log`, `events-0000.log`."""
    return f"{kind.name.lower()}-{number:04}.log"
