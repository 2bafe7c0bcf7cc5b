"""The Live API: which chunk a message answers, whatever the clocks do."""

import pytest

from scribe_app.domain import events as ev
from scribe_app.vendors.live_api import LiveApi
from tests.fixtures.live_talk import LOUD, NOW, QUIET, answer, talk
from tests.fixtures.vendor_web import (
    consultation,
    finals,
    told,
)


def spoke(start: float, end: float, text: str = "Ja.", who: str = "SPEAKER_0") -> str:
    return f"[{who} | {start:.3f} --> {end:.3f}]: {text}"


def test_times_that_count_from_the_chunk_are_put_in_their_place() -> None:
    it = talk()
    it.chunks(LOUD, LOUD, LOUD)
    events = told(it.codec, *[answer(spoke(0.2, 1.0), t + 0.1) for t in it.sent])
    assert [u.start for u in finals(events)] == pytest.approx([0.2, 3.3, 6.4])


def test_times_that_count_from_the_start_stay_as_they_are() -> None:
    it = talk()
    it.chunks(LOUD, LOUD, LOUD)
    places = (0.2, 4.0, 7.0)
    told_at = [answer(spoke(a, a + 1), t) for a, t in zip(places, it.sent, strict=True)]
    assert [u.start for u in finals(told(it.codec, *told_at))] == pytest.approx(places)


def test_what_fits_both_is_taken_as_the_last_that_was_plain() -> None:
    """3.2 s is in the second chunk, and also just within the length of one."""
    for plain, place in ((7.0, 3.2), (1.0, 6.3)):
        it = talk()
        it.chunks(LOUD, LOUD, LOUD)
        told(it.codec, answer(spoke(plain, plain + 0.5), it.sent[2]))
        (final,) = finals(told(it.codec, answer(spoke(3.2, 3.4, "Nee."), it.sent[1])))
        assert final.start == pytest.approx(min(place, 6.2))


def test_a_time_beyond_every_chunk_moves_no_later_sentence() -> None:
    """A recogniser may dream of an end; the sentence stays within its chunk."""
    it = talk()
    it.chunks(LOUD, LOUD, LOUD)
    events = told(
        it.codec, answer(spoke(0.1, 29.9), it.sent[1]), answer(spoke(0.2, 1.0), it.sent[2])
    )
    assert [(u.start, u.end) for u in finals(events)] == [
        pytest.approx((3.2, 6.2)),
        pytest.approx((6.4, 7.2)),
    ]


def test_a_silent_chunk_is_answered_by_nothing_and_puts_nothing_out_of_step() -> None:
    it = talk()
    it.chunks(LOUD, QUIET, QUIET, LOUD)
    told(it.codec, answer(spoke(0.2, 1.0), it.sent[0]))
    (final,) = finals(told(it.codec, answer(spoke(0.2, 1.0), it.sent[-1])))
    assert final.start == pytest.approx(it.sent[-2] - NOW + 0.2)


def test_a_loud_chunk_without_speech_puts_nothing_out_of_step() -> None:
    it = talk()
    it.chunks(LOUD, LOUD, LOUD)
    told(it.codec, answer(spoke(0.2, 1.0), it.sent[0] + 0.05))
    (final,) = finals(told(it.codec, answer(spoke(0.2, 1.0), it.sent[2] + 0.1)))
    assert final.start == pytest.approx(6.4)


@pytest.mark.parametrize("skew", [-7200.0, -180.0, -2.0, 0.4, 2.0, 180.0, 7200.0])
@pytest.mark.parametrize("jitter", [(0.0, 0.0, 0.0, 0.0), (0.3, 0.1, 0.6, 0.2)])
def test_a_clock_that_is_minutes_off_and_uneven_ways_do_no_harm(
    skew: float, jitter: tuple[float, ...]
) -> None:
    it, events = talk(), []
    for late in jitter:
        it.chunks(LOUD)
        events += told(it.codec, answer(spoke(0.2, 1.0), it.sent[-1] + skew + late))
    assert [u.start for u in finals(events)] == pytest.approx([0.2, 3.3, 6.4, 9.5])


def test_a_loud_chunk_without_speech_is_found_out_by_a_clock_minutes_off_too() -> None:
    it = talk()
    it.chunks(LOUD)
    told(it.codec, answer(spoke(0.2, 1.0), it.sent[0] - 180.0))
    it.chunks(LOUD, LOUD)
    (final,) = finals(told(it.codec, answer(spoke(0.2, 1.0), it.sent[2] - 179.9)))
    assert final.start == pytest.approx(6.4)


def test_a_line_that_stalled_delivers_its_chunks_in_turn() -> None:
    """The server received the second to fourth at one moment, long after they were sent."""
    it, events = talk(), []
    it.chunks(LOUD)
    events += told(it.codec, answer(spoke(0.2, 1.0), it.sent[0]))
    it.chunks(LOUD, LOUD, LOUD)
    it.clock.seconds += 2.0
    at = it.sent[3] + 1.7
    for late in (0.0, 0.001, 0.002):
        events += told(it.codec, answer(spoke(0.2, 1.0), at + late))
    assert [u.start for u in finals(events)] == pytest.approx([0.2, 3.3, 6.4, 9.5])


def test_chunks_that_piled_up_are_answered_in_turn_where_a_later_one_would_fit_too() -> None:
    """The server received three at one moment, just after the last of them was sent."""
    it, events = talk(), []
    for loud in (29, 28, 29):
        it.say(*[LOUD] * loud, QUIET, QUIET)
    at = it.sent[2] + 0.1
    for end in (2.9, 2.8, 2.9):
        events += told(it.codec, answer(spoke(0.0, end), at))
        at += 0.001
    starts = [0.0, it.sent[0] - NOW, it.sent[1] - NOW]
    assert [u.start for u in finals(events)] == pytest.approx(starts, abs=0.1)


@pytest.mark.parametrize("jump", [-3600.0, 3600.0])
def test_a_servers_clock_that_jumps_is_learned_anew(jump: float) -> None:
    it, events, ahead = talk(), [], 0.0
    for chunk in range(6):
        ahead = jump if chunk >= 2 else 0.0
        it.chunks(LOUD)
        events += told(it.codec, answer(spoke(0.2, 1.0), it.sent[-1] + ahead))
    assert [u.start for u in finals(events)] == pytest.approx([0.2, 3.3, 6.4, 9.5, 12.6, 15.7])


def test_our_own_wall_clock_may_be_set_meanwhile() -> None:
    it = talk()
    it.chunks(LOUD)
    it.wall.time += 3600.0
    it.chunks(LOUD)
    told(it.codec, answer(spoke(0.2, 1.0), it.sent[0]))
    (final,) = finals(told(it.codec, answer(spoke(0.2, 1.0), it.sent[1])))
    assert final.start == pytest.approx(3.3)
    assert it.codec.drained(10.0)


@pytest.mark.parametrize("stamp", [None, "now", True, -1, 1e300, [], {}])
def test_without_a_sensible_timestamp_chunks_are_answered_in_turn(stamp: object) -> None:
    it = talk()
    it.chunks(LOUD, QUIET, LOUD)
    messages = [answer(spoke(0.2, 1.0, text), stamp) for text in ("Ja.", "Nee.")]
    starts = [u.start for u in finals(told(it.codec, *messages))]
    assert starts == pytest.approx([0.2, it.sent[-2] - NOW + 0.2])


def test_a_message_that_comes_twice_is_heard_once() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    message = answer(spoke(0.2, 1.0), it.sent[0])
    assert len(finals(told(it.codec, message, message))) == 1
    assert it.codec.ignored == 1


def test_a_transcription_before_any_audio_is_counted_and_passed_over() -> None:
    it = talk()
    assert finals(told(it.codec, answer("Ja.", NOW))) == []
    assert it.codec.ignored == 1


def test_text_without_brackets_lies_over_its_chunk_with_words_spread_over_it() -> None:
    it = talk()
    it.chunks(LOUD)
    (final,) = finals(told(it.codec, answer("Ja en nee.", it.sent[0])))
    assert (final.start, final.end, final.speaker) == (0.0, pytest.approx(3.1), None)
    assert [word.text for word in final.words] == ["Ja", "en", "nee."]
    assert final.words[-1].end == pytest.approx(3.1)


def test_speakers_are_labels_that_stay_over_chunks() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    both = f"{spoke(0.1, 1.0)}\n{spoke(1.1, 2.0, 'Nee.', 'SPEAKER_1')}"
    events = told(it.codec, answer(both, it.sent[0]), answer(spoke(0.2, 1.0), it.sent[1]))
    speakers = [u.speaker for u in consultation(events).transcript.finals]
    assert speakers == ["SPEAKER_0", "SPEAKER_1", "SPEAKER_0"]


def test_a_chunk_that_is_answered_is_settled() -> None:
    it = talk()
    it.chunks(LOUD, LOUD)
    events = told(it.codec, answer(spoke(0.2, 1.0), it.sent[1]))
    assert events[-1] == ev.Progress(pytest.approx(6.2))


def test_there_are_no_partials_and_the_manifest_says_so() -> None:
    assert not LiveApi.manifest.capabilities.partials
    assert LiveApi.manifest.capabilities.speakers
    assert "keeps a copy" in LiveApi.manifest.remark


def test_a_warning_is_no_fault_and_no_nonsense() -> None:
    it = talk().codec
    assert told(it, {"type": "warning", "message": "No speech"}, {"type": "warning"}) == []
    assert it.ignored == 0
    assert told(it, {"type": "partial", "text": "x"}) == []
    assert it.ignored == 1
