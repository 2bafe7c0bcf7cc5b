"""The microphone picker; the devices are asked in a thread of their own, so it never blocks."""

from __future__ import annotations

import threading
from functools import partial
from queue import SimpleQueue
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from scribe_app.ui.icons import Icon, paint_icon
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.ports.audio import InputDevice, Microphones

translate = QCoreApplication.translate
_POLL_MS = 30


class DeviceQuestion(QObject):
    """Asks which devices there are, in a thread; at most one question is open."""

    answered = Signal(object)

    def __init__(self, microphones: Microphones, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._microphones, self._asking = microphones, False
        self._answers: SimpleQueue[tuple[InputDevice, ...]] = SimpleQueue()
        self._poll = QTimer(self, interval=_POLL_MS)
        self._poll.timeout.connect(self._look)

    def ask(self) -> None:
        """Ask for the devices of this moment."""
        if not self._asking:
            self._asking = True
            ask = partial(_ask, self._microphones, self._answers)
            threading.Thread(target=ask, name="microphones", daemon=True).start()
            self._poll.start()

    def _look(self) -> None:
        if not self._answers.empty():
            self._poll.stop()
            self._asking = False
            self.answered.emit(self._answers.get())


class MicrophoneCombo(QComboBox):
    """A picker that keeps the chosen device over refreshes and follows the default until then."""

    opened = Signal()
    closed = Signal()

    def __init__(
        self, theme: Theme, microphones: Microphones, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("microphoneCombo")
        self.setAccessibleName(translate("Microphones", "Microphone"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._theme, self._chosen, self._heard = theme, "", ""
        self._question = DeviceQuestion(microphones, self)
        self._question.answered.connect(self._show)
        self.addItem(translate("Microphones", "Default microphone"), "")
        self.activated.connect(self._choose)
        theme.changed.connect(self.update)

    @property
    def device_id(self) -> str:
        """Return the id that `Start` names; empty for the default."""
        return str(self.currentData() or "")

    def refresh(self) -> None:
        """Ask for the devices of this moment."""
        self._question.ask()

    def prefer(self, device_id: str) -> None:
        """Choose a device, now or as soon as it is there; the default until then."""
        self._chosen = device_id
        self.setCurrentIndex(max(0, self.findData(device_id)))
        self.updateGeometry()

    @property
    def shown(self) -> str:
        """Return the name that is painted: what is heard while recording, else what is chosen."""
        return self._heard or self.currentText()

    def show_heard(self, name: str) -> None:
        """Show the microphone that is heard now, whatever was chosen; empty when none is."""
        if name == self._heard:
            return
        self._heard = name
        said = translate("Microphones", "Recording with %1").replace("%1", name) if name else ""
        self.setAccessibleDescription(said)
        self.updateGeometry()
        self.update()

    def showPopup(self) -> None:
        """Open the list as it is known and refresh it meanwhile."""
        self.refresh()
        self.opened.emit()
        super().showPopup()

    def hidePopup(self) -> None:
        """Close the list."""
        super().hidePopup()
        self.closed.emit()

    def sizeHint(self) -> QSize:
        """Return room for the device's name, within reason."""
        px = self._theme.px
        width = QFontMetricsF(self._theme.font(13)).horizontalAdvance(self.shown)
        return QSize(min(px(240), round(width) + px(44)), px(34))

    def minimumSizeHint(self) -> QSize:
        """Return enough for a name cut short."""
        return QSize(self._theme.px(96), self._theme.px(34))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint a pill with the name and a chevron."""
        painter, t, px = QPainter(self), self._theme.tokens, self._theme.px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focused = self.hasFocus()
        painter.setPen(QPen(t.focus if focused else t.line, 2 if focused else 1))
        painter.setBrush(t.bg if self.underMouse() else t.pane)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        font = self._theme.font(13)
        room = QRectF(px(14), 0, self.width() - px(14 + 28), self.height())
        name = QFontMetricsF(font).elidedText(self.shown, Qt.TextElideMode.ElideRight, room.width())
        painter.setFont(font)
        painter.setPen(t.ink if self.isEnabled() else t.faint)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        side = px(10)
        sign = QRectF(self.width() - px(24), (self.height() - side) / 2, side, side)
        paint_icon(painter, Icon.DOWN, sign, t.soft)

    def _choose(self, index: int) -> None:
        self._chosen = str(self.itemData(index) or "")
        self.updateGeometry()

    def _show(self, devices: tuple[InputDevice, ...]) -> None:
        rows = _rows(devices)
        if rows == [(self.itemText(i), self.itemData(i)) for i in range(self.count())]:
            return
        self.clear()
        for name, device_id in rows:
            self.addItem(name, device_id)
        self.setCurrentIndex(max(0, self.findData(self._chosen)))
        self.updateGeometry()


def _ask(microphones: Microphones, answers: SimpleQueue[tuple[InputDevice, ...]]) -> None:
    """Ask in a thread; it knows no widget, which may be gone when the answer comes."""
    answers.put(microphones.list())


def _rows(devices: tuple[InputDevice, ...]) -> list[tuple[str, str]]:
    """Return names and ids, the default first and without an id so that it is followed."""
    if not devices:
        return [(translate("Microphones", "No microphone found"), "")]
    ordered = sorted(devices, key=lambda device: not device.is_default)
    first = ordered[0]
    rows = [(first.name, "" if first.is_default else first.id)]
    return rows + [(device.name, device.id) for device in ordered[1:]]
