"""The settings: every choice, the accounts, and a test that the vendor really takes audio."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from scribe_app.ports.preferences import Answer, PreferenceDesk, Preferences
from scribe_app.ui.keys import Keys
from scribe_app.ui.manifest_words import in_our_words
from scribe_app.ui.settings.account_page import AccountPage
from scribe_app.ui.settings.computer_page import ComputerPage
from scribe_app.ui.settings.errands import Errands
from scribe_app.ui.settings.fallback_page import FallbackPage
from scribe_app.ui.settings.foot import Foot
from scribe_app.ui.settings.his_page import HisPage
from scribe_app.ui.settings.look import stylesheet
from scribe_app.ui.settings.models_page import ModelsPage
from scribe_app.ui.settings.network_page import NetworkPage
from scribe_app.ui.settings.side import Side
from scribe_app.ui.settings.speech_page import SpeechPage
from scribe_app.ui.settings.vault_page import VaultPage

if TYPE_CHECKING:
    import asyncio

    from scribe_app.ports.audio import Microphones
    from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate

_UNEXPECTED = Answer(False, "Something unexpected happened; what was recorded is kept.")


class SettingsDialog(QDialog):
    """Open it with `open()`; it asks the desk on the window's loop and never waits."""

    saved = Signal(object)

    def __init__(
        self, theme: Theme, desk: PreferenceDesk, microphones: Microphones, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._theme, self._desk, self._room = theme, desk, parent
        self._before = desk.load()
        self._test: asyncio.Task[None] | None = None
        self.errands = Errands(lambda: self.foot.show_answer(_UNEXPECTED))
        self.speech = SpeechPage(theme, desk.manifests)
        self.account = AccountPage(theme, desk, self.errands, self.wanted)
        self.fallback = FallbackPage(theme, desk.manifests)
        self.his = HisPage(theme)
        self.network = NetworkPage(theme)
        self.computer = ComputerPage(theme, microphones)
        self.models = ModelsPage(theme, desk.models, self.errands)
        self.vault = VaultPage(theme, desk.vault, self.errands)
        self._pages = (
            self.speech,
            self.account,
            self.fallback,
            self.models,
            self.his,
            self.network,
            self.computer,
            self.vault,
        )
        self.foot = Foot(theme)
        self._build()
        self._show_preferences()
        self._connect()
        self.resize(self.sizeHint())

    def wanted(self) -> Preferences:
        """Return the preferences as they are in the dialog now."""
        preferences = self._before
        for page in self._pages:
            preferences = page.applied(preferences)
        return preferences

    def show_account_of(self, sentence: str) -> None:
        """Show the account of the vendor that a sentence names, else of the chosen one."""
        named = [each for each in self._desk.manifests if each.name in sentence]
        named.sort(key=lambda each: len(each.name))
        self.account.show_vendor(named[-1].id if named else self.speech.vendor)
        self.side.list.setCurrentRow(self._pages.index(self.account))
        self.account.focus_first()

    def show_vault(self) -> None:
        """Show who holds the key of recordings."""
        self.side.list.setCurrentRow(self._pages.index(self.vault))
        self.vault.focus_first()

    def test(self) -> None:
        """Prove that the vendor of this page takes audio with what is chosen here."""
        vendor = self.tested
        name = next(each.name for each in self._desk.manifests if each.id == vendor)
        words = translate("Settings", "Testing %1…").replace("%1", in_our_words(name))
        self.foot.show_busy(words, testing=True)
        self._test = self.errands.run(self._tested(vendor), self.foot.show_answer)

    @property
    def tested(self) -> str:
        """Return the vendor that a test is about: the one whose account is open, or the chosen."""
        on_account = self._stack.currentWidget() is self.account
        return self.account.vendor.value if on_account else self.speech.vendor

    def save(self) -> None:
        """Keep the choices; the dialog stays open when that did not go well."""
        self._give_up_test()
        self.foot.show_busy(translate("Settings", "Saving…"), testing=False)
        wanted = self.wanted()
        self.errands.run(self._saved(wanted), lambda answer: self._show_saved(wanted, answer))

    def done(self, result: int) -> None:
        """Close: end what is under way and forget what was typed."""
        self.errands.cancel()
        self.account.forget_what_was_typed()
        self.vault.forget_what_was_typed()
        super().done(result)

    def sizeHint(self) -> QSize:
        """Return a comfortable size, within the window it belongs to."""
        px, room = self._theme.px, self._room.size()
        return QSize(min(px(780), room.width() - 24), min(px(640), room.height() - 24))

    def minimumSizeHint(self) -> QSize:
        """Return little: the pages scroll."""
        return QSize(360, 300)

    async def _tested(self, vendor: str) -> Answer:
        unkept = await self.account.keep_typed()
        return unkept or await self._desk.test(self.wanted(), vendor)

    async def _saved(self, wanted: Preferences) -> Answer:
        unkept = await self.account.keep_typed()
        return unkept or await self._desk.save(wanted)

    def _show_saved(self, wanted: Preferences, answer: Answer) -> None:
        if answer.fine:
            self.saved.emit(wanted)
            self.accept()
        else:
            self.foot.show_answer(answer)

    def _give_up_test(self) -> None:
        if self._test is not None:
            self._test.cancel()
            self._test = None

    def _show_preferences(self) -> None:
        locked = self._desk.locked
        for page in (self.speech, self.fallback, self.his, self.network, self.computer):
            page.show_preferences(self._before, locked)
        self.account.show_vendor(self.speech.vendor or self._before.vendor)
        self.vault.refresh()
        self.side.list.setCurrentRow(0)

    def _vendor_chosen(self, vendor: str) -> None:
        self.fallback.show_vendor(vendor)
        self.account.show_vendor(vendor)
        self.foot.show_nothing()

    def _connect(self) -> None:
        self.speech.vendorChosen.connect(self._vendor_chosen)
        self.foot.test.clicked.connect(self.test)
        self.foot.save.clicked.connect(self.save)
        self.foot.cancel.clicked.connect(self.reject)
        for keys, asked in (
            (Keys.TEST.value[0], self.foot.test.click),
            (Keys.SAVE.value[0], self.foot.save.click),
            ("Ctrl+PgDown", lambda: self.side.turn(1)),
            ("Ctrl+PgUp", lambda: self.side.turn(-1)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(asked)
        self._theme.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setStyleSheet(stylesheet(self._theme))

    def _build(self) -> None:
        self.setObjectName("settingsDialog")
        self.setWindowTitle(translate("Settings", "Settings"))
        self.setAccessibleName(self.windowTitle())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._stack = QStackedWidget()
        for page in self._pages:
            self._stack.addWidget(page)
        self.side = Side(self._theme, [page.title for page in self._pages])
        self.side.list.currentRowChanged.connect(self._stack.setCurrentIndex)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.side)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self.foot)
        self._dress()
