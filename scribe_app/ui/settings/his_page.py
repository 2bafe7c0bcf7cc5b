"""How the note is written for the patient record system, with a sample that shows it at once."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QPlainTextEdit, QVBoxLayout, QWidget

from scribe_app.domain.layout import Layout
from scribe_app.ports.preferences import Preferences
from scribe_app.ui.labels import Ink, plain_label
from scribe_app.ui.settings.check import Check
from scribe_app.ui.settings.choice import Choice
from scribe_app.ui.settings.edits import NumberEdit, PlainEdit
from scribe_app.ui.settings.his_sample import preview
from scribe_app.ui.settings.page import Page
from scribe_app.ui.settings.rows import Row
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class HisPage(Page):
    """One layout a system; what is changed here belongs to the system that is chosen."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        words = translate(
            "Settings",
            "What a field takes differs from practice to practice: try it once and set it here.",
        )
        super().__init__(theme, translate("Settings", "Patient record"), words, parent)
        self._layouts: dict[str, Layout] = {}
        self._shown = ""
        self.his = Choice(theme, "hisCombo")
        self.markers = [PlainEdit(f"marker{letter}") for letter in "SOEP"]
        self.checks = {
            name: Check(theme, f"his-{name}", words) for name, words in _check_words().items()
        }
        self.wrap = NumberEdit("hisWidth", 1_000, translate("Settings", "no wrapping"))
        self.longest = NumberEdit("hisLongest", 1_000_000, translate("Settings", "no limit"))
        self.preview = QPlainTextEdit()
        self._build()
        self._connect()

    def show_preferences(self, preferences: Preferences, locked: frozenset[str]) -> None:
        """Show the chosen system and its layout."""
        self._layouts = dict(preferences.layouts)
        self.his.offer(_his_names(), preferences.his)
        self._his_row.lock(on="his" in locked)
        self._show(self.his.value)
        for each in self._controls:
            each.setEnabled("his_layouts" not in locked)

    def applied(self, preferences: Preferences) -> Preferences:
        """Return preferences with the system and every layout as they are here."""
        if not self._shown:
            return preferences
        self._take()
        return replace(preferences, his=self.his.value, layouts=dict(self._layouts))

    @property
    def layout_now(self) -> Layout:
        """Return the layout as it is set here."""
        markers = [each.text().strip() for each in self.markers]
        return Layout(
            markers=(markers[0], markers[1], markers[2], markers[3]),
            width=self.wrap.value,
            longest=self.longest.value,
            **{name: box.isChecked() for name, box in self.checks.items()},
        )

    @property
    def _controls(self) -> list[QWidget]:
        return [*self.markers, *self.checks.values(), self.wrap, self.longest]

    def _take(self) -> None:
        self._layouts[self._shown] = self.layout_now

    def _chosen(self) -> None:
        self._take()
        self._show(self.his.value)

    def _show(self, name: str) -> None:
        layout, self._shown = self._layouts[name], name
        for each in self._controls:
            each.blockSignals(True)
        for edit, marker in zip(self.markers, layout.markers, strict=True):
            edit.setText(marker)
        for key, box in self.checks.items():
            box.setChecked(bool(getattr(layout, key)))
        self.wrap.show_value(layout.width)
        self.longest.show_value(layout.longest)
        for each in self._controls:
            each.blockSignals(False)
        self._show_preview()

    def _show_preview(self) -> None:
        self.preview.setPlainText(preview(self.layout_now))

    def _connect(self) -> None:
        self.his.activated.connect(self._chosen)
        for edit in (*self.markers, self.wrap, self.longest):
            edit.textChanged.connect(self._show_preview)
        for box in self.checks.values():
            box.toggled.connect(self._show_preview)

    def _build(self) -> None:
        self._his_row = Row(self.theme, translate("Settings", "Patient record system"), self.his)
        self.column.addWidget(self._his_row)
        self.preview.setObjectName("hisPreview")
        self.preview.setReadOnly(True)
        self.preview.setTabChangesFocus(True)
        self.preview.setFont(self.theme.font(13))
        self.preview.setFixedHeight(self.theme.px(158))
        sample = translate("Settings", "Sample, as it is copied")
        self.column.addWidget(Row(self.theme, sample, self.preview))
        self.column.addLayout(self._numbers())
        self.column.addLayout(self._boxes())
        self.column.addLayout(self._marker_line())

    def _boxes(self) -> QVBoxLayout:
        boxes = QVBoxLayout()
        boxes.setSpacing(self.theme.px(4))
        for box in self.checks.values():
            boxes.addWidget(box)
        return boxes

    def _numbers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(16))
        wrap = translate("Settings", "Wrap lines at (characters)")
        most = translate("Settings", "A field takes at most (characters)")
        grid.addWidget(Row(self.theme, wrap, self.wrap), 0, 0)
        grid.addWidget(Row(self.theme, most, self.longest), 0, 1)
        return grid

    def _marker_line(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(self.theme.px(8))
        words = translate("Settings", "Marks of S, O, E and P")
        grid.addWidget(plain_label(self.theme, words, Ink.INK, 13, bold=True), 0, 0, 1, 4)
        for at, edit in enumerate(self.markers):
            edit.setMaxLength(20)
            edit.setAccessibleName(f"{words}: {'SOEP'[at]}")
            grid.addWidget(edit, 1, at)
        return grid


def _his_names() -> list[tuple[str, str]]:
    return [
        (translate("Settings", "Any (plain text)"), "generic"),
        ("Promedico", "promedico"),
        ("Bricks", "bricks"),
        ("Medicom", "medicom"),
        ("MicroHIS", "microhis"),
        (translate("Settings", "Own layout"), "own"),
    ]


def _check_words() -> dict[str, str]:
    return {
        "joined": translate("Settings", "Whole note: each section on one line"),
        "marked": translate("Settings", "Single sections carry their mark too"),
        "decimal_comma": translate("Settings", "Decimal comma (37,2)"),
        "ascii_only": translate("Settings", "Plain characters only (ASCII)"),
        "windows_lines": translate("Settings", "Line ends of Windows"),
    }
