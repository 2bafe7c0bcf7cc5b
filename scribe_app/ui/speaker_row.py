"""Who speaks: a chip for each speaker that the vendor tells apart, to be given a name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.plain import brief, unmnemonic
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.ui.speaker_name_panel import SpeakerNamePanel

translate = QCoreApplication.translate


class SpeakerRow(QWidget):
    """Chips in as many lines as they need; hidden while nobody is told apart."""

    named = Signal(str, str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("speakerRow")
        self.setAccessibleName(translate("Transcript", "Speakers"))
        self._theme = theme
        self.chips: list[PillButton] = []
        self._shown: tuple[tuple[str, str], ...] = ()
        self._panel: SpeakerNamePanel | None = None
        self.hide()

    def show_speakers(self, labels: tuple[str, ...], names: Mapping[str, str]) -> None:
        """Show who speaks; chips are kept while the same speakers are there."""
        if not labels and not self._shown:
            return
        from scribe_app.ui.transcript_text import speaker_name

        shown = tuple((label, brief(speaker_name(label, names), 24)) for label in labels)
        if shown == self._shown:
            return
        if [label for label, _ in shown] != [label for label, _ in self._shown]:
            self._make(labels)
        self._shown = shown
        for chip, (_, name) in zip(self.chips, shown, strict=True):
            chip.show_as(unmnemonic(name))
            words = translate("Transcript", "Say who %1 is").replace("%1", name)
            chip.setAccessibleName(words)
        self.setVisible(bool(shown))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the chips in lines of this width."""
        super().resizeEvent(event)
        self._arrange()

    def _make(self, labels: tuple[str, ...]) -> None:
        for old in self.chips:
            old.hide()
            old.deleteLater()
        self.chips = [self._chip(at) for at in range(len(labels))]

    def _chip(self, at: int) -> PillButton:
        chip = PillButton(self._theme, Kind.SMALL, self)
        chip.setObjectName(f"speaker-{at}")
        chip.clicked.connect(lambda: self._ask(at))
        chip.show()
        return chip

    def _ask(self, at: int) -> None:
        if self._panel is None:
            from scribe_app.ui.speaker_name_panel import SpeakerNamePanel

            self._panel = SpeakerNamePanel(self._theme, self.window())
            self._panel.named.connect(self.named)
        label, name = self._shown[at]
        self._panel.ask(label, name, self.chips[at])

    def _arrange(self) -> None:
        px = self._theme.px
        left, top, gap, right = px(16), 0, px(6), self.width() - px(16)
        for chip in self.chips:
            size = chip.sizeHint()
            if left + size.width() > right and left > px(16):
                left, top = px(16), top + size.height() + gap
            chip.setGeometry(left, top, size.width(), size.height())
            left += size.width() + gap
        if self.chips:
            self.setFixedHeight(top + self.chips[0].sizeHint().height() + gap)
