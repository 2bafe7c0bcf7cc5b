"""A vendor's own settings: a box for each, as its manifest says."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scribe_app.ports.vendor import Field, Manifest
from scribe_app.ui.manifest_words import as_label, in_our_words
from scribe_app.ui.settings.choice import Choice
from scribe_app.ui.settings.edits import PlainEdit, SecretEdit
from scribe_app.ui.settings.rows import Row
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class VendorSettings(QWidget):
    """Boxes that hold only what differs from the vendor's defaults."""

    def __init__(
        self,
        theme: Theme,
        manifest: Manifest,
        values: Mapping[str, str],
        locked: frozenset[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._manifest = theme, manifest
        self.controls: dict[str, Choice | PlainEdit] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(16))
        for field in manifest.settings:
            control = self._control(field, values.get(field.key, ""))
            self.controls[field.key] = control
            row = Row(theme, as_label(field.label), control, in_our_words(field.help))
            row.lock(on=f"{manifest.id}.{field.key}" in locked)
            column.addWidget(row)

    def applied(self, values: Mapping[str, str]) -> dict[str, str]:
        """Return values with what is set here; a default, or nothing, is left out."""
        kept = dict(values)
        for field in self._manifest.settings:
            value = _value(self.controls[field.key])
            if value and value != field.default:
                kept[field.key] = value
            else:
                kept.pop(field.key, None)
        return kept

    def _control(self, field: Field, value: str) -> Choice | PlainEdit:
        name = f"setting-{field.key}"
        if field.choices:
            combo = Choice(self._theme, name)
            own = [] if field.default in field.choices else [(_none(), "")]
            words = [(in_our_words(each) or _none(), each) for each in field.choices]
            combo.offer(own + words, value or field.default)
            return combo
        edit = SecretEdit(name) if field.secret else PlainEdit(name)
        edit.setPlaceholderText(field.default)
        edit.setText(value)
        edit.setCursorPosition(0)
        return edit


def _value(control: Choice | PlainEdit) -> str:
    return control.value if isinstance(control, Choice) else control.text().strip()


def _none() -> str:
    return translate("Settings", "the vendor's own")
