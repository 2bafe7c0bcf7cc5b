"""Juvoly V2: every row of its page, by a codec alone."""

import asyncio
import base64
import json

import pytest

from scribe_app.domain import events as ev
from scribe_app.domain.faults import FaultKind, ScribeError
from scribe_app.domain.information import Coding, Information, Measurement, Resource
from scribe_app.domain.note import Episode
from scribe_app.domain.transcript import Status
from scribe_app.ports.vendor import Codec
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.juvoly_v2 import JuvolyV2
from tests.fixtures.vendor_web import (
    Web,
    consultation,
    dialled,
    finals,
    not_dialled,
    notes,
    refusing,
    sent,
    settings,
    shown,
    told,
    web,
)

SECRETS = {"api_key": "made-up-master", "client_id": "client-1"}
SESSION = {"clientId": "client-1", "sessionId": "3f2b-uuid"}
ANSWERS = {"email": "huisarts@example.org", "password": "made-up-password"}
COMPLETED = """{
"type": "transcript",
"utterance": {"id": "0", "sentence": "Goedemiddag.", "words": [
{ "word": "Goedemiddag.", "start": 8.48, "end": 9.12, }
] },
"completed": true
}"""
INFORMATION = {
    "type": "information",
    "codings": [
        {"system": "snomed", "code": "392570002", "description": "bevinding bloeddruk"},
        {"system": "icpc", "code": "K29", "description": "Andere klachten"},
    ],
    "resources": [
        {"link": "https://www.thuisarts.nl/x", "description": "Bloeddruk", "origin": "Thuisarts"},
        {"link": "https://richtlijnen.nhg.org/y", "description": "", "origin": "NHG"},
    ],
    "measurements": [{"description": "Bloeddruk", "value": "140/90", "unit": "mmHg"}],
}  # fmt: skip


def codec(**values: str) -> Codec:
    vendor = JuvolyV2()
    return vendor.codec(settings(vendor, **values), SystemClock())


def heard(name: object, text: object, start: object = 1.0, **more: object) -> dict[str, object]:
    words = [{"word": text, "start": start, "end": 2.0}] if isinstance(start, float) else []
    return {
        "type": "transcript",
        "utterance": {"id": name, "sentence": text, "words": words},
        **more,
    }


def done(name: object, text: object, start: object = 1.0) -> dict[str, object]:
    return heard(name, text, start, completed=True)


# --- getting in ---------------------------------------------------------------------------------


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


# --- a user's own key ---------------------------------------------------------------------------


def signed_in(service: Web, secrets: dict[str, str] | None = None) -> dict[str, str]:
    vendor = JuvolyV2()
    asked = vendor.sign_in(settings(vendor), secrets or SECRETS, ANSWERS, service)
    return dict(asyncio.run(asked))


def not_signed_in(service: Web) -> ScribeError:
    with pytest.raises(ScribeError) as caught:
        signed_in(service)
    return caught.value


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


# --- order --------------------------------------------------------------------------------------


def test_it_subscribes_after_ready_and_not_before() -> None:
    it = codec()
    assert list(it.opened()) == []
    assert told(it, {"type": "ready"}) == [ev.Ready()]
    assert sent(it.ready()) == [{"type": "subscribe", "subscription": {"type": "information"}}]


def test_it_subscribes_again_on_every_connection() -> None:
    assert list(codec().ready()) == list(codec().ready()) != []


def test_the_note_is_asked_for_in_one_message() -> None:
    assert sent(codec().request_note()) == [{"type": "summarizeSoep"}]


def test_the_end_is_a_second_of_silence_and_2_s_without_a_message() -> None:
    it = codec()
    assert list(it.finish()) == [bytes(32000)]
    assert not it.drained(1.9)
    assert it.drained(2.0)


def test_an_utterance_that_is_never_completed_is_waited_for_and_kept() -> None:
    it = codec()
    events = told(it, heard("1", "Wat heeft"))
    assert not it.drained(9.0)
    assert it.drained(10.0)
    (kept,) = consultation([*events, ev.Ended(confirmed=True)]).transcript.finals
    assert (kept.text, kept.status) == ("Wat heeft", Status.UNCONFIRMED)


# --- utterances ---------------------------------------------------------------------------------


def test_the_documents_own_example_has_a_comma_too_many() -> None:
    with pytest.raises(ValueError, match=r"property name|Illegal trailing comma"):
        json.loads(COMPLETED)
    (final,) = finals(told(codec(), COMPLETED))
    assert (final.id, final.text, final.start, final.end) == ("0", "Goedemiddag.", 8.48, 9.12)
    assert final.words[0].text == "Goedemiddag."


def test_a_comma_inside_a_sentence_is_left_alone() -> None:
    odd = r"Ja, ] en , } of \"nee, ]\" "
    frame = COMPLETED.replace("Goedemiddag.", odd)
    (final,) = finals(told(codec(), frame))
    assert final.text == odd.replace('\\"', '"').strip()


def test_an_utterance_is_open_until_it_is_completed() -> None:
    it = codec()
    assert shown(told(it, heard("1", "Wat", completed=False))) == "Wat"
    events = told(it, done("1", "Wat heeft u?"))
    assert [u.text for u in finals(events)] == ["Wat heeft u?"]
    assert shown(events) == ""


def test_several_are_open_beside_each_other() -> None:
    it = codec()
    told(it, heard("2", "hoofdpijn", 5.0))
    assert shown(told(it, heard("1", "Wat heeft", 1.0))) == "Wat heeft hoofdpijn"
    assert shown(told(it, done("2", "Hoofdpijn.", 5.0))) == "Wat heeft"


def test_completed_missing_means_not_completed() -> None:
    assert finals(told(codec(), heard("1", "Wat"))) == []
    assert finals(told(codec(), heard("1", "Wat", completed="true"))) == []


def test_what_was_completed_does_not_open_again() -> None:
    it = codec()
    told(it, done("0", "Goedemiddag."))
    assert told(it, heard("0", "Goede", completed=False)) == []


def test_what_was_completed_again_with_another_text_is_a_revision() -> None:
    events = told(
        codec(), done("0", "Goedemiddag."), done("0", "Goedemiddag!"), done("0", "Goedemiddag!")
    )
    assert len(finals(events)) == 2
    assert [u.text for u in consultation(events).transcript.finals] == ["Goedemiddag!"]


def test_completed_and_empty_removes_the_pending_line_and_no_completed_one() -> None:
    it = codec()
    told(it, heard("1", "eh"))
    events = told(it, done("1", ""))
    assert shown(events) == ""
    assert finals(events) == []
    assert it.drained(2.0)
    kept = told(it, done("2", "Ja."), done("2", ""))
    assert [u.text for u in consultation(kept).transcript.finals] == ["Ja."]


@pytest.mark.parametrize(("name", "known"), [("abc", "abc"), (0, "0"), ("0", "0"), (12, "12")])
def test_ids_are_text_also_where_they_are_numbers(name: object, known: str) -> None:
    (final,) = finals(told(codec(), done(name, "Ja.")))
    assert final.id == known


@pytest.mark.parametrize("name", [None, True, [], {}, ""])
def test_an_utterance_without_an_id_is_counted_and_passed_over(name: object) -> None:
    it = codec()
    assert told(it, done(name, "Ja."), {"type": "transcript", "utterance": "Ja."}) == []
    assert it.ignored == 2


def test_order_is_by_the_first_word_and_not_by_id() -> None:
    events = told(codec(), done("1", "Later.", 9.0), done("7", "Eerst.", 1.0))
    assert [u.text for u in consultation(events).transcript.finals] == ["Eerst.", "Later."]


def test_words_are_sorted_and_one_without_times_keeps_its_text() -> None:
    words = [
        {"word": "drie", "start": 3.0, "end": 3.5},
        {"word": "een", "start": 1.0, "end": 1.4},
        {"word": "twee", "start": None, "end": None},
        {"word": "", "start": 2.0},
        "nonsense",
    ]
    utterance = {"id": "1", "sentence": "een twee drie", "words": words}
    message = {"type": "transcript", "completed": True, "utterance": utterance}
    (final,) = finals(told(codec(), message))
    assert [(word.text, word.start) for word in final.words] == [
        ("een", 1.0),
        ("twee", 1.4),
        ("drie", 3.0),
    ]
    assert (final.start, final.end) == (1.0, 3.5)


@pytest.mark.parametrize("words", [None, [], [{"word": "Ja."}], "nonsense", {}])
def test_without_words_an_utterance_lies_after_the_last(words: object) -> None:
    it = codec()
    told(it, done("1", "Eerst.", 1.0))
    list(it.audio(bytes(2 * 16000 * 5)))
    utterance = {"id": "2", "sentence": "Ja.", "words": words}
    (final,) = finals(told(it, {"type": "transcript", "completed": True, "utterance": utterance}))
    assert (final.text, final.start, final.end) == ("Ja.", 2.0, 5.0)


def test_there_are_no_speakers() -> None:
    assert not JuvolyV2.manifest.capabilities.speakers
    (final,) = finals(told(codec(), done("1", "Ja.")))
    assert final.speaker is None


# --- information --------------------------------------------------------------------------------


def test_codings_resources_and_measurements_are_read() -> None:
    (found,) = told(codec(), INFORMATION)
    assert found == Information(
        (
            Coding("snomed", "392570002", "bevinding bloeddruk", "Juvoly V2"),
            Coding("icpc", "K29", "Andere klachten", "Juvoly V2"),
        ),
        (
            Resource("https://www.thuisarts.nl/x", "Bloeddruk", "Thuisarts"),
            Resource("https://richtlijnen.nhg.org/y", "", "NHG"),
        ),
        (Measurement("Bloeddruk", "140/90", "mmHg"),),
    )


@pytest.mark.parametrize("missing", ["codings", "resources", "measurements"])
@pytest.mark.parametrize("value", ["absent", None, [], {}, "x", [None, 3]])
def test_every_list_of_information_is_optional(missing: str, value: object) -> None:
    message = {k: v for k, v in INFORMATION.items() if k != missing}
    message |= {} if value == "absent" else {missing: value}
    (found,) = told(codec(), message)
    assert isinstance(found, Information)
    assert getattr(found, missing) == ()
    assert sum(len(getattr(found, k)) for k in ("codings", "resources", "measurements")) in (3, 4)


def pressure(value: object) -> dict[str, object]:
    return {
        "type": "information",
        "measurements": [{"description": "RR", "value": value, "unit": "mmHg"}],
    }


def test_information_is_merged_and_a_new_value_keeps_the_former() -> None:
    found = consultation(
        told(codec(), INFORMATION, INFORMATION, pressure("130/80"), pressure("120/70"))
    )
    values = [each.value for each in found.information.measurements]
    assert values == ["140/90", "130/80", "120/70"]
    assert len(found.information.codings) == 2


def test_information_may_replace_what_came_before() -> None:
    events = told(codec(information_mode="replace"), INFORMATION, pressure("130/80"))
    found = consultation(events).information
    assert [each.value for each in found.measurements] == ["130/80"]
    assert found.codings == ()


@pytest.mark.parametrize(("value", "text"), [(37.5, "37.5"), (80, "80"), ("80", "80")])
def test_a_measurement_may_be_a_number(value: object, text: str) -> None:
    assert consultation(told(codec(), pressure(value))).information.measurements[0].value == text


# --- summaries ----------------------------------------------------------------------------------


def soep(*episodes: object) -> dict[str, object]:
    return {"type": "summarySoep", "summary": {"episodes": list(episodes)}}


def test_a_summary_has_an_episode_for_each_problem() -> None:
    keys = ("subjective", "objective", "evaluation", "plan")
    one = dict(zip(keys, ("Keelpijn.", "", "Infectie.", "Kuur."), strict=True))
    (draft,) = notes(told(codec(), soep(one, one)))
    assert draft.note.episodes == (Episode("Keelpijn.", "", "Infectie.", "Kuur."),) * 2


def test_every_summary_is_a_version_also_one_that_was_not_asked_for() -> None:
    events = told(codec(), soep({"plan": "Kuur."}), soep({"plan": "Rust."}))
    result = consultation(events)
    assert [d.note.episodes[0].plan for d in result.drafts] == ["Kuur.", "Rust."]
    assert result.note.episodes[0].plan == "Rust."


def test_an_empty_summary_is_an_empty_note() -> None:
    assert notes(told(codec(), soep()))[0].note.is_empty


def test_an_unknown_type_is_counted_and_passed_over() -> None:
    it = codec()
    assert told(it, {"type": "documentMapping", "text": "x"}, {"no": "type"}) == []
    assert it.ignored == 2


@pytest.mark.parametrize("code", [1001, 1006, 1011, 4000])
def test_any_close_but_a_normal_one_is_a_loss(code: int) -> None:
    fault = codec().closed(code, "")
    assert fault is not None
    assert fault.retryable
    assert codec().closed(1000, "") is None
