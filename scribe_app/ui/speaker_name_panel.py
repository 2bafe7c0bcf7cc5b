"""A small panel in which the clinician says who a speaker is."""

from PySide6.QtCore import QCoreApplication, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from scribe_app.ui.box_look import box_rules
from scribe_app.ui.labels import plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.popover import Popover
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate
_LONGEST = 40


class SpeakerNamePanel(Popover):
    """Type a name and press Enter, or choose a role; Escape leaves it as it is."""

    named = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "speakerPanel", parent)
        self._label, self._back, self._over = "", parent, parent
        self._title = plain_label(theme, "", size=13, bold=True)
        self.edit = QLineEdit()
        self.edit.setObjectName("speakerNameEdit")
        self.edit.setMaxLength(_LONGEST)
        self.edit.setMinimumWidth(theme.px(220))
        self.edit.setPlaceholderText(translate("Transcript", "a name, then Enter"))
        self.edit.returnPressed.connect(lambda: self._name(self.edit.text()))
        self.roles = [self._role(words) for words in _roles()]
        self._build()
        theme.changed.connect(self._dress)
        self._dress()

    def ask(self, label: str, name: str, chip: QWidget) -> None:
        """Open under a chip, for the speaker with that label."""
        self._label, self._back = label, chip
        words = translate("Transcript", "Who is %1?").replace("%1", name)
        self._title.setText(words)
        self.setAccessibleName(words)
        self.edit.setAccessibleName(words)
        self.edit.setText("")
        self.hide()
        self.adjustSize()
        place = chip.mapTo(self._over, QPoint(0, chip.height() + self._theme.px(4)))
        self.toggle(place + QPoint(self.width(), 0))
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Give the keyboard back to the chip."""
        super().hideEvent(event)
        self._back.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _name(self, name: str) -> None:
        self.named.emit(self._label, name.strip())
        self.hide()

    def _role(self, words: str) -> PillButton:
        button = PillButton(self._theme, Kind.SMALL)
        button.show_as(words)
        button.clicked.connect(lambda: self._name(words))
        return button

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(self._theme.px(6))
        for each in self.roles:
            row.addWidget(each)
        back = PillButton(self._theme, Kind.QUIET)
        back.setObjectName("speakerNameBack")
        back.show_as(translate("Transcript", "No name"))
        back.clicked.connect(lambda: self._name(""))
        row.addStretch(1)
        row.addWidget(back)
        self.column.addWidget(self._title)
        self.column.addWidget(self.edit)
        self.column.addLayout(row)

    def _dress(self) -> None:
        self.edit.setStyleSheet(box_rules(self._theme, ("QLineEdit",)))


def _roles() -> tuple[str, ...]:
    return (
        translate("Transcript", "Doctor"),
        translate("Transcript", "Patient"),
        translate("Transcript", "Relative"),
    )
