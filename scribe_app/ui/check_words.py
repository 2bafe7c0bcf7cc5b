"""What is to be checked in a line, as one short sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from scribe_app.ui.plain import brief

if TYPE_CHECKING:
    from scribe_app.domain.review import Check

translate = QCoreApplication.translate


def check_words(check: Check) -> str:
    """Return why a line is to be checked, with the words in doubt."""
    from scribe_app.domain.review import CheckKind

    words = brief(", ".join(check.words), 60)
    match check.kind:
        case CheckKind.NUMBER:
            return translate("Check", "not said like this: %1").replace("%1", words)
        case CheckKind.NEGATION:
            return translate("Check", "was the opposite said?")
        case CheckKind.SIDE:
            return translate("Check", "another side was said: %1").replace("%1", words)
        case CheckKind.DRUG:
            return translate("Check", "not said here: %1").replace("%1", words)
        case CheckKind.TERM:
            return translate("Check", "not said: %1").replace("%1", words)
        case CheckKind.SPEAKER:
            return translate("Check", "said by the other speaker")
        case CheckKind.CONFIDENCE:
            return translate("Check", "heard with doubt: %1").replace("%1", words)
        case CheckKind.UNSUPPORTED:
            return translate("Check", "not found in the conversation")
