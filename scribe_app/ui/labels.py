"""Labels that show plain text only, in a colour of the theme, and open nothing they are given."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from scribe_app.ui.theme import Theme
from scribe_app.ui.tokens import Tokens


class Ink(Enum):
    """Which token colours a label."""

    INK = auto()
    SOFT = auto()
    ACCENT = auto()
    WARN = auto()
    OK = auto()


class PlainLabel(QLabel):
    """A label in `PlainText`; its colour follows the theme."""

    def __init__(self, theme: Theme, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._theme, self._ink = theme, ink
        self._colour()
        theme.changed.connect(self._colour)

    def set_ink(self, ink: Ink) -> None:
        """Take another colour."""
        self._ink = ink
        self._colour()

    def _colour(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, colour_of(self._theme.tokens, self._ink))
        self.setPalette(palette)


def colour_of(tokens: Tokens, ink: Ink) -> QColor:
    """Return the colour that an ink is in a set of tokens."""
    return {
        Ink.INK: tokens.ink,
        Ink.SOFT: tokens.soft,
        Ink.ACCENT: tokens.accent,
        Ink.WARN: tokens.warn,
        Ink.OK: tokens.ok,
    }[ink]


def plain_label(
    theme: Theme,
    text: str,
    ink: Ink = Ink.INK,
    size: float = 14,
    *,
    bold: bool = False,
    wrap: bool = False,
) -> PlainLabel:
    """Return a label; sizes are those of the drawing."""
    label = PlainLabel(theme, ink)
    label.setFont(theme.font(size, bold=bold))
    label.setWordWrap(wrap)
    label.setText(text)
    return label


def heading(theme: Theme, text: str) -> PlainLabel:
    """Return a heading of a column: small, bold, spaced capitals."""
    label = plain_label(theme, text.upper(), Ink.SOFT, 12, bold=True)
    font = QFont(label.font())
    font.setLetterSpacing(font.SpacingType.PercentageSpacing, 104)
    label.setFont(font)
    label.setAccessibleName(text)
    return label
