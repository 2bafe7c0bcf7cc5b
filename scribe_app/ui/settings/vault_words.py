"""What is said of each state of the vault, and what its button does."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from scribe_app.domain.keeping import VaultState
from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class VaultWords:
    """A sentence with its sign, and the word on the button."""

    sentence: str
    icon: Icon
    ink: Ink
    action: str = ""


def state_words(state: VaultState) -> VaultWords:
    """Return what is said of a state."""
    choose = translate("Vault", "Keep under a passphrase")
    match state:
        case VaultState.KEYRING:
            sentence = translate("Vault", "The keyring of this computer holds the key.")
            return VaultWords(sentence, Icon.CHECK, Ink.OK)
        case VaultState.PASSPHRASE:
            sentence = translate("Vault", "Your passphrase holds the key; it is open.")
            change = translate("Vault", "Change the passphrase")
            return VaultWords(sentence, Icon.CHECK, Ink.OK, change)
        case VaultState.LOCKED:
            sentence = translate(
                "Vault",
                "Your passphrase holds the key. Enter it to open earlier recordings; those of now "
                "are kept with them then.",
            )
            return VaultWords(sentence, Icon.LOCK, Ink.WARN, translate("Vault", "Open"))
        case VaultState.UNDECIDED:
            sentence = translate(
                "Vault",
                "This computer has no keyring. Choose a passphrase, or that recordings do not "
                "survive the end of Scribe; until then they do not.",
            )
            return VaultWords(sentence, Icon.WARN, Ink.WARN, choose)
        case VaultState.MEMORY:
            sentence = translate(
                "Vault", "As you chose, recordings cannot be opened again once Scribe is closed."
            )
            return VaultWords(sentence, Icon.WARN, Ink.WARN, choose)
