"""Plain sentences of the other layers in the window's language; an unknown one stays English."""

from PySide6.QtCore import QCoreApplication


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text: only its name matters, by which lupdate finds it."""
    return text


KNOWN = (
    QT_TRANSLATE_NOOP("Fault", "No microphone was found; connect one and try again."),
    QT_TRANSLATE_NOOP("Fault", "That microphone is no longer there; choose another one."),
    QT_TRANSLATE_NOOP("Fault", "The microphone stopped; check that it is still connected."),
    QT_TRANSLATE_NOOP("Fault", "The sound system does not answer."),
    QT_TRANSLATE_NOOP("Fault", "The microphone %1 is in use by another program."),
    QT_TRANSLATE_NOOP("Fault", "The microphone %1 does not answer."),
    QT_TRANSLATE_NOOP("Fault", "The microphone %1 cannot be opened; check that it is connected."),
    QT_TRANSLATE_NOOP(
        "Fault", "Scribe may not use the microphone %1; allow it in the system's settings."
    ),
    QT_TRANSLATE_NOOP("Fault", "The disk is full, so the recording can no longer be stored."),
    QT_TRANSLATE_NOOP(
        "Fault", "The disk reports an error, so the recording can no longer be stored safely."
    ),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Scribe cannot write in its folder for consultations; check the disk and its permissions.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Something went wrong inside Scribe. What was recorded is kept."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Something went wrong inside Scribe; the recording goes on, without live text.",
    ),
    QT_TRANSLATE_NOOP("Fault", "Something unexpected happened; what was recorded is kept."),
    QT_TRANSLATE_NOOP("Fault", "The connection to the speech engine was lost."),
    QT_TRANSLATE_NOOP("Fault", "The speech engine did not get ready in time."),
    QT_TRANSLATE_NOOP("Fault", "The speech engine on this device stopped."),
    QT_TRANSLATE_NOOP("Fault", "The speech engine stopped answering."),
    QT_TRANSLATE_NOOP("Fault", "The speech recogniser could not be started."),
    QT_TRANSLATE_NOOP("Fault", "The speech model could not be loaded; install it again."),
    QT_TRANSLATE_NOOP(
        "Fault", "The speech model %1 is not on this computer; download or import it."
    ),
    QT_TRANSLATE_NOOP("Fault", "The speech model %1 on this disk is damaged; install it again."),
    QT_TRANSLATE_NOOP(
        "Fault",
        "Works without an account and sends nothing anywhere. "
        "A larger model or a speech vendor hears better: check the text.",
    ),
)
"""What can reach the banner or the panel of the engine; `%1` stands for a name."""


def in_our_language(sentence: str) -> str:
    """Return a sentence as the window says it."""
    for known in KNOWN:
        head, _, tail = known.partition("%1")
        named = len(sentence) > len(head) + len(tail) and known != head
        if sentence == known:
            return QCoreApplication.translate("Fault", known)
        if named and sentence.startswith(head) and sentence.endswith(tail):
            name = sentence[len(head) : len(sentence) - len(tail)]
            return QCoreApplication.translate("Fault", known).replace("%1", name)
    return sentence
