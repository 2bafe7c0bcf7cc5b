"""Each simulator, spoken to as its vendor's documents say: everything heard, nothing to object."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from tests.simulators import JuvolyV1, JuvolyV2, LiveApi, Voxist
from tests.simulators.sound import numbers, speech, timetable
from tests.simulators.wav import Form, header

pytestmark = pytest.mark.asyncio
WORDS = 7
PCM = speech(WORDS)
TRUTH = timetable(WORDS)
ALL = list(range(WORDS))
KEYS = {"X-Juvoly-Api-Key": "made-up-master-key", "X-Juvoly-Client-Id": "clinic-1"}


async def call(method: str, url: str, **more: Any) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.request(method, url, **more)


async def session(server: JuvolyV1 | JuvolyV2, **headers: str) -> str:
    reply = await call("POST", f"{server.rest_url}/session", headers=KEYS | headers, json={})
    return str(reply.json()["sessionId"])


async def until(ws: ClientConnection, kind: str) -> list[dict[str, Any]]:
    """Return the messages up to the first of a kind."""
    got = [json.loads(await ws.recv())]
    while got[-1]["type"] != kind:
        got.append(json.loads(await ws.recv()))
    return got


def frames(pcm: bytes, size: int = 3200) -> list[bytes]:
    return [pcm[at : at + size] for at in range(0, len(pcm), size)]


async def send(ws: ClientConnection, pcm: bytes, size: int = 3200) -> None:
    for frame in frames(pcm, size):
        await ws.send(frame)


async def rest_of(ws: ClientConnection) -> AsyncIterator[Any]:
    with contextlib.suppress(ConnectionClosed):
        while True:
            yield await ws.recv()


@pytest.mark.parametrize("seed", range(4))
async def test_juvoly_v1_completes_every_sentence_and_writes_a_note(seed: int) -> None:
    async with JuvolyV1(seed=seed, flat=seed == 3) as server:
        url = f"{server.socket_url}/clinic-1/{await session(server)}"
        async with connect(url, proxy=None) as ws:
            await until(ws, "ready")
            await ws.send(header())
            await send(ws, PCM, 6400)
            request = {"modelSize": "large", "template": "soap", "episodeCount": 2}
            await ws.send(json.dumps({"type": "summarize", "request": request}))
            got = await until(ws, "summarization")
    lists = [message if seed == 3 else list(message.values())[1] for message in got[:-1]]
    said = [sentence for each in lists for sentence in each["completed"]]
    assert [number for sentence in said for number in numbers(sentence["sentence"])] == ALL
    assert [word["start"] for each in said for word in each["words"]] == [t.start for t in TRUTH]
    assert [sentence["idx"] for sentence in said] == [49, 50]
    assert numbers(json.dumps(got[-1])) == ALL
    assert (server.requests, server.violations, server.all_heard) == (["soap"], [], ALL)
    assert server.pcm() == PCM


async def test_juvoly_v2_sends_utterances_information_and_a_note() -> None:
    async with JuvolyV2() as server:
        protocols = ["v2.juvoly", "clinic-1", await session(server)]
        url = f"{server.socket_url}/generic?encoding=PCM"
        async with connect(url, subprotocols=protocols, proxy=None) as ws:
            await until(ws, "ready")
            await ws.send('{"type": "subscribe", "subscription": {"type": "information"}}')
            await send(ws, PCM)
            await ws.send('{"type": "summarizeSoep"}')
            got = await until(ws, "summarySoep")
    done = [each["utterance"] for each in got if each.get("completed")]
    assert [number for each in done for number in numbers(each["sentence"])] == ALL
    assert [each["id"] for each in done] == ["0", "1"]
    assert [word["end"] for each in done for word in each["words"]] == [t.end for t in TRUTH]
    assert sum(each["type"] == "information" for each in got) == 2
    assert numbers(json.dumps(got[-1])) == ALL
    assert (server.violations, server.pcm()) == ([], PCM)


async def test_juvoly_v2_trades_a_subscribers_password_for_a_user_key() -> None:
    good, bad = ("huisarts@example.org", "made-up-password"), ("huisarts@example.org", "wrong")
    async with JuvolyV2() as server:
        url = f"{server.rest_url}/auth/user-api-key"
        key = (await call("GET", url, headers=KEYS, auth=good)).json()["userApiKey"]
        assert (await call("GET", url, headers=KEYS, auth=bad)).status_code == 401
        server.subscribed = ()
        assert (await call("GET", url, headers=KEYS, auth=good)).status_code == 401
        assert await session(server, **{"X-Juvoly-Api-Key": key})
        assert server.violations == []
        await call("GET", url, headers=KEYS | {"X-Juvoly-Api-Key": key}, auth=good)
        assert server.violations == ["user-api-key: asked with a user key, not the master key"]


@pytest.mark.parametrize("by", ["header", "query"])
async def test_live_api_answers_each_chunk_in_brackets(by: str) -> None:
    async with LiveApi(speakers=2, silent="warning") as server:
        token = (
            await call("POST", server.token_url, data={"client_id": "clinic-1",
                       "client_secret": "made-up-client-secret"})
        ).json()["access_token"]  # fmt: skip
        headers = {"Authorization": f"Bearer {token}"} if by == "header" else None
        url = server.socket_url + (f"?token={token}" if by == "query" else "")
        async with connect(url, additional_headers=headers, proxy=None) as ws:
            await until(ws, "session_init")
            for chunk in [PCM[: 32000 * 4], PCM[32000 * 4 :], bytes(32000)]:
                await ws.send(header(len(chunk)) + chunk)
            got = await until(ws, "warning")
    text = "\n".join(each["text"] for each in got[:-1])
    assert numbers(text) == ALL
    assert text.startswith("[SPEAKER_0 | 0.200 --> 4.000]: ")
    assert "[SPEAKER_1 | " in text
    assert (server.violations, server.pcm()) == ([], PCM + bytes(32000))


async def test_live_api_trades_a_password_for_a_token() -> None:
    async with LiveApi() as server:
        given = {"email": server.email, "password": server.password, "remember": True}
        reply = (await call("POST", server.login_url, json=given)).json()
        assert reply["success"]
        assert reply["token"].count(".") == 2
        wrong = await call("POST", server.login_url, json=given | {"password": "wrong"})
    assert (wrong.status_code, server.violations) == (401, [])


@pytest.mark.parametrize("route", ["token", "key"])
async def test_voxist_sends_finals_and_ends_after_done(route: str) -> None:
    async with Voxist(pace=0) as server:
        url = f"{server.socket_url}?api_key={server.api_key}"
        if route == "token":
            headers = {"X-LVL-KEY": server.api_key}
            reply = await call(
                "GET", f"{server.rest_url}/websocket?engine=voxist-rt-2", headers=headers
            )
            url = reply.json()["url"]
        async with connect(f"{url}&lang=fr-medical&sample_rate=16000", proxy=None) as ws:
            await send(ws, PCM)
            await ws.send('{"eof": 1}')
            await ws.send("Done")
            got = [message async for message in rest_of(ws)]
    assert got.pop() == "Done!"
    finals = [each for each in map(json.loads, got) if each["type"] == "final"]
    assert [number for each in finals for number in numbers(each["text"])] == ALL
    assert [each["segment"] for each in finals] == [0, 1]
    starts = [word["startedAt"] for each in finals for word in each["elements"]["words"]]
    assert starts == [each.start for each in TRUTH]
    assert all(each["text"].startswith(" ") for each in finals)
    assert (server.violations, server.pcm(), server.dones, server.eofs) == ([], PCM, 1, 1)


async def test_voxist_discards_audio_until_it_knows_the_language() -> None:
    async with Voxist(pace=0) as server:
        async with connect(f"{server.socket_url}?api_key={server.api_key}", proxy=None) as ws:
            await send(ws, PCM[:6400])
            await ws.send('{"config": {"lang": "nl", "sample_rate": 16000}}')
            await send(ws, PCM[6400:])
            await ws.send("Done")
            async for _ in rest_of(ws):
                pass
        assert (server.frames_before_config, server.pcm()) == (2, PCM[6400:])
        assert server.violations == []


async def test_the_form_of_audio_is_told_from_its_bytes() -> None:
    async with JuvolyV1(expects=Form.WAV_PER_CHUNK) as server:
        url = f"{server.socket_url}/clinic-1/{await session(server)}"
        async with connect(url, proxy=None) as ws:
            await until(ws, "ready")
            for frame in frames(PCM, 16000):
                await ws.send(header(len(frame)) + frame)
            await asyncio.wait_for(until(ws, "transcript"), 5)
            await ws.close()
    assert server.violations == []
