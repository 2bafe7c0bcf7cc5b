"""The clocks of the machine, behind the port that tests can hold still."""

import sys
import time


class SystemClock:
    """Seconds since an arbitrary moment; never goes back, stands still while suspended."""

    def now(self) -> float:
        """Return the monotonic time in seconds."""
        return time.monotonic()


def lived_seconds() -> float:
    """Return seconds since an arbitrary moment, the time that the machine was suspended too."""
    if _LIVED is None:
        return time.monotonic()
    return time.clock_gettime(_LIVED)


def _lived_clock(platform: str) -> int | None:
    """Return the system's clock that runs on in sleep; on Windows the monotonic one does."""
    names = {"linux": "CLOCK_BOOTTIME", "darwin": "CLOCK_MONOTONIC"}
    return getattr(time, names.get(platform, ""), None)


_LIVED = _lived_clock(sys.platform)
