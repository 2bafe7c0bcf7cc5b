"""The layouts of patient record systems as the settings keep them: only what was changed."""

from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from scribe_app.domain.layout import PRESETS, Layout
from scribe_app.system.settings import HisLayout, Settings


def layouts_of(settings: Settings) -> dict[str, Layout]:
    """Return every layout with the user's changes on it."""
    changes = settings.his_layouts
    return {name: _changed(preset, changes.get(name)) for name, preset in PRESETS.items()}


def changes_in(layouts: Mapping[str, Layout]) -> dict[str, dict[str, Any]]:
    """Return what in some layouts is not as it was to begin with, as the settings keep it."""
    differing = {name: _differing(layouts[name], preset) for name, preset in PRESETS.items()}
    return {name: changes for name, changes in differing.items() if changes}


def _changed(preset: Layout, changes: HisLayout | None) -> Layout:
    given = changes.model_dump(exclude_none=True) if changes is not None else {}
    if "markers" in given:
        given["markers"] = tuple(given["markers"])
    return replace(preset, **given)


def _differing(layout: Layout, preset: Layout) -> dict[str, Any]:
    ours, theirs = asdict(layout), asdict(preset)
    changes = {key: ours[key] for key in ours if ours[key] != theirs[key]}
    if "markers" in changes:
        changes["markers"] = list(changes["markers"])
    return changes
