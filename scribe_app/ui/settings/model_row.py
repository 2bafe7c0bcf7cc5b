"""One speech model: what it is, where it is, and a button to bring or remove it."""

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from scribe_app.ports.models import ModelPlace, SpeechModel
from scribe_app.ports.preferences import Answer
from scribe_app.ui.announce import announce
from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.settings.language_words import language_name
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class ModelRow(QWidget):
    """Asks to download, to stop or to remove; shows how far a download is."""

    downloadAsked = Signal()
    stopAsked = Signal()
    removeAsked = Signal()

    def __init__(self, theme: Theme, model: SpeechModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = model
        self._shown: SpeechModel | None = None
        self.setObjectName(f"model-{model.id}")
        self.button = PillButton(theme, Kind.GHOST)
        self.button.setObjectName(f"modelButton-{model.id}")
        self.button.setAutoDefault(False)
        self.progress = QProgressBar()
        self.progress.setObjectName(f"modelProgress-{model.id}")
        self.progress.setAccessibleName(model.name)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(theme.px(6))
        self.state = SignLine(theme)
        self.button.clicked.connect(self._pressed)
        self._build(theme)
        self.show_model(model)

    def show_model(self, model: SpeechModel) -> None:
        """Show the model as it stands now; an end of its download is announced."""
        former, self._shown, self.model = self._shown, model, model
        loading = model.progress is not None
        self.progress.setVisible(loading)
        self.progress.setValue(round(100 * (model.progress or 0.0)))
        if former is not None and former == model:
            return
        self.button.setVisible(loading or model.place is not ModelPlace.BUILT_IN)
        self.button.show_as(_deed(model))
        self.button.setAccessibleName(f"{self.button.text()}: {model.name}")
        self.state.show_as(*_state(model))
        if former is not None and former.progress is not None and not loading:
            announce(self.state, self.state.accessibleName())

    def show_answer(self, answer: Answer) -> None:
        """Say why something was not done."""
        self.state.show_as(in_our_language(answer.sentence), Icon.WARN, Ink.WARN)
        announce(self.state, self.state.accessibleName())

    def _pressed(self) -> None:
        if self.model.progress is not None:
            self.stopAsked.emit()
        elif self.model.place is ModelPlace.ABSENT:
            self.downloadAsked.emit()
        else:
            self.removeAsked.emit()

    def _build(self, theme: Theme) -> None:
        name = plain_label(theme, self.model.name, bold=True, wrap=True)
        about = plain_label(theme, _about(self.model), Ink.SOFT, 12, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(theme.px(3))
        for each in (name, about, self.state, self.progress):
            words.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        row.addLayout(words, 1)
        row.addWidget(self.button)


def _about(model: SpeechModel) -> str:
    languages = ", ".join(language_name(code) for code in model.languages)
    facts = " · ".join((size_words(model.size), languages, model.licence))
    return f"{facts}\n{in_our_words(model.note)}" if model.note else facts


def size_words(size: int) -> str:
    """Return bytes as the window says them: ``146 MB``, ``1,5 GB``."""
    if size < 1_000_000_000:
        return f"{round(size / 1e6)} MB"
    return f"{QLocale().toString(size / 1e9, 'f', 1)} GB"


def _deed(model: SpeechModel) -> str:
    if model.progress is not None:
        return translate("Settings", "Stop")
    if model.place is ModelPlace.ABSENT:
        return translate("Settings", "Download")
    return translate("Settings", "Remove")


def _state(model: SpeechModel) -> tuple[str, Icon, Ink]:
    if model.progress is not None:
        percent = str(round(100 * model.progress))
        words = translate("Settings", "being downloaded: %1 %").replace("%1", percent)
        return words, Icon.WAIT, Ink.ACCENT
    if model.answer is not None and not model.answer.fine and model.place is ModelPlace.ABSENT:
        return in_our_language(model.answer.sentence), Icon.WARN, Ink.WARN
    return {
        ModelPlace.BUILT_IN: (translate("Settings", "comes with Scribe"), Icon.CHECK, Ink.OK),
        ModelPlace.HERE: (translate("Settings", "on this computer"), Icon.CHECK, Ink.OK),
        ModelPlace.ABSENT: (
            translate("Settings", "not on this computer"),
            Icon.READY,
            Ink.SOFT,
        ),
    }[model.place]
