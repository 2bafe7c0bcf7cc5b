"""The Live API: tokens that are bought at a token address."""

import json

import pytest

from scribe_app.domain.faults import FaultKind
from tests.fixtures.live_talk import (
    NOW,
    Still,
    Wall,
    jwt,
    talk,
    vendor,
)
from tests.fixtures.vendor_web import (
    dialled,
    not_dialled,
    refusing,
    settings,
    web,
)

TOKEN_URL = "https://sign-in.example/token"


CLIENT = {"client_id": "scribe", "client_secret": "made-up-client-secret"}


PERSON = {"email": "huisarts@example.org", "password": "made-up-password"}


def test_client_credentials_buy_a_token_with_a_form() -> None:
    live, service = vendor(), web({"access_token": jwt(), "expires_in": 600})
    dial = dialled(live, service, CLIENT, settings(live, token_url=TOKEN_URL))
    assert (service.asked.method, service.asked.url) == ("POST", TOKEN_URL)
    assert service.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert service.asked.body == (
        b"grant_type=client_credentials&client_id=scribe&client_secret=made-up-client-secret"
    )
    assert dict(dial.headers)["Authorization"] == f"Bearer {jwt()}"


def test_e_mail_and_password_buy_a_token_with_an_object() -> None:
    live, service = vendor(), web({"success": True, "token": jwt(), "uid": "user-1"})
    dial = dialled(live, service, PERSON, settings(live, token_url=TOKEN_URL))
    assert service.headers["Content-Type"] == "application/json"
    assert json.loads(service.asked.body) == {**PERSON, "remember": False}
    assert dict(dial.headers)["Authorization"] == f"Bearer {jwt()}"


def test_a_pasted_token_is_used_where_nothing_can_buy_one() -> None:
    live, service = vendor(), web({})
    assert dialled(live, service, {"token": jwt()}, settings(live, token_url=TOKEN_URL))
    assert dialled(live, service, {"token": jwt(), **CLIENT}, settings(live))
    assert service.requests == []


def test_a_bought_token_is_kept_and_renewed_5_minutes_early() -> None:
    wall, service = Wall(), web({"token": jwt(NOW + 3600)}, {"token": jwt(NOW + 7200)})
    live = vendor(wall)
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, PERSON, chosen)
    wall.time = NOW + 3300
    dialled(live, service, PERSON, chosen)
    assert len(service.requests) == 1
    wall.time = NOW + 3301
    dial = dialled(live, service, PERSON, chosen)
    assert len(service.requests) == 2
    assert dict(dial.headers)["Authorization"].endswith(jwt(NOW + 7200))


def test_a_token_that_is_no_jwt_lives_as_long_as_the_answer_says() -> None:
    wall, service = Wall(), web({"access_token": "opaque", "expires_in": 900})
    live = vendor(wall)
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, CLIENT, chosen)
    wall.time = NOW + 600
    dialled(live, service, CLIENT, chosen)
    wall.time = NOW + 601
    dialled(live, service, CLIENT, chosen)
    assert len(service.requests) == 2


def test_other_credentials_or_another_place_buy_another_token() -> None:
    live, service = vendor(), web({"token": jwt(mark="one")}, {"token": jwt(mark="two")})
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, PERSON, chosen)
    dial = dialled(live, service, {**PERSON, "email": "other@example.org"}, chosen)
    assert dict(dial.headers)["Authorization"].endswith(jwt(mark="two"))
    dialled(live, service, PERSON, settings(live, token_url=f"{TOKEN_URL}/2"))
    assert len(service.requests) == 3


def test_a_kept_token_that_is_refused_is_bought_once_more_and_then_the_key_is_bad() -> None:
    live, service = vendor(), web({"token": jwt()})
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, PERSON, chosen)
    dialled(live, service, PERSON, chosen)
    assert live.refused(401, 0.0).retryable
    dialled(live, service, PERSON, chosen)
    assert len(service.requests) == 2
    assert not live.refused(401, 0.0).retryable


def test_a_server_that_is_overloaded_costs_no_token() -> None:
    live, service = vendor(), web({"token": jwt()})
    chosen = settings(live, token_url=TOKEN_URL)
    dialled(live, service, PERSON, chosen)
    assert live.refused(503, 0.0).kind is FaultKind.CAPACITY
    dialled(live, service, PERSON, chosen)
    assert len(service.requests) == 1


@pytest.mark.parametrize(
    "answer", [{}, {"token": ""}, {"token": "two words"}, {"token": "a\nb"}, {"token": ["x"]}, []]
)
def test_an_answer_without_a_token_is_not_understood(answer: object) -> None:
    live = vendor()
    fault = not_dialled(live, web(answer), PERSON, settings(live, token_url=TOKEN_URL))
    assert fault.kind is FaultKind.PROTOCOL


def test_a_login_that_did_not_succeed_is_a_fault_of_credentials() -> None:
    live, service = vendor(), web({"success": False, "message": "made up"})
    fault = not_dialled(live, service, PERSON, settings(live, token_url=TOKEN_URL))
    assert fault.kind is FaultKind.AUTH


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (401, FaultKind.AUTH),
        (403, FaultKind.AUTH),
        (429, FaultKind.RATE_LIMIT),
        (500, FaultKind.VENDOR),
    ],
)
def test_a_token_address_that_refuses(status: int, kind: FaultKind) -> None:
    live = vendor()
    fault = not_dialled(live, refusing(status), PERSON, settings(live, token_url=TOKEN_URL))
    assert fault.kind is kind


@pytest.mark.parametrize("status", [401, 403])
def test_every_refusal_of_the_handshake_is_one_fault(status: int) -> None:
    assert vendor().refused(status, 0.0).kind is FaultKind.AUTH


@pytest.mark.parametrize("code", [1008, 4401, 4403])
def test_every_refusing_close_is_the_same_fault(code: int) -> None:
    fault = talk().codec.closed(code, "")
    assert fault == vendor().refused(401, 0.0)


def test_a_token_that_expires_while_the_line_is_open_may_be_renewed() -> None:
    fault = talk().codec.closed(1008, "Token expired")
    assert fault is not None
    assert (fault.kind, fault.retryable) == (FaultKind.AUTH, True)


def test_no_secret_is_in_what_is_printed() -> None:
    live, service = vendor(), web({"token": jwt()})
    dial = dialled(live, service, PERSON | CLIENT, settings(live, token_url=TOKEN_URL))
    printed = repr((live, dial, service.requests, live.codec(settings(live), Still())))
    for secret in (jwt(), *PERSON.values(), CLIENT["client_secret"]):
        assert secret not in printed
