"""Keeping the machine awake for as long as a recording lasts."""

from typing import Protocol


class SleepInhibitor(Protocol):
    """Asks the system not to sleep; a system that cannot be asked changes nothing."""

    def hold(self) -> None:
        """Ask it from now on; returns within 3 s, so not on a loop. Never raises.

        Holding twice is holding once. The lid and the power button still do what they do.
        """

    def release(self) -> None:
        """Let it sleep again, within 1 s; safe without `hold`, and twice. Never raises."""

    @property
    def by(self) -> str:
        """Return which service granted it (for the doctor), empty when none holds."""
