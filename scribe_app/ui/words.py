"""Figures as the window writes them: times, seconds and the language's decimal sign."""

from PySide6.QtCore import QLocale


def clock(seconds: float) -> str:
    """Return a time as ``mm:ss``, or ``h:mm:ss`` from an hour on."""
    whole = max(0, int(seconds))
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def number(value: float, language: str, *, decimals: int = 1) -> str:
    """Return a number with the decimal sign of the language."""
    return QLocale(language).toString(float(value), "f", decimals)


def short(seconds: float, language: str) -> str:
    """Return a duration for one sentence: tenths below 10 s, whole seconds, then minutes."""
    if seconds < 9.95:
        return f"{number(seconds, language)} s"
    if seconds < 120:
        return f"{number(seconds, language, decimals=0)} s"
    return f"{number(seconds / 60, language, decimals=0)} min"
