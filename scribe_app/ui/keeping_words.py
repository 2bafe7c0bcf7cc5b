"""What the window says of where a consultation is kept, when that is not as it should be."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from scribe_app.domain.keeping import Keeping

translate = QCoreApplication.translate


def fact(keeping: Keeping) -> str:
    """Return the fact under the state's word, empty where another one matters more."""
    match keeping:
        case Keeping.VERY_LOW:
            return translate("Keeping", "disk low: some minutes left")
        case Keeping.SECOND:
            return translate("Keeping", "kept in the second place")
        case Keeping.MEMORY_FULL:
            return translate("Keeping", "disk full: kept in memory")
        case Keeping.MEMORY:
            return translate("Keeping", "no disk: kept in memory")
    return ""


def urgent(keeping: Keeping) -> str:
    """Return the sentence about something that has to be done soon; empty where nothing has."""
    match keeping:
        case Keeping.VERY_LOW:
            return translate(
                "Keeping",
                "The disk is nearly full: less than 10 minutes of recording fit. Make room.",
            )
        case Keeping.MEMORY_FULL:
            return translate(
                "Keeping",
                "The disk is full. The recording goes on in memory for about 10 minutes; make "
                "room, and it is stored without a gap.",
            )
        case Keeping.MEMORY:
            return translate(
                "Keeping",
                "No disk takes the recording. It goes on in memory for about 10 minutes, and "
                "would be lost if Scribe ended now.",
            )
    return ""


def remark(keeping: Keeping) -> str:
    """Return the sentence about something that is worth knowing; empty where nothing is."""
    match keeping:
        case Keeping.LOW:
            return translate(
                "Keeping", "The disk is filling up: less than 500 MB is free, some hours."
            )
        case Keeping.FAILING:
            return translate(
                "Keeping",
                "The disk reported an error or did not answer. The recording goes on in another "
                "file; have the disk looked at.",
            )
        case Keeping.SECOND:
            return translate(
                "Keeping",
                "The folder for consultations cannot be written. This one is kept, sealed as "
                "ever, in a second place on this computer.",
            )
    return ""
