"""Which addresses may be called, and which never."""

import pytest

from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.system.network.addresses import is_loopback, socket_host, web_host


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("wss://api.example.org/ws", "api.example.org"),
        ("WSS://API.Example.Org:8443/ws?x=1", "api.example.org"),
        ("ws://localhost:8000/ws", "localhost"),
        ("ws://LOCALHOST./ws", "localhost."),
        ("ws://127.0.0.1:1/", "127.0.0.1"),
        ("ws://127.8.9.10/", "127.8.9.10"),
        ("ws://[::1]:8000/ws", "::1"),
    ],
)
def test_a_socket_that_may_be_called(url: str, host: str) -> None:
    assert socket_host(url, "V") == host


@pytest.mark.parametrize("url", ["https://example.org", "http://localhost:8000/x", "http://[::1]/"])
def test_a_web_service_that_may_be_called(url: str) -> None:
    assert web_host(url, "V")


PLAIN = ["ws://192.0.2.1/", "ws://example.org/ws", "ws://localhost.example.org/", "ws://0.0.0.0/"]
PLAIN += ["ws://[::]/", "ws://127.0.0.1.example.org/", "ws://2130706433/", "ws://127.1/"]


@pytest.mark.parametrize("url", PLAIN)
def test_speech_never_goes_out_in_the_clear(url: str) -> None:
    with pytest.raises(ScribeError) as refused:
        socket_host(url, "V")
    assert refused.value.fault.kind is FaultKind.CONFIGURATION
    assert "Without encryption" in refused.value.fault.sentence


def test_a_host_may_be_allowed() -> None:
    assert socket_host("ws://Speech.Clinic.Local:80/", "V", (" speech.clinic.local",))
    with pytest.raises(ScribeError):
        socket_host("ws://other.clinic.local/", "V", ("speech.clinic.local",))


ODD = ["", "example.org", "https://example.org", "wss://", "wss:///path", "wss://a b/", "//host/"]
ODD += ["wss://host:99999/", "wss://host:0/", "wss://host:port/", "wss://[::1/", "file:///etc"]
ODD += ["wss://host/\n", "wss://ho\u202est/", "javascript:alert(1)", "wss://host\x00/"]


@pytest.mark.parametrize("url", ODD)
def test_what_is_no_address(url: str) -> None:
    with pytest.raises(ScribeError) as refused:
        socket_host(url, "V")
    assert "is not an address" in refused.value.fault.sentence
    assert not url or url not in refused.value.fault.sentence


def test_a_socket_is_no_web_address() -> None:
    with pytest.raises(ScribeError):
        web_host("wss://example.org/", "V")


@pytest.mark.parametrize("host", ["", "localhost.evil.org", "10.0.0.1", "::", "nonsense"])
def test_what_is_not_this_machine(host: str) -> None:
    assert not is_loopback(host)
