"""The engine's end of the pipe: starts the recogniser process and speaks frames with it."""

import asyncio
import contextlib
import os
import subprocess
from collections.abc import Mapping, Sequence

from scribe_app.domain.faults import configuration_fault
from scribe_app.ondevice import frames
from scribe_app.ports.transport import Dial, Frame, PipeDial, TransportClosed

_GOODBYE = 1.5  # seconds a process gets to leave by itself; killing it takes the rest of two
_KEPT = ("PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SYSTEMROOT", "TEMP", "TMP", "HOME")
_NORMAL, _LOST = 1000, 1006


def environment(ours: Mapping[str, str]) -> dict[str, str]:
    """Return the few variables that the recogniser gets: no secret, no network, one thread."""
    kept = {name: ours[name] for name in _KEPT if name in ours}
    fixed = {
        "OMP_NUM_THREADS": "1",
        "HF_HUB_OFFLINE": "1",
        "PYTHONUTF8": "1",
        "MALLOC_ARENA_MAX": "1",  # with several, memory grows by a third
    }
    return kept | fixed


class PipeDialler:
    """Opens lines to helper processes; `commands` maps a program's name to what starts it."""

    def __init__(self, commands: Mapping[str, Sequence[str]]) -> None:
        self._commands = {name: tuple(command) for name, command in commands.items()}

    async def connect(self, dial: Dial) -> "PipeTransport":
        """Start the process; raises `ScribeError` when that is not possible."""
        command = self._commands.get(dial.program) if isinstance(dial, PipeDial) else None
        if command is None:
            raise configuration_fault("This helper program is not part of the installation.")
        return await PipeTransport.start(command)


class PipeTransport:
    """One recogniser process, spoken to like a socket."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        if process.stdin is None or process.stdout is None:
            raise ValueError("the process needs pipes")
        self._process, self._stdin, self._stdout = process, process.stdin, process.stdout
        self._closing: asyncio.Task[None] | None = None
        self._reading = asyncio.Lock()  # two readers of one stream can miss each other's wake-up

    @classmethod
    async def start(cls, command: Sequence[str]) -> "PipeTransport":
        """Start the process; raises `ScribeError` when that is not possible."""
        try:
            process = await asyncio.create_subprocess_exec(
                *command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=environment(os.environ),
            )
        except OSError as error:
            raise configuration_fault("The speech recogniser could not be started.") from error
        return cls(process)

    @property
    def pid(self) -> int:
        """Return the process's id, for a monitor of its memory."""
        return self._process.pid

    @property
    def returncode(self) -> int | None:
        """Return the process's exit code, none while it runs."""
        return self._process.returncode

    async def send(self, frame: Frame) -> None:
        """Send one frame, waiting while the process is slow; raises `TransportClosed`."""
        if self._closing is not None:
            raise TransportClosed(_NORMAL)
        try:
            self._stdin.write(frames.encode(frame))
            await self._stdin.drain()
        except (OSError, RuntimeError) as error:
            raise TransportClosed(_LOST) from error

    async def receive(self) -> Frame:
        """Return the next frame; raises `TransportClosed` when the process is gone."""
        if self._closing is not None:
            raise TransportClosed(_NORMAL)
        try:
            async with self._reading:
                header = await self._stdout.readexactly(frames.HEADER.size)
                kind, length = frames.length_of(header)
                return frames.decode(kind, await self._stdout.readexactly(length))
        except asyncio.IncompleteReadError as error:
            code = await self._ended()
            clean = not error.partial and code == 0
            raise TransportClosed(_NORMAL if clean else _LOST) from error
        except (frames.FrameError, OSError) as error:
            raise TransportClosed(_LOST) from error

    async def check(self, seconds: float) -> None:
        """Do nothing: the process slept with this one, and its end would be noticed."""

    async def close(self) -> None:
        """Let the process go and be rid of it within 2 s; safe to call twice."""
        if self._closing is None:
            self._closing = asyncio.ensure_future(self._close())
        await asyncio.shield(self._closing)

    async def _ended(self) -> int | None:
        """Return the exit code once standard output has ended, none if it stays alive."""
        with contextlib.suppress(TimeoutError):
            return await asyncio.wait_for(self._process.wait(), _GOODBYE)
        return None

    async def _close(self) -> None:
        self._stdin.close()
        drained = asyncio.ensure_future(self._drain())
        try:
            await asyncio.wait_for(self._process.wait(), _GOODBYE)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            await self._process.wait()
        finally:
            drained.cancel()
            await asyncio.gather(drained, return_exceptions=True)

    async def _drain(self) -> None:
        """Read what the process still says, since a full pipe would keep it from leaving."""
        with contextlib.suppress(OSError):
            async with self._reading:
                while await self._stdout.read(65_536):
                    pass
