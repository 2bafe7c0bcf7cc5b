"""The Live API: tokens that are pasted."""

import pytest

from scribe_app.domain.faults import FaultKind
from tests.fixtures.live_talk import NOW, jwt, vendor
from tests.fixtures.vendor_web import (
    dialled,
    not_dialled,
    settings,
    web,
)


def test_a_pasted_token_goes_in_the_header_and_not_in_the_address() -> None:
    token = jwt()
    dial = dialled(vendor(), web({}), {"token": token})
    assert dict(dial.headers) == {"Authorization": f"Bearer {token}"}
    assert dial.url == "ws://localhost:8000/ws/transcribe"
    assert token not in repr(dial)


def test_a_token_goes_in_the_address_where_that_is_set() -> None:
    token, live = jwt(), vendor()
    chosen = settings(live, auth_in_address="yes", socket_url="wss://asr.example/ws?site=2")
    dial = dialled(live, web({}), {"token": token}, chosen)
    assert dial.url == f"wss://asr.example/ws?site=2&token={token}"
    assert dial.headers == ()


@pytest.mark.parametrize(("chosen", "pings"), [("patient", (20, 60)), ("strict", (2, 2.5))])
def test_a_server_is_waited_for_as_long_as_its_owner_says(
    chosen: str, pings: tuple[float, float]
) -> None:
    live = vendor()
    dial = dialled(live, web({}), {"token": jwt()}, settings(live, patience=chosen))
    assert (dial.ping_seconds, dial.pong_seconds) == pings


def test_the_servers_pings_are_patient_by_default() -> None:
    dial = dialled(vendor(), web({}), {"token": jwt()})
    assert (dial.ping_seconds, dial.pong_seconds) == (20, 60)


@pytest.mark.parametrize("algorithm", ["HS256", "RS256"])
def test_both_algorithms_of_the_document_are_taken(algorithm: str) -> None:
    assert dialled(vendor(), web({}), {"token": jwt(algorithm=algorithm)})


@pytest.mark.parametrize(
    "token",
    ["nonsense", "a.b", "a.b.c", jwt(algorithm="none"), jwt(algorithm="ES256"), jwt() + "\n.x",
     jwt().replace(".", "\n.", 1), "é" + jwt(), f"{jwt()} x"],
)  # fmt: skip
def test_a_token_that_is_none_is_a_fault_of_credentials(token: str) -> None:
    fault = not_dialled(vendor(), web({}), {"token": token})
    assert (fault.kind, fault.retryable) == (FaultKind.AUTH, False)
    assert token not in fault.sentence


def test_without_a_token_it_is_asked_for() -> None:
    fault = not_dialled(vendor(), web({}), {})
    assert fault.kind is FaultKind.AUTH
    assert vendor().forewarning(settings(vendor()), {}, NOW) == fault


@pytest.mark.parametrize("expires", [NOW, NOW - 1, 1, 1.5])
def test_an_expired_token_is_known_before_anything_is_sent(expires: float) -> None:
    fault = not_dialled(vendor(), web({}), {"token": jwt(expires)})
    assert (fault.kind, fault.retryable) == (FaultKind.AUTH, False)
    assert "expired" in fault.sentence
    assert vendor().forewarning(settings(vendor()), {"token": jwt(expires)}, NOW) == fault


def test_a_token_that_soon_expires_is_warned_about_and_used() -> None:
    secrets = {"token": jwt(NOW + 3599)}
    warned = vendor().forewarning(settings(vendor()), secrets, NOW)
    assert warned is not None
    assert "within the hour" in warned.sentence
    assert warned.retryable
    assert dialled(vendor(), web({}), secrets)
    assert vendor().forewarning(settings(vendor()), {"token": jwt(NOW + 3601)}, NOW) is None


@pytest.mark.parametrize("expires", [None, "tomorrow", True, -5, 1e300, []])
def test_a_token_without_a_sensible_end_is_used(expires: object) -> None:
    assert dialled(vendor(), web({}), {"token": jwt(expires)})
    assert vendor().forewarning(settings(vendor()), {"token": jwt(expires)}, NOW) is None
