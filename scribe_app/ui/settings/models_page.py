"""The speech models of this computer: bringing one by the network or a stick, removing one."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QWidget

from scribe_app.ports.models import ModelDesk
from scribe_app.ports.preferences import Answer, Preferences
from scribe_app.ui.announce import announce
from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.settings.errands import Errands
from scribe_app.ui.settings.model_row import ModelRow
from scribe_app.ui.settings.page import Page
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate

_LOOK_MS = 250


class ModelsPage(Page):
    """Shows what the desk has, and looks again: downloads go on by themselves."""

    def __init__(
        self, theme: Theme, desk: ModelDesk, errands: Errands, parent: QWidget | None = None
    ) -> None:
        words = translate(
            "Settings",
            "They listen on this computer and send nothing anywhere. A larger one hears better "
            "and needs more of the processor.",
        )
        super().__init__(theme, translate("Settings", "Speech models"), words, parent)
        self._desk, self._errands = desk, errands
        self.rows = {model.id: ModelRow(theme, model) for model in desk.models()}
        self.bring = PillButton(theme, Kind.GHOST)
        self.bring.setObjectName("importModelButton")
        self.bring.setAutoDefault(False)
        self.bring.show_as(translate("Settings", "Import from a file or a stick…"))
        self.answer = SignLine(theme, 13)
        self.files: QFileDialog | None = None
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)
        self._build()

    def applied(self, preferences: Preferences) -> Preferences:
        """Return the preferences as they are: which model is used is chosen elsewhere."""
        return preferences

    def look(self) -> None:
        """Show every model as it stands now."""
        for model in self._desk.models():
            self.rows[model.id].show_model(model)

    def showEvent(self, event: QShowEvent) -> None:
        """Look again and again while somebody does."""
        super().showEvent(event)
        self.look()
        self._clock.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Look no more."""
        self._clock.stop()
        super().hideEvent(event)

    def choose_file(self) -> None:
        """Ask for the archive, or for a file of the folder in which the model lies."""
        title = translate("Settings", "The archive, or model.bin in its folder")
        self.files = QFileDialog(self, title)
        self.files.setObjectName("importModelDialog")
        self.files.setFileMode(QFileDialog.FileMode.ExistingFile)
        self.files.fileSelected.connect(lambda path: self.bring_from(Path(path)))
        self.files.finished.connect(self.files.deleteLater)
        self.files.open()

    def bring_from(self, source: Path) -> None:
        """Import the model that lies there."""
        words = translate("Settings", "Reading and checking…")
        self.answer.show_as(words, Icon.WAIT, Ink.ACCENT)
        announce(self.answer, words)
        self._errands.run(self._desk.bring(source), self._show_brought)

    def _remove(self, row: ModelRow) -> None:
        def done(answer: Answer) -> None:
            self.look()
            if not answer.fine:
                row.show_answer(answer)

        self._errands.run(self._desk.remove(row.model.id), done)

    def _show_brought(self, answer: Answer) -> None:
        icon, ink = (Icon.CHECK, Ink.OK) if answer.fine else (Icon.WARN, Ink.WARN)
        self.answer.show_as(in_our_language(answer.sentence), icon, ink)
        announce(self.answer, self.answer.accessibleName())
        self.look()

    def _begin(self, row: ModelRow) -> None:
        self._desk.download(row.model.id)
        self.look()

    def _build(self) -> None:
        for row in self.rows.values():
            row.downloadAsked.connect(lambda row=row: self._begin(row))
            row.stopAsked.connect(lambda row=row: self._desk.stop(row.model.id))
            row.removeAsked.connect(lambda row=row: self._remove(row))
            self.column.addWidget(row)
        self.column.addWidget(self.bring)
        self.column.addWidget(self.answer)
        self.column.addStretch(1)
        self.bring.clicked.connect(self.choose_file)
