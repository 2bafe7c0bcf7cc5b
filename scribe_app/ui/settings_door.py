"""The way to the settings: there once there is a desk behind it, one dialog at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from scribe_app.ui.manifest_words import in_our_words

if TYPE_CHECKING:
    from scribe_app.ports.audio import Microphones
    from scribe_app.ports.preferences import PreferenceDesk
    from scribe_app.ui.settings.dialog import SettingsDialog
    from scribe_app.ui.theme import Theme


class SettingsDoor(QObject):
    """Takes the desk from any thread; the dialog's code is imported when it first opens."""

    unlocked = Signal()
    opened = Signal()
    saved = Signal(object)
    _came = Signal(object)

    def __init__(self, theme: Theme, microphones: Microphones, window: QWidget) -> None:
        super().__init__(window)
        self._theme, self._microphones, self._window = theme, microphones, window
        self._desk: PreferenceDesk | None = None
        self._awaited: str | None = None
        self.dialog: SettingsDialog | None = None
        self._came.connect(self._take)

    def unlock(self, desk: PreferenceDesk) -> None:
        """Bring the desk, from any thread; `unlocked` follows on Qt's own."""
        self._came.emit(desk)

    @property
    def desk(self) -> PreferenceDesk | None:
        """Return the desk, once it is there."""
        return self._desk

    def engine_name(self, vendor: str) -> str:
        """Return what a vendor is called, its id as long as nobody knows."""
        manifests = self._desk.manifests if self._desk is not None else ()
        return next((in_our_words(each.name) for each in manifests if each.id == vendor), vendor)

    def open(self, about: str = "") -> None:
        """Open the settings, at the account of the vendor that a sentence is about.

        A key pressed while the engine still loads opens them as soon as it is there.
        """
        if self._desk is None:
            self._awaited = about
            return
        if self.dialog is None:
            self._make(self._desk)
        if self.dialog is not None and about:
            self.dialog.show_account_of(about)

    def open_vault(self) -> None:
        """Open the settings at who holds the key of recordings."""
        self.open()
        if self.dialog is not None:
            self.dialog.show_vault()

    def close(self) -> None:
        """Close the dialog without keeping anything."""
        if self.dialog is not None:
            self.dialog.reject()

    def _take(self, desk: PreferenceDesk) -> None:
        self._desk = desk
        self.unlocked.emit()
        if self._awaited is not None:
            self.open(self._awaited)

    def _make(self, desk: PreferenceDesk) -> None:
        from scribe_app.ui.settings.dialog import SettingsDialog

        self.dialog = SettingsDialog(self._theme, desk, self._microphones, self._window)
        self.dialog.saved.connect(lambda kept: self._theme.set_mode(kept.theme))
        self.dialog.saved.connect(self.saved)
        self.dialog.finished.connect(self._forget)
        self.opened.emit()
        self.dialog.open()

    def _forget(self) -> None:
        self.dialog = None
