"""No time of a vendor lies outside the audio it was given."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine.bounds import bounded

times = st.floats(allow_nan=True, allow_infinity=True)
words = st.builds(Word, text=st.just("w"), start=times, end=times)
utterances = st.builds(
    Utterance,
    id=st.just("1"),
    start=times,
    end=times,
    text=st.just("w"),
    words=st.lists(words, max_size=4).map(tuple),
)


@given(utterances, st.floats(0, 1e5), st.sampled_from([ev.Partial, ev.Final]))
def test_every_time_is_inside(utterance: Utterance, sent: float, kind: type) -> None:
    found = bounded(kind(utterance), sent).utterance  # type: ignore[union-attr]
    assert 0 <= found.start <= found.end <= sent
    assert all(0 <= word.start <= word.end <= sent for word in found.words)
    assert [word.text for word in found.words] == [word.text for word in utterance.words]


@given(times, st.floats(0, 1e5))
def test_progress_is_inside(until: float, sent: float) -> None:
    found = bounded(ev.Progress(until), sent)
    assert isinstance(found, ev.Progress)
    assert 0 <= found.until <= sent


def test_what_fits_comes_back_as_it_is() -> None:
    event = ev.Final(Utterance("1", 0.5, 1.5, "w", words=(Word("w", 0.5, 1.5),)))
    assert bounded(event, 2.0) is event
    assert bounded(ev.Ready(), 0.0) == ev.Ready()


@pytest.mark.parametrize("start", [9.9e7, math.inf])
def test_a_clock_that_jumped_settles_nothing_that_was_not_sent(start: float) -> None:
    event = ev.Final(Utterance("1", start, start + 1, "w", words=(Word("w", start, start + 1),)))
    assert bounded(event, 2.0) == ev.Final(
        Utterance("1", 2.0, 2.0, "w", words=(Word("w", 2.0, 2.0),))
    )


def test_a_word_that_nobody_can_say_is_cut_short() -> None:
    long = Word("x" * 100_000, 0.5, 1.0)
    event = ev.Final(Utterance("1", 0.0, 1.0, f"een {long.text} twee", words=(long,)))
    found = bounded(event, 2.0)
    assert isinstance(found, ev.Final)
    assert found.utterance.text == "een " + "x" * 200 + "… twee"
    assert found.utterance.words[0].text == "x" * 200 + "…"
