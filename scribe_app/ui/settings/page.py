"""One page of the dialog: a heading, a sentence, and a column that scrolls."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scribe_app.ui.labels import Ink, heading, plain_label
from scribe_app.ui.theme import Theme


class Page(QScrollArea):
    """Fill its `column`."""

    def __init__(self, theme: Theme, title: str, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme, self.title = theme, title
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(title)
        inside = QWidget()
        inside.setObjectName("settingsPage")
        px = theme.px
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(px(24), px(20), px(24), px(24))
        self.column.setSpacing(px(16))
        self.column.addWidget(plain_label(theme, title, size=18, bold=True))
        if words:
            self.column.addWidget(plain_label(theme, words, Ink.SOFT, 13, wrap=True))
        self.setWidget(inside)

    def add_heading(self, words: str) -> None:
        """Put a small heading in the column."""
        self.column.addWidget(heading(self.theme, words))

    def minimumSizeHint(self) -> QSize:
        """Return little: what does not fit is scrolled."""
        return QSize(self.theme.px(240), self.theme.px(120))
