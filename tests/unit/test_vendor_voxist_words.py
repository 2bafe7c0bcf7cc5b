"""Voxist: segments, and the several ways in which it ends."""

import json

import pytest

from scribe_app.domain import events as ev
from scribe_app.domain.faults import FaultKind
from scribe_app.ports.vendor import Codec
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.voxist import Voxist
from tests.fixtures.vendor_web import (
    consultation,
    finals,
    settings,
    shown,
    told,
)


def codec(**values: str) -> Codec:
    vendor = Voxist()
    return vendor.codec(settings(vendor, **values), SystemClock())


def word(text: object, at: object) -> dict[str, object]:
    return {"text": text, "type": "word", "startedAt": at, "segment": 0}


def heard(kind: str, text: object, *words: dict[str, object], **more: object) -> dict[str, object]:
    place: dict[str, object] = {"startedAt": 0, "segment": 0, **more}
    return {"type": kind, "text": text, **place, "elements": {"segments": [], "words": [*words]}}


TEST = heard("final", " Ceci est un test", word("Ceci", 1.28), word("est", 1.8), word("un", 2.04),
             word("test", 2.32))  # fmt: skip


# --- segments -------------------------------------------------------------------------------------


def test_the_documents_own_example() -> None:
    (final,) = finals(told(codec(), TEST))
    assert final.text == "Ceci est un test"
    assert [(w.text, w.start) for w in final.words] == [
        ("Ceci", 1.28),
        ("est", 1.8),
        ("un", 2.04),
        ("test", 2.32),
    ]


def test_a_word_ends_where_the_next_begins_at_most_06_s_later() -> None:
    message = heard("final", "a b c", word("a", 1.0), word("b", 1.2), word("c", 4.0))
    (final,) = finals(told(codec(), message))
    assert [round(w.end, 3) for w in final.words] == [1.2, 1.8, 4.6]
    assert (final.start, final.end) == (1.0, 4.6)


def test_words_that_count_from_their_segment_are_put_in_their_place() -> None:
    message = heard("final", "a b", word("a", 0.2), word("b", 0.6), startedAt=7.0, segment=3)
    (final,) = finals(told(codec(), message))
    assert [w.start for w in final.words] == pytest.approx([7.2, 7.6])


def test_a_segment_that_begins_just_after_its_first_word_moves_nothing() -> None:
    message = heard("final", "a b", word("a", 6.8), word("b", 7.6), startedAt=7.0, segment=3)
    (final,) = finals(told(codec(), message))
    assert [w.start for w in final.words] == [6.8, 7.6]


@pytest.mark.parametrize("elements", [None, {}, [], {"words": None}, {"words": [None, 3]}])
def test_without_words_a_segment_has_its_own_start(elements: object) -> None:
    message = {**heard("final", "Oui.", startedAt=3.0), "elements": elements}
    (final,) = finals(told(codec(), message))
    assert (final.text, final.start, final.words) == ("Oui.", 3.0, ())


def test_a_word_without_a_time_keeps_its_text() -> None:
    message = heard("final", "a b c", word("a", 1.0), word("b", None), word("c", 2.0))
    (final,) = finals(told(codec(), message))
    assert [(w.text, w.start) for w in final.words] == [("a", 1.0), ("b", 1.0), ("c", 2.0)]


def test_the_text_is_what_is_shown_not_the_words() -> None:
    message = heard("final", " 15 mg", word("quinze", 1.0), word("milligrammes", 1.4))
    assert finals(told(codec(), message))[0].text == "15 mg"


def test_the_mirror_of_the_text_is_read_only_where_there_is_no_text() -> None:
    assert finals(told(codec(), heard("final", "a", transcript="b")))[0].text == "a"
    assert finals(told(codec(), heard("final", None, transcript="b")))[0].text == "b"


@pytest.mark.parametrize(("sure", "known"), [(0.87, 0.87), (None, None), ("high", None), (7, None)])
def test_a_confidence_is_a_number_or_nothing(sure: object, known: float | None) -> None:
    (final,) = finals(told(codec(), heard("final", "a", {**word("a", 1.0), "confidence": sure})))
    assert final.words[0].confidence == known


def test_a_partial_is_replaced_and_a_final_closes_it() -> None:
    it = codec()
    assert shown(told(it, heard("partial", " Ceci est un te"))) == "Ceci est un te"
    events = told(it, TEST)
    assert [u.text for u in finals(events)] == ["Ceci est un test"]
    assert shown(events) == ""


def test_a_repeated_final_is_one_and_the_last_text_wins() -> None:
    events = told(codec(), TEST, TEST, {**TEST, "text": " Ceci est un texte"}, TEST)
    assert [u.text for u in consultation(events).transcript.finals] == ["Ceci est un texte"]


def test_an_empty_final_closes_the_line_and_takes_nothing_back() -> None:
    it = codec()
    told(it, heard("partial", "euh"))
    events = told(it, heard("final", ""))
    assert (shown(events), finals(events)) == ("", [])
    events = told(it, {**TEST, "segment": 1}, heard("final", "", segment=1))
    assert [u.text for u in consultation(events).transcript.finals] == ["Ceci est un test"]


def test_a_partial_that_comes_after_its_final_is_nothing() -> None:
    it = codec()
    told(it, TEST, heard("partial", "Et", segment=1))
    assert told(it, heard("partial", "Ceci")) == []
    assert shown(told(it, heard("partial", "Et puis", segment=1))) == "Et puis"


def test_a_final_that_never_came_stays_open_and_is_not_drained() -> None:
    it = codec()
    told(it, heard("partial", "Ceci est"), {**TEST, "text": "Et puis", "segment": 1})
    list(it.finish())
    assert not it.drained(11.0)


def without_segment(kind: str, text: str) -> dict[str, object]:
    return {"type": kind, "text": text}


def test_without_segments_a_partial_replaces_the_open_line_and_a_final_closes_it() -> None:
    it = codec()
    told(it, without_segment("partial", "Ce"))
    assert shown(told(it, without_segment("partial", "Ceci"))) == "Ceci"
    events = told(it, without_segment("final", "Ceci."), without_segment("partial", "Et"))
    events += told(it, without_segment("final", "Et."), without_segment("final", "Et."))
    texts = [u.text for u in consultation(events).transcript.finals]
    assert texts == ["Ceci.", "Et.", "Et."], "who repeats and who says it again is all one"


@pytest.mark.parametrize("kind", ["redirect", "error"])
def test_the_gateways_own_messages_are_no_words(kind: str) -> None:
    it = codec()
    events = told(it, {"type": kind, "url": "wss://evil.example", "message": "made up"})
    assert finals(events) == []
    assert it.ignored == 0
    assert [type(each) for each in events] == ([ev.Degraded] if kind == "error" else [])


def test_an_unknown_type_is_counted() -> None:
    it = codec()
    assert told(it, {"type": "made-up"}, "Done?", "hello") == []
    assert it.ignored == 3


# --- the end --------------------------------------------------------------------------------------


def test_done_is_a_bare_word_and_said_once() -> None:
    assert list(codec().finish()) == ["Done"]


def test_the_documents_own_end_is_a_setting_and_comes_after_done() -> None:
    assert list(codec(eof="yes").finish()) == ["Done", json.dumps({"eof": 1})]


def test_done_is_answered_and_half_a_second_later_it_is_drained() -> None:
    it = codec()
    list(it.finish())
    told(it, "Done!")
    assert not it.drained(0.4)
    assert it.drained(0.5)


def test_an_answer_to_done_that_was_not_said_is_none() -> None:
    it = codec()
    told(it, "Done!")
    list(it.finish())
    assert it.ignored == 1
    assert not it.drained(5.0)


@pytest.mark.parametrize("order", [("Done!", TEST), (TEST, "Done!")])
def test_late_finals_come_before_or_after_the_answer(order: tuple[object, object]) -> None:
    it = codec()
    list(it.finish())
    assert [u.text for u in finals(told(it, *order))] == ["Ceci est un test"]
    assert it.drained(0.5)


def test_without_an_answer_a_last_final_and_a_second_will_do() -> None:
    it = codec()
    told(it, heard("partial", "Ceci"))
    list(it.finish())
    told(it, TEST)
    assert not it.drained(0.9)
    assert it.drained(1.0)


def test_without_anything_10_s_will_do() -> None:
    it = codec()
    told(it, TEST)
    list(it.finish())
    assert not it.drained(9.9)
    assert it.drained(10.0)


def test_a_line_left_open_is_never_drained_so_that_another_connection_hears_it() -> None:
    it = codec()
    told(it, heard("partial", "Ceci"))
    list(it.finish())
    assert not it.drained(Voxist.manifest.drain_seconds)


def test_a_final_of_before_done_is_no_ending() -> None:
    it = codec()
    told(it, TEST)
    list(it.finish())
    assert not it.drained(2.0)


@pytest.mark.parametrize(
    ("code", "reason", "kind", "retryable", "after"),
    [
        (1008, "unsupported language", FaultKind.CONFIGURATION, False, 0.0),
        (1008, "bad lang", FaultKind.CONFIGURATION, False, 0.0),
        (1008, "not entitled to fr-medical language", FaultKind.ENTITLEMENT, False, 0.0),
        (1008, "Wallet is empty", FaultKind.ENTITLEMENT, False, 0.0),
        (1008, "tenant rate limit", FaultKind.RATE_LIMIT, True, 0.0),
        (1008, "Rate-limited", FaultKind.RATE_LIMIT, True, 0.0),
        (1008, "too many connections", FaultKind.RATE_LIMIT, True, 0.0),
        (1008, "unsupported sample rate", FaultKind.AUTH, False, 0.0),
        (1008, "expired credential", FaultKind.AUTH, True, 0.0),
        (1008, "", FaultKind.AUTH, False, 0.0),
        (1011, "engine unavailable", FaultKind.VENDOR, True, 0.0),
        (1013, '{"error":"server_overloaded","retryAfterMs":3000}', FaultKind.CAPACITY, True, 3.0),
        (1013, "overloaded", FaultKind.CAPACITY, True, 0.0),
        (1013, '{"retryAfterMs":"soon"}', FaultKind.CAPACITY, True, 0.0),
        (1001, "", FaultKind.TRANSPORT, True, 0.0),
        (1006, "", FaultKind.TRANSPORT, True, 0.0),
        (1009, "", FaultKind.PROTOCOL, True, 0.0),
    ],
)
def test_what_a_close_means(
    code: int,
    reason: str,
    kind: FaultKind,
    retryable: bool,
    after: float,
) -> None:
    fault = codec().closed(code, reason)
    assert fault is not None
    assert (fault.kind, fault.retryable, fault.after) == (kind, retryable, after)


def test_an_engine_that_is_not_there_is_about_the_language() -> None:
    fault = codec().closed(1011, "")
    assert fault is not None
    assert "language" in fault.sentence


def test_a_normal_close_is_the_end() -> None:
    assert codec().closed(1000, "") is None
