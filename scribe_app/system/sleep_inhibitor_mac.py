"""Sleep inhibited on a Mac: `caffeinate`, which ends with this process."""

import os
import subprocess

_PROGRAM = "/usr/bin/caffeinate"
_END_SECONDS = 0.5


class Caffeine:
    """A running `caffeinate`."""

    def __init__(self, process: "subprocess.Popen[bytes]") -> None:
        self._process = process

    def close(self) -> None:
        """End it."""
        self._process.terminate()
        self._process.wait(_END_SECONDS)


def from_caffeinate(_seconds: float, program: str = _PROGRAM) -> Caffeine:
    """Keep the system from idle sleep; raises `OSError` without the program."""
    return Caffeine(
        subprocess.Popen(  # noqa: S603 (a fixed program with fixed words)
            [program, "-i", "-w", str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
    )
