"""The ways in which a vendor may differ from its documents: each option does what it says."""

import contextlib
import json
import signal
import subprocess
import sys
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.simulators import Faults, JuvolyV1, JuvolyV2, LiveApi, Simulator, Voxist
from tests.simulators.hostile import ALL, hostile
from tests.simulators.sound import numbers, speech
from tests.simulators.wav import header

PCM = speech(6, 0.25, 0.1, sentence=2, pause=0.5)
SUBSCRIBE = '{"type": "subscribe", "subscription": {"type": "information"}}'

Messages = list[dict[str, Any]]


async def until(ws: ClientConnection, last: str) -> Messages:
    """Return the messages up to the last one of a kind, or up to a pause of the server."""
    got: Messages = []
    while not got or got[-1]["type"] != last:
        got.append(json.loads(await ws.recv()))
    return got


async def send(ws: ClientConnection, pcm: bytes) -> None:
    for at in range(0, len(pcm), 3200):
        await ws.send(pcm[at : at + 3200])


async def v1(server: JuvolyV1, template: str = "soap") -> Messages:
    """Return the transcripts and the summary."""
    server.sessions["one"] = server.now()
    request = {"type": "summarize", "request": {"modelSize": "large", "template": template}}
    async with connect(f"{server.socket_url}/clinic-1/one", proxy=None) as ws:
        await until(ws, "ready")
        await ws.send(header())
        await send(ws, PCM)
        await ws.send(json.dumps(request))
        got = await until(ws, "summarization")
    assert server.violations == []
    return got


async def v2(server: JuvolyV2, asks: int = 1) -> Messages:
    """Return all messages but ready."""
    server.sessions["one"] = server.now()
    url, names = f"{server.socket_url}/kolibri?encoding=PCM", ["v2.juvoly", "clinic-1", "one"]
    async with connect(url, subprotocols=names, proxy=None) as ws:
        await until(ws, "ready")
        await ws.send(SUBSCRIBE)
        await send(ws, PCM)
        await ws.send('{"type": "summarizeSoep"}')
        got = [message for _ in range(asks) for message in await until(ws, "summarySoep")]
    assert server.violations == []
    return got


async def voxist(server: Voxist) -> Messages:
    """Return all messages but the last, Done!."""
    url = f"{server.socket_url}?api_key={server.api_key}&lang=fr"
    got = []
    async with connect(url, proxy=None) as ws:
        await send(ws, PCM)
        await ws.send("Done")
        with contextlib.suppress(ConnectionClosed):
            while True:
                got.append(await ws.recv())
    assert (got.pop(), server.violations) == ("Done!", [])
    return [json.loads(message) for message in got]


@pytest.mark.asyncio
async def test_v1_may_send_all_that_is_completed_each_time() -> None:
    async with JuvolyV1(completed="cumulative", flat=True) as server:
        got = await v1(server)
    assert [each["idx"] for each in got[-2]["completed"]] == [49, 50, 51]


@pytest.mark.asyncio
async def test_v1_may_send_strings_or_single_objects() -> None:
    async with JuvolyV1(sentences="string", flat=True) as server:
        strings = await v1(server)
    async with JuvolyV1(sentences="single", flat=True) as server:
        single = await v1(server)
    assert numbers(" ".join(each["completed"][0] for each in strings if each.get("completed")))
    done = [each["completed"] for each in single if each.get("completed")]
    assert [number for each in done for number in numbers(each["sentence"])] == [*range(6)]
    assert single[0]["completed"] is None


@pytest.mark.asyncio
async def test_v1_may_start_idx_again_and_name_speakers() -> None:
    async with JuvolyV1(idx_reset=2, speaker="int", flat=True) as server:
        got = await v1(server)
    done = [each["completed"][0] for each in got if each.get("completed")]
    assert [(each["idx"], each["speaker"]) for each in done] == [(49, 0), (50, 1), (49, 0)]


@pytest.mark.asyncio
@pytest.mark.parametrize(("template", "key"), [("meeting", "points"), ("dictation", "text")])
async def test_v1_answers_other_templates_in_another_form(template: str, key: str) -> None:
    async with JuvolyV1(wrappers=("a", "b", "c", "d")) as server:
        got = await v1(server, template)
    assert set(got[0]) == {"type", "a"}
    assert key in got[-1]["b"]["c"]
    assert server.requests == [template]


@pytest.mark.asyncio
async def test_v2_may_leave_open_what_ended_and_open_what_was_completed() -> None:
    async with JuvolyV2(never_complete=[1], regress=True) as server:
        got = await v2(server)
    said = [each for each in got if each["type"] == "transcript"]
    assert {each["utterance"]["id"] for each in said if each["completed"]} == {"0", "2"}
    places = [at for at, each in enumerate(said) if each["completed"]]
    assert all(said[at + 1]["completed"] is False for at in places)
    assert all(said[at + 1]["utterance"]["id"] == said[at]["utterance"]["id"] for at in places)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("mode", "sizes"),
    [("delta", [1, 1, 1]), ("repeated", [1, 2, 3]), ("shrinking", [3, 2, 1]), ("never", [])],
)
async def test_v2_information_comes_as_told(mode: Any, sizes: list[int]) -> None:
    async with JuvolyV2(information=mode) as server:
        got = await v2(server)
    found = [each for each in got if each["type"] == "information"]
    assert [len(each["codings"]) for each in found] == sizes


@pytest.mark.asyncio
async def test_v2_information_may_come_first_or_without_measurements() -> None:
    async with JuvolyV2(information="before") as server:
        assert (await v2(server))[0]["type"] == "information"
    async with JuvolyV2(information="without-measurements", summary="twice") as server:
        got = await v2(server, asks=2)
    assert not any("measurements" in each for each in got)
    async with JuvolyV2(summary="empty") as server:
        assert (await v2(server))[-1]["summary"] == {"episodes": []}


@pytest.mark.asyncio
@pytest.mark.parametrize("repeat", ["same", "revised"])
async def test_voxist_may_repeat_a_final(repeat: Any) -> None:
    async with Voxist(pace=0, repeat_final=repeat, confidence="null", mirror=True) as server:
        got = await voxist(server)
    finals = [each for each in got if each["type"] == "final"]
    assert [each["segment"] for each in finals] == [0, 0, 1, 1, 2, 2]
    assert finals[0]["text"].endswith(" eh") == (repeat == "revised")
    assert numbers("".join(each["text"] for each in finals[1::2])) == [*range(6)]
    assert finals[0]["confidence"] is None


@pytest.mark.asyncio
async def test_voxist_may_send_frames_of_its_gateway_and_leave_segments_out() -> None:
    async with Voxist(pace=0, redirect=True, error=True, segments=False) as server:
        got = await voxist(server)
    kinds = [each["type"] for each in got if each["type"] != "partial"]
    assert kinds == ["final", "redirect", "error", "final", "final"]
    assert not any("segment" in each for each in got)


@pytest.mark.asyncio
async def test_voxist_begins_again_in_another_language() -> None:
    async with Voxist(pace=0) as server:
        url = f"{server.socket_url}?api_key={server.api_key}&lang=fr"
        async with connect(url, proxy=None) as ws:
            await send(ws, PCM)
            await ws.send('{"config": {"lang": "nl-NL"}}')
            await send(ws, PCM)
            got = [json.loads(await ws.recv()) for _ in range(18)]
    finals = [each for each in got if each["type"] == "final"]
    assert [each["segment"] for each in finals] == [0, 1, 2, 0, 1, 2]
    assert finals[0]["elements"] == finals[3]["elements"]


@pytest.mark.asyncio
async def test_live_api_labels_and_times_as_told() -> None:
    options: dict[str, Any] = {"times": "session", "labels": "SPEAKER_00", "relabel": 1}
    async with LiveApi(speakers=2, **options) as server:
        headers = {"Authorization": f"Bearer {server.token()}"}
        async with connect(server.socket_url, additional_headers=headers, proxy=None) as ws:
            await until(ws, "session_init")
            for chunk in (PCM[:35200], PCM[35200:]):
                await ws.send(header(len(chunk)) + chunk)
            first, second = [json.loads(await ws.recv()) for _ in range(2)]
    assert first["text"].startswith("[SPEAKER_00 | 0.100 --> ")
    assert second["text"].startswith("[SPEAKER_00 | ")  # its turn was SPEAKER_01's
    assert float(second["text"].split("|")[1].split()[0]) == 1.2
    assert numbers(first["text"] + second["text"]) == [*range(6)]


@pytest.mark.asyncio
async def test_a_word_cut_in_two_is_lost_unless_chunks_are_joined() -> None:
    for across, words in ((False, 5), (True, 6)):
        async with LiveApi(across_chunks=across, expects=None) as server:
            headers = {"Authorization": f"Bearer {server.token()}"}
            async with connect(server.socket_url, additional_headers=headers, proxy=None) as ws:
                await ws.recv()
                for chunk in (PCM[:41600], PCM[41600:]):
                    await ws.send(chunk)
                while len(server.all_heard) < words:
                    await ws.recv()
            assert server.violations == []
            assert len(server.all_heard) == words


@pytest.mark.parametrize("server", [JuvolyV1(), JuvolyV2(), LiveApi(), Voxist()])
def test_every_hostile_message_can_be_made_of_every_vendors_own(server: Simulator) -> None:
    sample = {"juvoly-v2": None}.get(server.name, getattr(server, "_sample", None))
    made = [hostile(name, sample or (lambda *_: {"type": "transcript"})) for name in ALL]
    assert len(made) == len(ALL)


def test_a_fault_strikes_when_it_is_due() -> None:
    assert not Faults(hostile=ALL).is_due(9, 9.0)
    assert Faults(close=1011).is_due(0, 0.0)
    after = Faults(wedge=True, after_words=3, after_seconds=2.0)
    assert [after.is_due(*at) for at in ((2, 1.0), (3, 1.0), (0, 2.0))] == [False, True, True]


def test_a_person_can_start_one_and_is_told_what_to_type() -> None:
    command = [sys.executable, "-m", "tests.simulators", "voxist", "--tls"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        told = "".join(iter(process.stdout.readline, "On the command line:\n"))
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.wait() == 0
    for words in ("rest_url = https://127.0.0.1:", "socket_url = wss://", "made up", "authority"):
        assert words in told
