"""The text font: the system's own, or the bundled Inter where the system names none."""

import sys

from PySide6.QtGui import QFont, QFontDatabase

from scribe_app.ui.paths import resources

_NOBODY_CHOSE = frozenset({"sans serif", "sans", "sans-serif", "dejavu sans", ""})
_FILES = ("Inter-Regular.otf", "Inter-SemiBold.otf", "Inter-Italic.otf")


def text_family(system: QFont) -> str:
    """Return the family to write with; a family that somebody chose is kept."""
    if not sys.platform.startswith("linux") or system.family().lower() not in _NOBODY_CHOSE:
        return system.family()
    if "Inter" in QFontDatabase.families() or _load_inter():
        return "Inter"
    return system.family()


def _load_inter() -> bool:
    folder = resources() / "fonts"
    loaded = [QFontDatabase.addApplicationFont(str(folder / name)) for name in _FILES]
    return min(loaded) >= 0
