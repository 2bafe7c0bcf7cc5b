"""What was said, weighs something, and stands nowhere in the note: one press adds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scribe_app.domain.note import Section
from scribe_app.ui.cards import Card, CardList
from scribe_app.ui.labels import plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.plain import brief
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.domain.review import Omission

translate = QCoreApplication.translate


class OmissionsView(CardList):
    """Cards with the words; hidden while nothing is missing."""

    addAsked = Signal(object, object)
    evidenceWanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "omissionsView",
            translate("Information", "Not in the note"),
            translate("Information", "What was said and not written comes here."),
            parent,
        )
        self._shown: tuple[Omission, ...] = ()
        self._added: set[str] = set()
        self.hide()

    def show_omissions(self, omissions: tuple[Omission, ...]) -> None:
        """Show what is missing, but for what was added from here."""
        if omissions == self._shown:
            return
        self._shown = omissions
        self._show()

    def reset(self) -> None:
        """Forget what was added: another consultation begins, and may lack the same words."""
        self._added.clear()
        self._shown = ()
        self._show()

    def _show(self) -> None:
        waiting = [each for each in self._shown if each.text not in self._added]
        self.show_cards([self._card(each) for each in waiting])
        self.setVisible(bool(waiting))

    def _card(self, omission: Omission) -> QWidget:
        card = OmissionCard(self.theme, omission)
        card.addAsked.connect(lambda section: self._add(omission, section))
        card.looked.connect(lambda: self.evidenceWanted.emit(frozenset(omission.utterances)))
        return card

    def _add(self, omission: Omission, section: Section) -> None:
        self._added.add(omission.text)
        self.addAsked.emit(omission, section)
        self._show()


class OmissionCard(Card):
    """The words in quotes, and a button for every section, the likely one first in weight.

    With the focus on a button, the keys S, O, E and P do the same.
    """

    addAsked = Signal(object)
    looked = Signal()

    def __init__(self, theme: Theme, omission: Omission) -> None:
        super().__init__(theme)
        words = brief(omission.text, 160)
        self.setAccessibleName(words)
        self.column.addWidget(plain_label(theme, f"“{words}”", size=13, wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.px(4))
        self.buttons = {part: self._button(theme, part, omission) for part in Section}
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        self.column.addLayout(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add on the section's own letter."""
        for part in Section:
            if event.text().upper() == part.letter:
                self.addAsked.emit(part)
                return
        super().keyPressEvent(event)

    def _button(self, theme: Theme, part: Section, omission: Omission) -> PillButton:
        likely = part is omission.section
        button = PillButton(theme, Kind.SMALL if likely else Kind.QUIET)
        word = translate("Information", "to %1").replace("%1", part.letter)
        button.show_as(word if likely else part.letter)
        add = translate("Information", "Add to %1: %2")
        button.setAccessibleName(
            add.replace("%1", part.letter).replace("%2", brief(omission.text, 80))
        )
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.addAsked.emit(part))
        button.pressed.connect(self.looked)
        return button
