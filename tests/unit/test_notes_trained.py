"""The trained English drafter: what it cuts, how it writes, and that nothing breaks it."""

import pytest

from scribe_app.domain.layout import note_layout
from scribe_app.domain.note import Episode, Note, Section, is_heading
from scribe_app.domain.transcript import Utterance
from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.lexicon import lexicon
from scribe_app.notes.trained.clauses import clauses, spoken_plainly
from scribe_app.notes.trained.model import english
from scribe_app.notes.trained.person import Person, in_third_person, person_of
from scribe_app.notes.trained.write import shortened
from scribe_app.notes.units import Role, Unit
from tests.fixtures.dialogues_read import dialogue, sample, spoken, unsaid

EN = lexicon("en")
HE, NOBODY = Person("he", "his", "him"), Person()
DRAFTER = ExtractiveDrafter()


@pytest.mark.parametrize(
    ("said", "role", "person", "written"),
    [
        ("i've had it for 2 months", Role.PATIENT, HE, "he has had it for 2 months"),
        ("i've had it for 2 months", Role.PATIENT, NOBODY, "has had it for 2 months"),
        ("i didn't fall on my knee", Role.PATIENT, HE, "he did not fall on his knee"),
        ("when i run my knee hurts", Role.PATIENT, HE, "when I run my knee hurts"),
        ("i take my tablets", Role.PATIENT, HE, "I take my tablets"),
        ("my wife told me to come", Role.PATIENT, HE, "his wife told him to come"),
        ("my wife told me to come", Role.PATIENT, NOBODY, "my wife told me to come"),
        ("you have some tenderness", Role.CLINICIAN, HE, "he has some tenderness"),
        ("i want you to rest", Role.CLINICIAN, HE, "I want him to rest"),
        ("your lungs aren't clear", Role.CLINICIAN, NOBODY, "the lungs are not clear"),
        ("i've had it", Role.UNKNOWN, HE, "I have had it"),
        ("it can't be the left", Role.PATIENT, HE, "it cannot be the left"),
    ],
)
def test_third_person_only_where_it_is_safe(
    said: str, role: Role, person: Person, written: str
) -> None:
    assert in_third_person(said, role, person) == written


@pytest.mark.parametrize(
    ("said", "subject"),
    [
        ("john is a 61-year-old male with back pain", "he"),
        ("mrs. ross is here for her asthma", "she"),
        ("date of birth 3 4 1990, she is here today for a rash", "she"),
        ("hi anna, what can i do for you", ""),
        ("your brother, is he well", ""),
    ],
)
def test_he_or_she_only_when_the_clinician_said_so(said: str, subject: str) -> None:
    assert person_of([Unit(said, ("1:0",), role=Role.CLINICIAN)]).subject == subject


def test_a_tokenisers_spaces_and_broken_words_are_put_right() -> None:
    said = "wh- what , uh , i do n't ... i 'm gon na see"
    assert spoken_plainly(said) == "what, uh, i don't, i'm going to see"


def test_minutes_without_a_mark_are_cut_and_a_doubt_stays_with_what_it_doubts() -> None:
    said = (
        "so your lungs sound clear and your right knee is swollen a little on the inside and i"
        " think this is a meniscus tear but i'm not sure and i want to get an x-ray of that knee"
    )
    units = [unit.text for unit in clauses([Utterance("1:0", 0, 9, said)], EN)]
    assert len(units) >= 3
    assert any("meniscus tear" in text and "not sure" in text for text in units)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("um, okay, so the right knee hurts", "the right knee hurts"),
        ("right, okay, i think it's the left, right?", "i think it's the left, right"),
        ("yeah, i, i don't have, uh, any pain", "i don't have, any pain"),
        ("er, my wife took me to the er", "my wife took me to the er"),
    ],
)
def test_fillers_go_and_sides_denials_and_doubts_stay(said: str, kept: str) -> None:
    assert shortened(said, EN) == kept


def long_visit(times: int = 5) -> list[Utterance]:
    return spoken(dialogue("en_knee")["utterances"] * times)


def test_a_long_visit_stands_under_headings_and_every_other_line_cites() -> None:
    said = long_visit()
    draft = DRAFTER.draft(said, "en")
    cited = {(e.episode, e.section, e.text) for e in draft.evidence}
    for number, episode in enumerate(draft.note.episodes):
        for part in Section:
            lines = [line for line in episode.text(part).splitlines() if not is_heading(line)]
            assert {(number, part, line) for line in lines} <= cited
    assert any(is_heading(line) for line in draft.note.episodes[0].plan.splitlines())
    assert all(e.utterances and not unsaid(e, said, "en") for e in draft.evidence)


@pytest.mark.parametrize(
    "text",
    ["", "?", "a" * 100_000, "1" * 5_000, "no " * 3_000, "i " * 3_000, "…\u202e\x00 <b>" * 300],
)
def test_any_input_gives_a_note(text: str) -> None:
    said = [*long_visit(), Utterance("9:0", 999, 1000, text)]
    assert not DRAFTER.draft(said, "en").note.is_empty


def test_the_model_is_small_and_knows_its_words() -> None:
    model = english()
    assert model.weights.shape == (len(model.places), 4)
    assert {"pain", "no", "@role patient"} <= model.places.keys()


def test_a_heading_on_one_line_ends_in_a_colon() -> None:
    note = Note(episodes=(Episode(plan="PLAN\nRest\nMEDICAL TREATMENT\nIbuprofen 400 mg"),))
    assert "P: PLAN: Rest. MEDICAL TREATMENT: Ibuprofen 400 mg" in note_layout(note)
    assert not any(map(is_heading, ("BP 138/84 mmHg", "OK", "", "X-RAY 2", "Lungs clear")))


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
@pytest.mark.parametrize("token", ["a" * 100_000, "linker" * 16_000, "1" * 100_000, "o'" * 50_000])
def test_an_endless_word_is_no_word(language: str, token: str) -> None:
    said = [Utterance("1:0", 0, 4, f"140 over 90 {token}")]
    evidence = DRAFTER.draft(said, language).evidence
    assert not any("aaa" in line.text or "linkerlinker" in line.text for line in evidence)
    assert len(DRAFTER.measure(said, language)) <= 1


def test_a_long_french_note_has_the_customary_headings() -> None:
    said = spoken(sample("fr")["utterances"] * 2)
    draft = DRAFTER.draft(said, "fr")
    first = draft.note.episodes[0]
    headings = [line for line in note_layout(draft.note).split() if is_heading(line.strip(":"))]
    assert first.subjective.splitlines()[0] == "MOTIF"
    assert "INTERROGATOIRE" in first.subjective
    assert first.objective.startswith("EXAMEN\n")
    assert {"MOTIF:", "CONCLUSION:"} <= set(headings)
    short = DRAFTER.draft(said[: len(said) // 2], "fr").note.episodes[0]
    assert not any(map(is_heading, short.subjective.splitlines()))


def test_a_number_said_twice_is_not_a_stutter() -> None:
    units = clauses([Utterance("1:0", 0, 9, "it's, it's been since twenty twenty")], EN)
    assert [unit.text for unit in units] == ["it's been since 2020"]
