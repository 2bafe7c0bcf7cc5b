"""Measurements that were named: their context in a word, and one key that puts them in O."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from scribe_app.ui.cards import Card, CardList
from scribe_app.ui.keys import Keys
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.name_value import NameValue
from scribe_app.ui.pill import Kind, PillButton
from scribe_app.ui.plain import brief
from scribe_app.ui.theme import Theme
from scribe_app.ui.words import clock

if TYPE_CHECKING:
    from scribe_app.domain.information import Context, Measurement

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Shown:
    """A measurement and whether O holds it already."""

    measurement: Measurement
    in_objective: bool


class MeasurementsView(CardList):
    """Cards of measurements; the button in the heading inserts all of now."""

    insertAsked = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(
            theme,
            "measurementsView",
            translate("Information", "Measurements"),
            translate("Information", "A blood pressure or weight that is named lands here."),
            parent,
        )
        self._shown: tuple[Shown, ...] = ()
        self._all = PillButton(theme, Kind.SMALL)
        self._all.setObjectName("insertMeasurementsButton")
        self._all.show_as(translate("Information", "to O"), cap=Keys.MEASUREMENTS.cap)
        self._all.setAccessibleName(translate("Information", "Put all measurements in O"))
        self._all.clicked.connect(lambda: self.insertAsked.emit(self.waiting()))
        self._all.hide()
        self.add_to_heading(self._all)

    def show_measurements(
        self, measurements: tuple[Measurement, ...], holds: Callable[[Measurement], bool]
    ) -> None:
        """Show measurements; `holds` says which of them O has."""
        shown = tuple(Shown(each, holds(each)) for each in measurements)
        if shown == self._shown:
            return
        self._shown = shown
        self.show_cards([self._card(each) for each in shown])
        self._all.setVisible(bool(self.waiting()))

    def waiting(self) -> tuple[Measurement, ...]:
        """Return the measurements of now that are plausible and not in O yet."""
        from scribe_app.domain.information import Context

        return tuple(
            each.measurement
            for each in self._shown
            if not each.in_objective
            and each.measurement.plausible
            and each.measurement.context is Context.NOW
        )

    def _card(self, shown: Shown) -> QWidget:
        found, theme = shown.measurement, self.theme
        card = Card(theme)
        value = brief(f"{_local(found.value)} {found.unit}".strip(), 40)
        card.column.addWidget(NameValue(theme, brief(found.description, 60), value))
        card.column.addLayout(self._foot(shown))
        card.setAccessibleName(f"{found.description} {value}")
        return card

    def _foot(self, shown: Shown) -> QHBoxLayout:
        found, row = shown.measurement, QHBoxLayout()
        row.setSpacing(self.theme.px(4))
        words, ink = _remark(shown)
        row.addWidget(plain_label(self.theme, words, ink, 12, wrap=True), 1)
        if not shown.in_objective:
            button = PillButton(self.theme, Kind.SMALL)
            button.show_as(translate("Information", "to O"))
            button.setAccessibleName(
                translate("Information", "Put %1 in O").replace("%1", found.description)
            )
            button.clicked.connect(lambda: self.insertAsked.emit((found,)))
            row.addWidget(button)
        return row


def _remark(shown: Shown) -> tuple[str, Ink]:
    """Return what is said under a measurement, and in which colour."""
    found = shown.measurement
    # What a vendor names comes without the moment at which it was said.
    when = clock(found.at) if found.utterance else translate("Information", "external")
    parts = [when, _context_word(found.context)]
    if not found.plausible:
        return " · ".join((when, translate("Information", "unlikely: check"))), Ink.WARN
    if shown.in_objective:
        parts.append(translate("Information", "in O ✓"))
    return " · ".join(part for part in parts if part), Ink.SOFT


def _local(value: str) -> str:
    """Return a value with the decimal sign of the window's language."""
    return value.replace(".", QLocale().decimalPoint())


def _context_word(context: Context) -> str:
    from scribe_app.domain.information import Context

    match context:
        case Context.NOW:
            return ""
        case Context.HOME:
            return translate("Information", "at home")
        case Context.EARLIER:
            return translate("Information", "earlier")
        case Context.GOAL:
            return translate("Information", "goal")
