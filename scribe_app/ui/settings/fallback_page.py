"""Who goes on when the chosen vendor stays away, and in which order."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from scribe_app.ports.preferences import Preferences
from scribe_app.ports.vendor import Manifest
from scribe_app.ui.focus import switch
from scribe_app.ui.icons import Icon
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.settings.page import Page
from scribe_app.ui.settings.row_delegate import RowDelegate
from scribe_app.ui.settings.rows import Row
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate
_ID = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class FallbackList(QListWidget):
    """Space checks a row, Alt with an arrow moves it."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fallbackList")
        self.setItemDelegate(RowDelegate(theme, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the row on Alt with an arrow."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_row(step)
        else:
            super().keyPressEvent(event)

    def move_row(self, step: int) -> None:
        """Move the current row up or down."""
        here = self.currentRow()
        if here >= 0 and 0 <= here + step < self.count():
            self.insertItem(here + step, self.takeItem(here))
            self.setCurrentRow(here + step)

    def sizeHint(self) -> QSize:
        """Return room for every row: the page scrolls, not the list."""
        height = sum(self.sizeHintForRow(row) for row in range(self.count()))
        return QSize(super().sizeHint().width(), height + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the same height."""
        return QSize(80, self.sizeHint().height())


class FallbackPage(Page):
    """The other vendors: which take over, and in which order."""

    def __init__(
        self, theme: Theme, manifests: Sequence[Manifest], parent: QWidget | None = None
    ) -> None:
        words = translate(
            "Settings",
            "When the vendor stays away, the first of these goes on where it stopped.",
        )
        super().__init__(theme, translate("Settings", "Fallback"), words, parent)
        self._manifests = {each.id: each for each in manifests}
        self._order: list[str] = []
        self._checked: set[str] = set()
        self.list = FallbackList(theme)
        self.up = self._button("fallbackUp", translate("Settings", "Up"), Icon.UP, -1)
        self.down = self._button("fallbackDown", translate("Settings", "Down"), Icon.DOWN, 1)
        self._nobody = plain_label(
            theme, translate("Settings", "There is nobody else to go on."), Ink.SOFT, wrap=True
        )
        self._build()
        self.list.currentRowChanged.connect(lambda _: self._switch())

    def show_preferences(self, preferences: Preferences, locked: frozenset[str]) -> None:
        """Show who takes over: those that do first, then the rest, the device itself last."""
        chosen = [each for each in preferences.fallbacks if each in self._manifests]
        rest = [each for each in self._manifests if each not in chosen]
        rest.sort(key=lambda each: self._manifests[each].capabilities.on_device)
        self._order, self._checked = chosen + rest, set(chosen)
        self._row.lock(on="fallbacks" in locked)
        self.show_vendor(preferences.vendor)

    def show_vendor(self, vendor: str) -> None:
        """Leave out the vendor that is chosen."""
        self._remember()
        self.list.clear()
        for each in self._order:
            if each != vendor:
                self._add(each)
        self.list.setCurrentRow(0)
        self.list.updateGeometry()
        self._row.setVisible(self.list.count() > 0)
        self._nobody.setVisible(self.list.count() == 0)
        self._switch()

    def applied(self, preferences: Preferences) -> Preferences:
        """Return preferences with the order chosen here."""
        self._remember()
        others = (each for each in self._order if each != preferences.vendor)
        return replace(preferences, fallbacks=tuple(e for e in others if e in self._checked))

    def _remember(self) -> None:
        shown = [self.list.item(row) for row in range(self.list.count())]
        names = [str(each.data(_ID)) for each in shown]
        places = sorted(self._order.index(each) for each in names)
        for place, name in zip(places, names, strict=True):
            self._order[place] = name
        on = {str(e.data(_ID)) for e in shown if e.checkState() is Qt.CheckState.Checked}
        self._checked = (self._checked - set(names)) | on

    def _add(self, vendor: str) -> None:
        item = QListWidgetItem(in_our_words(self._manifests[vendor].name))
        item.setData(_ID, vendor)
        on = vendor in self._checked
        item.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
        self.list.addItem(item)

    def _switch(self) -> None:
        here, open_ = self.list.currentRow(), self.list.isEnabled()
        switch(self.up, on=open_ and here > 0)
        switch(self.down, on=open_ and 0 <= here < self.list.count() - 1)

    def _button(self, name: str, words: str, icon: Icon, step: int) -> PillButton:
        button = PillButton(self.theme, Kind.GHOST)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.show_as(words, icon=icon)
        button.clicked.connect(lambda: self.list.move_row(step))
        return button

    def _build(self) -> None:
        keys = translate("Settings", "Space: on or off. Alt+arrow: earlier or later.")
        label = translate("Settings", "Goes on, in this order")
        self._row = Row(self.theme, label, self.list, keys)
        self.column.addWidget(self._row)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(0, self.theme.px(6), 0, 0)
        buttons.setSpacing(self.theme.px(8))
        buttons.addWidget(self.up)
        buttons.addWidget(self.down)
        buttons.addStretch(1)
        self._row.column.addLayout(buttons)
        self.column.addWidget(self._nobody)
        self.column.addStretch(1)
