"""Juvoly V2: the order of messages, and utterances."""

import json

import pytest

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Status
from scribe_app.ports.vendor import Codec
from scribe_app.system.clock import SystemClock
from scribe_app.vendors.juvoly_v2 import JuvolyV2
from tests.fixtures.vendor_web import (
    consultation,
    finals,
    sent,
    settings,
    shown,
    told,
)

COMPLETED = """{
"type": "transcript",
"utterance": {"id": "0", "sentence": "Goedemiddag.", "words": [
{ "word": "Goedemiddag.", "start": 8.48, "end": 9.12, }
] },
"completed": true
}"""


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


# --- order ----------------------------------------------------------------------------------------


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


# --- utterances -----------------------------------------------------------------------------------


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
