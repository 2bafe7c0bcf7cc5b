"""The steps of the drafter on their own: shorten, answer, who spoke, episodes, selection."""

import pytest

from scribe_app.domain.note import Note
from scribe_app.domain.transcript import Utterance
from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.answers import with_answers
from scribe_app.notes.compress import compress, protected
from scribe_app.notes.episodes import plan_episodes
from scribe_app.notes.lexicon import lexicon
from scribe_app.notes.numbers import digits
from scribe_app.notes.roles import with_roles
from scribe_app.notes.units import Role, Unit, cut

EN, NL, FR = lexicon("en"), lexicon("nl"), lexicon("fr")


def asked(language: str, question: str, answer: str) -> str:
    units = [
        Unit(question, ("1:0",), role=Role.CLINICIAN, question=True),
        Unit(answer, ("1:1",), role=Role.PATIENT),
    ]
    (joined,) = with_answers(units, lexicon(language))
    assert joined.utterances == ("1:0", "1:1")
    return joined.text


def heard(language: str, *texts: str, speakers: tuple[str, ...] = ()) -> list[Unit]:
    said = [
        Utterance(f"1:{n}", n, n + 1, text, speakers[n] if speakers else None)
        for n, text in enumerate(texts)
    ]
    words = lexicon(language)
    return with_answers(with_roles(cut(said, words), words), words)


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        ("en", "Um, my right knee hurts", "Right knee hurts"),
        ("en", "Right, so I think it's the left one", "I think left one"),
        ("en", "Okay, well, you know, I don't smoke", "Don't smoke"),
        ("en", "I have no fever, uh, no chills", "No fever, no chills"),
        ("en", "Maybe it's kind of a dull pain", "Maybe it's kind of dull pain"),
        ("en", "go to the A and E if it gets worse", "Go to A and E if it gets worse"),
        ("en", "I had hepatitis A two years ago", "I had hepatitis A 2 years ago"),
        ("nl", "Eh, ik heb pijn in mijn rechterknie", "Pijn in rechterknie"),
        ("nl", "ik heb geen koorts", "Geen koorts"),
        (
            "nl",
            "paracetamol, vijfhonderd milligram, maximaal vier keer per dag",
            "Paracetamol 500 mg, maximaal 4 keer per dag",
        ),
        ("fr", "Euh, j'ai mal au genou droit", "Mal au genou droit"),
        ("fr", "je n'ai pas de fièvre", "Je n'ai pas de fièvre"),
        ("fr", "du paracétamol, un gramme", "Du paracétamol 1 g"),
    ],
)
def test_shorter_by_deletion(language: str, said: str, line: str) -> None:
    words = lexicon(language)
    assert compress(digits(said, words), words) == line


@pytest.mark.parametrize(
    "said",
    [
        "Right. The right knee, right?",
        "no no no",
        "I think, I think not",
        "you know I can't",
        "it is not the left",
        "well maybe",
        "if I may",
        "there is no left, no right",
    ],
)
def test_side_denial_doubt_and_numbers_survive_anything(said: str) -> None:
    assert protected(said, EN) <= protected(compress(said, EN), EN)


@pytest.mark.parametrize(
    ("language", "question", "answer", "line"),
    [
        ("en", "Any fever?", "No.", "no fever"),
        ("en", "Any fever?", "Yes.", "fever: yes"),
        (
            "en",
            "Have you had any chest pain or palpitations?",
            "No.",
            "no chest pain or palpitations",
        ),
        ("en", "Any fever and chills?", "No.", "fever and chills: no"),
        ("en", "Do you smoke?", "No.", "smoke: no"),
        ("en", "Have you had a fever?", "No, no fever.", "no fever"),
        ("en", "Have you had a fever?", "No, well, yesterday.", "fever: no, yesterday"),
        ("en", "Have you had a fever?", "I don't think so.", "fever: don't think so"),
        ("en", "No fever?", "No.", "no fever? no"),
        ("en", "You haven't had any fever?", "Yes.", "you haven't had any fever? yes"),
        ("en", "Does it go to your left arm?", "No.", "go to left arm: no"),
        ("nl", "Heeft u koorts?", "Nee.", "geen koorts"),
        ("nl", "Heeft u koorts gehad?", "Ja.", "koorts gehad: ja"),
        ("nl", "Bent u gevallen?", "Nee, ik ben niet gevallen.", "niet gevallen"),
        ("nl", "Rookt u?", "Nee.", "rookt: nee"),
        ("nl", "U heeft geen koorts?", "Nee.", "u heeft geen koorts? nee"),
        ("fr", "Avez-vous de la fièvre ?", "Non.", "pas de fièvre"),
        ("fr", "Avez-vous une allergie ?", "Non.", "pas d'allergie"),
        ("fr", "Avez-vous de la fièvre ?", "Oui, un peu.", "fièvre: oui, un peu"),
        ("fr", "Vous n'avez pas de fièvre ?", "Non.", "vous n'avez pas de fièvre? non"),
    ],
)
def test_polarity_never_flips(language: str, question: str, answer: str, line: str) -> None:
    assert asked(language, question, answer) == line


def test_two_questions_and_one_answer_are_not_merged_to_a_denial() -> None:
    units = heard("en", "Do you have a fever? Do you have a cough?", "No.")
    assert [unit.text for unit in units if unit.merged] == ["cough: no"]


@pytest.mark.parametrize(
    ("language", "said", "written"),
    [
        ("en", "the first one hurts", "the first one hurts"),
        ("en", "one gram, twenty one days", "1 gram, 21 days"),
        ("en", "in twenty eighteen", "in 2018"),
        ("nl", "een knie, één tablet, een keer per dag", "een knie, 1 tablet, 1 keer per dag"),
        ("nl", "tweeentachtig", "82"),
        ("fr", "un genou neuf, un gramme, vingt et un jours", "un genou neuf, 1 gramme, 21 jours"),
    ],
)
def test_number_words(language: str, said: str, written: str) -> None:
    assert digits(said, lexicon(language)) == written


def test_roles_from_words_when_nobody_is_named() -> None:
    units = heard(
        "nl", "Wat kan ik voor u doen?", "Ik heb pijn in mijn rug", "Ik ga u iets voorschrijven"
    )
    assert [unit.role for unit in units] == [Role.CLINICIAN, Role.PATIENT, Role.CLINICIAN]


def test_a_question_that_holds_its_answer_waits_for_no_other() -> None:
    """The recogniser sometimes writes both into one sentence; what follows is not the answer."""
    said = (
        "My right knee hurts.",
        "Is that all Yes, that's fine.",
        "As for the knee, I think this is early osteoarthritis.",
    )
    utterances = tuple(Utterance(f"0:{n}", n, n + 1.0, text) for n, text in enumerate(said))
    (episode,) = ExtractiveDrafter().draft(utterances, "en").note.episodes
    assert "early osteoarthritis" in episode.evaluation


def test_anonymous_labels_are_voted_on() -> None:
    texts = ("Do you have any pain?", "My knee hurts doctor", "It is fine", "I have a cough")
    units = heard("en", *texts, speakers=("A", "B", "A", "B"))
    assert {unit.role for unit in units if unit.speaker == "A"} == {Role.CLINICIAN}
    assert {unit.role for unit in units if unit.speaker == "B"} == {Role.PATIENT}


def test_a_condition_is_never_cut_from_what_it_governs() -> None:
    units = heard("en", "Um, if the redness spreads, and you feel hot, and I am away, call us.")
    assert len(units) == 1


def test_doubt_stays_with_what_it_doubts() -> None:
    (unit,) = heard("en", "I think this is gout, but I'm not sure.")
    assert "not sure" in unit.text


@pytest.mark.parametrize(
    ("language", "texts", "titles"),
    [
        (
            "en",
            (
                "My throat is sore.",
                "Any fever?",
                "No.",
                "I think it's a virus.",
                "Take paracetamol.",
                "Okay.",
                "And then there's also my left knee.",
                "It hurts.",
            ),
            ("Throat", "Left knee"),
        ),
        (
            "nl",
            (
                "Ik hoest al een week.",
                "Heeft u koorts?",
                "Nee.",
                "Ik denk een virus.",
                "Drink veel water.",
                "Oké.",
                "En dan nog iets, mijn linkerknie doet pijn.",
            ),
            ("Hoest", "Linkerknie"),
        ),
        (
            "fr",
            (
                "Je tousse depuis hier.",
                "Avez-vous de la fièvre ?",
                "Non.",
                "C'est un virus.",
                "Prenez du miel.",
                "D'accord.",
                "J'ai aussi mal au genou gauche.",
            ),
            ("Tousse", "Genou gauche"),
        ),
    ],
)
def test_a_second_problem_opens_an_episode(
    language: str, texts: tuple[str, ...], titles: tuple[str, ...]
) -> None:
    assert plan_episodes(heard(language, *texts), lexicon(language)).titles == titles


def test_the_same_thing_twice_is_written_once() -> None:
    said = [Utterance(f"1:{n}", n, n + 1, "My right knee hurts badly", "patient") for n in range(3)]
    said.append(Utterance("1:9", 9, 10, "My left knee hurts badly", "patient"))
    (episode,) = ExtractiveDrafter().draft(said, "en").note.episodes
    assert episode.subjective == "Right knee hurts badly\nLeft knee hurts badly"


@pytest.mark.parametrize("language", ["en", "nl", "fr", "de", ""])
def test_nothing_said_gives_an_empty_note(language: str) -> None:
    drafter = ExtractiveDrafter()
    for said in ((), (Utterance("1:0", 0, 1, ""),), (Utterance("1:0", 0, 1, " ... ?! "),)):
        draft = drafter.draft(said, language)
        assert draft.note == Note()
        assert draft.evidence == ()
        assert drafter.measure(said, language) == ()


def test_a_no_that_belongs_to_the_next_word_is_not_parted_from_it() -> None:
    assert asked("en", "Have you had any wheezing?", "No wheezing.").endswith("no wheezing")
    assert asked("en", "Do you have any blood in it?", "No, just water.").endswith("no, just water")
