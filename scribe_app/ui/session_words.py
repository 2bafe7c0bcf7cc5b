"""What the window says of a consultation on the disk: when, how long, how far; never what."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from scribe_app.ports.archive import Entry, Standing
from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink

translate = QCoreApplication.translate


def moment(started: float, language: str, today: date | None = None) -> str:
    """Return when it was: ``today 14:32``, ``yesterday 9:05``, ``ma 23 nov 2026 14:32``."""
    then = datetime.fromtimestamp(started)
    locale, day = QLocale(language), (today or date.today()) - then.date()
    clock = locale.toString(QTime(then.hour, then.minute), "HH:mm")
    if day == timedelta():
        return translate("Sessions", "today %1").replace("%1", clock)
    if day == timedelta(days=1):
        return translate("Sessions", "yesterday %1").replace("%1", clock)
    written = locale.toString(QDate(then.year, then.month, then.day), "ddd d MMM yyyy")
    return f"{written} {clock}"


def length(seconds: float) -> str:
    """Return how long it is: seconds below two minutes, minutes, or hours and minutes."""
    if seconds < 120:
        return f"{round(seconds)} s"
    minutes = round(seconds / 60)
    hours, rest = divmod(minutes, 60)
    if not hours:
        return f"{minutes} min"
    return translate("Sessions", "%1 h %2 min").replace("%1", str(hours)).replace("%2", str(rest))


def standing(entry: Entry) -> tuple[str, Icon, Ink]:
    """Return how far it came, as a word, a sign and a colour."""
    return {
        Standing.UNFINISHED: (translate("Sessions", "unfinished"), Icon.WARN, Ink.WARN),
        Standing.QUEUED: (translate("Sessions", "waits its turn"), Icon.HISTORY, Ink.SOFT),
        Standing.WORKING: (translate("Sessions", "being finished"), Icon.WAIT, Ink.ACCENT),
        Standing.TO_REVIEW: (translate("Sessions", "to review"), Icon.READY, Ink.ACCENT),
        Standing.COPIED: (translate("Sessions", "copied"), Icon.CHECK, Ink.OK),
        Standing.DAMAGED: (translate("Sessions", "damaged in part"), Icon.WARN, Ink.WARN),
        Standing.UNREADABLE: (translate("Sessions", "cannot be read"), Icon.LOCK, Ink.SOFT),
    }[entry.standing]


def title(entry: Entry, language: str) -> str:
    """Return when it was and how long, in one line."""
    return f"{moment(entry.started, language)} · {length(entry.seconds)}"
