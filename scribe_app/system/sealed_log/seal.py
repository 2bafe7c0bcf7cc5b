"""Seals records, so that without the key none can be read, changed, moved or swapped."""

import os
import struct
from enum import IntEnum
from hashlib import sha256

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

KEY_BYTES = 32
TAG_BYTES = 16
_NONCE_BYTES = 12
_PLACE = struct.Struct(">QB")
WRAPPED_BYTES = _NONCE_BYTES + KEY_BYTES + TAG_BYTES


class RecordType(IntEnum):
    """What a record is: content, the end of the log, or the end of a segment that others follow."""

    DATA = 1
    FINAL = 2
    TURN = 3


class DamagedError(Exception):
    """Raised for bytes that were not sealed by this key in this place."""


def wrap(key: bytes, data_key: bytes, binding: bytes) -> bytes:
    """Return a data key that only opens with `key`, and only for what `binding` describes."""
    nonce = os.urandom(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, data_key, binding)


def unwrap(key: bytes, wrapped: bytes, binding: bytes) -> bytes:
    """Return the data key; raises `DamagedError`."""
    try:
        return AESGCM(key).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], binding)
    except (InvalidTag, ValueError) as error:
        raise DamagedError from error


class Seal:
    """The cipher of one segment: a key used for it alone, a sequence number as the nonce.

    Never seal a sequence number twice: after a crash a new segment with a new key goes on.
    """

    def __init__(self, data_key: bytes, header: bytes) -> None:
        self._cipher = AESGCM(data_key)
        self._binding = sha256(header).digest()

    def seal(self, sequence: int, kind: RecordType, plain: bytes) -> bytes:
        """Return a record's sealed bytes, `TAG_BYTES` longer than the plain ones."""
        nonce, place = sequence.to_bytes(_NONCE_BYTES), _PLACE.pack(sequence, kind)
        return self._cipher.encrypt(nonce, plain, self._binding + place)

    def unseal(self, sequence: int, kind: RecordType, sealed: bytes) -> bytes:
        """Return a record's plain bytes; raises `DamagedError`."""
        try:
            nonce, place = sequence.to_bytes(_NONCE_BYTES), _PLACE.pack(sequence, kind)
            return self._cipher.decrypt(nonce, sealed, self._binding + place)
        except (InvalidTag, ValueError) as error:
            raise DamagedError from error
