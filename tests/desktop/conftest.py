"""The whole desk: a screen, a sound server, a keyring, and the program as it is started."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from scribe_app.app.recognisers import model_store
from scribe_app.domain.note import Episode, Note
from tests.desktop import unseal
from tests.desktop.screen import NEEDED, Screen, end, running, screen, until
from tests.fixtures import keyring_daemon, pulse
from tests.fixtures.programs import missing

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Desk:
    """What a clinician sits at."""

    screen: Screen
    sound: pulse.Pulse
    reader: "subprocess.Popen[bytes]"
    window: str

    def record(self, wav: Path) -> None:
        """Press F9, speak, press F9, and wait for the note."""
        self.screen.key("F9")
        until(lambda: "RecordingStarted" in self.events(), "recording")
        self.sound.play(wav).wait(600)
        self.screen.key("F9")
        self.drafted(1)

    def drafted(self, times: int) -> None:
        """Wait until the note was drafted so many times."""
        until(lambda: self.events().count("NoteDraft") >= times, "note", 60)

    def recorded(self) -> bytes:
        """Return the samples of the newest recording."""
        return self._unsealed("audio")

    def transcript(self) -> str:
        """Return the final words of the newest recording."""
        return self._unsealed("words").decode()

    def events(self) -> list[str]:
        """Return the names of the events so far of the newest recording."""
        return self._unsealed("events").decode().split()

    def note(self) -> Note:
        """Return the note of the newest recording."""
        return Note(episodes=tuple(Episode(**e) for e in json.loads(self._unsealed("note"))))

    def _unsealed(self, what: str) -> bytes:
        """Ask another process, which has the keyring's key as the program itself has."""
        ask, answer = self.reader.stdin, self.reader.stdout
        assert ask is not None
        assert answer is not None
        ask.write(f"{what}\n".encode())
        ask.flush()
        return answer.read(int.from_bytes(answer.read(unseal.LENGTH_BYTES), "big"))


@contextmanager
def reading(profile: Path, env: Mapping[str, str]) -> Iterator["subprocess.Popen[bytes]"]:
    """Run what reads the recordings of a profile beside the program."""
    command = [sys.executable, "-m", "tests.desktop.unseal", str(profile)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=env, cwd=ROOT, stdin=pipe, stdout=pipe) as reader:
        yield reader


@pytest.fixture(scope="session")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the joined model."""
    folder = tmp_path_factory.mktemp("models")
    model_store(folder).ensure("whisper-base")
    return folder


@pytest.fixture
def desk(tmp_path: Path, models: Path, request: pytest.FixtureRequest) -> Iterator[Desk]:
    """Start everything, and the program last; its window has the keyboard."""
    language = getattr(request, "param", "en")
    with seated(tmp_path, models, f'language = "{language}"\n') as desk:
        yield desk


@contextmanager
def seated(
    folder: Path, models: Path, settings: str, credentials: Mapping[str, str] | None = None
) -> Iterator[Desk]:
    """Start everything with these settings and, in the keyring, credentials by "vendor field"."""
    absent = missing(NEEDED) + pulse.missing_programs() + keyring_daemon.missing_programs()
    if absent:
        pytest.fail(f"the rig lacks {', '.join(absent)}; packaging/linux/setup.sh test brings it")
    profile = folder / "profile"
    profile.mkdir()
    (profile / "models").symlink_to(models)
    (profile / "settings.toml").write_text(f'theme = "light"\n{settings}')
    with ExitStack() as stack:
        keyring = stack.enter_context(keyring_daemon.private_keyring())
        sound = stack.enter_context(pulse.private_pulse())
        env = {**os.environ, **keyring.env, **sound.env, "HOME": str(folder)}
        env["XDG_RUNTIME_DIR"] = keyring.env["XDG_RUNTIME_DIR"]
        for name, value in (credentials or {}).items():
            keep = [sys.executable, "-m", "scribe_app", "credentials", "set", *name.split()]
            subprocess.run(keep, env=env, input=value.encode(), check=True, timeout=60)
        shown = stack.enter_context(screen(env))
        command = [sys.executable, "-m", "scribe_app", "--profile", str(profile)]
        process = stack.enter_context(running(command, shown.env))
        reader = stack.enter_context(reading(profile, shown.env))
        window = shown.window("^Scribe$")
        shown.focus(window)
        yield Desk(shown, sound, reader, window)
        shown.run("xdotool", "windowclose", window)
        end(process)
