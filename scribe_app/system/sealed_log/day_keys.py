"""The keys that open data keys: one a day, so that forgetting a day is deleting its key."""

import base64
import binascii
import hmac
import os
import secrets as randomness
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime

from scribe_app.ports.secrets import Secrets
from scribe_app.system.sealed_log.seal import KEY_BYTES

_PREFIX = "log-key-"
_PURPOSE = b"scribe segment keys 1"


def utc_today() -> date:
    """Return the day that a new segment's key is named after."""
    return datetime.now(UTC).date()


class DayKeys:
    """Keys by name, in the keyring and, once used, in memory."""

    def __init__(
        self, secrets: Secrets, today: Callable[[], date] = utc_today, *, provisional: bool = False
    ) -> None:
        """Make keys; `provisional` ones, which nothing keeps yet, may be kept later on."""
        self._secrets = secrets
        self._today = today
        self._known: dict[str, bytes] = {}
        self._kept = ""
        self._latest: tuple[str, bytes] | None = None
        self._lock = threading.Lock()
        self._looking = threading.Lock()
        self._own = f"-{randomness.token_hex(4)}" if provisional else ""
        self._lasting = False

    def current(self) -> tuple[str, bytes]:
        """Return the name and the key of today, a new one on the first use of the day.

        Any thread: two that come first at once must not make two keys. When the keyring was
        there and is not any more, the last day it kept goes on: better an old key than a lost one.
        """
        with self._lock:
            self._lasting = self._secrets.persistent
            name = self._name()
            key = self.named(name) or self._made(name)
            if self._lasting:
                self._kept = name
            elif self._kept:
                name, key = self._kept, self._known[self._kept]
            self._latest = name, key
            return name, key

    def ready(self) -> tuple[str, bytes]:
        """Return `current`, or what it was last, where today's would mean to ask the keyring.

        A day that began meanwhile is looked up in a thread of its own, and ready when it is.
        """
        name = self._name()
        if name in self._known or self._latest is None:
            return self.current()
        if self._looking.acquire(blocking=False):
            threading.Thread(target=self._look, name="day-key", daemon=True).start()
        return self._latest

    def named(self, name: str) -> bytes | None:
        """Return a key, None when it is gone."""
        if name not in self._known:
            key = _decoded(self._secrets.get(name))
            if key is None:
                return None
            self._known[name] = key
        return self._known[name]

    def forget(self, day: date) -> None:
        """Delete a day's key: what was sealed that day opens for nobody any more."""
        name = _name_of(day)
        with self._lock:
            for each in [name, *(known for known in self._known if known.startswith(f"{name}-"))]:
                self._known.pop(each, None)
                self._secrets.delete(each)

    def _name(self) -> str:
        """Return today's name; a provisional key has one of this program's own.

        Where a passphrase is entered later there may be a key of that day already.
        """
        name = _name_of(self._today())
        return name if self._lasting else name + self._own

    def _look(self) -> None:
        try:
            self.current()
        finally:
            self._looking.release()

    def _made(self, name: str) -> bytes:
        key = os.urandom(KEY_BYTES)
        self._secrets.set(name, base64.b64encode(key).decode("ascii"))
        # Read back, so that of two programs that start at once the later key serves both.
        self._known[name] = _decoded(self._secrets.get(name)) or key
        return self._known[name]


class SessionKeys:
    """What wraps the data keys of one consultation: the day's key and the consultation's secret.

    Without either nothing opens: a day is forgotten in the keyring, a consultation in its folder.
    """

    def __init__(self, days: DayKeys, secret: bytes) -> None:
        self._days = days
        self.secret = secret

    def ready(self) -> tuple[str, bytes]:
        """Return the name and the key for a new segment, without waiting for the keyring."""
        name, key = self._days.ready()
        return name, joined(key, self.secret)

    def named(self, name: str) -> bytes | None:
        """Return the key of a segment that is there, None when it is gone."""
        key = self._days.named(name) if name.startswith(_PREFIX) else None
        return joined(key, self.secret) if key is not None else None


def joined(day_key: bytes, secret: bytes) -> bytes:
    """Return the key that the day's key and a consultation's secret make together."""
    return hmac.digest(day_key, _PURPOSE + secret, "sha256")


def _name_of(day: date) -> str:
    return f"{_PREFIX}{day.isoformat()}"


def _decoded(value: str | None) -> bytes | None:
    try:
        key = base64.b64decode(value or "", validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == KEY_BYTES else None
