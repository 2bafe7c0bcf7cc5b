"""Silence that is not sent moves no word: the vendor's times are put where they belong."""

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine.skips import Skips

SAID = Utterance("1", 8.0, 13.0, "a b", words=(Word("a", 8.0, 9.0), Word("b", 12.0, 13.0)))


def skips() -> Skips:
    made = Skips()
    made.add(10 * 16_000, 90 * 16_000)
    made.add(20 * 16_000, 5 * 16_000)
    return made


def test_words_on_both_sides_of_a_skip() -> None:
    placed = skips().placed(ev.Final(SAID))
    assert isinstance(placed, ev.Final)
    said = placed.utterance
    assert [(w.start, w.end) for w in said.words] == [(8.0, 9.0), (102.0, 103.0)]
    assert (said.start, said.end) == (8.0, 103.0)


def test_progress_after_two_skips_counts_both() -> None:
    assert skips().placed(ev.Progress(21.0)) == ev.Progress(116.0)
    assert skips().placed(ev.Progress(10.0)) == ev.Progress(10.0)


def test_without_a_skip_an_event_is_the_same_one() -> None:
    event = ev.Partial(SAID)
    assert Skips().placed(event) is event


def test_a_word_that_begins_at_the_skip_stands_after_it() -> None:
    placed = skips().placed(ev.Partial(Utterance("1", 10.0, 10.5, "a")))
    assert placed == ev.Partial(Utterance("1", 100.0, 100.5, "a"))
