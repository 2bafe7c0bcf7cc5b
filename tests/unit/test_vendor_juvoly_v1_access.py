"""Juvoly V1: how it is reached, what it is sent, and where its lists are."""

import struct

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.faults import FaultKind
from scribe_app.vendors.juvoly_v1 import JuvolyV1
from tests.fixtures.juvoly_v1 import GOOD_DAY, WHAT, codec, heard
from tests.fixtures.vendor_web import (
    dialled,
    finals,
    not_dialled,
    refusing,
    settings,
    shown,
    told,
    web,
)

SECRETS = {"api_key": "made-up-key", "client_id": "client-1"}


SESSION = {
    "clientId": "client-1",
    "sessionId": "3f2b-uuid",
    "sessionCreateTime": "2026-01-01T10:00:00Z",
    "sessionClaimTime": None,
}


NAMES = st.text("abcdefghijklmnop_W", min_size=1, max_size=12).filter(
    lambda name: name.lower() not in {"a", "e", "o", "p", "plan", "final", "complete"}
)


# --- getting in -----------------------------------------------------------------------------------


def test_a_session_is_created_and_its_path_is_the_key_to_the_socket() -> None:
    service = web(SESSION)
    dial = dialled(JuvolyV1(), service, SECRETS)
    assert (service.asked.method, service.asked.body) == ("POST", b"{}")
    assert service.asked.url == "https://ai.juvoly.nl/api/authentication/session"
    assert service.headers["X-Juvoly-Api-Key"] == "made-up-key"
    assert service.headers["X-Juvoly-Client-Id"] == "client-1"
    assert service.headers["Content-Type"] == "application/json"
    assert dial.url == "wss://ai.juvoly.nl/ws/speech/client-1/3f2b-uuid"
    assert dial.headers == dial.subprotocols == ()


def test_every_connection_has_a_session_of_its_own() -> None:
    service = web(SESSION, {**SESSION, "sessionId": "another"})
    vendor = JuvolyV1()
    assert dialled(vendor, service, SECRETS).url != dialled(vendor, service, SECRETS).url
    assert len(service.requests) == 2


def test_its_addresses_are_settings() -> None:
    service, vendor = web(SESSION), JuvolyV1()
    chosen = settings(
        vendor, rest_url="http://127.0.0.1:1/x/", socket_url="ws://127.0.0.1:1/speech/"
    )
    dial = dialled(vendor, service, SECRETS, chosen)
    assert service.asked.url == "http://127.0.0.1:1/x/session"
    assert dial.url == "ws://127.0.0.1:1/speech/client-1/3f2b-uuid"


def test_what_has_a_meaning_in_addresses_is_written_out_in_the_path() -> None:
    dial = dialled(JuvolyV1(), web({**SESSION, "sessionId": "a#b%c"}), SECRETS)
    assert dial.url.endswith("/client-1/a%23b%25c")


@pytest.mark.parametrize("client", ["a b", "a=b", "a/b", "é", "a\nb"])
def test_a_client_id_with_impossible_characters_is_a_configuration_fault(client: str) -> None:
    service = web(SESSION)
    fault = not_dialled(JuvolyV1(), service, {**SECRETS, "client_id": client})
    assert fault.kind is FaultKind.CONFIGURATION
    assert service.requests == []


@pytest.mark.parametrize("missing", ["api_key", "client_id"])
def test_without_a_credential_nothing_is_asked(missing: str) -> None:
    service, secrets = web(SESSION), {k: v for k, v in SECRETS.items() if k != missing}
    assert not_dialled(JuvolyV1(), service, secrets).kind is FaultKind.AUTH
    forewarned = JuvolyV1().forewarning(settings(JuvolyV1()), secrets, 0.0)
    assert forewarned is not None
    assert forewarned.kind is FaultKind.AUTH
    assert service.requests == []


@pytest.mark.parametrize("status", [401, 403])
def test_a_bad_key_is_a_fault_of_credentials(status: int) -> None:
    fault = not_dialled(JuvolyV1(), refusing(status), SECRETS)
    assert (fault.kind, fault.retryable) == (FaultKind.AUTH, False)


@pytest.mark.parametrize(
    "answer", [{}, [], {"sessionId": None}, {"sessionId": "a b"}, {"sessionId": ["x"]}, "x" * 300]
)
def test_an_answer_without_a_session_is_not_understood(answer: object) -> None:
    assert not_dialled(JuvolyV1(), web(answer), SECRETS).kind is FaultKind.PROTOCOL


def test_nothing_is_sent_before_or_at_ready() -> None:
    assert list(codec().opened()) == list(codec().ready()) == []
    assert told(codec(), {"type": "ready"}) == [ev.Ready()]


# --- audio ----------------------------------------------------------------------------------------


def test_audio_is_one_wav_stream_whose_length_nobody_knows() -> None:
    it = codec()
    first, second = *it.audio(b"\1\0" * 1600), *it.audio(b"\2\0" * 1600)
    assert isinstance(first, bytes)
    assert first[:4] + first[8:12] == b"RIFFWAVE"
    assert struct.unpack("<HHIIHH", first[20:36]) == (1, 1, 16000, 32000, 2, 16)
    assert first[36:44] == b"data\xff\xff\xff\xff"
    assert first[44:] == b"\1\0" * 1600
    assert second == b"\2\0" * 1600


def test_audio_may_be_a_wav_file_for_each_chunk() -> None:
    it = codec(audio="wav-chunks")
    for frame in [*it.audio(b"\1\0" * 1600), *it.audio(b"\1\0" * 1600)]:
        assert isinstance(frame, bytes)
        assert struct.unpack("<I", frame[40:44]) == (3200,)
        assert len(frame) == 44 + 3200


def test_audio_may_be_bare_samples() -> None:
    assert list(codec(audio="pcm").audio(b"\1\0" * 1600)) == [b"\1\0" * 1600]


def test_the_end_is_a_second_of_silence() -> None:
    assert list(codec(audio="pcm").finish()) == [bytes(32000)]


def test_it_is_drained_after_2_s_of_silence_or_10_with_a_sentence_open() -> None:
    it = codec()
    told(it, heard([GOOD_DAY]))
    assert not it.drained(1.9)
    assert it.drained(2.0)
    told(it, heard([], [WHAT]))
    assert not it.drained(9.0)
    assert it.drained(10.0)


def check_transcript(message: dict[str, object]) -> None:
    events = told(codec(), message)
    assert [each.text for each in finals(events)] == ["Goedemiddag."]
    assert shown(events) == "Wat heeft"


# --- what it says: wrappers -----------------------------------------------------------------------


@hypothesis_settings(max_examples=50, deadline=None)
@given(names=st.lists(NAMES, max_size=3))
def test_the_lists_are_found_in_any_wrapper_and_in_none(names: list[str]) -> None:
    """An empty list of names is the flat form."""
    inner: dict[str, object] = {"completed": [GOOD_DAY], "buffered": [WHAT]}
    for name in names:
        inner = {name: inner}
    check_transcript({"type": "transcript", **inner})


@pytest.mark.parametrize("done", ["completed", "complete", "final", "finals", "Completed"])
@pytest.mark.parametrize("pending", ["buffered", "buffer", "pending", "partial", "Buffered"])
def test_the_lists_are_found_by_any_likely_name(done: str, pending: str) -> None:
    check_transcript({"type": "transcript", "data": {done: [GOOD_DAY], pending: [WHAT]}})


def test_a_list_may_be_a_single_object() -> None:
    check_transcript(heard(GOOD_DAY, WHAT))


def test_a_list_may_be_a_plain_string_or_hold_some() -> None:
    check_transcript(heard("Goedemiddag.", "Wat heeft"))
    check_transcript(heard(["Goedemiddag."], ["Wat heeft"]))


def test_a_list_may_be_null_or_absent() -> None:
    it = codec()
    assert shown(told(it, heard(None, [WHAT]))) == "Wat heeft"
    assert told(it, {"type": "transcript"}) == []
    assert shown(told(it, heard(None, None))) == ""
    assert finals(told(it, heard(None))) == []
