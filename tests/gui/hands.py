"""What a hand does in the settings dialog."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from scribe_app.ports.preferences import Preferences
from scribe_app.ui.settings.credential_row import CredentialRow
from scribe_app.ui.settings.dialog import SettingsDialog

CANARY = "canary-7f3a91"
REFUSED = "Reiger Spraak refused the credentials; check them in the settings."
WITH_HERON = Preferences(vendor="heron")


def row_of(dialog: SettingsDialog, key: str) -> CredentialRow:
    """Return the row of a credential of the vendor whose account is open."""
    return next(row for row in dialog.account.form.rows if row.field.key == key)


def click(qtbot: QtBot, button: QWidget) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def idle(qtbot: QtBot, dialog: SettingsDialog) -> None:
    """Wait until nothing is under way."""
    qtbot.waitUntil(lambda: dialog.errands.running == 0)
