"""The settings dialog's desk: reads and keeps choices and credentials, tries a vendor."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace

from scribe_app.app.his_layouts import changes_in, layouts_of
from scribe_app.app.models import BackgroundModels
from scribe_app.app.vault_desk import WorkshopVault
from scribe_app.app.wiring import Workshop
from scribe_app.domain.commands import SettingsChanged
from scribe_app.domain.faults import Fault, ScribeError
from scribe_app.engine.daemon import in_daemon
from scribe_app.engine.reach import Choice
from scribe_app.engine.trial import tried
from scribe_app.ports.desk import Desk
from scribe_app.ports.preferences import Answer, Kept, Preferences
from scribe_app.ports.vendor import Manifest
from scribe_app.system.clock import SystemClock
from scribe_app.system.settings import Settings, save


class SettingsDesk:
    """A `PreferenceDesk` on a workshop; what blocks runs in a thread of its own."""

    def __init__(self, workshop: Workshop, desk: Desk) -> None:
        self._workshop = workshop
        self._desk = desk
        self.models = BackgroundModels(workshop.models)
        self.vault = WorkshopVault(workshop, desk)

    @property
    def manifests(self) -> tuple[Manifest, ...]:
        """Return what every vendor can do, in the order they are shown."""
        return tuple(vendor.manifest for vendor in self._workshop.vendors.values())

    @property
    def locked(self) -> frozenset[str]:
        """Return what a policy has set for good."""
        return self._workshop.bench.loaded.locked

    def load(self) -> Preferences:
        """Return the choices as they are now."""
        settings = self._workshop.reread().loaded.settings
        return Preferences(
            vendor=settings.vendor,
            model=settings.model,
            language=settings.language,
            template=settings.template,
            fallbacks=tuple(settings.fallbacks),
            microphone=settings.microphone,
            theme=settings.theme,
            finish_unfinished=settings.finish_unfinished,
            ca_file=settings.ca_file,
            plain_hosts=tuple(settings.plain_hosts),
            values=settings.vendors,
            his=settings.his,
            layouts=layouts_of(settings),
        )

    async def save(self, wanted: Preferences) -> Answer:
        """Keep the choices; they hold from the next consultation on."""

        def keep() -> None:
            settings = self._settings(wanted)
            for choice in self._workshop.made(settings).chooser.choices():
                self._workshop.check_model(choice)
            save(self._workshop.profile.settings_file, settings)

        return await self._answered(keep, "Saved.")

    async def kept(self, vendor: str) -> Kept:
        """Return which credentials are there; within 5 s, also when the keyring hangs."""
        manifest = self._manifest(vendor)
        return await in_daemon(lambda: self._workshop.credentials.kept(manifest), "credentials")

    async def keep(self, vendor: str, key: str, secret: str) -> Answer:
        """Keep a credential, in memory where no keyring takes it."""
        credentials, manifest = self._workshop.credentials, self._manifest(vendor)
        try:
            lasting = await in_daemon(
                lambda: credentials.keep(manifest, key, secret), "credentials"
            )
        except ScribeError as error:
            return _no(error.fault)
        self._desk.submit(SettingsChanged())
        return Answer(True, _KEPT if lasting else _KEPT_FOR_NOW)

    async def forget(self, vendor: str, key: str) -> Answer:
        """Delete a credential."""
        credentials, manifest = self._workshop.credentials, self._manifest(vendor)
        return await self._answered(lambda: credentials.forget(manifest, key), "Forgotten.")

    async def sign_in(self, wanted: Preferences, vendor: str, answers: Mapping[str, str]) -> Answer:
        """Trade the answers of the vendor's sign-in form for a credential, and keep that."""
        manifest, credentials = self._manifest(vendor), self._workshop.credentials

        async def bought() -> Mapping[str, str]:
            bench = self._workshop.made(self._settings(wanted))
            choice = bench.chooser.choice(vendor)
            secrets = await in_daemon(choice.credentials, "credentials")
            return await choice.vendor.sign_in(choice.settings, secrets, answers, bench.reach.http)

        def keep() -> None:
            for key, secret in asyncio.run(bought()).items():
                credentials.keep(manifest, key, secret)

        return await self._answered(keep, f"Signed in to {manifest.name}.")

    async def test(self, wanted: Preferences, vendor: str) -> Answer:
        """Prove that the vendor takes audio with these choices and the kept credentials."""

        def attempt() -> Fault | None:
            bench = self._workshop.made(self._settings(wanted))
            choice: Choice = bench.chooser.choice(vendor)
            # On a loop of its own: neither the window's nor a consultation's waits for it.
            return asyncio.run(tried(choice, bench.reach, SystemClock()))

        try:
            fault = await in_daemon(attempt, "connection-test")
        except ScribeError as error:
            fault = error.fault
        name = self._manifest(vendor).spoken_name
        return _no(fault) if fault else Answer(True, f"{name} is ready: it took audio and stayed.")

    def _manifest(self, vendor: str) -> Manifest:
        return self._workshop.vendors[vendor].manifest

    def _settings(self, wanted: Preferences) -> Settings:
        """Return the wanted choices over everything else that the file holds."""
        kept = self._workshop.settings
        chosen = asdict(replace(wanted, layouts={}))
        chosen["his_layouts"] = changes_in(wanted.layouts)
        del chosen["layouts"]
        values = {vendor: dict(own) for vendor, own in chosen.pop("values").items()}
        lists = {key: list(chosen.pop(key)) for key in ("fallbacks", "plain_hosts")}
        vendors = kept.vendors | values
        return Settings.model_validate(kept.model_dump() | chosen | lists | {"vendors": vendors})

    async def _answered(self, call: Callable[[], None], sentence: str) -> Answer:
        try:
            await in_daemon(call, "settings")
        except ScribeError as error:
            return _no(error.fault)
        self._desk.submit(SettingsChanged())
        return Answer(True, sentence)


_KEPT = "Kept in the keyring."
_KEPT_FOR_NOW = "Kept until Scribe closes: this computer has no keyring."


def _no(fault: Fault) -> Answer:
    return Answer(False, fault.sentence)
