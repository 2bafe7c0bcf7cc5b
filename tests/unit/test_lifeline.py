"""What is asked of each operating system so that a dead network is noticed, and how it is told."""

import asyncio
import socket
import ssl
import sys
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve

from scribe_app.ports.transport import SocketDial
from scribe_app.system.network import lifeline
from scribe_app.system.network.sockets import SocketDialler
from scribe_app.vendors.common import pulse

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="the options are Linux's")


def test_an_idle_line_is_probed_on_every_system() -> None:
    for platform in ("linux", "darwin", "win32"):
        values = [value for _, value in lifeline.options(platform, taking=False)]
        assert values[:3] == [2, 1, 3]
    assert lifeline.options("plan9", taking=True) == ()


def test_the_numbers_are_those_of_this_system() -> None:
    wanted = dict(lifeline.options("linux", taking=True))
    names = ("TCP_KEEPIDLE", "TCP_KEEPINTVL", "TCP_KEEPCNT", "TCP_USER_TIMEOUT")
    assert sorted(wanted) == sorted(getattr(socket, name) for name in names)
    assert socket.TCP_INFO == lifeline._TCP_INFO


@LINUX
@pytest.mark.parametrize(("taking", "timeout"), [(True, 5_000), (False, 0)])
def test_the_kernel_takes_them(taking: bool, timeout: int) -> None:
    with socket.socket() as sock:
        lifeline.guard(sock, taking=taking)
        assert sock.getsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE) == 1
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_KEEPIDLE) == 2
        assert sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT) == timeout


def info(*, probes: int = 0, unacked: int = 0, last_ack_ms: int = 0) -> bytes:
    ints = [0] * 13
    ints[4], ints[12] = unacked, last_ack_ms
    return lifeline._INFO.pack(1, 0, 0, probes, 0, 0, 0, 0, *ints)


@pytest.mark.parametrize(
    ("seen", "silent"),
    [
        (info(last_ack_ms=60_000), False),  # nothing is owed: keepalive asks in its time
        (info(unacked=3, last_ack_ms=1_000), False),
        (info(unacked=3, last_ack_ms=4_600), True),
        (info(probes=1, last_ack_ms=4_600), True),
        (info(probes=0, last_ack_ms=6_400), False),  # a full window, whose probes are answered
    ],
)
def test_silence_is_something_owed_for_long(seen: bytes, silent: bool) -> None:
    assert lifeline.is_silent(seen) is silent


class Scripted:
    """A socket that tells one thing after another."""

    def __init__(self, *infos: bytes) -> None:
        self._infos = list(infos)

    def getsockopt(self, *_: Any) -> bytes:
        if not self._infos:
            raise OSError("closed")
        return self._infos.pop(0)


def hung_up(monkeypatch: pytest.MonkeyPatch, *infos: bytes) -> int:
    monkeypatch.setattr(lifeline, "_LOOK_SECONDS", 0)
    calls: list[None] = []
    asyncio.run(lifeline.watch(Scripted(*infos), lambda: calls.append(None)))
    return len(calls)


def test_one_silent_look_is_a_slow_answer_and_two_are_the_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fine, silent = info(), info(unacked=1, last_ack_ms=5_000)
    assert hung_up(monkeypatch, silent, fine, silent, fine) == 0
    assert hung_up(monkeypatch, fine, silent, silent) == 1


def test_only_who_answers_within_seconds_is_held_to_it() -> None:
    dial = SocketDial("x", "wss://x")
    assert dial.is_prompt
    assert pulse.pinged(dial, "strict").is_prompt
    assert not pulse.pinged(dial, "patient").is_prompt


@LINUX
@pytest.mark.parametrize(("chosen", "timeout"), [("patient", 0), ("strict", 5_000)])
def test_a_line_is_guarded_from_its_beginning_to_its_end(chosen: str, timeout: int) -> None:
    async def swallow(ws: ServerConnection) -> None:
        await ws.wait_closed()

    async def run() -> tuple[int, bool, bool]:
        async with serve(swallow, "127.0.0.1", 0) as server:
            port = next(iter(server.sockets)).getsockname()[1]
            dial = pulse.pinged(SocketDial("x", f"ws://127.0.0.1:{port}/"), chosen)
            transport = await SocketDialler(ssl.create_default_context).connect(dial)
            sock = transport._connection.transport.get_extra_info("socket")
            set_to = sock.getsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT)
            watched = any(task.get_name() == "lifeline" for task in asyncio.all_tasks())
            await transport.close()
            await asyncio.sleep(0)
            left = any(task.get_name() == "lifeline" for task in asyncio.all_tasks())
            return set_to, watched, left

    assert asyncio.run(run()) == (timeout, chosen == "patient", False)
