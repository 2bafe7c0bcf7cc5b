"""What stands beside the note, in one scrolling column: measurements, what is missing, links."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from scribe_app.ui.measurements_view import MeasurementsView
from scribe_app.ui.omissions_view import OmissionsView
from scribe_app.ui.references_views import CodingsView, ResourcesView
from scribe_app.ui.theme import Theme

if TYPE_CHECKING:
    from scribe_app.domain.information import Information, Measurement


class Sidebar(QScrollArea):
    """The four lists."""

    insertAsked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._theme = theme
        self.measurements = MeasurementsView(theme)
        self.omissions = OmissionsView(theme)
        self.codings = CodingsView(theme)
        self.resources = ResourcesView(theme)
        self.measurements.insertAsked.connect(self.insertAsked)
        self._build()

    def show_information(
        self, information: Information, holds: Callable[[Measurement], bool]
    ) -> None:
        """Show what was found; `holds` says which measurements O has."""
        self.measurements.show_measurements(information.measurements, holds)
        self.codings.show_codings(information.codings)
        self.resources.show_resources(information.resources)

    def minimumSizeHint(self) -> QSize:
        """Return enough for a short card."""
        return QSize(self._theme.px(212), self._theme.px(96))

    def _build(self) -> None:
        px, page = self._theme.px, QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(px(14), px(14), px(14), px(14))
        column.setSpacing(px(20))
        for each in (self.measurements, self.omissions, self.codings, self.resources):
            column.addWidget(each)
        column.addStretch(1)
        self.setWidget(page)
