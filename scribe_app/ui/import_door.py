"""The way in for audio files: dropped on the window, or chosen with a key."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDropEvent
    from PySide6.QtWidgets import QFileDialog

    from scribe_app.domain.commands import Command
    from scribe_app.ui.sessions_door import SessionsDoor

translate = QCoreApplication.translate
_SUFFIXES = (".wav", ".flac", ".ogg", ".mp3")


class ImportDoor(QObject):
    """Asks the engine to seal and transcribe; the drawer shows the queue that comes of it."""

    def __init__(
        self, submit: Callable[[Command], None], sessions: SessionsDoor, window: QWidget
    ) -> None:
        super().__init__(window)
        self._submit, self._sessions, self._window = submit, sessions, window
        self.dialog: QFileDialog | None = None
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def ask(self) -> None:
        """Let files be chosen; not over a consultation that is going on."""
        if self.dialog is not None or self._sessions.is_busy:
            return
        from PySide6.QtWidgets import QFileDialog  # costs the first frame 20 ms

        words = translate("Sessions", "Audio files to transcribe")
        patterns = " ".join(f"*{suffix}" for suffix in _SUFFIXES)
        dialog = self.dialog = QFileDialog(self._window, words)
        dialog.setObjectName("importDialog")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilter(f"{translate('Sessions', 'Audio')} ({patterns})")
        dialog.filesSelected.connect(self.bring)
        dialog.finished.connect(self._forget)
        dialog.open()

    def bring(self, paths: Iterable[str]) -> None:
        """Have audio files sealed and transcribed; other files are left alone."""
        from scribe_app.domain.commands import ImportAudio

        sound = tuple(path for path in paths if Path(path).suffix.lower() in _SUFFIXES)
        if sound:
            self._submit(ImportAudio(sound))
            self._sessions.show_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take files that are dragged over the window."""
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        dragged = cast("QDropEvent", event)
        files = _files_in(dragged.mimeData())
        if files:
            dragged.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.bring(files)
        return bool(files)

    def _forget(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()


def _files_in(data: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in data.urls() if url.isLocalFile()]
