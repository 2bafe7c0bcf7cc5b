"""The look in one place: tokens, sizes that follow the font, fonts, palette and stylesheet."""

from enum import StrEnum

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from scribe_app.ui import tokens as palettes
from scribe_app.ui.fonts import load_the_rest, text_family
from scribe_app.ui.stylesheet import stylesheet
from scribe_app.ui.tokens import Tokens

TEXT_PX = 14
SMALL_PX = 12


class Mode(StrEnum):
    """Which of the two looks is shown; the system's own by default."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """The look of one window; painted widgets ask it and repaint on `changed`."""

    changed = Signal()

    def __init__(self, application: QApplication, mode: str = Mode.SYSTEM) -> None:
        super().__init__()
        self._application = application
        self._scale = max(1.0, QFontInfo(application.font()).pixelSize() / TEXT_PX)
        self._dressed = False
        self._fonts: dict[tuple[float, bool, bool], QFont] = {}
        self._family = text_family(application.font())
        self.tokens = palettes.light()
        application.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.set_mode(mode)

    @property
    def scale(self) -> float:
        """Return how much larger the text is than the drawing's 14 pixels."""
        return self._scale

    def px(self, size: float) -> int:
        """Return a length of the drawing in pixels of this screen's font."""
        return round(size * self._scale)

    def font(self, size: float = TEXT_PX, *, bold: bool = False, italic: bool = False) -> QFont:
        """Return the text font at a size of the drawing; copy it to change it."""
        key = (size, bold, italic)
        if key not in self._fonts:
            self._fonts[key] = self._make_font(size, bold=bold, italic=italic)
        return self._fonts[key]

    def _make_font(self, size: float, *, bold: bool, italic: bool) -> QFont:
        font = QFont(self._family)
        font.setPixelSize(self.px(size))
        font.setItalic(italic)
        font.setFeature(QFont.Tag("tnum"), 1)
        if bold:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def set_mode(self, mode: str) -> None:
        """Show the light or the dark look, or whichever the system shows."""
        self._mode = Mode(mode)
        self._apply()

    @property
    def is_dark(self) -> bool:
        """Return whether the dark look is shown now."""
        if self._mode is not Mode.SYSTEM:
            return self._mode is Mode.DARK
        return self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark

    def _system_changed(self) -> None:
        if self._mode is Mode.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        self.tokens = palettes.dark() if self.is_dark else palettes.light()
        self._application.setFont(self.font())
        self._application.setPalette(_palette(self.tokens))
        if self._dressed:
            self.dress()
        self.changed.emit()

    def dress(self) -> None:
        """Add what the first frame does without: the look of scroll bars and lists, italics."""
        if not self._dressed:
            load_the_rest(self._family)
        self._dressed = True
        self._application.setStyleSheet(stylesheet(self.tokens, self.px))


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for roles, colour in (
        ((role.Window, role.AlternateBase), tokens.bg),
        ((role.Base,), tokens.raised),
        ((role.Button, role.ToolTipBase), tokens.pane),
        ((role.WindowText, role.Text, role.ButtonText, role.ToolTipText), tokens.ink),
        ((role.PlaceholderText,), tokens.faint),
        ((role.Highlight, role.Link, role.Accent), tokens.accent),
        ((role.HighlightedText,), tokens.accent_ink),
    ):
        for each in roles:
            palette.setColor(each, colour)
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, each, tokens.faint)
    return palette
