"""Words of the manifests in the window's language; one that is not known stays as it is."""

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Return the text: only its name matters, by which lupdate finds it."""
    return text


KNOWN = (
    QT_TRANSLATE_NOOP("Manifest", "On this device"),
    QT_TRANSLATE_NOOP("Manifest", "soap"),
    QT_TRANSLATE_NOOP("Manifest", "meeting"),
    QT_TRANSLATE_NOOP("Manifest", "dictation"),
)
"""Names, labels, helps and choices that vendors of this program use."""


def in_our_words(text: str) -> str:
    """Return a word of a manifest as the window says it."""
    return translate("Manifest", text) if text else ""
