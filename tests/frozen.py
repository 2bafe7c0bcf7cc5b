"""Tries the frozen program where a stranger would start it: what was not packed is missed here.

`python -m tests.frozen dist/scribe-app/scribe-app`; the first thing that is wrong ends it.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import soundfile

from tests.engine.vendors import environment_of, language_of, pairs_of, tls
from tests.fixtures.shared import ROOT
from tests.simulators import VENDORS, running
from tests.simulators.sound import numbers, speech, write_wav

WORDS = 6
SAMPLE_SECONDS = 15
WINDOW_SECONDS = 5.0
UTTERANCE = {"speaker": "doctor", "start": None, "end": None, "text": "Your pulse is 80."}


@dataclass(frozen=True)
class Frozen:
    """The program, with a home of its own and nothing of ours in its environment."""

    program: Path
    home: Path

    def environment(self, **more: str) -> dict[str, str]:
        return {"PATH": "/usr/bin:/bin", "HOME": str(self.home), "LANG": "C.UTF-8", **more}

    def said(self, *arguments: str, **more: str) -> str:
        """Return what a command prints; it has to end well."""
        done = subprocess.run(
            [self.program, *arguments],
            env=self.environment(**more),
            cwd="/",
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def doctor(frozen: Frozen) -> None:
    found = json.loads(frozen.said("doctor", "--json"))["findings"]
    verdicts = {each["name"]: each["verdict"] for each in found}
    assert verdicts["model"] == verdicts["profile"] == "ok", verdicts


def drafts(frozen: Frozen) -> None:
    """A long consultation, for which the trained weights are loaded."""
    line = {"id": "a", "language": "en", "utterances": [UTTERANCE] * 300}
    path = frozen.home / "said.jsonl"
    path.write_text(json.dumps(line))
    drafted = json.loads(frozen.said("draft", str(path)))
    assert drafted["information"]["measurements"], drafted


def hears(frozen: Frozen) -> None:
    """The recogniser in its own process, with compounds and a note."""
    samples, rate = soundfile.read(ROOT / "resources" / "samples" / "nl.ogg", dtype="int16")
    wav = frozen.home / "sample.wav"
    soundfile.write(wav, samples[: SAMPLE_SECONDS * rate], rate)
    options = ("--language", "nl", "--format", "json", "--note")
    found = json.loads(frozen.said("transcribe", str(wav), *options))
    assert sum(len(each["words"]) for each in found["utterances"]) > SAMPLE_SECONDS
    assert found["note"]["origin"] == "on-device"


def calls(frozen: Frozen, name: str) -> None:
    """A vendor over TLS, trusted by the file in the settings."""
    context, trusted = tls(frozen.home)
    profile = frozen.home / name
    profile.mkdir()
    (profile / "settings.toml").write_text(f'ca_file = "{trusted}"\n')
    wav = write_wav(frozen.home / "speech.wav", speech(WORDS))
    with running(VENDORS[name](tls=context)) as server:
        own = [part for pair in pairs_of(server) for part in ("--set", pair)]
        options = ["--vendor", name, "--language", language_of(name), "--profile", str(profile)]
        said = frozen.said(
            "transcribe", str(wav), "--no-note", *options, *own, **environment_of(server)
        )
    assert numbers(said) == list(range(WORDS)), said


def opens(frozen: Frozen) -> None:
    """The window, without a screen: it stays, and complains of nothing."""
    environment = frozen.environment(QT_QPA_PLATFORM="offscreen")
    with subprocess.Popen(
        [frozen.program], env=environment, cwd="/", stderr=subprocess.PIPE, text=True
    ) as window:
        limit = time.monotonic() + WINDOW_SECONDS
        while window.poll() is None and time.monotonic() < limit:
            time.sleep(0.1)
        stayed = window.poll() is None
        window.terminate()
        _, complaints = window.communicate(timeout=30)
    assert stayed, complaints
    assert complaints == ""


def main(program: Path) -> None:
    """Try everything, in order of cost."""
    tries: dict[str, Callable[[Frozen], None]] = {
        "doctor": doctor,
        "draft": drafts,
        "window": opens,
        "on this device": hears,
    }
    for name in VENDORS:
        tries[name] = lambda frozen, name=name: calls(frozen, name)  # type: ignore[misc]
    with tempfile.TemporaryDirectory() as home:
        frozen = Frozen(program.resolve(), Path(home))
        sys.stdout.write(frozen.said("--version"))
        for name, attempt in tries.items():
            attempt(frozen)
            sys.stdout.write(f"ok  {name}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
