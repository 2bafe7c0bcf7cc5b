"""Sleep inhibited on Windows: a request that stands as long as the thread that made it."""

import ctypes
import threading
from collections.abc import Callable

ES_CONTINUOUS = 0x8000_0000
ES_SYSTEM_REQUIRED = 0x0000_0001

SetState = Callable[[int], int]


def from_windows(seconds: float) -> "Awake":
    """Ask for it; raises `OSError` when Windows refuses."""
    return Awake(_set_state(), seconds)


class Awake:
    """Keeps a thread for the request, since Windows forgets it with the thread.

    `SetThreadExecutionState` returns the former state, 0 when it failed.
    """

    def __init__(self, set_state: SetState, seconds: float) -> None:
        self._set_state = set_state
        self._over = threading.Event()
        self._asked = threading.Event()
        self._granted = False
        self._thread = threading.Thread(target=self._stay, name="stay-awake", daemon=True)
        self._thread.start()
        if not self._asked.wait(seconds) or not self._granted:
            self.close()
            raise OSError("SetThreadExecutionState")

    def close(self) -> None:
        """Let it sleep again."""
        self._over.set()
        self._thread.join(0.5)

    def _stay(self) -> None:
        self._granted = self._set_state(ES_CONTINUOUS | ES_SYSTEM_REQUIRED) != 0
        self._asked.set()
        self._over.wait()
        self._set_state(ES_CONTINUOUS)


def _set_state() -> SetState:
    kernel = ctypes.CDLL("kernel32")
    kernel.SetThreadExecutionState.argtypes = [ctypes.c_uint32]
    kernel.SetThreadExecutionState.restype = ctypes.c_uint32
    set_state: SetState = kernel.SetThreadExecutionState
    return set_state
