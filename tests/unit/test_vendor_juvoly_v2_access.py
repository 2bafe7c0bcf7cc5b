"""Juvoly V2: sessions, subprotocols, models, and a key of one's own."""

import asyncio
import base64

import pytest

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.ports.vendor import Codec
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.juvoly_v2 import JuvolyV2
from tests.fixtures.vendor_web import (
    Web,
    dialled,
    not_dialled,
    refusing,
    settings,
    web,
)

SECRETS = {"api_key": "made-up-master", "client_id": "client-1"}


SESSION = {"clientId": "client-1", "sessionId": "3f2b-uuid"}


ANSWERS = {"email": "huisarts@example.org", "password": "made-up-password"}


def codec(**values: str) -> Codec:
    vendor = JuvolyV2()
    return vendor.codec(settings(vendor, **values), SystemClock())


# --- getting in -----------------------------------------------------------------------------------


def test_the_session_is_asked_for_with_both_headers_and_an_empty_object() -> None:
    service = web(SESSION)
    dialled(JuvolyV2(), service, SECRETS)
    assert service.asked.url == "https://services.juvoly.nl/api/v2/rest/session"
    assert (service.asked.method, service.asked.body) == ("POST", b"{}")
    assert list(service.headers)[:3] == ["X-Juvoly-Api-Key", "X-Juvoly-Client-Id", "Content-Type"]
    assert service.headers["X-Juvoly-Api-Key"] == "made-up-master"


def test_the_subprotocols_stand_in_their_order() -> None:
    dial = dialled(JuvolyV2(), web(SESSION), SECRETS)
    assert dial.subprotocols == ("v2.juvoly", "client-1", "3f2b-uuid")


def test_servers_of_2024_have_another_first_subprotocol() -> None:
    vendor = JuvolyV2()
    dial = dialled(vendor, web(SESSION), SECRETS, settings(vendor, subprotocol="v1.juvoly"))
    assert dial.subprotocols[0] == "v1.juvoly"


def test_every_connection_has_a_session_of_its_own() -> None:
    service, vendor = web(SESSION, {**SESSION, "sessionId": "other"}), JuvolyV2()
    first, second = dialled(vendor, service, SECRETS), dialled(vendor, service, SECRETS)
    assert (first.subprotocols[2], second.subprotocols[2]) == ("3f2b-uuid", "other")


@pytest.mark.parametrize("model", ["generic", "multilingual", "kolibri", "radiology", "juvoly_v3"])
def test_the_model_is_in_the_path_also_one_that_is_typed(model: str) -> None:
    vendor = JuvolyV2()
    assert vendor.manifest.model(model) is not None
    dial = dialled(vendor, web(SESSION), SECRETS, settings(vendor, model))
    assert dial.url == f"wss://services.juvoly.nl/api/v2/socket/{model}?encoding=PCM"


def test_the_model_is_written_out_in_the_path() -> None:
    vendor = JuvolyV2()
    dial = dialled(vendor, web(SESSION), SECRETS, settings(vendor, "../x?y#é"))
    assert dial.url.endswith("/socket/..%2Fx%3Fy%23%C3%A9?encoding=PCM")


def test_the_models_are_what_the_document_says() -> None:
    models = JuvolyV2.manifest.models
    assert {m.id: m.experimental for m in models} == {
        "generic": False,
        "multilingual": False,
        "kolibri": True,
        "radiology": False,
    }
    assert models[0].languages == ("nl",)
    assert set(JuvolyV2.manifest.languages_of(models[1])) > {"nl", "en", "fr"}


def test_pcm_is_announced_and_a_container_is_not() -> None:
    vendor = JuvolyV2()
    dial = dialled(vendor, web(SESSION), SECRETS, settings(vendor, audio="wav-stream"))
    assert dial.url.endswith("/socket/generic")
    (frame,) = codec(audio="wav-stream").audio(bytes(3200))
    assert isinstance(frame, bytes)
    assert frame.startswith(b"RIFF")
    assert list(codec().audio(b"\1\0" * 1600)) == [b"\1\0" * 1600]


def test_a_users_own_key_goes_before_the_organisations() -> None:
    service = web(SESSION)
    dialled(JuvolyV2(), service, {**SECRETS, "user_key": "made-up-user"})
    assert service.headers["X-Juvoly-Api-Key"] == "made-up-user"


@pytest.mark.parametrize("client", ["a b", "a/b", "a=b", 'a"b', "a\tb", "a,b"])
def test_a_client_id_with_characters_no_subprotocol_has_is_a_configuration_fault(
    client: str,
) -> None:
    fault = not_dialled(JuvolyV2(), web(SESSION), {**SECRETS, "client_id": client})
    assert fault.kind is FaultKind.CONFIGURATION
    assert client not in fault.sentence


@pytest.mark.parametrize("session", ["a b", "a/b", "a=b", "", None, 3.5e99])
def test_a_session_id_with_characters_no_subprotocol_has_is_a_fault(session: object) -> None:
    fault = not_dialled(JuvolyV2(), web({**SESSION, "sessionId": session}), SECRETS)
    assert fault.kind is FaultKind.PROTOCOL


def test_a_client_id_in_the_answer_counts_where_it_can() -> None:
    given = dialled(JuvolyV2(), web({**SESSION, "clientId": "client-2"}), SECRETS)
    wrong = dialled(JuvolyV2(), web({**SESSION, "clientId": "not one"}), SECRETS)
    assert (given.subprotocols[1], wrong.subprotocols[1]) == ("client-2", "client-1")


def signed_in(service: Web, secrets: dict[str, str] | None = None) -> dict[str, str]:
    vendor = JuvolyV2()
    asked = vendor.sign_in(settings(vendor), secrets or SECRETS, ANSWERS, service)
    return dict(asyncio.run(asked))


def not_signed_in(service: Web) -> ScribeError:
    with pytest.raises(ScribeError) as caught:
        signed_in(service)
    return caught.value


# --- a user's own key -----------------------------------------------------------------------------


def test_the_sign_in_sends_the_master_key_and_basic_credentials() -> None:
    service = web({"userApiKey": "made-up-user"})
    kept = signed_in(service, {**SECRETS, "user_key": "an-older-one"})
    assert kept == {"user_key": "made-up-user"}
    assert service.asked.method == "GET"
    assert service.asked.url == "https://services.juvoly.nl/api/v2/rest/auth/user-api-key"
    assert service.headers["X-Juvoly-Api-Key"] == "made-up-master"
    assert service.headers["X-Juvoly-Client-Id"] == "client-1"
    scheme, _, value = service.headers["Authorization"].partition(" ")
    assert scheme == "Basic"
    assert base64.b64decode(value).decode() == "huisarts@example.org:made-up-password"


def test_a_refused_sign_in_names_both_reasons() -> None:
    fault = not_signed_in(refusing(401)).fault
    assert "password is wrong" in fault.sentence
    assert "no subscription" in fault.sentence
    assert not fault.retryable


@pytest.mark.parametrize("status", [403, 429, 500])
def test_another_status_of_the_sign_in_is_what_it_is_everywhere(status: int) -> None:
    assert not_signed_in(refusing(status)).fault == JuvolyV2().refused(status, 0.0)


@pytest.mark.parametrize("key", ["", None, "two words", "with\nline", ["x"], "é"])
def test_a_user_key_that_is_none_is_not_understood(key: object) -> None:
    assert not_signed_in(web({"userApiKey": key})).fault.kind is FaultKind.PROTOCOL


def test_no_secret_is_in_what_is_printed() -> None:
    service = refusing(401)
    error = not_signed_in(service)
    dial = dialled(JuvolyV2(), web(SESSION), SECRETS)
    printed = repr((error, error.fault, service.requests, dial, JuvolyV2()))
    basic = base64.b64encode(b"huisarts@example.org:made-up-password").decode()
    for secret in (*SECRETS.values(), *ANSWERS.values(), basic, "3f2b-uuid"):
        assert secret not in printed


def test_without_the_master_key_nobody_signs_in() -> None:
    vendor, service = JuvolyV2(), web({"userApiKey": "x"})
    with pytest.raises(ScribeError):
        asyncio.run(vendor.sign_in(settings(vendor), {"client_id": "c"}, ANSWERS, service))
    assert service.requests == []
