"""Who listens: the vendor, and what it is asked for."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from scribe_app.ports.preferences import Preferences
from scribe_app.ports.vendor import Manifest, Model
from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.icons import Icon
from scribe_app.ui.manifest_words import as_label, in_our_words
from scribe_app.ui.settings.choice import Choice
from scribe_app.ui.settings.language_words import language_name
from scribe_app.ui.settings.page import Page
from scribe_app.ui.settings.rows import Row, locked_words
from scribe_app.ui.settings.vendor_row import VendorRow
from scribe_app.ui.sign_line import SignLine
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class SpeechPage(Page):
    """Vendor, language, model and template; the last two follow the first two."""

    vendorChosen = Signal(str)

    def __init__(
        self, theme: Theme, manifests: Sequence[Manifest], parent: QWidget | None = None
    ) -> None:
        words = translate("Settings", "Holds from the next consultation on.")
        super().__init__(theme, translate("Settings", "Speech recognition"), words, parent)
        self._manifests = {each.id: each for each in manifests}
        self._models, self._templates = dict[str, str](), dict[str, str]()
        self._wanted_language = ""
        self._group = QButtonGroup(self)
        self.vendors = [self._vendor(each) for each in manifests]
        self._locked = SignLine(theme)
        self.language = Choice(theme, "languageCombo")
        self.model = Choice(theme, "modelCombo")
        self.template = Choice(theme, "templateCombo")
        self._build()
        self._group.buttonToggled.connect(self._vendor_toggled)
        self.language.activated.connect(self._language_chosen)

    @property
    def vendor(self) -> str:
        """Return the id of the chosen vendor."""
        chosen = self._group.checkedButton()
        return chosen.vendor if isinstance(chosen, VendorRow) else ""

    def show_preferences(self, preferences: Preferences, locked: frozenset[str]) -> None:
        """Show what is chosen; what a policy has set cannot be changed."""
        self._wanted_language = preferences.language
        self._models[preferences.vendor] = preferences.model
        self._templates[preferences.vendor] = preferences.template
        known = preferences.vendor in self._manifests
        chosen = preferences.vendor if known else next(iter(self._manifests), "")
        for each in self.vendors:
            each.setChecked(each.vendor == chosen)
            each.setEnabled("vendor" not in locked)
        self._locked.setVisible("vendor" in locked)
        self._show_vendor()
        for row, name in self._rows:
            row.lock(on=name in locked)

    def applied(self, preferences: Preferences) -> Preferences:
        """Return preferences with what is chosen here."""
        self._remember()
        return replace(
            preferences,
            vendor=self.vendor or preferences.vendor,
            model=self._models.get(self.vendor, ""),
            language=self.language.value or preferences.language,
            template=self._templates.get(self.vendor, ""),
        )

    def _vendor(self, manifest: Manifest) -> VendorRow:
        name, remark = in_our_words(manifest.name), in_our_language(manifest.remark)
        row = VendorRow(self.theme, manifest.id, name, remark)
        self._group.addButton(row)
        return row

    def _vendor_toggled(self, row: VendorRow, checked: bool) -> None:
        if checked:
            self._show_vendor()
            self.vendorChosen.emit(row.vendor)
        else:
            self._remember(row.vendor)

    def _remember(self, vendor: str = "") -> None:
        vendor = vendor or self.vendor
        if vendor and self.model.count():
            self._models[vendor] = self.model.value
            self._templates[vendor] = self.template.value

    def _language_chosen(self) -> None:
        self._wanted_language = self.language.value
        self._remember()
        self._show_models()

    def _show_vendor(self) -> None:
        manifest = self._manifests.get(self.vendor)
        if manifest is None:
            return
        names = sorted((_capital(language_name(code)), code) for code in manifest.languages)
        self.language.offer(names, self._wanted_language)
        self._show_models()
        templates = manifest.capabilities.templates
        default = translate("Settings", "the vendor's own")
        words = [(as_label(each), each) for each in templates]
        self.template.offer([(default, ""), *words], self._templates.get(manifest.id, ""))
        self._template_row.setVisible(bool(templates))

    def _show_models(self) -> None:
        manifest, language = self._manifests[self.vendor], self.language.value
        self.model.take_any(on=manifest.typed_models)
        chosen = self._models.get(manifest.id, "")
        self.model.offer(model_entries(manifest, language), chosen)

    def _build(self) -> None:
        vendors = QVBoxLayout()
        vendors.setSpacing(self.theme.px(6))
        for vendor in self.vendors:
            vendors.addWidget(vendor)
        vendors.addWidget(self._locked)
        self._locked.show_as(locked_words(), Icon.LOCK)
        self.column.addLayout(vendors)
        row = Row(self.theme, translate("Settings", "Spoken language"), self.language)
        self._template_row = Row(
            self.theme, translate("Settings", "Layout of the note"), self.template
        )
        model = Row(self.theme, translate("Settings", "Model"), self.model)
        self._rows = ((row, "language"), (model, "model"), (self._template_row, "template"))
        for each, _ in self._rows:
            self.column.addWidget(each)
        self.column.addStretch(1)


def model_entries(manifest: Manifest, language: str) -> list[tuple[str, str]]:
    """Return (word, value) of the models: those that take the language first, a default before."""
    fits = [each for each in manifest.models if language in manifest.languages_of(each)]
    rest = [each for each in manifest.models if each not in fits]
    default = translate("Settings", "%1 · default").replace("%1", manifest.model_for(language))
    unfit = translate("Settings", "not for %1").replace("%1", language_name(language))
    entries = [(default, "")]
    entries += [(_model_words(each), each.id) for each in fits]
    return entries + [(f"{_model_words(each)} · {unfit}", each.id) for each in rest]


def _model_words(model: Model) -> str:
    experimental = translate("Settings", "experimental") if model.experimental else ""
    return " · ".join(filter(None, (model.id, experimental)))


def _capital(word: str) -> str:
    return word[:1].upper() + word[1:]
