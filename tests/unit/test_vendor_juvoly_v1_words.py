"""Juvoly V1: sentences, by a codec alone."""

import pytest

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Status
from tests.fixtures.juvoly_v1 import GOOD_DAY, WHAT, codec, heard
from tests.fixtures.vendor_web import (
    consultation,
    finals,
    shown,
    told,
)


def sentence(idx: object, text: object, start: object, **more: object) -> dict[str, object]:
    end = start + 1.0 if isinstance(start, float) else start
    return {"idx": idx, "start": start, "end": end, "sentence": text, **more}


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


def test_an_empty_completed_sentence_ends_the_pending_one() -> None:
    it = codec()
    told(it, heard([], [WHAT]))
    events = told(it, {"type": "transcript", "completed": [{"idx": 50, "sentence": ""}]})
    assert (shown(events), finals(events)) == ("", [])
    assert it.drained(2.0), "nothing is open any more"


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
