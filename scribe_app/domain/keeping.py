"""Where what is recorded is kept now, and how much room there is: what the window says of it."""

from enum import StrEnum


class Keeping(StrEnum):
    """From good to bad; only the last two would lose something if the program ended now."""

    SAFE = "safe"
    LOW = "low"
    """On the disk, which has room for some hours."""
    VERY_LOW = "very-low"
    """On the disk, which has room for some minutes."""
    SECOND = "second"
    """In the second place of this computer, as sealed as in the first."""
    MEMORY_FULL = "memory-full"
    """In memory, for as long as that lasts: the disk is full."""
    MEMORY = "memory"
    """In memory, for as long as that lasts: no disk takes it."""
