"""The keys that open data keys: one a day, so that forgetting a day is deleting its key."""

import base64
import binascii
import os
import threading
from collections.abc import Callable
from datetime import UTC, date, datetime

from scribe_app.ports.secrets import Secrets
from scribe_app.system.sealed_log.seal import KEY_BYTES


def utc_today() -> date:
    """Return the day that a new consultation's key is named after."""
    return datetime.now(UTC).date()


class DayKeys:
    """Keys by name, in the keyring and, once used, in memory."""

    def __init__(self, secrets: Secrets, today: Callable[[], date] = utc_today) -> None:
        self._secrets = secrets
        self._today = today
        self._known: dict[str, bytes] = {}
        self._lock = threading.Lock()

    def current(self) -> tuple[str, bytes]:
        """Return the name and the key of today, a new one on the first use of the day.

        Any thread: two that come first at once must not make two keys.
        """
        name = f"log-key-{self._today().isoformat()}"
        with self._lock:
            return name, self.named(name) or self._made(name)

    def named(self, name: str) -> bytes | None:
        """Return a key, None when it is gone."""
        if name not in self._known:
            key = _decoded(self._secrets.get(name))
            if key is None:
                return None
            self._known[name] = key
        return self._known[name]

    def _made(self, name: str) -> bytes:
        key = os.urandom(KEY_BYTES)
        self._secrets.set(name, base64.b64encode(key).decode("ascii"))
        # Read back, so that of two programs that start at once the later key serves both.
        self._known[name] = _decoded(self._secrets.get(name)) or key
        return self._known[name]


def _decoded(value: str | None) -> bytes | None:
    try:
        key = base64.b64decode(value or "", validate=True)
    except (binascii.Error, ValueError):
        return None
    return key if len(key) == KEY_BYTES else None
