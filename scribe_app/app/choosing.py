"""Which vendors, models and languages: the settings, overruled by what a command line asks."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from scribe_app.app.credentials import Credentials
from scribe_app.app.recognisers import model_store
from scribe_app.domain.faults import ScribeError, configuration_fault
from scribe_app.engine.reach import Choice
from scribe_app.ports.desk import EngineLabel
from scribe_app.ports.vendor import Manifest, Vendor, VendorSettings
from scribe_app.system.settings import Settings


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a command line asks beyond the settings; None or empty leaves the settings' choice."""

    vendor: str | None = None
    model: str | None = None
    language: str | None = None
    values: Sequence[str] = ()
    fallbacks: Sequence[str] = ()
    note: bool = True


class Chooser:
    """Checks choices against the vendors' manifests; raises `ScribeError` (configuration)."""

    def __init__(
        self,
        vendors: Mapping[str, Vendor],
        settings: Settings,
        wishes: Wishes,
        models: Path,
        credentials: Credentials,
    ) -> None:
        self._vendors = vendors
        self._settings = settings
        self._wishes = wishes
        self._models = models
        self._credentials = credentials
        self.language = wishes.language or settings.language

    def choices(self) -> tuple[Choice, ...]:
        """Return the vendor that is wanted and, behind it, those to go on with."""
        wanted = self._wishes.vendor or self._settings.vendor
        fallbacks = self._wishes.fallbacks or self._settings.fallbacks
        rest = [name for name in dict.fromkeys(fallbacks) if name != wanted]
        return (self.choice(wanted, first=True), *(self.choice(name) for name in rest))

    def speaking(self, language: str) -> "Chooser":
        """Return a chooser for another spoken language, whatever the settings and wishes say."""
        wishes = replace(self._wishes, language=language)
        return Chooser(self._vendors, self._settings, wishes, self._models, self._credentials)

    def usable(self) -> tuple[Choice, ...]:
        """Return those of the choices that can be, the device's own where none can."""
        wanted = self._wishes.vendor or self._settings.vendor
        fallbacks = self._wishes.fallbacks or self._settings.fallbacks
        names = dict.fromkeys((wanted, *fallbacks))
        found = [each for name in names for each in self._possible(name, first=name == wanted)]
        own = (n for n, v in self._vendors.items() if v.manifest.capabilities.on_device)
        return tuple(found) or tuple(each for name in own for each in self._possible(name))

    def _possible(self, name: str, *, first: bool = False) -> Iterator[Choice]:
        with contextlib.suppress(ScribeError):
            yield self.choice(name, first=first)

    def choice(self, name: str, *, first: bool = False) -> Choice:
        """Return one vendor with its settings; only the first takes what was asked by name."""
        vendor = self._named(name)
        manifest = vendor.manifest
        model = self._model(manifest, first=first)
        _check(manifest, model, self.language)
        values = self._values(manifest, self._wishes.values if first else ())
        if manifest.capabilities.on_device:
            values["folder"] = str(model_store(self._models).place(model))
        settings = VendorSettings(model, self.language, values, self._template(manifest))
        return Choice(vendor, settings, lambda: self._credentials.read(manifest))

    @property
    def model_on_device(self) -> str:
        """Return the model of the recogniser on this device that the choices name."""
        manifests = (vendor.manifest for vendor in self._vendors.values())
        own = next(each for each in manifests if each.capabilities.on_device)
        return self._model(own, first=self._settings.vendor == own.id)

    def label(self, choice: Choice) -> EngineLabel:
        """Return what the window says of a choice."""
        manifest, model = choice.vendor.manifest, choice.settings.model
        if manifest.capabilities.on_device:
            model = model_store(self._models).model(model).name
        return EngineLabel(
            vendor=manifest.name,
            model=model,
            language=choice.settings.language,
            remark=manifest.remark,
            capabilities=manifest.capabilities,
        )

    def _named(self, name: str) -> Vendor:
        if name not in self._vendors:
            known = ", ".join(self._vendors)
            raise configuration_fault(f"There is no vendor {name!r}; there are: {known}.")
        return self._vendors[name]

    def _model(self, manifest: Manifest, *, first: bool) -> str:
        if first and self._wishes.model:
            return self._wishes.model
        own = self._settings.vendors.get(manifest.id, {}).get("model", "")
        chosen = self._settings.model if manifest.id == self._settings.vendor else ""
        # A name that may be typed fits every vendor that lets one: only its own choice counts.
        return next(
            (name for name in (chosen, own) if self._fits(manifest, name)),
            manifest.model_for(self.language),
        )

    def _fits(self, manifest: Manifest, name: str) -> bool:
        model = manifest.model(name) if name else None
        return model is not None and self.language in manifest.languages_of(model)

    def _template(self, manifest: Manifest) -> str:
        templates = manifest.capabilities.templates
        wanted = self._settings.template
        return wanted if wanted in templates else (templates or ("",))[0]

    def _values(self, manifest: Manifest, pairs: Sequence[str]) -> dict[str, str]:
        kept = self._settings.vendors.get(manifest.id, {})
        values = {each.key: kept.get(each.key) or each.default for each in manifest.settings}
        for pair in pairs:
            key, equals, value = pair.partition("=")
            if not equals or key not in values:
                raise configuration_fault(f"{manifest.name} has no setting {key!r}.")
            values[key] = value
        for each in manifest.settings:
            if each.choices and values[each.key] not in each.choices:
                raise configuration_fault(
                    f"{manifest.name} does not take that value of {each.key!r}; "
                    f"it takes: {', '.join(each.choices)}."
                )
        return values


def _check(manifest: Manifest, model: str, language: str) -> None:
    known = manifest.model(model)
    if known is None:
        models = ", ".join(each.id for each in manifest.models)
        raise configuration_fault(f"{manifest.name} has no model {model!r}; there are: {models}.")
    takes = manifest.languages_of(known)
    if language not in takes:
        raise configuration_fault(
            f"{manifest.name} does not take the language {language!r} with the model {model!r}; "
            f"it takes: {', '.join(takes)}."
        )
