"""The head of a segment: what it belongs to, and its data key, wrapped."""

import struct
from dataclasses import dataclass
from enum import IntEnum

from scribe_app.system.sealed_log.seal import KEY_BYTES, WRAPPED_BYTES, DamagedError, unwrap, wrap

_MAGIC = b"SCRIBELG"
_VERSION = 1
_FIELDS = struct.Struct(">8sBBxxIQ16s32s")
HEADER_BYTES = _FIELDS.size + WRAPPED_BYTES


class LogKind(IntEnum):
    """Which of a consultation's two logs."""

    AUDIO = 1
    EVENTS = 2


@dataclass(frozen=True, slots=True)
class Header:
    """The place of a segment: session (16 bytes), number from 0, and its first sample or record.

    `key_name` names the secret that opens the wrapped data key; at most 32 ASCII characters.
    """

    kind: LogKind
    session: bytes
    number: int
    first: int
    key_name: str

    def sealed(self, key: bytes, data_key: bytes) -> bytes:
        """Return the header as it stands in the file; the wrapped key is bound to every field."""
        fields = self._packed()
        return fields + wrap(key, data_key, fields)

    def data_key(self, key: bytes, raw: bytes) -> bytes:
        """Return the data key of a header read from a file; raises `DamagedError`."""
        if len(key) != KEY_BYTES:
            raise DamagedError
        return unwrap(key, raw[_FIELDS.size :], self._packed())

    def _packed(self) -> bytes:
        name = self.key_name.encode("ascii")
        return _FIELDS.pack(
            _MAGIC, _VERSION, self.kind, self.number, self.first, self.session, name
        )


def parse(raw: bytes) -> Header:
    """Return the header at the start of a file, not yet authenticated; raises `DamagedError`."""
    if len(raw) != HEADER_BYTES:
        raise DamagedError
    magic, version, kind, number, first, session, name = _FIELDS.unpack_from(raw)
    if (magic, version) != (_MAGIC, _VERSION):
        raise DamagedError
    try:
        return Header(LogKind(kind), session, number, first, name.rstrip(b"\0").decode("ascii"))
    except ValueError as error:
        raise DamagedError from error
