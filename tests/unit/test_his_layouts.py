"""Layouts in the settings file: only what was changed, and bad values fall back."""

from dataclasses import replace
from pathlib import Path

from scribe_app.app.his_layouts import changes_in, layouts_of
from scribe_app.domain.layout import PRESETS
from scribe_app.system.settings import Settings, load, save


def test_changes_come_back_from_the_file(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    layouts = dict(PRESETS)
    layouts["medicom"] = replace(layouts["medicom"], width=64, markers=("S", "O", "A", "P"))
    layouts["own"] = replace(layouts["own"], ascii_only=True, longest=500)
    changes = changes_in(layouts)
    assert set(changes) == {"medicom", "own"}
    save(path, Settings.model_validate({"his": "own", "his_layouts": changes}))
    loaded = load(path)
    assert not loaded.warnings
    assert loaded.settings.his == "own"
    assert layouts_of(loaded.settings) == layouts


def test_a_layout_that_cannot_be_falls_back_and_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('his = "quill"\n[his_layouts.own]\nwidth = "wide"\n')
    loaded = load(path)
    assert loaded.settings.his == "generic"
    assert layouts_of(loaded.settings) == PRESETS
    assert len(loaded.warnings) == 2
