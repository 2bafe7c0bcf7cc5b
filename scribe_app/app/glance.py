"""A first look at the settings: what the window needs before anything else is loaded."""

from dataclasses import dataclass
from pathlib import Path

from scribe_app.system.paths import profile

LANGUAGES = ("nl", "en", "fr")
_THEMES = ("system", "light", "dark")


@dataclass(frozen=True, slots=True)
class Look:
    """The window's language and theme; the settings proper are checked after the first frame."""

    language: str | None = None
    theme: str = "system"


def glance(folder: Path | None) -> Look:
    """Return what the settings file says of the two, the defaults where it says nothing usable."""
    path = profile(folder).settings_file
    if not path.is_file():
        return Look()
    import tomllib  # most starts of a new user need none

    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Look()
    default, language, theme = Look(), values.get("language"), values.get("theme")
    return Look(
        language if language in LANGUAGES else None,
        theme if theme in _THEMES else default.theme,
    )
