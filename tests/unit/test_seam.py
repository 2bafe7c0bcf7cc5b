"""Where two connections meet, every word stands once."""

from hypothesis import given
from hypothesis import strategies as st

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine.seam import Seam, folded, tail_of


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
