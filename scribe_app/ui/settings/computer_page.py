"""What belongs to this computer: microphone, look, and what becomes of the unfinished."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from scribe_app.ports.audio import InputDevice, Microphones
from scribe_app.ports.preferences import Preferences
from scribe_app.ui.microphones import DeviceQuestion
from scribe_app.ui.plain import brief
from scribe_app.ui.settings.check import Check
from scribe_app.ui.settings.choice import Choice
from scribe_app.ui.settings.page import Page
from scribe_app.ui.settings.rows import Row
from scribe_app.ui.theme import Mode, Theme

translate = QCoreApplication.translate


class ComputerPage(Page):
    """Microphone, theme, and whether what is unfinished is finished by itself."""

    def __init__(
        self, theme: Theme, microphones: Microphones, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, translate("Settings", "This computer"), "", parent)
        self.microphone = Choice(theme, "settingsMicrophoneCombo")
        self.look = Choice(theme, "themeCombo")
        self._microphone_row = Row(theme, translate("Settings", "Microphone"), self.microphone)
        self._look_row = Row(theme, translate("Settings", "Look of the window"), self.look)
        self.column.addWidget(self._microphone_row)
        self.column.addWidget(self._look_row)
        words = translate("Settings", "Finish by itself, when nobody records")
        self.finish = Check(theme, "finishUnfinishedCheck", words)
        self._finish_row = Row(
            theme, translate("Settings", "Unfinished consultations"), self.finish
        )
        self.column.addWidget(self._finish_row)
        self.column.addStretch(1)
        self._question = DeviceQuestion(microphones, self)
        self._question.answered.connect(self._show_devices)

    def show_preferences(self, preferences: Preferences, locked: frozenset[str]) -> None:
        """Show all three, and ask which microphones there are."""
        looks = [
            (translate("Settings", "As the system"), Mode.SYSTEM.value),
            (translate("Settings", "Light"), Mode.LIGHT.value),
            (translate("Settings", "Dark"), Mode.DARK.value),
        ]
        self.look.offer(looks, preferences.theme)
        chosen = preferences.microphone
        self.microphone.offer(_entries((), chosen, translate("Settings", "The chosen one")), chosen)
        self._microphone_row.lock(on="microphone" in locked)
        self._look_row.lock(on="theme" in locked)
        self.finish.setChecked(preferences.finish_unfinished == "automatic")
        self._finish_row.lock(on="finish_unfinished" in locked)
        self._question.ask()

    def applied(self, preferences: Preferences) -> Preferences:
        """Return preferences with all three as they are here."""
        return replace(
            preferences,
            microphone=self.microphone.value,
            theme=self.look.value,
            finish_unfinished="automatic" if self.finish.isChecked() else "offer",
        )

    def _show_devices(self, devices: Sequence[InputDevice]) -> None:
        chosen = self.microphone.value
        missing = translate("Settings", "The chosen one (not connected)")
        self.microphone.offer(_entries(devices, chosen, missing), chosen)


def _entries(devices: Sequence[InputDevice], chosen: str, otherwise: str) -> list[tuple[str, str]]:
    """Return (word, id) of the system's default, the devices, and the chosen one otherwise."""
    entries = [(translate("Settings", "The system's default"), "")]
    entries += [(brief(each.name, 80), each.id) for each in devices]
    if chosen and all(each.id != chosen for each in devices):
        entries.append((otherwise, chosen))
    return entries
