"""The workshop: makes an engine out of the layers, for the window and the command line alike."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from scribe_app.app.dialler import LineDialler
from scribe_app.app.recognisers import model_store
from scribe_app.domain.events import Event
from scribe_app.domain.faults import configuration_fault
from scribe_app.engine.engine import Engine
from scribe_app.engine.line import Choice
from scribe_app.engine.session import Kit
from scribe_app.notes.drafter import ExtractiveDrafter
from scribe_app.ports.audio import AudioSource
from scribe_app.ports.desk import EngineLabel
from scribe_app.ports.log import SessionStore
from scribe_app.ports.secrets import Secrets
from scribe_app.ports.vendor import Manifest, Vendor, VendorSettings
from scribe_app.system.clock import SystemClock
from scribe_app.system.keyring_secrets import KeyringSecrets
from scribe_app.system.paths import Profile
from scribe_app.system.sealed_log.session_store import SealedStore
from scribe_app.system.settings import Settings, load
from scribe_app.vendors.registry import vendors

_LINE_SETTINGS = ("rest_url", "socket_url")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a command line asks beyond the settings; None or empty leaves the settings' choice."""

    vendor: str | None = None
    model: str | None = None
    language: str | None = None
    values: Sequence[str] = ()
    fallbacks: Sequence[str] = ()
    note: bool = True


_NO_WISHES = Wishes()


class Workshop:
    """Knows the profile and its settings; raises `ScribeError` for a choice that cannot be."""

    def __init__(
        self, profile: Profile, wishes: Wishes = _NO_WISHES, secrets: Secrets | None = None
    ) -> None:
        profile.prepare()
        self.profile = profile
        self.settings: Settings = load(profile.settings_file).settings
        self._wishes = wishes
        self.language = wishes.language or self.settings.language
        self._choices = self._chosen()
        self._secrets = secrets or KeyringSecrets()
        self.store: SessionStore = SealedStore(profile.sessions, self._secrets)
        self._drafter = ExtractiveDrafter()
        self.dialler = LineDialler(profile.models)

    def engine(
        self,
        open_source: Callable[[str], AudioSource],
        observer: Callable[[Event], None] | None = None,
    ) -> Engine:
        """Return an engine that is not yet started."""
        kit = self._kit(observer)
        return Engine(lambda: kit, open_source)

    def _kit(self, observer: Callable[[Event], None] | None) -> Kit:
        return Kit(
            choices=self._choices,
            dialler=self.dialler,
            drafter=self._drafter,
            store=self.store,
            clock=SystemClock(),
            language=self.language,
            label=self._label(self._choices[0]),
            with_note=self._wishes.note,
            observer=observer,
        )

    def _chosen(self) -> tuple[Choice, ...]:
        wanted = self._wishes.vendor or self.settings.vendor
        names = dict.fromkeys((wanted, *self._wishes.fallbacks))
        return tuple(self._choice(name, first=name == wanted) for name in names)

    def _choice(self, name: str, *, first: bool) -> Choice:
        vendor = vendor_named(name)
        manifest = vendor.manifest
        model = (self._wishes.model if first else None) or self._model(manifest)
        _check(manifest, model, self.language)
        values = _values(manifest, self._wishes.values if first else ())
        if manifest.capabilities.on_device:
            values["folder"] = str(model_store(self.profile.models).place(model))
        return Choice(vendor, VendorSettings(model, self.language, values))

    def _label(self, choice: Choice) -> EngineLabel:
        manifest, model = choice.vendor.manifest, choice.settings.model
        if manifest.capabilities.on_device:
            model = model_store(self.profile.models).model(model).name
        return EngineLabel(
            vendor=manifest.name,
            model=model,
            language=choice.settings.language,
            remark=manifest.remark,
            capabilities=manifest.capabilities,
        )

    def _model(self, manifest: Manifest) -> str:
        chosen = self.settings.model
        return chosen if manifest.model(chosen) else manifest.model_for(self.language)


def vendor_named(name: str) -> Vendor:
    """Return the vendor of that id; raises `ScribeError` (configuration) for another name."""
    known = {vendor.manifest.id: vendor for vendor in vendors()}
    if name not in known:
        raise configuration_fault(f"There is no vendor {name!r}; there are: {', '.join(known)}.")
    return known[name]


def _check(manifest: Manifest, model: str, language: str) -> None:
    if manifest.model(model) is None:
        models = ", ".join(each.id for each in manifest.models)
        raise configuration_fault(f"{manifest.name} has no model {model!r}; there are: {models}.")
    if language not in manifest.languages:
        languages = ", ".join(manifest.languages)
        raise configuration_fault(
            f"{manifest.name} does not take the language {language!r}; it takes: {languages}."
        )


def _values(manifest: Manifest, pairs: Sequence[str]) -> dict[str, str]:
    known = {setting.key for setting in manifest.settings}
    if not manifest.capabilities.on_device:
        known.update(_LINE_SETTINGS)
    values = {}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or key not in known:
            raise configuration_fault(f"{manifest.name} has no setting {key!r}.")
        values[key] = value
    return values
