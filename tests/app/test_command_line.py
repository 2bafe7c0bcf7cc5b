"""The command line as the contract has it: exit codes, plain sentences, every format."""

import io
import json
import os
import re
import wave
from pathlib import Path
from typing import Any

import pytest
import soundfile

from scribe_app import __version__
from scribe_app.app.main import main

JFK = (
    "and so my fellow americans ask not what your country can do for you "
    "ask what you can do for your country"
)
SENTENCE = 2  # lines of stderr at most, and never a traceback


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the joined model, made once."""
    from scribe_app.app.recognisers import model_store

    folder = tmp_path_factory.mktemp("models")
    model_store(folder).ensure("whisper-base")
    return folder


@pytest.fixture
def ready(profile: Path, models: Path) -> Path:
    """Return a profile that already has the model."""
    profile.mkdir()
    (profile / "models").symlink_to(models)
    return profile


@pytest.fixture
def silence(tmp_path: Path) -> Path:
    path = tmp_path / "silence.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(16_000)
        file.writeframes(bytes(2 * 16_000 * 2))
    return path


def sentence(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr().err
    assert said.startswith("scribe-app: ")
    assert "Traceback" not in said
    assert len(said.strip().splitlines()) < SENTENCE
    return said


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run("--version")
    assert ended.value.code == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize(
    "command",
    ["transcribe", "vendors", "devices", "draft", "doctor", "demo", "credentials", "sessions"],
)
def test_every_command_explains_itself(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(command, "--help")
    assert ended.value.code == 0
    assert "--profile" in capsys.readouterr().out


def test_vendors_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("vendors", "--json") == 0
    vendors = json.loads(capsys.readouterr().out)
    ids = ["on-device", "juvoly-v2", "juvoly-v1", "live-api", "voxist"]
    assert [vendor["id"] for vendor in vendors] == ids
    assert all(vendor["credentials"] and vendor["settings"] for vendor in vendors[1:])
    assert {"nl", "en", "fr"} <= set(vendors[0]["languages"])


def bad_audio(folder: Path) -> dict[str, Path]:
    files = {"missing": folder / "none.wav", "empty": folder / "empty.wav"}
    files["empty"].write_bytes(b"")
    files["noise"] = folder / "noise.mp3"
    files["noise"].write_bytes(os.urandom(2_000))
    files["folder"] = folder
    return files


@pytest.mark.parametrize("kind", ["missing", "empty", "noise", "folder"])
def test_bad_audio_is_one_sentence_and_5(
    kind: str, tmp_path: Path, profile: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("transcribe", bad_audio(tmp_path)[kind], "--profile", profile) == 5
    assert str(tmp_path) not in sentence(capsys)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--vendor", "nobody"),
        ("--model", "enormous"),
        ("--language", "xx"),
        ("--set", "nothing=1"),
        ("--fallback", "nobody"),
    ],
)
def test_a_wrong_choice_is_one_sentence_and_2(
    arguments: tuple[str, str],
    silence: Path,
    profile: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("transcribe", silence, "--profile", profile, *arguments) == 2
    sentence(capsys)


def test_a_profile_that_cannot_be_written_is_6(
    silence: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("")
    assert run("transcribe", silence, "--profile", blocked / "profile") == 6
    sentence(capsys)


def test_a_damaged_model_is_said_and_never_used(
    silence: Path, profile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    from scribe_app.ondevice import bundled

    monkeypatch.setattr(bundled, "present", lambda model: False)
    assert run("transcribe", silence, "--profile", profile) == 2
    assert "model" in sentence(capsys)


def test_no_display_is_one_sentence(
    profile: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert run("--profile", profile) == 2
    assert "display" in sentence(capsys)
    monkeypatch.setenv("DISPLAY", ":4711")
    assert run("--profile", profile) == 2
    assert "display" in sentence(capsys)


def test_silence_is_transcribed_as_nothing_and_covered(
    silence: Path, ready: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("transcribe", silence, "--profile", ready, "--format", "json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["utterances"] == []
    assert document["ledger"]["captured"] == document["ledger"]["covered"] == 2.0
    assert document["ledger"]["gaps"] == document["ledger"]["missing"] == []


def test_real_speech_in_every_format(
    shared_data: Path, ready: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    speech = shared_data / "audio" / "en" / "jfk.flac"
    few_words = tmp_path / "few.wav"
    samples, rate = soundfile.read(speech)
    soundfile.write(few_words, samples[: 3 * rate], rate)
    said = {}
    for form in ("text", "json", "jsonl", "srt", "vtt", "fhir"):
        arguments = ("--language", "en", "--profile", ready, "--format", form)
        source = speech if form == "text" else few_words
        assert run("transcribe", source, *arguments) == 0
        said[form] = capsys.readouterr().out
    spoken = said["text"].partition("\n\n")[0].lower()
    assert re.findall(r"[a-z]+", spoken) == JFK.split()
    document = json.loads(said["json"])
    assert document["vendor"] == "on-device"
    assert document["duration"] == pytest.approx(3.0, abs=0.01)
    assert document["utterances"][0]["words"][0]["text"].startswith("And")
    events = [json.loads(line)["event"] for line in said["jsonl"].splitlines()]
    assert events[0] == "RecordingStarted"
    assert {"Partial", "Final", "NoteDraft", "Ended"} <= {*events, "Partial"}
    assert "00:00:0" in said["srt"]
    assert " --> " in said["srt"]
    assert said["vtt"].startswith("WEBVTT\n\n")
    bundle = json.loads(said["fhir"])
    assert bundle["entry"][0]["resource"]["resourceType"] == "Composition"


def test_out_writes_a_file(silence: Path, ready: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    assert run("transcribe", silence, "--profile", ready, "--format", "json", "--out", out) == 0
    assert json.loads(out.read_text())["vendor"] == "on-device"


def test_draft_reads_lines_and_names_bad_ones(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = {
        "id": "a",
        "language": "en-GB",
        "utterances": [
            {"speaker": "doctor", "start": None, "end": None, "text": "Any fever?"},
            {"speaker": "patient", "start": None, "end": None, "text": "No, no fever."},
            {"speaker": "doctor", "text": "Your blood pressure is 140 over 90."},
        ],
    }
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(good) + "\n{\n[]\n" + json.dumps({**good, "language": "xx"}))
    assert run("draft", path) == 2
    out, err = capsys.readouterr()
    (line,) = out.splitlines()
    drafted = json.loads(line)
    assert drafted["id"] == "a"
    assert drafted["information"]["measurements"][0]["value"] == "140/90"
    assert len(err.splitlines()) == 3
    assert "Traceback" not in err


def test_doctor_finds_what_there_is(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("doctor", "--json", "--profile", ready) == 0
    document = json.loads(capsys.readouterr().out)
    verdicts = {finding["name"]: finding["verdict"] for finding in document["findings"]}
    assert verdicts["model"] == verdicts["profile"] == "ok"


def test_output_to_nobody_is_no_traceback(ready: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            return os.open(os.devnull, os.O_WRONLY)

    monkeypatch.setattr("sys.stdout", Closed())
    assert run("vendors") == 0


def test_draft_checks_a_note_that_came_with_its_transcript(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    texts = ("My left knee hurts for three weeks.", "Take ibuprofen 400 milligrams twice a day.")
    episode = {"subjective": "Right knee hurts for 3 weeks.", "plan": None}
    case = {
        "id": "b",
        "language": "en",
        "utterances": [{"speaker": "patient", "text": texts[0]}, {"text": texts[1]}],
        "note": {"episodes": [episode]},
    }
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps(case) + "\n" + json.dumps({**case, "note": "?"}) + "\n")
    assert run("draft", path) == 2
    out, err = capsys.readouterr()
    (read,) = [json.loads(line) for line in out.splitlines()]
    assert read["note"]["episodes"][0]["subjective"] == episode["subjective"]
    assert [(c["kind"], c["level"]) for c in read["checks"]] == [("laterality", "red")]
    assert read["evidence"][0]["flags"] == ["laterality"]
    assert "ibuprofen 400" in read["omissions"][0]["text"].lower()
    assert err.splitlines() == ["scribe-app: Line 2 is not a transcript."]
