"""The workshop: makes an engine out of the layers, for the window and the command line alike."""

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from scribe_app.app.choosing import Chooser, Wishes
from scribe_app.app.credentials import Credentials
from scribe_app.app.dialler import LazyHttp, LineDialler, Network
from scribe_app.app.models import ModelManager
from scribe_app.domain.events import Event
from scribe_app.domain.faults import Fault, ScribeError
from scribe_app.domain.keeping import VaultState
from scribe_app.engine.engine import Engine
from scribe_app.engine.forgetting import stripped
from scribe_app.engine.kit import Kit
from scribe_app.engine.reach import Choice, Reach
from scribe_app.notes.drafter import ExtractiveDrafter
from scribe_app.notes.evidence.reviewer import NoteReviewer
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.log import SessionStore
from scribe_app.ports.power import SleepInhibitor
from scribe_app.ports.secrets import Secrets
from scribe_app.system.audio_file import AudioFile
from scribe_app.system.clock import SystemClock, lived_seconds
from scribe_app.system.disk_room import FolderRoom
from scribe_app.system.keyring_secrets import KeyringSecrets
from scribe_app.system.paths import Profile, policy_file
from scribe_app.system.sealed_log.session_store import SealedStore
from scribe_app.system.settings import Loaded, Settings, load
from scribe_app.system.vault import Vault
from scribe_app.vendors.registry import vendors


@dataclass(frozen=True, slots=True)
class Bench:
    """What the settings of one moment make: a chooser and the ways to its vendors."""

    loaded: Loaded
    chooser: Chooser
    reach: Reach
    network: Network


class Workshop:
    """Knows the profile and its settings; raises `ScribeError` for a choice that cannot be."""

    def __init__(
        self,
        profile: Profile,
        wishes: Wishes | None = None,
        secrets: Secrets | None = None,
        policy: Path | None = None,
    ) -> None:
        profile.prepare()
        self.profile = profile
        self.vendors = {vendor.manifest.id: vendor for vendor in vendors()}
        self.secrets = secrets or KeyringSecrets()
        self.credentials = Credentials(self.secrets)
        self.vault = Vault(self.secrets, profile.keys)
        self.store: SessionStore = SealedStore(
            profile.sessions,
            self.vault,
            second=profile.second,
            provisional=True,
            strip=stripped,
        )
        self._wishes = wishes or Wishes()
        self._policy = policy or policy_file()
        self._drafter = ExtractiveDrafter()
        self._reviewer = NoteReviewer()
        self.bench = self._made_bench()
        self.models = ModelManager(
            profile.models, lambda: self.bench.network, lambda: self.bench.chooser.model_on_device
        )
        if wishes is not None:
            self.bench.chooser.choices()  # a command line that cannot be is refused at once

    @property
    def settings(self) -> Settings:
        """Return the settings as they were last read."""
        return self.bench.loaded.settings

    def engine(
        self,
        open_source: Callable[[str], AudioSource],
        observer: Callable[[Event], None] | None = None,
        inhibitor: SleepInhibitor | None = None,
    ) -> Engine:
        """Return an engine that is not yet started; it reads the settings anew each time.

        `inhibitor` keeps the machine awake while it records.
        """
        return Engine(lambda: self.kit(observer, inhibitor), open_source)

    def reread(self) -> Bench:
        """Return what the settings make now; what did not change is the same as before."""
        loaded = load(self.profile.settings_file, self._policy)
        if loaded != self.bench.loaded:
            self.bench = self._made_bench()
        return self.bench

    def made(self, settings: Settings) -> Bench:
        """Return what some settings would make, without keeping them."""
        return self._bench(Loaded(settings))

    def vault_state(self) -> VaultState:
        """Return who holds the keys of recordings; may take 5 s where a keyring hangs."""
        return self.vault.state(without=self.settings.recordings == "forget")

    def check_model(self, choice: Choice) -> None:
        """Raise `ScribeError` (configuration) for a choice whose model is not on this computer."""
        if choice.vendor.manifest.capabilities.on_device:
            fault = self.models.missing(choice.settings.model)
            if fault is not None:
                raise ScribeError(fault)

    def _made_bench(self) -> Bench:
        return self._bench(load(self.profile.settings_file, self._policy))

    def _bench(self, loaded: Loaded) -> Bench:
        network = Network(loaded.settings.ca_file, loaded.settings.plain_hosts)
        chooser = Chooser(
            self.vendors, loaded.settings, self._wishes, self.profile.models, self.credentials
        )
        dialler = LineDialler(self.profile.models, network)
        return Bench(loaded, chooser, Reach(LazyHttp(network), dialler), network)

    def kit(
        self,
        observer: Callable[[Event], None] | None = None,
        inhibitor: SleepInhibitor | None = None,
    ) -> Kit:
        """Return what the next consultation is made with; raises `ScribeError` (configuration)."""
        bench = self.reread()
        choices = bench.chooser.choices()
        return Kit(
            choices=choices,
            reach=bench.reach,
            drafter=self._drafter,
            reviewer=self._reviewer,
            store=self.store,
            clock=SystemClock(),
            language=bench.chooser.language,
            label=bench.chooser.label(choices[0]),
            label_of=bench.chooser.label,
            forewarning=lambda: self.forewarning(choices[0]),
            with_note=self._wishes.note,
            observer=observer,
            lived=lived_seconds,
            inhibitor=inhibitor,
            guard=FolderRoom(self.profile.sessions),
            vault=self.vault_state,
            open_file=lambda path: AudioFile(Path(path), pace=0.0),
            finishes_itself=bench.loaded.settings.finish_unfinished == "automatic",
            respoken=self._respoken,
        )

    def _respoken(self, kit: Kit, language: str) -> Kit:
        """Return what a consultation of earlier is finished with, in the language it is in."""
        choices = self.bench.chooser.speaking(language).usable()
        return replace(kit, choices=choices, language=language)

    def forewarning(self, choice: Choice) -> Fault | None:
        """Return what can be seen to go wrong before anybody calls; may block on the keyring."""
        try:
            self.check_model(choice)
            secrets = choice.credentials()
        except ScribeError as error:
            return error.fault
        return choice.vendor.forewarning(choice.settings, secrets, time.time())
