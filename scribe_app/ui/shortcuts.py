"""Binds the window's keys to what they do, wherever the focus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QWidget

from scribe_app.ui.keys import Keys
from scribe_app.ui.privacy import LONG, SHORT
from scribe_app.ui.section_card import COPY_KEYS

if TYPE_CHECKING:
    from scribe_app.ui.main_window import MainWindow


def bind_window(window: MainWindow) -> None:
    """Bind every key of the main window."""
    waiting = window.sidebar.measurements.waiting
    for keys, asked in (
        (Keys.RECORD, window.toggle_recording),
        (Keys.PAUSE, window.toggle_pause),
        (Keys.FORGET_SHORT, lambda: window.privacy.forget(SHORT)),
        (Keys.FORGET_LONG, lambda: window.privacy.forget(LONG)),
        (Keys.NEXT_CHECK, window.note.next_check),
        (Keys.DRAFT, window.draft),
        (Keys.COPY_ALL, window.note.copy_all),
        (Keys.NEXT_EPISODE, window.note.tabs.next),
        (Keys.MEASUREMENTS, lambda: window.insert_measurements(waiting())),
        (Keys.SESSIONS, window.sessions.toggle),
        (Keys.FINISH, window.sessions.finish),
        (Keys.IMPORT, window.imports.ask),
        (Keys.SETTINGS, window.settings.open),
        (Keys.HELP, window.show_keys),
    ):
        bound(keys, window).activated.connect(asked)
    window.privacy.watch(window)
    for section, keys in COPY_KEYS.items():
        bound(keys, window).activated.connect(
            lambda section=section: window.note.copy_section(section)
        )


def bind_dialog(window: MainWindow) -> None:
    """Bind what has to work in the settings too: a recording can always be stopped, or held off."""
    dialog = window.settings.dialog
    if dialog is not None:  # which takes the keys of its window
        bound(Keys.RECORD, dialog).activated.connect(window.toggle_recording)
        bound(Keys.PAUSE, dialog).activated.connect(window.toggle_pause)
        window.privacy.watch(dialog)


def bound(keys: Keys, where: QWidget) -> QShortcut:
    """Return a shortcut that answers to every spelling of a key, once a press."""
    shortcut = QShortcut(where)
    shortcut.setKeys(keys.sequences)
    shortcut.setAutoRepeat(False)
    return shortcut
