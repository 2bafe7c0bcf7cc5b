"""The real recogniser in its real process: speech in, words out, whatever happens to it."""

import asyncio
import json
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import psutil
import pytest
import pytest_asyncio
import soundfile
import soxr

from scribe_app.ondevice.catalogue import bundled_catalogue
from scribe_app.ondevice.models import ModelStore
from scribe_app.ondevice.pipe import PipeDialler, PipeTransport
from scribe_app.ports.transport import PipeDial, TransportClosed
from tests.fixtures.shared import ROOT

SAMPLES = ROOT / "resources" / "samples"
COMMAND = (sys.executable, "-m", "scribe_app.ondevice.worker")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    store = ModelStore(tmp_path_factory.mktemp("models"), bundled_catalogue())
    return store.ensure("whisper-base")


@pytest_asyncio.fixture
async def line() -> AsyncIterator[PipeTransport]:
    transport = await PipeDialler({"recogniser": COMMAND}).connect(PipeDial("recogniser"))
    yield transport
    await transport.close()


def spoken(language: str, seconds: float) -> bytes:
    """Return the beginning of a sample consultation as the recogniser takes it."""
    (path,) = (p for p in SAMPLES.glob(f"{language}.*") if p.suffix in (".ogg", ".flac", ".mp3"))
    audio, rate = soundfile.read(path, dtype="int16", always_2d=True)
    mono = soxr.resample(audio[: int(seconds * rate), 0], rate, 16_000)
    return bytes(mono.astype("<i2").tobytes())


def start(model: Path, language: str) -> str:
    return json.dumps({"type": "start", "model": str(model), "language": language, "threads": 1})


async def said(line: PipeTransport) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(await asyncio.wait_for(line.receive(), 60))
    return message


async def until_ended(line: PipeTransport) -> list[dict[str, Any]]:
    messages = [await said(line)]
    while messages[-1]["type"] != "ended":
        messages.append(await said(line))
    return messages


def words_of(messages: list[dict[str, Any]]) -> list[str]:
    finals = {m["id"]: m for m in messages if m["type"] == "final"}
    return " ".join(finals[key]["text"] for key in sorted(finals)).lower().split()


@pytest.mark.asyncio
@pytest.mark.parametrize("language", ["en", "nl", "fr"])
async def test_a_consultation_becomes_words(
    line: PipeTransport, model: Path, language: str
) -> None:
    audio = spoken(language, 15)
    await line.send(start(model, language))
    assert (await said(line)) == {"type": "ready", "model": "whisper-base"}
    for at in range(0, len(audio), 3201):  # odd on purpose: a sample may be cut in two
        await line.send(audio[at : at + 3201])
    await line.send('{"type": "finish"}')
    messages = await until_ended(line)
    heard = words_of(messages)
    assert len(heard) > 15
    assert len(set(heard)) > len(heard) / 3
    untils = [m["until"] for m in messages if m["type"] == "progress"]
    assert untils == sorted(untils)
    assert untils[-1] == pytest.approx(len(audio) / 32_000, abs=0.1)
    assert all(m["closed"] for m in {m["id"]: m for m in messages if m["type"] == "final"}.values())


@pytest.mark.asyncio
async def test_auto_finds_the_language(line: PipeTransport, model: Path) -> None:
    await line.send(start(model, "auto"))
    await said(line)
    await line.send(spoken("fr", 15))
    await line.send('{"type": "finish"}')
    heard = words_of(await until_ended(line))
    assert {"je", "de", "la", "le", "les", "vous", "et", "est"} & set(heard)


@pytest.mark.asyncio
async def test_silence_gives_nothing_and_is_settled(line: PipeTransport, model: Path) -> None:
    await line.send(start(model, "en"))
    await said(line)
    await line.send(bytes(32_000 * 20))
    await line.send('{"type": "finish"}')
    messages = await until_ended(line)
    assert {m["type"] for m in messages} == {"progress", "ended"}
    assert messages[-2]["until"] == pytest.approx(20, abs=0.1)


@pytest.mark.asyncio
async def test_a_killed_process_is_a_lost_line(line: PipeTransport, model: Path) -> None:
    await line.send(start(model, "en"))
    await said(line)
    os.kill(line.pid, signal.SIGKILL)
    with pytest.raises(TransportClosed) as caught:
        await asyncio.wait_for(line.receive(), 10)
    assert caught.value.code == 1006


@pytest.mark.asyncio
async def test_it_leaves_when_its_parent_does(line: PipeTransport, model: Path) -> None:
    await line.send(start(model, "en"))
    await said(line)
    await line.send(spoken("en", 20))
    await line.close()
    assert line.returncode == 0


@pytest.mark.asyncio
@pytest.mark.parametrize("bad", ["no model", "damaged model", "language", "audio first"])
async def test_what_cannot_be_started_is_one_sentence(
    line: PipeTransport, model: Path, tmp_path: Path, bad: str
) -> None:
    (tmp_path / "damaged model").mkdir()
    (tmp_path / "damaged model" / "model.bin").write_bytes(b"not a model")
    place = model if bad in ("language", "audio first") else tmp_path / bad
    await line.send(
        b"\0\0" if bad == "audio first" else start(place, "xx" if bad == "language" else "en")
    )
    message = await said(line)
    kind = "storage" if "model" in bad else "configuration"
    assert (message["type"], message["kind"]) == ("fault", kind)
    assert message["sentence"].endswith(".")
    assert str(tmp_path) not in message["sentence"]
    with pytest.raises(TransportClosed):
        await line.receive()


@pytest.mark.asyncio
async def test_it_steps_back_behind_the_recording(line: PipeTransport, model: Path) -> None:
    await line.send(start(model, "en"))
    assert (await said(line))["type"] == "ready"
    assert psutil.Process(line.pid).nice() == min(19, os.nice(0) + 5)
