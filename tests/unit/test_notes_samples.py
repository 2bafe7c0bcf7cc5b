"""The three sample consultations: both problems, every measurement, dose, side and negation."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from scribe_app.domain.note import Evidence, Origin, Section
from scribe_app.domain.transcript import Utterance
from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.lexicon import lexicon
from scribe_app.notes.numbers import digits
from tests.fixtures.dialogues_read import sample, spoken, unsaid

S, O, E, P = Section.SUBJECTIVE, Section.OBJECTIVE, Section.EVALUATION, Section.PLAN  # noqa: E741
DRAFTER = ExtractiveDrafter()
LANGUAGES = pytest.mark.parametrize("language", ["en", "nl", "fr"])
SPEAKERS = pytest.mark.parametrize("speakers", [True, False], ids=["named", "unnamed"])


@dataclass(frozen=True)
class Expected:
    """A line that must be there; `said` are words of the utterances it must be linked to."""

    episode: int
    section: Section
    line: str
    said: tuple[str, ...]


EXPECTED = {
    "en": (
        Expected(0, S, "sore throat for 5 days", ("sore throat",)),
        Expected(0, S, "no fever", ("Have you had a fever", "No, no fever")),
        Expected(0, S, "not coughing", ("Are you coughing", "not coughing")),
        Expected(0, O, "throat red, no pus on tonsils", ("throat is red",)),
        Expected(0, O, "not swollen", ("not swollen",)),
        Expected(0, O, "temp 36.9 °c", ("thirty-six point nine",)),
        Expected(0, E, "i think viral throat infection", ("viral throat",)),
        Expected(0, P, "don't need antibiotics", ("don't need antibiotics",)),
        Expected(0, P, "paracetamol 1000 mg, 4 times a day", ("one thousand milligrams",)),
        Expected(0, P, "if throat not better by then", ("not better by then",)),
        Expected(1, S, "right knee hurts", ("right knee hurts",)),
        Expected(1, S, "about 3 weeks ago", ("When did that start", "three weeks ago")),
        Expected(1, O, "right knee slightly swollen", ("slightly swollen",)),
        Expected(1, O, "weight 82 kg", ("eighty-two kilos",)),
        Expected(1, O, "bp 138/84 mmhg", ("thirty-eight over eighty-four",)),
        Expected(1, E, "i think early osteoarthritis", ("osteoarthritis",)),
        Expected(1, P, "physiotherapist", ("physiotherapist",)),
        Expected(1, P, "in 6 weeks", ("six weeks",)),
    ),
    "nl": (
        Expected(0, S, "hoest al 2 weken", ("twee weken, en ik",)),
        Expected(0, S, "geen koorts", ("Heeft u koorts", "geen koorts")),
        Expected(0, S, "niet benauwd", ("bent u benauwd", "niet benauwd")),
        Expected(0, O, "ik hoor geen piepende ademhaling", ("piepende ademhaling",)),
        Expected(0, O, "keel een beetje rood", ("beetje rood",)),
        Expected(0, E, "ik denk virusinfectie", ("virusinfectie",)),
        Expected(0, P, "antibioticum is niet nodig", ("niet nodig",)),
        Expected(0, P, "als u koorts krijgt", ("Als u koorts krijgt",)),
        Expected(1, S, "linkerschouder", ("linkerschouder",)),
        Expected(1, S, "niet gevallen", ("Bent u gevallen", "niet gevallen")),
        Expected(1, O, "heffen van linkerarm pijnlijk", ("heffen van de linkerarm",)),
        Expected(1, O, "rr 120/70 mmhg", ("over zeventig",)),
        Expected(1, O, "gewicht 75 kg", ("vijfenzeventig kilo",)),
        Expected(1, E, "ontsteking", ("ik denk dat dit een",)),
        Expected(1, P, "ibuprofen 400 mg, 3 keer per dag", ("vierhonderd milligram",)),
        Expected(1, P, "geen zware dingen", ("geen zware dingen",)),
        Expected(1, P, "over 2 weken", ("Over twee weken",)),
        Expected(1, P, "fysiotherapeut", ("fysiotherapeut",)),
    ),
    "fr": (
        Expected(0, S, "mal à l'oreille gauche depuis 3 jours", ("oreille gauche depuis",)),
        Expected(0, S, "pas de fièvre", ("eu de la fièvre", "pas de fièvre")),
        Expected(0, S, "ne coule pas", ("l'oreille coule", "ne coule pas")),
        Expected(0, S, "pas d'allergie", ("allergique", "pas d'allergie")),
        Expected(0, O, "tympan gauche", ("tympan gauche",)),
        Expected(0, O, "oreille droite normale", ("oreille droite",)),
        Expected(0, E, "je pense infection de l'oreille", ("infection de l'oreille",)),
        Expected(0, P, "1 g d'amoxicilline, 3 fois par jour", ("amoxicilline",)),
        Expected(0, P, "dans 3 jours, vous me rappelez", ("vous me rappelez",)),
        Expected(1, S, "mal au dos", ("aussi mal au dos",)),
        Expected(1, S, "douleur ne descend pas", ("descend dans la jambe", "ne descend pas")),
        Expected(1, O, "bas du dos tendus", ("sont tendus",)),
        Expected(1, O, "poids 72 kg", ("soixante-douze kilos",)),
        Expected(1, O, "ta 135/80 mmhg", ("trente-cinq sur",)),
        Expected(1, E, "je pense lombalgie", ("lombalgie",)),
        Expected(1, P, "pas besoin de faire une radio", ("faire une radio",)),
        Expected(1, P, "paracétamol 1 g, 3 fois par jour", ("paracétamol",)),
        Expected(1, P, "dans 2 semaines", ("deux semaines",)),
    ),
}
TITLES = {
    "en": ("Sore throat", "Right knee"),
    "nl": ("Hoest", "Linkerschouder"),
    "fr": ("Oreille gauche", "Mal au dos"),
}
SMALL_TALK = {
    "en": ("morning, doctor", "come in", "thank", "welcome", "good to hear", "take care", "seat"),
    "nl": ("goedemorgen", "binnen", "dank u", "beterschap", "graag gedaan", "goed om te weten"),
    "fr": ("bonjour", "asseyez", "merci", "je vous en prie", "bon courage", "au revoir"),
}


@SPEAKERS
@LANGUAGES
def test_each_thing_said_stands_in_its_section_and_links_to_where_it_was_said(
    language: str, speakers: bool
) -> None:
    said = spoken(sample(language)["utterances"], speakers=speakers)
    by_id = {each.id: each.text for each in said}
    evidence = DRAFTER.draft(said, language).evidence
    for expected in EXPECTED[language]:
        found = [line for line in evidence if _holds(line, expected)]
        assert len(found) == 1, expected
        cited = [by_id[number] for number in found[0].utterances]
        assert len(cited) == len(expected.said), cited
        for words, text in zip(expected.said, cited, strict=True):
            assert words.lower() in text.lower()


@SPEAKERS
@LANGUAGES
def test_two_episodes_titled_in_words_that_were_said(language: str, speakers: bool) -> None:
    note = DRAFTER.draft(spoken(sample(language)["utterances"], speakers=speakers), language).note
    assert note.origin is Origin.ON_DEVICE
    assert tuple(episode.title for episode in note.episodes) == TITLES[language]


@SPEAKERS
@LANGUAGES
def test_nothing_that_was_not_said_and_no_small_talk(language: str, speakers: bool) -> None:
    said = spoken(sample(language)["utterances"], speakers=speakers)
    evidence = DRAFTER.draft(said, language).evidence
    assert [unsaid(line, said, language) for line in evidence] == [[]] * len(evidence)
    text = "\n".join(line.text for line in evidence).lower()
    assert [talk for talk in SMALL_TALK[language] if talk in text] == []


@SPEAKERS
@LANGUAGES
def test_every_line_has_evidence_and_the_note_is_short(language: str, speakers: bool) -> None:
    draft = DRAFTER.draft(spoken(sample(language)["utterances"], speakers=speakers), language)
    for number, episode in enumerate(draft.note.episodes):
        for part in Section:
            lines = [e.text for e in draft.evidence if (e.episode, e.section) == (number, part)]
            assert episode.text(part) == "\n".join(lines)
    assert sum(len(line.text.split()) for line in draft.evidence) <= 200


def _holds(line: Evidence, expected: Expected) -> bool:
    place = (line.episode, line.section) == (expected.episode, expected.section)
    return place and expected.line in line.text.lower()


@LANGUAGES
def test_in_the_long_windows_of_a_recogniser_nothing_is_lost(language: str) -> None:
    said = _windows(sample(language)["utterances"], language)
    evidence = DRAFTER.draft(said, language).evidence
    for expected in EXPECTED[language]:
        assert [line for line in evidence if _holds(line, expected)], expected
    assert [line.text for line in evidence if unsaid(line, said, language)] == []


def _windows(turns: Sequence[Mapping[str, Any]], language: str) -> list[Utterance]:
    """Return utterances of twenty seconds or more: both speakers in one, numbers in digits."""
    found: list[Utterance] = []
    held: list[str] = []
    for turn in turns:
        held.append(digits(turn["text"], lexicon(language)))
        start = found[-1].end if found else 0.0
        if turn["end"] - start > 20 or turn is turns[-1]:
            found.append(Utterance(f"1:{len(found)}", start, turn["end"], " ".join(held)))
            held = []
    return found
