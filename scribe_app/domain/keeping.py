"""Where what is recorded is kept now, with how much room, and who holds the key that opens it."""

from enum import StrEnum


class Keeping(StrEnum):
    """From good to bad; only the last two would lose something if the program ended now."""

    SAFE = "safe"
    LOW = "low"
    """On the disk, which has room for some hours."""
    VERY_LOW = "very-low"
    """On the disk, which has room for some minutes."""
    FAILING = "failing"
    """On the disk, in another file since the disk reported an error or did not answer."""
    SECOND = "second"
    """In the second place of this computer, as sealed as in the first."""
    MEMORY_FULL = "memory-full"
    """In memory, for as long as that lasts: the disk is full."""
    MEMORY = "memory"
    """In memory, for as long as that lasts: no disk takes it."""


class VaultState(StrEnum):
    """Who holds the key now."""

    KEYRING = "keyring"
    """The keyring of the operating system: nothing has to be chosen."""
    PASSPHRASE = "passphrase"  # noqa: S105  # the word, not one
    """A file that a passphrase opened."""
    LOCKED = "locked"
    """A file that nobody has opened since this program began; the key of now is in memory."""
    UNDECIDED = "undecided"
    """Memory, and nobody has chosen that."""
    MEMORY = "memory"
    """Memory, as was chosen: a recording does not survive the end of the program."""
