"""Dutch compounds: what is written as one word, and above all what is not."""

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from scribe_app.ondevice.compounds import Compounds, edge, glue, load
from scribe_app.ondevice.heard import RATE, Heard, Hypothesis, Task
from scribe_app.ondevice.streaming import Final, Partial, Streamer
from tests.unit.test_ondevice_streaming import LoudIsSpeech

LISTED = load()


def heard(text: str, gap: float = 0.0) -> tuple[Heard, ...]:
    """Return words of 0.3 seconds with a gap between them; each surer than the next."""
    return tuple(
        Heard(word, i * (0.3 + gap), i * (0.3 + gap) + 0.3, 0.9 - i / 100)
        for i, word in enumerate(text.split())
    )


def written(text: str, gap: float = 0.0) -> str:
    words = heard(text, gap)
    return " ".join(w.text for w in glue(words, LISTED.sizes(words)))


@pytest.mark.parametrize(
    ("split", "whole"),
    [
        ("Uw bloed druk is goed.", "Uw bloeddruk is goed."),
        ("Ik heb keel pijn en hoofd pijn.", "Ik heb keelpijn en hoofdpijn."),
        ("Gaat u naar de huis arts?", "Gaat u naar de huisarts?"),
        ("Een long ontsteking, zegt u?", "Een longontsteking, zegt u?"),
        ("De lever waarden zijn hoog.", "De leverwaarden zijn hoog."),
        ("Pijn in de linker schouder.", "Pijn in de linkerschouder."),
        ("Hij gaat naar de fysio therapeut.", "Hij gaat naar de fysiotherapeut."),
        ("De adem haling is rustig.", "De ademhaling is rustig."),
        ("Ik heb gewrichts klachten.", "Ik heb gewrichtsklachten."),
        ("Borst kanker komt voor.", "Borstkanker komt voor."),
        ("Is de garage poort open?", "Is de garagepoort open?"),
    ],
)
def test_a_compound_is_one_word(split: str, whole: str) -> None:
    assert written(split) == whole


def test_three_parts_are_one_word() -> None:
    assert written("Een urine weg infectie.") == "Een urineweginfectie."
    assert written("Uw bloed druk meter.") == "Uw bloeddrukmeter."


def test_a_compound_that_no_list_has_is_made_of_productive_parts() -> None:
    assert "lamp" not in LISTED.tails["woonkamer"].split()
    assert written("Doe de woonkamer lamp uit.") == "Doe de woonkamerlamp uit."
    assert written("De praktijk verlichting is stuk.") == "De praktijkverlichting is stuk."


@pytest.mark.parametrize(
    "text",
    [
        "Doet uw keel pijn als u slikt?",
        "Als mijn hoofd pijn doet, neem ik paracetamol.",
        "Doet mijn knie, dokter, pijn?",
        "Heeft uw kind koorts gehad?",
        "Heeft de patiënt pijn en heeft uw moeder borstkanker gehad?",
        "Geeft de knie klachten bij het lopen?",
        "Ik heb in mijn buik pijn en in het been krampen.",
        "Als ik bloed verlies, dan schrik ik.",
        "En dan drink ik water en eet ik brood.",
        "Neem een glas water en een paar tabletten.",
        "Ik heb vorige week koorts gehad en elke avond jeuk.",
        "Ik heb te veel gedronken en wel eens te weinig gegeten.",
        "Het komt voor dat ik op de bank uit doe wat ik aan had.",
        "Ik ben naar huis gegaan, naar school ook.",
        "Waar het onderzoek plaats vindt, weet ik niet.",
        "Geeft de zalf verlichting of geeft de brace steun?",
        "Zij zeiden dat ik in mijn bloed suiker had.",
        "We gaan bloed prikken en de urine onderzoeken.",
        "Is er in de familie kanker bekend?",
        "Ik heb thuis zorg gekregen.",
        "Mijn man vrouw Jansen sprak oom Jan.",
        "Het is een programma programma dat helpt.",
    ],
)
def test_what_stands_apart_in_dutch_stays_apart(text: str) -> None:
    assert written(text) == text


def test_signs_capitals_digits_and_pauses_part() -> None:
    for text in ("bloed, druk", "bloed. Druk", "bloed Druk", "bloed- druk", "bloed 120", "hart 5"):
        assert written(text) == text
    assert written("bloed druk", gap=0.2) == "bloeddruk"
    assert written("bloed druk", gap=0.4) == "bloed druk"


def test_a_compound_has_the_times_of_its_parts_and_the_least_confidence() -> None:
    (word,) = glue(heard("Bloed druk meter."), [3])
    assert word == Heard("Bloeddrukmeter.", 0.0, pytest.approx(0.9), pytest.approx(0.88))


def test_what_was_said_before_is_context() -> None:
    words = heard("bloed verlies")
    assert LISTED.sizes(words) == [2]
    assert LISTED.sizes(words, heard("als ik dan")) == [1, 1]


def test_an_edge_parts_no_compound() -> None:
    assert edge([1, 2, 1], 2, live=True) == (1, 1)
    assert edge([1, 2, 1], 2, live=False) == (3, 2)
    assert edge([1, 2, 1], 3, live=True) == edge([1, 2, 1], 3, live=False) == (3, 2)
    assert edge([1, 2, 1], 0, live=False) == (0, 0)


WORDS = ["bloed", "druk", "meter.", "Ik", "ik", "heb", "keel", "pijn", "huis", "arts,", "de", "5"]


@given(st.lists(st.sampled_from(WORDS) | st.text(min_size=1, max_size=6), max_size=12))
def test_no_letter_changes(texts: list[str]) -> None:
    words = tuple(Heard(t, i / 2, i / 2 + 0.4, 0.5) for i, t in enumerate(texts))
    sizes = LISTED.sizes(words)
    spelt = glue(words, sizes)
    assert sum(sizes) == len(words)
    assert "".join(w.text for w in spelt) == "".join(texts)
    assert all(a.end <= b.start for a, b in pairwise(spelt))


class Says:
    """A decoder that hears the same words always, as far as the audio goes."""

    def __init__(self, words: Sequence[Heard], language: str) -> None:
        self._words, self._language = words, language

    def decode(self, task: Task) -> Hypothesis:
        end = task.start + len(task.samples) / RATE
        words = tuple(w for w in self._words if w.start >= task.start and w.end <= end)
        return Hypothesis(words, language=self._language)


def heard_live(language: str, seconds: float = 0.2) -> tuple[list[str], set[str]]:
    """Return the final words and every word that a partial showed."""
    text = "uw bloed druk en uw bloed suiker zijn goed maar ik heb keel pijn en de huis arts niet."
    words = heard(text)
    audio = np.full(int((words[-1].end + 0.1) * RATE), 0.5, np.float32)
    streamer = Streamer(Says(words, language), LoudIsSpeech(), compounds={"nl": LISTED})
    finals: dict[int, str] = {}
    partials: set[str] = set()
    step = int(seconds * RATE)
    for at in range(0, len(audio) + step, step):
        streamer.feed(audio[at : at + step]) if at < len(audio) else streamer.finish()
        while (events := streamer.step()) is not None:
            finals |= {e.id: " ".join(w.text for w in e.words) for e in events if _final(e)}
            partials |= {w.text for e in events if isinstance(e, Partial) for w in e.words}
    return " ".join(finals.values()).split(), partials


def _final(event: object) -> bool:
    return isinstance(event, Final)


@pytest.mark.parametrize("seconds", [0.2, 0.9, 30.0])
def test_finals_and_partials_hold_whole_compounds(seconds: float) -> None:
    finals, partials = heard_live("nl", seconds)
    assert " ".join(finals) == (
        "uw bloeddruk en uw bloedsuiker zijn goed maar ik heb keelpijn en de huisarts niet."
    )
    assert seconds > 1 or {"bloeddruk", "bloedsuiker"} <= partials


@pytest.mark.parametrize("language", ["en", "fr", ""])
def test_other_languages_are_left_alone(language: str) -> None:
    assert "bloed" in heard_live(language)[0]


def test_without_the_list_nothing_is_joined(tmp_path: Path) -> None:
    words = heard("bloed druk")
    assert load(tmp_path / "none.xz") == Compounds({})
    assert Compounds({}).sizes(words) == [1, 1]
