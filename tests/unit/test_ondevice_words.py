"""From decodes to utterances: the seam between two windows, and what closes an utterance."""

from scribe_app.ondevice.heard import Heard
from scribe_app.ondevice.seam import continuation
from scribe_app.ondevice.utterances import Utterances


def heard(text: str, start: float = 0.0, pace: float = 0.4) -> tuple[Heard, ...]:
    return tuple(
        Heard(word, start + pace * i, start + pace * i + 0.3, 0.9)
        for i, word in enumerate(text.split())
    )


def fresh(window: tuple[Heard, ...], final: tuple[Heard, ...]) -> str:
    first = continuation(window, final, final[-1].end if final else 0.0)
    return " ".join(w.text for w in window[first:])


def test_the_words_decide_where_times_are_off() -> None:
    final = heard("So it started three days")
    assert fresh(heard("so it started three days ago, yes"), final) == "ago, yes"
    assert fresh(heard("so it started three days ago, yes", start=0.7), final) == "ago, yes"
    assert fresh(heard("so it started three days ago, yes", start=-0.7), final) == "ago, yes"


def test_times_decide_where_the_words_changed() -> None:
    assert fresh(heard("so it starts free days' ago"), heard("So it started three days")) == "ago"


def test_a_word_said_twice_is_kept_twice() -> None:
    assert fresh(heard("no no no surgeries"), heard("No no")) == "no surgeries"


def test_nothing_new_and_nothing_final() -> None:
    assert fresh(heard("yes okay"), heard("Yes. Okay.")) == ""
    assert fresh(heard("yes okay"), ()) == "yes okay"
    assert continuation((), heard("yes"), 1.0) == 0


def spoken(finals: list) -> list[tuple[int, str, bool]]:
    return [(f.id, " ".join(w.text for w in f.words), f.closed) for f in finals]


def test_an_utterance_grows_and_closes_at_the_sentence() -> None:
    utterances = Utterances()
    assert spoken(utterances.commit(heard("Where does"))) == [(0, "Where does", False)]
    grown = utterances.commit(heard("it hurt? In my", start=0.8))
    assert spoken(grown) == [(0, "Where does it hurt?", True), (1, "In my", False)]
    assert spoken(utterances.close()) == [(1, "In my", True)]
    assert utterances.close() == []


def test_a_pause_and_a_long_speech_close() -> None:
    utterances = Utterances()
    utterances.commit(heard("yes"))
    assert spoken(utterances.commit(heard("no", start=3.0)))[0] == (0, "yes", True)
    assert utterances.rest(3.5) == []
    assert spoken(utterances.rest(5.0)) == [(1, "no", True)]
    finals = Utterances().commit(heard("on and " * 40))
    assert len(finals) > 1
    assert all(f.words[-1].end - f.words[0].start <= 15 for f in finals)


def test_a_title_does_not_close() -> None:
    finals = Utterances().commit(heard("Dr. Jansen is here"))
    assert spoken(finals) == [(0, "Dr. Jansen is here", False)]
