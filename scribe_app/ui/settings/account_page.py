"""The accounts: one form for each vendor, made when it is first looked at."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QWidget

from scribe_app.ports.preferences import Answer, PreferenceDesk, Preferences
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.settings.choice import Choice
from scribe_app.ui.settings.errands import Errands
from scribe_app.ui.settings.page import Page
from scribe_app.ui.settings.rows import Row
from scribe_app.ui.settings.vendor_form import VendorForm
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class AccountPage(Page):
    """Shows the form of one vendor; the others keep what was typed in them."""

    def __init__(
        self,
        theme: Theme,
        desk: PreferenceDesk,
        errands: Errands,
        wanted: Callable[[], Preferences],
        parent: QWidget | None = None,
    ) -> None:
        words = translate(
            "Settings",
            "What you enter is kept at once: in the keyring of this computer, never in a file.",
        )
        super().__init__(theme, translate("Settings", "Account"), words, parent)
        self._desk, self._errands, self._wanted = desk, errands, wanted
        self._manifests = {each.id: each for each in desk.manifests}
        self._forms: dict[str, VendorForm] = {}
        self.vendor = Choice(theme, "accountCombo")
        names = [(in_our_words(each.name), each.id) for each in desk.manifests]
        self.vendor.offer(names, "")
        self.vendor.currentIndexChanged.connect(lambda _: self._show(self.vendor.value))
        self.column.addWidget(Row(theme, translate("Settings", "Vendor"), self.vendor))
        self.column.addStretch(1)

    @property
    def form(self) -> VendorForm:
        """Return the form that is shown."""
        return self._forms[self.vendor.value]

    def show_vendor(self, vendor: str) -> None:
        """Show the form of a vendor."""
        self.vendor.choose(vendor)
        self._show(self.vendor.value)

    def focus_first(self) -> None:
        """Put the cursor where a credential is typed."""
        (self.form.first_box() or self.vendor).setFocus(Qt.FocusReason.TabFocusReason)

    def applied(self, preferences: Preferences) -> Preferences:
        """Return preferences with the vendors' own settings as they are here."""
        values = preferences.values
        for form in self._forms.values():
            values = form.applied(values)
        return replace(preferences, values=values)

    async def keep_typed(self) -> Answer | None:
        """Keep what was typed in any form; returns the first answer that is not fine."""
        for form in tuple(self._forms.values()):
            answer = await form.keep_typed()
            if answer is not None:
                return answer
        return None

    def forget_what_was_typed(self) -> None:
        """Empty the boxes of secrets."""
        for form in self._forms.values():
            form.forget_what_was_typed()

    def _show(self, vendor: str) -> None:
        if vendor not in self._forms:
            manifest = self._manifests[vendor]
            form = VendorForm(self.theme, manifest, self._desk, self._errands, self._wanted)
            self._forms[vendor] = form
            self.column.insertWidget(self.column.count() - 1, form)
            form.refresh()
        for name, each in self._forms.items():
            each.setVisible(name == vendor)
