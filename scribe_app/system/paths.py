"""Where this program keeps its files: one profile, readable by its owner alone."""

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import platformdirs

from scribe_app.domain.faults import ScribeError, storage_fault

_APP = "scribe"
_PRIVATE = 0o700


@dataclass(frozen=True, slots=True)
class Profile:
    """The places of one profile; nothing is made before `prepare`.

    `second` is where consultations go on when `sessions` fails: a place of this computer alone,
    outside a profile's own folder, which may be on a share.
    """

    settings_file: Path
    sessions: Path
    models: Path
    logs: Path
    runtime: Path
    keys: Path
    second: Path | None = None

    def prepare(self) -> None:
        """Make the folders, closed to other users; raises `ScribeError` (storage).

        The sealed log makes its own two, when it first writes, and has an answer where it cannot.
        """
        make_folder(self.settings_file.parent)
        for folder in (self.models, self.logs):
            private_folder(folder)


def profile(folder: Path | None = None) -> Profile:
    """Return the profile under a folder (`--profile`), or the platform's own, local to the machine.

    Local, not roaming: a consultation must not travel to a file server behind the user's back.
    """
    dirs = platformdirs.PlatformDirs(_APP, appauthor=False, roaming=False)
    if folder is not None:
        root = folder.expanduser().absolute()
        return Profile(
            root / "settings.toml",
            root / "sessions",
            root / "models",
            root / "logs",
            root / "run",
            root / "keys" / "passphrase",
            _second(dirs, str(root)),
        )
    data = dirs.user_data_path
    return Profile(
        dirs.user_config_path / "settings.toml",
        data / "sessions",
        data / "models",
        dirs.user_log_path,
        data / "run",
        data / "keys" / "passphrase",
        _second(dirs, ""),
    )


def _second(dirs: platformdirs.PlatformDirsABC, profile_name: str) -> Path:
    """Return a folder of its own for each profile, named after nobody."""
    return dirs.user_state_path / "second" / sha256(profile_name.encode()).hexdigest()[:16]


def policy_file() -> Path:
    """Return where an IT department puts settings that win over the user's."""
    return platformdirs.PlatformDirs(_APP, appauthor=False).site_config_path / "policy.toml"


def private_folder(folder: Path) -> None:
    """Make a folder that only its owner can enter; raises `ScribeError` (storage)."""
    make_folder(folder)
    try:
        folder.chmod(_PRIVATE)
    except OSError as error:
        raise _refused() from error


def make_folder(folder: Path) -> None:
    """Make a folder closed to others; one that was there stays as its owner set it.

    Raises `ScribeError` (storage).
    """
    try:
        folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
    except OSError as error:
        raise _refused() from error


def _refused() -> ScribeError:
    return storage_fault(
        "Scribe cannot write in its own folder; check its permissions, or choose another with "
        "--profile."
    )
