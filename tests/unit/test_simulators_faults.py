"""Each simulator refuses what its vendor refuses, records what breaks a rule, and can be cruel."""

import asyncio
import contextlib
import functools
import json
import ssl
from collections.abc import Callable
from typing import Any

import httpx
import pytest
import trustme
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidMessage, InvalidStatus
from websockets.sync.client import connect as connect_plainly

from tests.simulators import (
    ALL,
    Faults,
    JuvolyV1,
    JuvolyV2,
    LiveApi,
    RestFaults,
    Simulator,
    Voxist,
    running,
)
from tests.simulators.sound import numbers, speech
from tests.simulators.wav import header

PCM = speech(3, 0.3)
KEYS = {"X-Juvoly-Api-Key": "made-up-master-key", "X-Juvoly-Client-Id": "clinic-1"}


class Clock:
    """A wall clock that a test sets."""

    def __init__(self) -> None:
        self.seconds = 1_800_000_000.0

    def __call__(self) -> float:
        return self.seconds


def line(server: Simulator, **more: Any) -> connect:
    """Return a connection that the simulator should take."""
    if isinstance(server, LiveApi):
        more |= {"additional_headers": {"Authorization": f"Bearer {server.token()}"}}
        return connect(server.socket_url, proxy=None, **more)
    if isinstance(server, Voxist):
        url = f"{server.socket_url}?token={server.token()}&lang=nl&sample_rate=16000"
        return connect(url, proxy=None, **more)
    assert isinstance(server, JuvolyV1 | JuvolyV2)
    server.sessions[session := f"session-{len(server.sessions)}"] = server.now()
    if isinstance(server, JuvolyV1):
        return connect(f"{server.socket_url}/clinic-1/{session}", proxy=None, **more)
    names = ["v2.juvoly", "clinic-1", session]
    return connect(
        f"{server.socket_url}/generic?encoding=PCM", subprotocols=names, proxy=None, **more
    )


async def talk(server: Simulator, ws: ClientConnection) -> list[Any]:
    """Send the sound as the vendor wants it and return what came until the line closed."""
    if not isinstance(server, Voxist):
        await ws.recv()
    if isinstance(server, JuvolyV1):
        await ws.send(header())
    if isinstance(server, LiveApi):
        await ws.send(header(len(PCM)) + PCM)
    else:
        for at in range(0, len(PCM), 3200):
            await ws.send(PCM[at : at + 3200])
    got = []
    while not got or not is_last(got[-1]):
        got.append(await ws.recv())
    return got


def is_last(message: str | bytes) -> bool:
    """Return whether this message brings the last word as a final."""
    marks = ('"completed": [{', '"completed": true', '"transcription"', '"final"')
    return (
        isinstance(message, str)
        and any(mark in message for mark in marks)
        and 2 in numbers(message)
    )


async def status_of(opening: connect) -> int:
    with pytest.raises(InvalidStatus) as refused:
        await opening
    return int(refused.value.response.status_code)


MAKERS: list[Callable[..., Simulator]] = [
    functools.partial(JuvolyV1, flat=True),
    JuvolyV2,
    LiveApi,
    functools.partial(Voxist, pace=0),
]
each_vendor = pytest.mark.parametrize("make", MAKERS, ids=["v1", "v2", "live", "voxist"])


@each_vendor
@pytest.mark.asyncio
async def test_hostile_messages_come_between_the_real_ones(make: Callable[..., Simulator]) -> None:
    async with (
        make(
            faults=Faults(hostile=ALL[:1], duplicated=True, reordered=True, fragments=3)
        ) as server,
        line(server) as ws,
    ):
        got = await talk(server, ws)
    assert any('"party"' in message for message in got)
    assert server.violations == []


@pytest.mark.asyncio
async def test_every_kind_of_hostile_message_can_be_sent() -> None:
    long = speech(40, 0.25, 0.1, sentence=0)
    async with (
        JuvolyV2(faults=Faults(hostile=ALL)) as server,
        line(server, max_size=None, close_timeout=0.1) as ws,
    ):
        await ws.recv()
        for at in range(0, len(long), 3200):
            await ws.send(long[at : at + 3200])
        got = [await ws.recv() for _ in range(2 * len(ALL))]
    assert max(map(len, got)) > 2 << 20
    assert sum(isinstance(each, bytes) for each in got) == 2


@each_vendor
@pytest.mark.asyncio
async def test_a_handshake_is_refused_with_any_status(make: Callable[..., Simulator]) -> None:
    script = [
        Faults(handshake=status, retry_after="7") for status in (401, 403, 404, 429, 500, 200)
    ]
    async with make(faults=script) as server:
        assert [await status_of(line(server)) for _ in script] == [401, 403, 404, 429, 500, 200]
        async with line(server):
            pass


@each_vendor
@pytest.mark.asyncio
async def test_it_closes_at_once_or_after_some_words(make: Callable[..., Simulator]) -> None:
    script = [Faults(close=1011, reason="why"), Faults(close=1013, after_words=2)]
    async with make(faults=script) as server:
        for code in (1011, 1013):
            async with line(server) as ws:
                with contextlib.suppress(ConnectionClosed):
                    await talk(server, ws)
                await ws.wait_closed()
                assert ws.close_code == code
        assert len(server.connections[0].heard) == 0
        assert len(server.connections[1].heard) >= 2


@each_vendor
@pytest.mark.asyncio
async def test_it_hangs_up_in_the_middle_of_a_frame(make: Callable[..., Simulator]) -> None:
    async with make(faults=Faults(drop=True, after_seconds=0.5)) as server, line(server) as ws:
        with pytest.raises(ConnectionClosed):
            await talk(server, ws)
        assert ws.close_code == 1006


@each_vendor
@pytest.mark.asyncio
async def test_a_wedge_answers_pings_and_nothing_else(make: Callable[..., Simulator]) -> None:
    async with make(faults=Faults(wedge=True, after_seconds=0.1)) as server, line(server) as ws:
        talking = asyncio.ensure_future(talk(server, ws))
        await asyncio.sleep(0)
        await asyncio.wait([talking], timeout=0.1)
        await asyncio.wait_for(await ws.ping(), 2)
        assert not talking.done()
        talking.cancel()


@pytest.mark.asyncio
async def test_pings_can_be_blocked_while_words_go_on() -> None:
    async with JuvolyV2(faults=Faults(block_pings=True)) as server, line(server) as ws:
        pong = await ws.ping()
        assert len(await talk(server, ws)) >= 2
        assert not pong.done()


@pytest.mark.asyncio
@pytest.mark.parametrize("fault", [Faults(mute_handshake=True), Faults(drop_handshake=True)])
async def test_a_handshake_may_get_no_answer(fault: Faults) -> None:
    wanted = (TimeoutError, InvalidMessage)
    async with JuvolyV2(faults=fault) as server:
        with pytest.raises(wanted):
            await line(server, open_timeout=0.1)


@pytest.mark.asyncio
@pytest.mark.parametrize("fault", [Faults(vanish=True), Faults(stop_reading=1e6)])
async def test_it_may_stop_reading(fault: Faults) -> None:
    async with Voxist(pace=0, faults=fault) as server, line(server, close_timeout=0.05) as ws:
        pong = await ws.ping()
        await asyncio.wait([pong], timeout=0.05)
        assert not pong.done()


@pytest.mark.asyncio
async def test_a_session_is_good_once_and_for_ten_minutes() -> None:
    clock = Clock()
    async with JuvolyV1(now=clock) as server:
        server.sessions |= {"one": clock.seconds, "two": clock.seconds}
        async with connect(f"{server.socket_url}/clinic-1/one", proxy=None):
            pass
        assert await status_of(connect(f"{server.socket_url}/clinic-1/one", proxy=None)) == 403
        clock.seconds += 601
        assert await status_of(connect(f"{server.socket_url}/clinic-1/two", proxy=None)) == 403
        assert server.violations == ["connection 1: reused session id"]


@pytest.mark.asyncio
async def test_data_before_ready_and_a_null_episode_count_are_violations() -> None:
    request = {"modelSize": "large", "template": "soap", "episodeCount": None}
    async with JuvolyV1(faults=Faults(ready_delay=0.05)) as server, line(server) as ws:
        await ws.send(header() + bytes(640))
        await ws.recv()
        await ws.send(json.dumps({"type": "summarize", "request": request}))
        await ws.close()
    assert server.violations[0] == "connection 0: audio before ready"
    assert "episodeCount" in server.violations[1]


@pytest.mark.asyncio
async def test_subprotocols_in_another_order_are_refused() -> None:
    async with JuvolyV2() as server:
        server.sessions["one"] = server.now()
        url, names = f"{server.socket_url}/generic?encoding=PCM", ["clinic-1", "one", "v2.juvoly"]
        assert await status_of(connect(url, subprotocols=names, proxy=None)) == 403
    assert server.violations == ["connection 0: wrong subprotocols"]


@pytest.mark.asyncio
@pytest.mark.parametrize(("selected", "name"), [("third", "session-0"), ("none", None)])
async def test_any_subprotocol_may_be_selected(selected: Any, name: str | None) -> None:
    async with JuvolyV2(selected=selected) as server, line(server) as ws:
        assert ws.subprotocol == name


@pytest.mark.asyncio
async def test_a_trailing_comma_is_no_json() -> None:
    async with JuvolyV2(trailing_comma=True) as server, line(server) as ws:
        got = await talk(server, ws)
    with pytest.raises(ValueError, match="double quotes"):
        json.loads(got[-1])


@pytest.mark.asyncio
@pytest.mark.parametrize("refuse", [401, 403, 1008, 4401, 4403])
async def test_a_bad_token_is_refused_in_every_way(refuse: int) -> None:
    async with LiveApi(refuse_with=refuse) as server:
        headers = {"Authorization": f"Bearer {server.token(-5)}"}
        opening = connect(server.socket_url, additional_headers=headers, proxy=None)
        if refuse < 1000:
            assert await status_of(opening) == refuse
            return
        async with opening as ws:
            with pytest.raises(ConnectionClosed):
                await ws.recv()
            assert ws.close_code == refuse


@pytest.mark.asyncio
async def test_chunks_of_another_form_or_length_are_violations() -> None:
    async with LiveApi() as server, line(server) as ws:
        await ws.recv()
        await ws.send(bytes(64000))
        await ws.send(header(3200) + bytes(3200))
        await ws.close()
    assert server.violations == [
        "connection 0: chunk as pcm, not wav-per-chunk", "connection 0: chunk of 0.10 s"
    ]  # fmt: skip


@pytest.mark.asyncio
async def test_voxist_objects_to_pace_size_and_configuration() -> None:
    now = [0.0]
    entry = {"pattern": "x" * 300, "replacement": "y"}
    config = {"lang": "nl", "punctuation_mode": "Loud", "user_vocabulary": [entry] * 101}
    async with Voxist(monotonic=lambda: now[0]) as server, line(server) as ws:
        await ws.send(json.dumps({"config": config}))
        for _ in range(21):
            await ws.send(bytes(3200))
        now[0] = 5.0
        await ws.send(bytes(6400))
        await ws.send("Done")
        assert await ws.recv() == "Done!"
    told = " ".join(server.violations)
    for rule in ("punctuation_mode", "101 vocabulary", "too long", "faster than", "6400 bytes"):
        assert rule in told


@pytest.mark.asyncio
@pytest.mark.parametrize(("language", "code"), [("sv", 1011), ("tlh", 1008)])
async def test_voxist_closes_for_a_language_it_does_not_serve(language: str, code: int) -> None:
    async with Voxist() as server:
        url = f"{server.socket_url}?api_key={server.api_key}&lang={language}"
        async with connect(url, proxy=None) as ws:
            with pytest.raises(ConnectionClosed):
                await ws.recv()
            assert ws.close_code == code


@pytest.mark.asyncio
async def test_a_stale_token_is_refused_once() -> None:
    async with Voxist(stale_tokens=1) as server:
        assert await status_of(line(server)) == 401
        async with line(server):
            pass


@pytest.mark.asyncio
async def test_kroko_says_done_and_holds_the_line() -> None:
    async with Voxist(ending=("Done!", "finals")) as server, line(server) as ws:
        await ws.send("Done")
        assert await ws.recv() == "Done!"
        await (await ws.ping())


@pytest.mark.asyncio
async def test_web_requests_fail_as_told() -> None:
    script = [
        RestFaults(status=503, retry_after="3"), RestFaults(body=b"<html>"), RestFaults(huge=True)
    ]  # fmt: skip
    async with JuvolyV2(rest_faults=script) as server, httpx.AsyncClient(trust_env=False) as client:
        url = f"{server.rest_url}/session"
        replies = [await client.post(url, headers=KEYS, json={}) for _ in range(4)]
        wrong = await client.post(url, headers=KEYS | {"X-Juvoly-Api-Key": "wrong"}, content=b"")
    assert (replies[0].status_code, replies[0].headers["retry-after"]) == (503, "3")
    assert replies[1].content == b"<html>"
    assert len(replies[2].content) > 8 << 20
    assert replies[3].json()["clientId"] == "clinic-1"
    assert (wrong.status_code, server.violations) == (401, [])
    assert server.calls == ["POST /api/v2/rest/session"] * 5


def test_a_plain_test_gets_a_server_over_tls() -> None:
    authority = trustme.CA()
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    trusting = ssl.create_default_context()
    authority.configure_trust(trusting)
    with running(Voxist(tls=context)) as server:
        headers = {"X-LVL-KEY": server.api_key}
        url = f"{server.rest_url}/websocket?engine=voxist-rt"
        reply = httpx.get(url, headers=headers, verify=trusting, trust_env=False)
        address = f"{reply.json()['url']}&lang=nl"
        with connect_plainly(address, ssl=trusting, proxy=None) as ws:
            ws.send("Done")
            assert ws.recv() == "Done!"
    assert address.startswith("wss://")
    assert server.dones == 1


def test_what_is_printed_of_a_server_holds_no_secret() -> None:
    for server in (JuvolyV1(), JuvolyV2(), LiveApi(), Voxist()):
        assert "made-up" not in repr(server)
