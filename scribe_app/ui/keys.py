"""Every shortcut of the window once, and how it is printed on a key cap."""

from enum import Enum

from PySide6.QtGui import QKeySequence


class Keys(Enum):
    """A shortcut and its other spellings: the keypad's Enter, an AZERTY keyboard's figures."""

    RECORD = ("F9",)
    PAUSE = ("F10",)
    PRIVATE = ("F7",)
    FORGET_SHORT = ("Shift+F7",)
    FORGET_LONG = ("Ctrl+Shift+F7",)
    NEXT_CHECK = ("F8",)
    DRAFT = ("Ctrl+Return", "Ctrl+Enter")
    COPY_S = ("Ctrl+1", "Ctrl+&")
    COPY_O = ("Ctrl+2", "Ctrl+É")
    COPY_E = ("Ctrl+3", 'Ctrl+"')
    COPY_P = ("Ctrl+4", "Ctrl+'")
    COPY_ALL = ("Ctrl+Shift+C",)
    NEXT_EPISODE = ("Ctrl+Tab",)
    MEASUREMENTS = ("Ctrl+M",)
    SESSIONS = ("Ctrl+H",)
    FINISH = ("Ctrl+R",)
    IMPORT = ("Ctrl+O",)
    SETTINGS = ("Ctrl+,",)
    SAVE = ("Ctrl+S",)
    TEST = ("Ctrl+T",)
    HELP = ("F1",)

    @property
    def sequences(self) -> list[QKeySequence]:
        """Return what the shortcut answers to."""
        return [QKeySequence(spelling) for spelling in self.value]

    @property
    def cap(self) -> str:
        """Return what is printed on the button it serves."""
        native = self.sequences[0].toString(QKeySequence.SequenceFormat.NativeText)
        return native.replace("Shift+", "⇧+").replace("Return", "↵")

    @property
    def spoken(self) -> str:
        """Return the shortcut for a screen reader."""
        return self.sequences[0].toString(QKeySequence.SequenceFormat.PortableText)
