"""Where two connections meet, every word stands once."""

from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine.overlap import folded
from scribe_app.engine.seam import Seam, tail_of


def spoken(words: list[str], start: float = 0.0, utterance_id: str = "1") -> Utterance:
    timed = tuple(
        Word(text, start + 0.4 * index, start + 0.4 * index + 0.3)
        for index, text in enumerate(words)
    )
    return Utterance(utterance_id, start, timed[-1].end, " ".join(words), None, timed)


def text(seam: Seam, utterance: Utterance) -> str:
    placed = seam.placed(ev.Final(utterance))
    return placed.utterance.text if isinstance(placed, ev.Final) else ""


def test_the_first_epoch_only_gets_a_name() -> None:
    placed = Seam(0).placed(ev.Final(spoken(["one", "two"])))
    assert isinstance(placed, ev.Final)
    assert placed.utterance.id == "0:1"
    assert placed.utterance.start == 0.0


def test_times_are_put_on_the_consultations_clock() -> None:
    placed = Seam(3, offset=60.0, commit=61.0).placed(ev.Final(spoken(["later"], 5.0)))
    assert isinstance(placed, ev.Final)
    assert placed.utterance.id == "3:1"
    assert placed.utterance.words[0].start == 65.0
    assert Seam(3, offset=60.0).placed(ev.Progress(2.0)) == ev.Progress(62.0, 60.0)


def test_a_replayed_word_that_moved_past_the_commit_point_is_not_doubled() -> None:
    tail = (Word("knee", 9.4, 9.7), Word("hurts", 9.7, 10.0))
    seam = Seam(1, offset=9.0, commit=10.0, tail=tail)
    again = Utterance("0", 0.5, 2.0, "Hurts, badly.", None, (
        Word("Hurts,", 0.95, 1.2), Word("badly.", 1.3, 1.8),
    ))  # fmt: skip
    assert text(seam, again) == "badly."


def test_an_utterance_without_word_times_is_taken_or_left_whole() -> None:
    seam = Seam(1, offset=9.0, commit=10.0)
    assert text(seam, Utterance("0", 0.0, 1.5, "before")) == ""
    assert text(seam, Utterance("0", 0.6, 2.5, "after")) == "after"


def test_a_repeated_partial_clears_instead_of_doubling() -> None:
    seam = Seam(1, offset=9.0, commit=10.0)
    placed = seam.placed(ev.Partial(Utterance("partial", 0.0, 0.5, "old", None, ())))
    assert isinstance(placed, ev.Partial)
    assert placed.utterance.text == ""


def test_folding_ignores_case_accents_and_punctuation() -> None:
    assert folded("Être,") == folded("etre") == "etre"


@given(st.integers(2, 30), st.data())
def test_cutting_anywhere_loses_and_doubles_nothing(count: int, data: st.DataObject) -> None:
    words = [f"w{number}" for number in range(count)]
    whole = spoken(words)
    cut = data.draw(st.integers(1, count))
    first = spoken(words[:cut])
    commit = first.end
    offset = max(0.0, commit - 1.0)
    heard = [w for w in whole.words if w.start >= offset]
    seam = Seam(1, offset, commit, tail_of((first,)))
    rest = ""
    if heard:
        moved = tuple(Word(w.text, w.start - offset, w.end - offset) for w in heard)
        again = Utterance(
            "0", moved[0].start, moved[-1].end, " ".join(w.text for w in heard), None, moved
        )
        rest = text(seam, again)
    assert [*words[:cut], *rest.split()] == words


def at(offset: float, *words: tuple[str, float, float], utterance_id: str = "0") -> Utterance:
    """Return an utterance of a line that began at `offset`; words with times of the whole."""
    timed = tuple(Word(text, start - offset, end - offset) for text, start, end in words)
    text = " ".join(word.text for word in timed)
    return Utterance(utterance_id, timed[0].start, timed[-1].end, text, None, timed)


KNEE = (Word("my", 8.6, 8.8), Word("left", 8.8, 9.2), Word("knee", 9.2, 9.6))
TAIL = (*KNEE, Word("hurts", 9.6, 10.0))
SEAM = partial(Seam, 1, 8.0, 10.0, TAIL)


@pytest.mark.parametrize(
    "again",
    [
        (("left", 8.8, 9.2), ("knee", 9.2, 9.6), ("hurts", 9.6, 10.0)),
        (("Left", 8.8, 9.2), ("knee,", 9.2, 9.6), ("hurts.", 9.9, 10.4)),
        (("left", 8.8, 9.2), ("knee", 9.2, 9.6), ("hertz", 9.9, 10.3)),
        (("left", 9.2, 9.6), ("knee", 9.6, 10.0), ("hurts", 10.0, 10.4)),
        (("left", 8.8, 9.2), ("knee", 9.2, 9.6), ("it", 9.8, 10.4)),
        (("hurts", 9.3, 9.5),),
        (("uh", 8.1, 8.3), ("my", 8.6, 8.8), ("knee", 9.3, 9.7), ("hurts", 9.7, 10.2)),
    ],
    ids=["same", "case and stops", "misheard", "late", "another word", "early", "more and fewer"],
)
def test_the_tail_is_known_again(again: tuple[tuple[str, float, float], ...]) -> None:
    last = again[-1][2]
    new = (("badly", last + 0.05, last + 0.4), ("today", last + 0.4, last + 0.8))
    assert text(SEAM(), at(8.0, *again, *new)) == "badly today"


def test_a_new_word_that_seems_early_is_kept() -> None:
    again = at(8.0, ("knee", 9.2, 9.5), ("hurts", 9.5, 9.8), ("badly", 9.8, 10.1))
    assert text(SEAM(), again) == "badly"


def test_a_word_said_twice_stands_twice() -> None:
    seam = Seam(1, 8.0, 10.0, (Word("said", 9.2, 9.6), Word("no", 9.7, 10.0)))
    again = at(8.0, ("said", 9.2, 9.6), ("no", 9.7, 10.0), ("no", 10.2, 10.5), ("no", 10.7, 11.0))
    assert text(seam, again) == "no no"


def test_numbers_and_compounds_are_known_again() -> None:
    tail = (Word("bloed", 8.6, 9.0), Word("druk", 9.0, 9.3), Word("vijftien", 9.5, 10.0))
    again = at(8.0, ("bloeddruk", 8.6, 9.3), ("15", 9.6, 10.1), ("dagen", 10.2, 10.6))
    assert text(Seam(1, 8.0, 10.0, tail), again) == "dagen"
    tail = (Word("uw", 8.8, 9.0), Word("bloeddruk", 9.2, 10.0))
    again = at(8.0, ("bloed", 9.2, 9.8), ("druk", 9.9, 10.3), ("is", 10.3, 10.5))
    assert text(Seam(1, 8.0, 10.0, tail), again) == "is"


def test_a_repetition_may_end_in_the_second_final() -> None:
    seam = SEAM()
    first = at(8.0, ("left", 8.8, 9.2), ("knee.", 9.2, 9.6))
    assert text(seam, first) == ""
    second = at(8.0, ("Hurts", 9.9, 10.3), ("badly.", 10.3, 10.6), utterance_id="1")
    assert text(seam, second) == "badly."
    revised = at(8.0, ("Left", 8.8, 9.2), ("knee", 9.2, 9.6), ("hurts.", 9.9, 10.3))
    seam.placed(ev.Retracted("1"))
    assert text(seam, revised) == ""
    assert text(seam, at(8.0, ("Badly.", 10.3, 10.6), utterance_id="2")) == "Badly."


def test_without_word_times_the_words_alone_tell() -> None:
    whole = Utterance("0", 0.8, 3.6, "Left knee hurts. It hurts badly.")
    assert text(SEAM(), whole) == "It hurts badly."
    seam = Seam(1, 8.0, 10.0, tail_of((Utterance("0:0", 7.0, 10.0, "My left knee hurts."),)))
    assert text(seam, whole) == "It hurts badly."


@given(
    st.lists(
        st.sampled_from(["yes", "no", "my", "knee", "hurts", "badly", "since", "monday"]),
        min_size=4,
    ),
    st.data(),
)
def test_whatever_is_said_shaky_times_lose_and_double_nothing(
    words: list[str], data: st.DataObject
) -> None:
    """Words are heard again up to a sixth of a second off; the line begins at a word."""
    whole = spoken(words)
    cut = data.draw(st.integers(1, len(words)))
    begin = data.draw(st.integers(max(0, cut - 6), max(0, cut - 2)))
    first = spoken(words[:cut])
    shift = data.draw(st.floats(-0.16, 0.16))
    offset = max(0.0, whole.words[begin].start - 0.2)
    again = [(w.text, w.start + shift, w.end + shift) for w in whole.words[begin:]]
    seam = Seam(1, offset, first.end, tail_of((first,)))
    rest = text(seam, at(offset, *again)) if again else ""
    assert [*words[:cut], *rest.split()] == words
