"""The clock of the machine, behind the port that tests can hold still."""

import time


class SystemClock:
    """Seconds since an arbitrary moment; never goes back, stands still while suspended."""

    def now(self) -> float:
        """Return the monotonic time in seconds."""
        return time.monotonic()
