"""The command line killed while it transcribes; the next start finds it, with a real keyring."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.engine.vendors import environment_of, pairs_of
from tests.faults.log_rig import until
from tests.fixtures.keyring_daemon import missing_programs, private_keyring
from tests.simulators import Voxist, running
from tests.simulators.sound import numbers, speech, write_wav

pytestmark = [
    pytest.mark.faults,
    pytest.mark.desktop,
    pytest.mark.skipif(bool(missing_programs()), reason="needs a keyring"),
]
WORDS = 6


class Terminal:
    """Where the program is started, with one profile and one keyring."""

    def __init__(self, profile: Path, env: Mapping[str, str]) -> None:
        self.profile = profile
        self._env = {k: v for k, v in os.environ.items() if not k.startswith("SCRIBE_")} | env

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        command = [sys.executable, "-m", "scribe_app", "--profile", str(self.profile)]
        return subprocess.Popen(
            [*command, *arguments], env=self._env, stdout=subprocess.PIPE, text=True
        )

    def run(self, *arguments: str) -> str:
        """Return what a run that ends well says."""
        with self.start(*arguments) as program:
            out, _ = program.communicate(timeout=60)
        assert program.returncode == 0
        return out

    def listed(self) -> list[dict[str, Any]]:
        return list(json.loads(self.run("sessions", "list", "--json")))


def killed(terminal: Terminal, sound: Path, *vendor: str) -> None:
    """Transcribe as if it were spoken, and kill that after two seconds of sound."""
    command = ("transcribe", str(sound), "--pace", "realtime", "--language", "fr")
    with terminal.start(*command, *vendor) as program:
        sealed = terminal.profile / "sessions"
        until(lambda: any(path.stat().st_size > 64_000 for path in sealed.rglob("audio-*.log")))
        program.kill()
        program.communicate()


def test_a_kill_between_two_starts_with_a_real_keyring(
    tmp_path: Path, report: Callable[..., None]
) -> None:
    server, sound = Voxist(), write_wav(tmp_path / "speech.wav", speech(WORDS))
    vendor = ["--vendor", "voxist"]
    with private_keyring() as keyring, running(server):
        for pair in pairs_of(server):
            vendor += ["--set", pair]
        terminal = Terminal(tmp_path / "profile", {**keyring.env, **environment_of(server)})
        killed(terminal, sound, *vendor)
        (left,) = terminal.listed()
        began = time.perf_counter()
        terminal.run("sessions", "recover", *vendor)
        took = time.perf_counter() - began
        (done,) = terminal.listed()
        told = json.loads(terminal.run("sessions", "show", left["id"], "--format", "json"))
    said = [n for each in told["utterances"] for n in numbers(each["text"])]
    kept = 0 < len(said) <= WORDS and said == list(range(len(said)))
    states = f"{left['state']}, then {done['state']}"
    expected = "unfinished, then to-review"
    report("3", "killed with a real keyring", states, expected, met=states == expected)
    report("3", "words of it, each once and in order", str(said), "0, 1, …", met=kept)
    report("4", f"recovered {left['seconds']:.1f} s of sound in", f"{took:.1f} s", "–", met=True)
