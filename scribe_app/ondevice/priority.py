"""Recording comes before recognition: this process steps back when the processor is short."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress

_NICER = 5
_BELOW_NORMAL = 0x4000


def step_back(platform: str = sys.platform, windows: Callable[[int], object] | None = None) -> None:
    """Lower this process's priority, for good; a system that refuses changes nothing.

    `windows` takes the priority class there; replaced in tests.
    """
    with suppress(OSError, AttributeError):
        if platform == "win32":
            (windows or _set_priority_class)(_BELOW_NORMAL)
        else:
            os.nice(_NICER)


def _set_priority_class(priority: int) -> None:
    import ctypes

    kernel = ctypes.CDLL("kernel32")
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    kernel.SetPriorityClass.argtypes = [ctypes.c_void_p, ctypes.c_uint32]
    kernel.SetPriorityClass(kernel.GetCurrentProcess(), priority)
