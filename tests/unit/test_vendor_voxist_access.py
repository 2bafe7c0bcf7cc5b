"""Voxist: tokens, keys, languages and configuration."""

import pytest

from scribe_app.domain.faults import FaultKind
from scribe_app.ports.vendor import Codec
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.voxist import Voxist
from tests.fixtures.vendor_web import (
    Web,
    dialled,
    not_dialled,
    refusing,
    sent,
    settings,
    web,
)

SECRETS = {"api_key": "made-up-production", "staging_api_key": "made-up-staging"}


PRODUCTION = "wss://api-asr.voxist.com/ws"


STAGING = "wss://asr-staging-dev.voxist.com/ws"


def issued(url: str = f"{PRODUCTION}?token=made.up.token") -> Web:
    return web({"url": url, "expires_in": 3600})


def codec(**values: str) -> Codec:
    vendor = Voxist()
    return vendor.codec(settings(vendor, **values), SystemClock())


# --- getting in -----------------------------------------------------------------------------------


def test_a_token_is_fetched_with_the_key_in_a_header() -> None:
    service = issued()
    dial = dialled(Voxist(), service, SECRETS)
    assert service.asked.method == "GET"
    assert service.asked.url == "https://api-asr.voxist.com/websocket?engine=voxist-rt-2"
    assert service.headers == {"Accept": "application/json", "X-LVL-KEY": "made-up-production"}
    assert dial.url == f"{PRODUCTION}?token=made.up.token&lang=fr-medical&sample_rate=16000"
    assert "made-up-production" not in dial.url


def test_the_other_engine_is_a_setting() -> None:
    service, vendor = issued(), Voxist()
    dialled(vendor, service, SECRETS, settings(vendor, engine="voxist-rt"))
    assert service.asked.url.endswith("?engine=voxist-rt")


def test_every_connection_fetches_a_token_so_that_none_is_an_hour_old() -> None:
    service, vendor = issued(), Voxist()
    dialled(vendor, service, SECRETS)
    dialled(vendor, service, SECRETS)
    assert len(service.requests) == 2


def test_staging_has_other_addresses_and_another_key() -> None:
    service, vendor = issued(f"{STAGING}?token=t"), Voxist()
    dial = dialled(vendor, service, SECRETS, settings(vendor, environment="staging"))
    assert service.asked.url.startswith("https://asr-staging-dev.voxist.com/websocket?")
    assert service.headers["X-LVL-KEY"] == "made-up-staging"
    assert dial.url.startswith(f"{STAGING}?token=t&")


@pytest.mark.parametrize(
    ("environment", "key"), [("production", "staging_api_key"), ("staging", "api_key")]
)
def test_the_key_of_the_other_environment_is_not_used(environment: str, key: str) -> None:
    vendor, service = Voxist(), issued()
    chosen = settings(vendor, environment=environment)
    fault = not_dialled(vendor, service, {key: SECRETS[key]}, chosen)
    assert fault.kind is FaultKind.AUTH
    assert vendor.forewarning(chosen, {key: SECRETS[key]}, 0.0) == fault
    assert service.requests == []


def test_the_key_goes_in_the_address_only_where_that_is_set() -> None:
    vendor, service = Voxist(), issued()
    dial = dialled(vendor, service, SECRETS, settings(vendor, direct_key="yes"))
    assert dial.url == f"{PRODUCTION}?api_key=made-up-production&lang=fr-medical&sample_rate=16000"
    assert service.requests == []
    assert "made-up" not in repr(dial)


def test_what_the_issued_address_asks_for_stays() -> None:
    url = f"{PRODUCTION}?token=a%2Bb%26c&site=2&lang=sv"
    dial = dialled(Voxist(), issued(url), SECRETS)
    assert dial.url == f"{PRODUCTION}?token=a%2Bb%26c&site=2&lang=fr-medical&sample_rate=16000"


def test_an_address_of_its_own_gets_the_token() -> None:
    vendor = Voxist()
    chosen = settings(vendor, rest_url="http://127.0.0.1:1", socket_url="ws://127.0.0.1:2/ws")
    dial = dialled(vendor, issued("ws://127.0.0.1:9/ws?token=t"), SECRETS, chosen)
    assert dial.url == "ws://127.0.0.1:2/ws?token=t&lang=fr-medical&sample_rate=16000"


@pytest.mark.parametrize(
    "url",
    [
        "wss://evil.example/ws?token=t",
        "wss://api-asr.voxist.com.evil.example/ws?token=t",
        "wss://api-asr.voxist.com@evil.example/ws?token=t",
        "wss://evilvoxist.com/ws?token=t",
        "https://api-asr.voxist.com/ws?token=t",
        "wss://api-asr.voxist.com/ws",
        "wss://[/ws?token=t",
        "",
        None,
        ["wss://api-asr.voxist.com/ws?token=t"],
    ],
)
def test_an_address_elsewhere_or_without_a_token_is_not_understood(url: object) -> None:
    fault = not_dialled(Voxist(), web({"url": url}), SECRETS)
    assert fault.kind is FaultKind.PROTOCOL


@pytest.mark.parametrize(
    ("status", "kind", "retryable"),
    [
        (401, FaultKind.AUTH, False),
        (403, FaultKind.AUTH, False),
        (402, FaultKind.ENTITLEMENT, False),
        (429, FaultKind.RATE_LIMIT, True),
        (500, FaultKind.VENDOR, True),
        (503, FaultKind.CAPACITY, True),
        (302, FaultKind.CONFIGURATION, False),
    ],
)
def test_a_token_route_that_refuses(status: int, kind: FaultKind, *, retryable: bool) -> None:
    fault = not_dialled(Voxist(), refusing(status), SECRETS)
    assert (fault.kind, fault.retryable) == (kind, retryable)


@pytest.mark.parametrize("status", [401, 403])
def test_a_refused_handshake_fetches_a_token_once_more_and_then_the_key_is_bad(status: int) -> None:
    vendor = Voxist()
    first, second = vendor.refused(status, 0.0), vendor.refused(status, 0.0)
    assert (first.kind, first.retryable) == (FaultKind.AUTH, True)
    assert (second.kind, second.retryable) == (FaultKind.AUTH, False)
    assert vendor.refused(status, 0.0).retryable, "the next consultation begins anew"


def test_a_line_that_opened_allows_another_refusal() -> None:
    vendor = Voxist()
    vendor.refused(401, 0.0)
    vendor.codec(settings(vendor), SystemClock())
    assert vendor.refused(401, 0.0).retryable


# --- languages and configuration ------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "model", "lang"),
    [
        ("fr", "fr-medical", "fr-medical"),
        ("fr", "fr-medicalV2-16", "fr-medicalV2-16"),
        ("fr", "fr-medicalV2-32", "fr-medicalV2-32"),
        ("fr", "fr-medicalV2-64", "fr-medicalV2-64"),
        *((each, "general", each) for each in ("fr", "nl", "en", "de", "es", "it", "pt")),
    ],
)
def test_every_language_and_medical_model_is_in_address_and_configuration(
    language: str, model: str, lang: str
) -> None:
    vendor = Voxist()
    assert language in vendor.manifest.languages_of(vendor.manifest.model(model))  # type: ignore[arg-type]
    chosen = settings(vendor, model, language)
    assert f"&lang={lang}&" in dialled(vendor, issued(), SECRETS, chosen).url
    (config,) = sent(vendor.codec(chosen, SystemClock()).opened())
    assert config["config"]["lang"] == lang  # type: ignore[index]


@pytest.mark.parametrize("language", ["sv", "pl", "ja", "he", "tr"])
def test_languages_without_an_engine_are_not_offered(language: str) -> None:
    assert language not in Voxist.manifest.languages


def test_dutch_gets_the_general_model_and_a_remark() -> None:
    assert Voxist.manifest.model_for("nl") == "general"
    assert "Dutch is general" in Voxist.manifest.remark


@pytest.mark.parametrize("mode", ["Generated", "Dictated"])
def test_the_configuration_is_the_first_frame(mode: str) -> None:
    assert sent(codec(punctuation_mode=mode).opened()) == [
        {"config": {"lang": "fr-medical", "sample_rate": 16000, "punctuation_mode": mode}}
    ]


def test_own_words_are_sent_as_vocabulary() -> None:
    (config,) = sent(codec(vocabulary="dafalgan = Dafalgan; hta=HTA\na=b;").opened())
    entries = [
        {"pattern": "dafalgan", "replacement": "Dafalgan", "case_sensitive": False},
        {"pattern": "hta", "replacement": "HTA", "case_sensitive": False},
        {"pattern": "a", "replacement": "b", "case_sensitive": False},
    ]
    assert config["config"]["user_vocabulary"] == entries  # type: ignore[index]


def test_a_hundred_own_words_of_256_bytes_are_taken() -> None:
    own = ";".join(f"w{number} = {'é' * 128}" for number in range(100))
    vendor = Voxist()
    dialled(vendor, issued(), SECRETS, settings(vendor, vocabulary=own))
    (config,) = sent(codec(vocabulary=own).opened())
    assert len(config["config"]["user_vocabulary"]) == 100  # type: ignore[index]


@pytest.mark.parametrize(
    "own",
    [";".join(f"w{n}=x" for n in range(101)), f"a={'é' * 129}", f"{'x' * 257}=a", "no equals",
     "= b", "a =", "a=b;c"],
)  # fmt: skip
def test_own_words_that_the_server_would_drop_are_refused_before_dialling(own: str) -> None:
    vendor, service = Voxist(), issued()
    fault = not_dialled(vendor, service, SECRETS, settings(vendor, vocabulary=own))
    assert fault.kind is FaultKind.CONFIGURATION
    assert service.requests == []


def test_audio_is_bare_samples_of_100_ms() -> None:
    assert Voxist.manifest.chunk_samples == 1600
    assert list(codec().audio(b"\1\0" * 1600)) == [b"\1\0" * 1600]
    assert not Voxist.manifest.greets
    assert list(codec().request_note()) == []
