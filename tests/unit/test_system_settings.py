"""Settings and paths: a bad value falls back alone, a crash leaves the old file or the new one."""

import stat
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.system import paths
from scribe_app.system import settings as settings_module
from scribe_app.system.settings import Settings, load, save
from scribe_app.system.toml_text import toml_text

_text = st.text(st.characters(exclude_categories=["Cs"]))
_scalars = st.one_of(
    _text, st.booleans(), st.integers(-(2**63), 2**63 - 1), st.floats(allow_nan=False)
)
_values = st.recursive(
    st.one_of(_scalars, st.lists(_scalars, max_size=3)),
    lambda children: st.dictionaries(_text, children, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(_text, _values, max_size=5))
def test_what_is_written_is_what_is_read(values: dict[str, object]) -> None:
    assert tomllib.loads(toml_text(values)) == values


def test_no_file_means_the_defaults(tmp_path: Path) -> None:
    loaded = load(tmp_path / "settings.toml")
    assert loaded.settings == Settings()
    assert loaded.warnings == ()
    assert (loaded.settings.vendor, loaded.settings.model) == ("on-device", "")
    assert (loaded.settings.language, loaded.settings.microphone) == ("nl", "")


def test_settings_survive_a_save(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.toml"
    wanted = Settings(language="fr", theme="dark", microphone='USB "één"\n\x7f')
    save(path, wanted)
    assert load(path).settings == wanted
    assert [each.name for each in path.parent.iterdir()] == ["settings.toml"]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_keys_of_a_later_version_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('future = [1, 2]\nlanguage = "en"\n[voxist]\nsocket_url = "wss://x"\n')
    save(path, load(path).settings.model_copy(update={"language": "nl"}))
    assert tomllib.loads(path.read_text()) == {
        **Settings().model_dump(),
        "future": [1, 2],
        "voxist": {"socket_url": "wss://x"},
    }


@pytest.mark.parametrize("bad", ['"dutch"', "3", '""', "[]", "{x = 1}", "true", "2026-11-21"])
def test_a_bad_value_falls_back_alone_and_is_told(bad: str, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'language = {bad}\ntheme = "dark"\n')
    loaded = load(path)
    assert (loaded.settings.language, loaded.settings.theme) == ("nl", "dark")
    assert loaded.warnings == (
        "The setting language has a value that cannot be used; the default is used.",
    )


@pytest.mark.parametrize(
    "raw",
    [b"language = ", b"\xff\xfe", b"[" * 100_000, b"x = 1\n" * 200_000, b"a\0b", b"x = 1\nx = 2"],
)
def test_a_damaged_file_means_the_defaults_and_is_told(raw: bytes, tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(raw)
    loaded = load(path)
    assert loaded.settings == Settings()
    assert loaded.warnings == ("The settings file is damaged; the defaults are used.",)


def test_a_folder_in_its_place_means_the_defaults(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert loaded.warnings == ("The settings cannot be read; the defaults are used.",)


def test_a_save_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.toml"
    save(path, Settings(language="en"))

    def fail(_fd: int) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(settings_module.os, "fsync", fail)
    with pytest.raises(ScribeError) as caught:
        save(path, Settings(language="fr"))
    assert caught.value.fault.kind is FaultKind.STORAGE
    assert load(path).settings.language == "en"
    assert [each.name for each in tmp_path.iterdir()] == ["settings.toml"]


def test_a_profile_keeps_everything_under_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / "one" / "two"
    places = paths.profile(folder)
    assert not folder.exists()
    places.prepare()
    places.prepare()
    assert places.settings_file == folder / "settings.toml"
    for each in (folder, places.models, places.logs):
        assert folder in (each, each.parent)
        assert stat.S_IMODE(each.stat().st_mode) == 0o700


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    paths.profile(tmp_path).prepare()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_the_platform_s_own_profile_is_local_and_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/someone")
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    places = paths.profile()
    for each in (places.settings_file, places.sessions, places.models, places.logs):
        assert "scribe" in each.parts


def test_a_profile_that_cannot_be_written_is_one_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ScribeError) as caught:
        paths.profile(tmp_path / "file").prepare()
    assert caught.value.fault.kind is FaultKind.STORAGE
    assert caught.value.fault.sentence == (
        "Scribe cannot write in its own folder; check its permissions, or choose another with "
        "--profile."
    )
