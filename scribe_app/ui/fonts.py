"""The text font: the system's own, or the bundled Inter where the system names none."""

import sys

from PySide6.QtGui import QFont, QFontDatabase

from scribe_app.ui.paths import resources

_NOBODY_CHOSE = frozenset({"sans serif", "sans", "sans-serif", "dejavu sans", ""})
_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf")
_LATER = "Inter-Italic.otf"


def text_family(system: QFont) -> str:
    """Return the family to write with; a family that somebody chose is kept."""
    if not sys.platform.startswith("linux") or system.family().lower() not in _NOBODY_CHOSE:
        return system.family()
    if QFontDatabase.hasFamily("Inter") or _load_inter():
        return "Inter"
    return system.family()


def load_the_rest(family: str) -> None:
    """Load what the first frame has no use for: the italics of what is still being heard."""
    if family == "Inter":
        _load(_LATER)


def _load_inter() -> bool:
    loaded = [_load(name) for name in _FILES]
    return all(loaded)


def _load(name: str) -> bool:
    return QFontDatabase.addApplicationFont(str(resources() / "fonts" / name)) >= 0
