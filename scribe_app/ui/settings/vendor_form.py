"""Everything one vendor asks for: its credentials, its sign-in, its own settings."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from scribe_app.ports.preferences import Answer, Kept, PreferenceDesk, Preferences
from scribe_app.ports.vendor import Manifest
from scribe_app.ui.announce import announce
from scribe_app.ui.fault_words import in_our_language
from scribe_app.ui.labels import Ink, heading, plain_label
from scribe_app.ui.settings.credential_row import CredentialRow
from scribe_app.ui.settings.errands import Errands
from scribe_app.ui.settings.sign_in_form import SignInForm
from scribe_app.ui.settings.vendor_settings import VendorSettings
from scribe_app.ui.theme import Theme

translate = QCoreApplication.translate


class VendorForm(QWidget):
    """Made from the manifest; asks the desk what is kept, and to keep or to forget."""

    def __init__(
        self,
        theme: Theme,
        manifest: Manifest,
        desk: PreferenceDesk,
        errands: Errands,
        wanted: Callable[[], Preferences],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.manifest, self._desk = manifest, desk
        self._errands, self._wanted = errands, wanted
        self._theme = theme
        self.setObjectName(f"form-{manifest.id}")
        locked = desk.locked
        self.rows = [CredentialRow(theme, field) for field in manifest.credentials]
        self._locked = [row for row in self.rows if f"{manifest.id}.{row.field.key}" in locked]
        values = desk.load().values.get(manifest.id, {})
        self.settings = VendorSettings(theme, manifest, values, locked, self)
        self.sign_in = SignInForm(theme, manifest.sign_in) if manifest.sign_in else None
        self._connect()
        self._build()

    def refresh(self) -> None:
        """Ask which credentials are kept."""
        for row in self._open_rows():
            row.show_asking()
        if self.rows:
            self._errands.run(self._desk.kept(self.manifest.id), self._show_kept)

    async def keep_typed(self) -> Answer | None:
        """Keep what was typed and not kept yet; returns the first answer that is not fine."""
        for row in self.rows:
            if row.has_text:
                answer = await self._kept(row)
                if not answer.fine:
                    return answer
        return None

    def forget_what_was_typed(self) -> None:
        """Empty the boxes of secrets."""
        for row in self.rows:
            row.edit.take()
        if self.sign_in is not None:
            self.sign_in.forget_what_was_typed()

    def first_box(self) -> QWidget | None:
        """Return what a clinician types in first, if anything can be typed."""
        boxes = (row.edit for row in self.rows if row.edit.isEnabled())
        return next(boxes, None)

    def applied(self, values: Mapping[str, Mapping[str, str]]) -> dict[str, Mapping[str, str]]:
        """Return the settings of every vendor with this one's as they are here."""
        ours = self.settings.applied(values.get(self.manifest.id, {}))
        others = {name: each for name, each in values.items() if name != self.manifest.id}
        held = bool(ours) or self.manifest.id in values
        return {**others, self.manifest.id: ours} if held else others

    async def _kept(self, row: CredentialRow) -> Answer:
        secret = row.edit.take()
        row.show_asking(translate("Settings", "being kept…"))
        answer = await self._desk.keep(self.manifest.id, row.field.key, secret)
        self._show_done(row, answer)
        return answer

    def _keep(self, row: CredentialRow) -> None:
        self._errands.run(self._kept(row), lambda _: None)

    def _forget(self, row: CredentialRow) -> None:
        row.show_asking(translate("Settings", "being forgotten…"))
        asked = self._desk.forget(self.manifest.id, row.field.key)
        self._errands.run(asked, lambda answer: self._show_done(row, answer))

    def _show_done(self, row: CredentialRow, answer: Answer) -> None:
        announce(row, in_our_language(answer.sentence))
        if answer.fine:
            self.refresh()
        else:
            row.show_answer(answer)

    def _ask_sign_in(self, answers: Mapping[str, str]) -> None:
        self._errands.run(self._signed_in(answers), self._show_signed_in)

    async def _signed_in(self, answers: Mapping[str, str]) -> Answer:
        unkept = await self.keep_typed()
        if unkept is not None:
            return unkept
        return await self._desk.sign_in(self._wanted(), self.manifest.id, answers)

    def _show_signed_in(self, answer: Answer) -> None:
        if self.sign_in is not None:
            self.sign_in.show_answer(answer)
            announce(self.sign_in, self.sign_in.answer.text())
        if answer.fine:
            self.refresh()

    def _show_kept(self, kept: Kept) -> None:
        for row in self._open_rows():
            row.show_kept(kept)

    def _open_rows(self) -> list[CredentialRow]:
        return [row for row in self.rows if row not in self._locked]

    def _connect(self) -> None:
        for row in self.rows:
            row.keepAsked.connect(lambda row=row: self._keep(row))
            row.forgetAsked.connect(lambda row=row: self._forget(row))
        for row in self._locked:
            row.lock()
        if self.sign_in is not None:
            self.sign_in.asked.connect(self._ask_sign_in)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._theme.px(16))
        if self.rows:
            column.addWidget(heading(self._theme, translate("Settings", "Credentials")))
        for row in self.rows:
            column.addWidget(row)
        if self.sign_in is not None:
            column.addWidget(self.sign_in)
        if self.settings.controls:
            column.addWidget(heading(self._theme, translate("Settings", "Its own settings")))
            column.addWidget(self.settings)
        if not (self.rows or self.sign_in or self.settings.controls):
            words = translate("Settings", "This one needs no account and has nothing to set.")
            column.addWidget(plain_label(self._theme, words, Ink.SOFT, wrap=True))
