"""A small panel over the window that never stops anything: the keys, or what listens."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class Popover(QFrame):
    """A panel that closes on Escape, on a press on it, or when it is asked for again."""

    def __init__(self, theme: Theme, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self.setObjectName(name)
        self._theme = theme
        self.column = QVBoxLayout(self)
        margin = theme.px(16)
        self.column.setContentsMargins(margin, margin, margin, margin)
        self.column.setSpacing(theme.px(8))
        theme.changed.connect(self.update)
        self.hide()

    def toggle(self, corner: QPoint) -> None:
        """Open with the upper right corner there, inside the window; close when it is open."""
        if self.isVisible():
            self.hide()
            return
        self.adjustSize()
        room = self._window.rect().adjusted(8, 8, -8, -8)
        left = max(room.left(), min(corner.x(), room.right()) - self.width())
        self.move(left, max(room.top(), min(corner.y(), room.bottom() - self.height())))
        self.show()
        self.raise_()

    def mousePressEvent(self, event: object) -> None:
        """Close."""
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the panel with an edge that stands out in light and dark."""
        painter, radius = QPainter(self), self._theme.px(8)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.tokens.edge, 1))
        painter.setBrush(self._theme.tokens.pane)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)


class Popovers:
    """The window's panels, made when one is first asked for."""

    def __init__(self, theme: Theme, window: QWidget, open_settings: Callable[[], None]) -> None:
        self._theme = theme
        self._keys = Popover(theme, "keysPopover", window)
        self._remark = Popover(theme, "vendorPopover", window)
        self._label = plain_label(theme, "", size=13, wrap=True)
        self._label.setFixedWidth(theme.px(300))
        self._remark.column.addWidget(self._label)
        self._settings = self._button(open_settings)
        self._remark.column.addWidget(self._settings)
        self._fill_keys()

    def show_keys(self, corner: QPoint) -> None:
        """Show or hide the keys."""
        self._keys.toggle(corner)

    def show_remark(self, name: str, remark: str, corner: QPoint, *, settable: bool) -> None:
        """Show or hide what is to be known about who listens, and the way to change it."""
        self._settings.setVisible(settable)
        text = f"{name}\n{in_our_language(remark)}".strip()
        self._label.setText(text)
        self._remark.setAccessibleName(text)
        self._remark.toggle(corner)

    def _button(self, open_settings: Callable[[], None]) -> PillButton:
        button = PillButton(self._theme, Kind.GHOST)
        button.setObjectName("vendorSettingsButton")
        button.show_as(translate("Help", "Settings"), cap=Keys.SETTINGS.cap)
        button.clicked.connect(self._remark.hide)
        button.clicked.connect(lambda: open_settings())
        return button

    def hide(self) -> None:
        """Hide both."""
        self._keys.hide()
        self._remark.hide()

    def _fill_keys(self) -> None:
        theme, grid = self._theme, QGridLayout()
        title = translate("Help", "Keys")
        self._keys.setAccessibleName(title)
        self._keys.column.addWidget(plain_label(theme, title, size=15, bold=True))
        grid.setHorizontalSpacing(theme.px(24))
        grid.setVerticalSpacing(theme.px(6))
        for row, (cap, words) in enumerate(_explained()):
            grid.addWidget(plain_label(theme, cap, Ink.ACCENT, 13, bold=True), row, 0)
            grid.addWidget(plain_label(theme, words, size=13), row, 1)
        self._keys.column.addLayout(grid)


def _explained() -> list[tuple[str, str]]:
    return [
        (Keys.RECORD.cap, translate("Help", "Record, stop")),
        (Keys.PAUSE.cap, translate("Help", "Pause, go on")),
        (Keys.PRIVATE.cap, translate("Help", "Hold: nothing is heard or kept")),
        (Keys.FORGET_SHORT.cap, translate("Help", "Forget the last 30 s")),
        (Keys.FORGET_LONG.cap, translate("Help", "Forget the last 60 s")),
        (Keys.NEXT_CHECK.cap, translate("Help", "Next line to check")),
        (Keys.DRAFT.cap, translate("Help", "Draft the note")),
        ("Ctrl+1 … 4", translate("Help", "Copy S, O, E, P of the open episode")),
        (Keys.COPY_ALL.cap, translate("Help", "Copy the whole note")),
        (Keys.NEXT_EPISODE.cap, translate("Help", "Next episode")),
        (Keys.MEASUREMENTS.cap, translate("Help", "Put measurements in O")),
        (Keys.SESSIONS.cap, translate("Help", "Consultations on this computer")),
        (Keys.FINISH.cap, translate("Help", "Finish what is unfinished")),
        (Keys.IMPORT.cap, translate("Help", "Bring in audio files")),
        (Keys.SETTINGS.cap, translate("Help", "Settings")),
        (Keys.HELP.cap, translate("Help", "Show or hide this")),
    ]
