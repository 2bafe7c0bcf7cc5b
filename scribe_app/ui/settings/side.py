"""The names of the dialog's pages, to walk through with the arrow keys."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QFrame, QListWidget, QVBoxLayout, QWidget

from scribe_app.ui.settings.row_delegate import RowDelegate
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class Side(QFrame):
    """A list as wide as its longest name."""

    def __init__(self, theme: Theme, titles: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("settingsSide")
        self._theme, self.list = theme, QListWidget()
        self.list.setObjectName("settingsPages")
        self.list.setAccessibleName(translate("Settings", "Pages of the settings"))
        self.list.setItemDelegate(RowDelegate(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems(list(titles))
        column = QVBoxLayout(self)
        px = theme.px
        column.setContentsMargins(px(8), px(16), px(8), px(8))
        column.addWidget(self.list)
        self.setFixedWidth(self.list.sizeHintForColumn(0) + px(28))

    def turn(self, step: int) -> None:
        """Go so many pages on, around the end."""
        self.list.setCurrentRow((self.list.currentRow() + step) % self.list.count())

    def sizeHint(self) -> QSize:
        """Return the names' width."""
        return QSize(self.width(), self._theme.px(240))
