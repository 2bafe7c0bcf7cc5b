"""The engine's end of the pipe against small processes that behave and misbehave."""

import asyncio
import sys
import time

import pytest

from scribe_app.domain.faults import ScribeError
from scribe_app.ondevice.pipe import PipeDialler, PipeTransport, environment
from scribe_app.ports.transport import PipeDial, SocketDial, TransportClosed

ECHO = """
import sys
from scribe_app.ondevice.frames import read_frame, write_frame
while (frame := read_frame(sys.stdin.buffer)) is not None:
    write_frame(sys.stdout.buffer, frame)
"""
FLOOD = """
import sys
while True:
    sys.stdout.buffer.write(b"B\\x00\\x10\\x00\\x00" + b"x" * 4096)
"""
PROGRAMS = {
    "echo": ECHO,
    "dies": "import os, sys; sys.stdin.buffer.read(3); os._exit(9)",
    "babbles": "print('no frame at all', flush=True); input()",
    "deaf": "import time; time.sleep(60)",
    "floods": FLOOD,
}


def dialler() -> PipeDialler:
    commands = {name: (sys.executable, "-c", code) for name, code in PROGRAMS.items()}
    return PipeDialler(commands | {"missing": ("/no/such/program",)})


async def send_for_ever(line: PipeTransport) -> None:
    while True:
        await line.send(b"x" * 100_000)


@pytest.mark.asyncio
async def test_frames_go_and_come() -> None:
    line = await dialler().connect(PipeDial("echo"))
    for frame in ("één", b"\0\1", "", b"x" * 300_000):
        await line.send(frame)
        assert await line.receive() == frame
    await line.close()
    await line.close()
    with pytest.raises(TransportClosed):
        await line.send("late")


@pytest.mark.asyncio
async def test_a_process_that_dies_is_a_lost_line() -> None:
    line = await dialler().connect(PipeDial("dies"))
    await line.send(b"go")
    with pytest.raises(TransportClosed) as caught:
        await line.receive()
    assert caught.value.code == 1006
    with pytest.raises(TransportClosed):
        await send_for_ever(line)
    await line.close()


@pytest.mark.asyncio
async def test_nonsense_is_a_lost_line() -> None:
    line = await dialler().connect(PipeDial("babbles"))
    with pytest.raises(TransportClosed):
        await line.receive()
    await line.close()


@pytest.mark.asyncio
@pytest.mark.parametrize("program", ["deaf", "floods"])
async def test_close_is_bounded_and_leaves_nothing(program: str) -> None:
    line = await dialler().connect(PipeDial(program))
    waiting = asyncio.ensure_future(line.receive())
    await asyncio.sleep(0)
    began = time.monotonic()
    await line.close()
    assert time.monotonic() - began < 4  # bounded to 2 s; twice that on a busy machine
    waiting.cancel()
    await asyncio.gather(waiting, return_exceptions=True)
    assert line.returncode is not None


@pytest.mark.asyncio
async def test_a_deaf_process_makes_the_sender_wait() -> None:
    line = await dialler().connect(PipeDial("deaf"))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(line.send(b"x" * 10_000_000), 0.2)
    await line.close()


@pytest.mark.asyncio
@pytest.mark.parametrize(
    "dial", [PipeDial("missing"), PipeDial("other"), SocketDial("x", "ws://x")]
)
async def test_what_cannot_be_started(dial: PipeDial | SocketDial) -> None:
    with pytest.raises(ScribeError):
        await dialler().connect(dial)


def test_no_secret_reaches_the_process() -> None:
    ours = {"PATH": "/bin", "SCRIBE_VOXIST_API_KEY": "hidden", "HTTPS_PROXY": "http://x"}
    theirs = environment(ours)
    assert theirs["PATH"] == "/bin"
    assert "hidden" not in theirs.values()
    assert "HTTPS_PROXY" not in theirs
    assert theirs["HF_HUB_OFFLINE"] == "1"
