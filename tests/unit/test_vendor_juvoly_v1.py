"""Juvoly V1: every row of its page, by a codec alone."""

import struct

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.faults import FaultKind
from scribe_app.domain.note import Episode, Origin
from scribe_app.domain.transcript import Status
from scribe_app.ports.vendor import Codec
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.juvoly_v1 import JuvolyV1
from tests.fixtures.vendor_web import (
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

SECRETS = {"api_key": "made-up-key", "client_id": "client-1"}
SESSION = {
    "clientId": "client-1",
    "sessionId": "3f2b-uuid",
    "sessionCreateTime": "2026-01-01T10:00:00Z",
    "sessionClaimTime": None,
}
GOOD_DAY = {
    "idx": 49, "start": 8.48, "end": 9.12, "sentence": "Goedemiddag.", "speaker": None,
    "words": [{"idx": 0, "start": 8.48, "end": 9.12, "word": "Goedemiddag."}],
}  # fmt: skip
WHAT = {
    "idx": 50, "start": 9.84, "end": 10.16, "sentence": "Wat heeft", "speaker": None,
    "words": [
        {"idx": 0, "start": 9.84, "end": 9.92, "word": "wat"},
        {"idx": 0, "start": 10.08, "end": 10.16, "word": "heeft"},
    ],
}  # fmt: skip
SOAP = [
    {"S": "Keelpijn en hoofdpijn al 2 weken.", "O": "", "E": "Mogelijke infectie.", "P": "Kuur."},
    {"S": "Plekje op de voet.", "O": "", "E": "Niet gedefinieerd.", "P": "Verwijzing."},
]
NAMES = st.text("abcdefghijklmnop_W", min_size=1, max_size=12).filter(
    lambda name: name.lower() not in {"a", "e", "o", "p", "plan", "final", "complete"}
)


def codec(template: str = "", **values: str) -> Codec:
    vendor = JuvolyV1()
    return vendor.codec(settings(vendor, template=template, **values), SystemClock())


def heard(completed: object, buffered: object = ()) -> dict[str, object]:
    return {"type": "transcript", "transcript": {"completed": completed, "buffered": buffered}}


def sentence(idx: object, text: object, start: object, **more: object) -> dict[str, object]:
    end = start + 1.0 if isinstance(start, float) else start
    return {"idx": idx, "start": start, "end": end, "sentence": text, **more}


# --- getting in ---------------------------------------------------------------------------------


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


# --- audio --------------------------------------------------------------------------------------


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


# --- what it says: wrappers ---------------------------------------------------------------------


def check_transcript(message: dict[str, object]) -> None:
    events = told(codec(), message)
    assert [each.text for each in finals(events)] == ["Goedemiddag."]
    assert shown(events) == "Wat heeft"


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


# --- what it says: sentences --------------------------------------------------------------------


def test_completed_may_be_a_delta_or_everything_so_far() -> None:
    first, second = sentence(1, "Een.", 1.0), sentence(2, "Twee.", 3.0)
    delta = consultation(told(codec(), heard([first]), heard([second])))
    whole = consultation(told(codec(), heard([first]), heard([first, second])))
    assert [u.text for u in delta.transcript.finals] == ["Een.", "Twee."]
    assert delta.transcript == whole.transcript


def test_what_was_said_before_says_nothing_again() -> None:
    """Everything so far, some thousand sentences, may come with every message."""
    it = codec()
    message = heard(
        [sentence(n, f"Zin {n}.", n * 2.0) for n in range(50)], [sentence(50, "en", 100.0)]
    )
    assert len(told(it, message)) == 51
    assert told(it, message) == []


def test_idx_is_no_order_and_no_count() -> None:
    events = told(codec(), heard([sentence(3, "Later.", 5.0), sentence(49, "Eerst.", 1.0)]))
    assert [u.text for u in consultation(events).transcript.finals] == ["Eerst.", "Later."]


def test_the_same_idx_at_another_time_with_another_text_is_another_sentence() -> None:
    events = told(
        codec(),
        heard([sentence(0, "Goedemiddag.", 1.0)]),
        heard([sentence(0, "Wat scheelt?", 9.0)]),
    )
    assert [u.text for u in consultation(events).transcript.finals] == [
        "Goedemiddag.",
        "Wat scheelt?",
    ]


@pytest.mark.parametrize(("start", "text"), [(2.9, "Hele andere woorden"), (9.0, "Goedemiddag!")])
def test_the_same_idx_near_in_time_or_alike_is_a_revision(start: float, text: str) -> None:
    events = told(
        codec(), heard([sentence(0, "Goedemiddag.", 1.0)]), heard([sentence(0, text, start)])
    )
    assert [u.text for u in consultation(events).transcript.finals] == [text]


def test_a_completed_sentence_can_be_revised_but_is_never_taken_back() -> None:
    it = codec()
    events = told(
        it, heard([sentence(1, "Hij hoest.", 1.0)]), heard([sentence(1, "Zij hoest.", 1.0)])
    )
    events += told(it, heard([]), heard([sentence(1, "", 1.0)]), heard(None))
    assert [u.text for u in consultation(events).transcript.finals] == ["Zij hoest."]


def test_words_come_in_order_of_time_and_their_idx_means_nothing() -> None:
    words = [
        {"idx": 0, "start": 2.0, "end": 2.2, "word": "b"},
        {"idx": 0, "start": 1.0, "word": "a"},
    ]
    (final,) = finals(told(codec(), heard([sentence(1, "A b.", 1.0, words=words)])))
    assert [(w.text, w.start, w.end) for w in final.words] == [("a", 1.0, 1.0), ("b", 2.0, 2.2)]


def test_the_sentence_is_what_is_shown_not_its_words() -> None:
    (final,) = finals(told(codec(), heard([WHAT])))
    assert final.text == "Wat heeft"
    assert [word.text for word in final.words] == ["wat", "heeft"]


def test_a_sentence_that_is_missing_is_made_of_its_words() -> None:
    (final,) = finals(told(codec(), heard([{**WHAT, "sentence": None}])))
    assert final.text == "wat heeft"


@pytest.mark.parametrize(
    ("speaker", "label"),
    [(None, None), (0, "0"), (1, "1"), ("SPK1", "SPK1"), ("", None), (True, None), ({}, None)],
)
def test_a_speaker_may_be_null_a_number_or_a_name(speaker: object, label: str | None) -> None:
    (final,) = finals(told(codec(), heard([{**GOOD_DAY, "speaker": speaker}])))
    assert final.speaker == label


def test_a_speaker_who_becomes_known_later_is_a_revision() -> None:
    events = told(codec(), heard([GOOD_DAY]), heard([{**GOOD_DAY, "speaker": 0}]))
    (final,) = consultation(events).transcript.finals
    assert final.speaker == "0"


def test_buffered_is_replaced_whole() -> None:
    it = codec()
    told(it, heard([], [sentence(1, "een", 1.0), sentence(2, "twee", 3.0)]))
    assert shown(told(it, heard([], [sentence(2, "twee drie", 3.0)]))) == "twee drie"


def test_a_pending_sentence_that_is_completed_is_no_longer_pending() -> None:
    it = codec()
    told(it, heard([], [WHAT, sentence(51, "hoofdpijn", 12.0)]))
    events = told(it, {"type": "transcript", "x": {"completed": [WHAT]}})
    assert [each.text for each in finals(events)] == ["Wat heeft"]
    assert shown(events) == "hoofdpijn"


def test_what_is_pending_at_the_end_stays_as_unconfirmed() -> None:
    events = [*told(codec(), heard([GOOD_DAY], [WHAT])), ev.Ended(confirmed=True)]
    assert [(u.text, u.status) for u in consultation(events).transcript.finals] == [
        ("Goedemiddag.", Status.FINAL),
        ("Wat heeft", Status.UNCONFIRMED),
    ]


def test_what_is_pending_survives_a_later_sentence_that_is_completed_first() -> None:
    events = told(
        codec(),
        heard([], [WHAT]),
        {"type": "transcript", "completed": [sentence(51, "Pijn.", 14.0)]},
    )
    finished = consultation([*events, ev.Ended(confirmed=True)]).transcript.finals
    assert sorted(u.text for u in finished) == ["Pijn.", "Wat heeft"]


def test_sentences_without_times_lie_between_the_last_and_now() -> None:
    it = codec()
    list(it.audio(bytes(2 * 16000 * 4)))
    (first,) = finals(told(it, heard(["Een."])))
    list(it.audio(bytes(2 * 16000 * 3)))
    (second,) = finals(told(it, heard(["Een.", "Twee."])))
    assert ((first.start, first.end), (second.start, second.end)) == ((0.0, 4.0), (4.0, 7.0))


def test_plain_strings_that_are_alike_in_one_message_are_all_kept() -> None:
    assert [u.text for u in finals(told(codec(), heard(["Ja.", "Nee.", "Ja."])))] == [
        "Ja.",
        "Nee.",
        "Ja.",
    ]


# --- notes --------------------------------------------------------------------------------------


@pytest.mark.parametrize("template", ["soap", "meeting", "dictation"])
def test_a_note_is_asked_for_in_the_template_without_a_count(template: str) -> None:
    (request,) = sent(codec(template).request_note())
    assert request == {
        "type": "summarize",
        "request": {"modelSize": "large", "template": template},
    }
    assert template in JuvolyV1.manifest.capabilities.templates


def test_the_count_of_episodes_is_a_number_where_it_is_set() -> None:
    (request,) = sent(codec("soap", episode_count="2").request_note())
    assert request["request"]["episodeCount"] == 2  # type: ignore[index]


def summary(content: object, template: str = "soap", name: str = "summary") -> dict[str, object]:
    return {"type": "summarization", name: {"template": template, "content": content}}


@hypothesis_settings(max_examples=50, deadline=None)
@given(outer=NAMES, inner=NAMES, listed=NAMES)
def test_episodes_are_found_in_any_wrapper(outer: str, inner: str, listed: str) -> None:
    message = {"type": "summarization", outer: {"template": "soap", inner: {listed: SOAP}}}
    (draft,) = notes(told(codec(), message))
    assert draft.note.origin is Origin.VENDOR
    assert [each.plan for each in draft.note.episodes] == ["Kuur.", "Verwijzing."]
    assert draft.note.episodes[0].subjective == "Keelpijn en hoofdpijn al 2 weken."


def test_episodes_are_found_in_the_flat_form() -> None:
    flat = {"type": "summarization", "template": "soap", "episodes": SOAP}
    (draft,) = notes(told(codec(), flat))
    assert len(draft.note.episodes) == 2


@pytest.mark.parametrize(
    "names",
    [
        ("s", "o", "e", "p"),
        ("Subjective", "OBJECTIVE", "evaluation", "plan"),
        ("subjectief", "objectief", "evaluatie", "plan"),
        ("S", "O", "A", "P"),
        ("subjective", "objective", "assessment", "plan"),
    ],
)
def test_sections_have_any_likely_name(names: tuple[str, ...]) -> None:
    episode = dict(zip(names, ("a1", "b2", "c3", "d4"), strict=True))
    (draft,) = notes(told(codec(), summary([episode])))
    assert draft.note.episodes == (Episode("a1", "b2", "c3", "d4"),)


@pytest.mark.parametrize(
    ("episode", "wanted"),
    [
        ({"P": "Kuur."}, Episode(plan="Kuur.")),
        ({"S": None, "P": "Kuur."}, Episode(plan="Kuur.")),
        ({"S": ["Pijn.", "Hoest."], "P": ""}, Episode(subjective="Pijn.\nHoest.")),
        ("Pijn in de keel.", Episode(subjective="Pijn in de keel.")),
        ({"title": "Keel", "S": "Pijn."}, Episode(subjective="Pijn.", title="Keel")),
    ],
)
def test_a_section_may_be_missing_a_list_or_the_whole_episode_a_string(
    episode: object, wanted: Episode
) -> None:
    (draft,) = notes(told(codec(), summary({"episodes": [episode]})))
    assert draft.note.episodes == (wanted,)


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ({"text": "Besproken werd het rooster."}, "Besproken werd het rooster."),
        ("Besproken werd het rooster.", "Besproken werd het rooster."),
        ({"points": ["Rooster", "Vakantie"]}, "points: Rooster\nVakantie"),
        ({"title": "Overleg", "plan": "Bellen"}, "title: Overleg\nplan: Bellen"),
        ({"items": [{"who": "Jan"}, {"who": "An"}]}, "who: Jan\nwho: An"),
    ],
)
@pytest.mark.parametrize("template", ["meeting", "dictation"])
def test_the_result_of_another_template_is_plain_text(
    template: str, content: object, text: str
) -> None:
    (draft,) = notes(told(codec(), summary(content, template)))
    (episode,) = draft.note.episodes
    assert episode.subjective.removeprefix("content: ") == text
    assert (episode.objective, episode.evaluation, episode.plan) == ("", "", "")


def test_another_template_with_sections_is_taken_by_them() -> None:
    (draft,) = notes(told(codec(), summary({"episodes": SOAP}, "dictation")))
    assert len(draft.note.episodes) == 2


@pytest.mark.parametrize("content", [None, {}, [], {"episodes": []}, {"episodes": [{}]}])
def test_an_empty_summary_is_an_empty_note(content: object) -> None:
    (draft,) = notes(told(codec(), summary(content)))
    assert draft.note.is_empty


def test_what_is_unknown_or_malformed_is_counted_and_passed_over() -> None:
    it = codec()
    assert told(it, {"type": "made-up"}, "nonsense", b"\xff", "[1]") == []
    assert it.ignored == 4


@pytest.mark.parametrize("frame", ['{"type":"ready",}', '{"type":"ready"\n, }'])
def test_a_trailing_comma_does_no_harm(frame: str) -> None:
    assert told(codec(), frame) == [ev.Ready()]
