"""Notices a dead network within six seconds, whatever the program at its other end does."""

import asyncio
import socket
import struct
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

# Numbers of the systems' own headers: each must be right on a machine that is not this one.
_KEEPALIVE = {
    "linux": ((4, 2), (5, 1), (6, 3)),  # TCP_KEEPIDLE, TCP_KEEPINTVL, TCP_KEEPCNT
    "darwin": ((0x10, 2), (0x101, 1), (0x102, 3)),  # TCP_KEEPALIVE, the same two
    "win32": ((3, 2), (17, 1), (16, 3)),
}
_UNACKNOWLEDGED = {
    "darwin": ((0x80, 5),),  # TCP_RXT_CONNDROPTIME
    "win32": ((5, 5),),  # TCP_MAXRT
}
_USER_TIMEOUT = {"linux": ((18, 5_000),)}
_TCP_INFO = 11
_INFO = struct.Struct("8B13I")
_PROBES, _UNACKED, _LAST_ACK = 3, 12, 20
_SILENT_MS = 4_500
_LOOK_SECONDS = 0.5


def options(platform: str, *, taking: bool) -> tuple[tuple[int, int], ...]:
    """Return what is set at the level of TCP: an idle line is probed after 2 s, three times.

    What is sent must be acknowledged within 5 s. On Linux that would also end the line to a program
    that reads nothing for so long: only where it should be `taking` all the time. Elsewhere the
    systems say that they count what is sent in vain alone; tried on Linux only.
    """
    wanted = _KEEPALIVE.get(platform, ()) + _UNACKNOWLEDGED.get(platform, ())
    return wanted + (_USER_TIMEOUT.get(platform, ()) if taking else ())


def guard(sock: Any, *, taking: bool) -> None:
    """Have the operating system end a connection whose other end is gone."""
    sock.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in options(sys.platform, taking=taking):
        with suppress(OSError):  # an older system has fewer: pings are left
            sock.setsockopt(socket.IPPROTO_TCP, option, value)


def is_silent(info: bytes) -> bool:
    """Return whether the other end's machine owes an acknowledgement; from Linux's tcp_info.

    A program that reads nothing is no such case: its machine answers the probes of a full window.
    """
    fields = _INFO.unpack_from(info)
    owed = fields[_UNACKED] or fields[_PROBES]
    return bool(owed) and fields[_LAST_ACK] >= _SILENT_MS


async def watch(sock: Any, hang_up: Callable[[], None]) -> None:
    """Hang up once the other end's machine was silent at two looks in a row; Linux only."""
    silent = 0
    while silent < 2:
        await asyncio.sleep(_LOOK_SECONDS)
        try:
            info = sock.getsockopt(socket.IPPROTO_TCP, _TCP_INFO, _INFO.size)
        except OSError:
            return  # it is closed
        silent = silent + 1 if is_silent(info) else 0
    hang_up()


def can_watch() -> bool:
    """Return whether this system tells what is acknowledged."""
    return sys.platform == "linux"
