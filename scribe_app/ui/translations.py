"""The window's language: English in the source, Dutch and French from compiled files."""

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from scribe_app.ui.paths import resources

LANGUAGES = ("nl", "fr", "en")


def install(application: QCoreApplication, language: str) -> str:
    """Make the window speak a language, English when it is not known; returns which it is."""
    chosen = language[:2].lower() if language[:2].lower() in LANGUAGES else "en"
    for former in application.findChildren(QTranslator, "scribe"):
        application.removeTranslator(former)
        former.deleteLater()
    QLocale.setDefault(QLocale(chosen))
    if chosen != "en":
        translator = QTranslator(application)
        translator.setObjectName("scribe")
        if translator.load(f"scribe_{chosen}.qm", str(resources() / "translations")):
            application.installTranslator(translator)
    return chosen
