"""Sleep inhibited on Linux: logind's inhibitor, or the desktop portal's where there is none.

Sources: https://systemd.io/INHIBITOR_LOCKS and org.freedesktop.portal.Inhibit. jeepney, which comes
with SecretStorage, has no type hints; it is loaded here at the first recording.
"""

import os
from contextlib import suppress
from typing import Any

WHO = "Scribe"
WHY = "A consultation is being recorded"

_SUSPEND_AND_IDLE = 4 | 8
_CLOSE_SECONDS = 0.5


class _Lock:
    """Logind's inhibitor lives as long as its file descriptor."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def close(self) -> None:
        os.close(self._descriptor)


class _Request:
    """The portal's inhibitor lives as long as its request, and that as long as the connection."""

    def __init__(self, connection: Any, handle: str) -> None:
        self._connection = connection
        self._handle = handle

    def close(self) -> None:
        call = _call(_PORTAL, self._handle, f"{_PORTAL_API}.Request", "Close")
        with self._connection, suppress(TimeoutError):
            self._connection.send_and_get_reply(call, timeout=_CLOSE_SECONDS)


_LOGIND = "org.freedesktop.login1"
_PORTAL_API = "org.freedesktop.portal"
_PORTAL = f"{_PORTAL_API}.Desktop"


def from_logind(seconds: float) -> _Lock:
    """Take a blocking lock against sleep and idling; raises when there is no logind."""
    body = "sleep:idle", WHO, WHY, "block"
    call = _call(_LOGIND, "/org/freedesktop/login1", f"{_LOGIND}.Manager", "Inhibit", "ssss", body)
    with _connection("SYSTEM", enable_fds=True) as connection:
        (descriptor,) = _answered(connection, call, seconds)
        return _Lock(descriptor.to_raw_fd())


def from_portal(seconds: float) -> _Request:
    """Ask the desktop not to suspend nor idle; raises when there is no portal."""
    body = "", _SUSPEND_AND_IDLE, {"reason": ("s", WHY)}
    path = "/org/freedesktop/portal/desktop"
    call = _call(_PORTAL, path, f"{_PORTAL_API}.Inhibit", "Inhibit", "sua{sv}", body)
    connection = _connection("SESSION", enable_fds=False)
    try:
        (handle,) = _answered(connection, call, seconds)
    except BaseException:
        connection.close()
        raise
    return _Request(connection, handle)


def _connection(bus: str, *, enable_fds: bool) -> Any:
    from jeepney.io.blocking import open_dbus_connection  # type: ignore[import-untyped]

    return open_dbus_connection(bus, enable_fds=enable_fds)


def _call(
    service: str,
    path: str,
    interface: str,
    method: str,
    signature: str | None = None,
    body: tuple[Any, ...] = (),
) -> Any:
    from jeepney import DBusAddress, new_method_call  # type: ignore[import-untyped]

    return new_method_call(DBusAddress(path, service, interface), method, signature, body)


def _answered(connection: Any, call: Any, seconds: float) -> tuple[Any, ...]:
    from jeepney import DBusErrorResponse, MessageType

    reply = connection.send_and_get_reply(call, timeout=seconds)
    if reply.header.message_type is MessageType.error:
        raise DBusErrorResponse(reply)
    return tuple(reply.body)
