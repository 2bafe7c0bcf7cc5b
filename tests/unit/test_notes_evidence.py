"""A note read against what was said: links, doubts about what does not agree, what is missing."""

import pytest

from scribe_app.domain.note import Episode, Note, Origin, Section
from scribe_app.domain.review import CheckKind, Level, Review
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.evidence.polarity import denied, sides, spoken_sides
from scribe_app.notes.evidence.reviewer import NoteReviewer
from scribe_app.notes.lexicon import lexicon
from tests.fixtures.dialogues_read import sample, spoken

REVIEWER = NoteReviewer()
EN = lexicon("en")
SAID = (
    ("doctor", "What can I do for you?"),
    ("patient", "My right knee hurts since three weeks, mostly on the stairs."),
    ("doctor", "Do you have any fever?"),
    ("patient", "No."),
    ("doctor", "Are you on any medication?"),
    ("patient", "I take metformin 500 milligrams twice a day for my diabetes."),
    ("doctor", "The right knee is swollen, there is no redness."),
    ("doctor", "I think this is osteoarthritis of the right knee."),
    ("doctor", "Take ibuprofen 400 milligrams three times a day."),
    ("doctor", "Come back in six weeks if it is not better."),
)


def consultation(said: tuple[tuple[str, str], ...] = SAID) -> list[Utterance]:
    return [Utterance(f"1:{n}", n, n + 1, text, who) for n, (who, text) in enumerate(said)]


def review(line: str, section: Section = Section.SUBJECTIVE) -> Review:
    note = Note(Origin.VENDOR, (Episode().with_text(section, line),))
    return REVIEWER.review(note, consultation(), "en")


@pytest.mark.parametrize(
    ("line", "source"),
    [
        ("Pain in the right knee for 3 weeks.", "1:1"),
        ("Uses metformine 500 mg twice daily.", "1:5"),
        ("Right knee swollen, no redness.", "1:6"),
        ("Ibuprofen 400 mg 3 times a day.", "1:8"),
    ],
)
def test_a_line_is_linked_and_a_true_one_is_not_red(line: str, source: str) -> None:
    found = review(line)
    assert found.evidence[0].utterances[0] == source
    assert [check for check in found.checks if check.level is Level.RED] == []


@pytest.mark.parametrize(
    ("line", "kind", "level"),
    [
        ("Right knee hurts since 5 weeks.", CheckKind.NUMBER, Level.RED),
        ("Ibuprofen 600 mg 3 times a day.", CheckKind.NUMBER, Level.RED),
        ("Right knee not swollen, redness.", CheckKind.NEGATION, Level.RED),
        ("Left knee swollen, no redness.", CheckKind.SIDE, Level.RED),
        ("Takes warfarin 500 mg twice a day.", CheckKind.DRUG, Level.RED),
        ("Ibuprofen 500 mg twice a day for her diabetes.", CheckKind.DRUG, Level.AMBER),
        ("Reports hallucinations.", CheckKind.TERM, Level.AMBER),
        ("Sunny weather.", CheckKind.UNSUPPORTED, Level.AMBER),
    ],
)
def test_what_does_not_agree_is_doubted(line: str, kind: CheckKind, level: Level) -> None:
    assert (kind, level) in {(check.kind, check.level) for check in review(line).checks}


def test_an_assessment_that_only_the_patient_gave_is_doubted() -> None:
    found = review("Diabetes, metformin 500 mg.", Section.EVALUATION).checks
    assert CheckKind.SPEAKER in {check.kind for check in found}


def test_a_number_the_recogniser_was_not_sure_of_is_worth_a_look() -> None:
    word = Word("400", 1.0, 1.4, 0.2)
    said = [*consultation()[:8], Utterance("1:8", 8, 9, "Take ibuprofen 400 mg", None, (word,))]
    note = Note(Origin.VENDOR, (Episode(plan="Ibuprofen 400 mg"),))
    checks = REVIEWER.review(note, said, "en").checks
    assert [(c.kind, c.words) for c in checks] == [(CheckKind.CONFIDENCE, ("400",))]


def test_what_stands_nowhere_is_offered_with_its_section_and_what_is_held_is_not() -> None:
    missing = review("Right knee hurts since 3 weeks, on the stairs. No fever.").omissions
    assert 0 < len(missing) <= 5
    texts = [each.text.lower() for each in missing]
    assert any("metformin" in text for text in texts)
    assert not any("stairs" in text for text in texts)
    drug = next(each for each in missing if "ibuprofen" in each.text.lower())
    assert (drug.section, drug.utterances) == (Section.PLAN, ("1:8",))


@pytest.mark.parametrize("language", ["en", "nl", "fr"])
def test_the_drafters_own_lines_are_never_red(language: str) -> None:
    said = spoken(sample(language)["utterances"])
    draft = ExtractiveDrafter().draft(said, language)
    found = REVIEWER.review(draft.note, said, language)
    assert [check for check in found.checks if check.level is Level.RED] == []
    assert [line.text for line in found.evidence] == [line.text for line in draft.evidence]


@pytest.mark.parametrize(
    ("text", "negative"),
    [
        ("denies chest pain, nausea or vomiting", {"chest", "pain", "nausea", "vomiti"}),
        ("no fever but chills", {"fever"}),
        ("fever: no", {"fever"}),
        ("Any fever? Not at all", {"fever"}),
        ("there is no redness, the knee is swollen", {"rednes"}),
        ("the knee isn't swollen", {"swolle"}),
    ],
)
def test_what_is_denied(text: str, negative: set[str]) -> None:
    assert {name for name, no in denied(text, EN).items() if no} == negative


def test_right_is_not_always_a_side() -> None:
    assert spoken_sides("right, so all right, right now it's the left one, right?", EN) == {"left"}
    assert sides("Right knee", EN) == {"right"}
    assert sides("de linkerknie", lexicon("nl")) == {"left"}


@pytest.mark.parametrize("text", ["", "no " * 500, "9" * 2_000, "x" * 50_000])
def test_any_note_and_any_transcript(text: str) -> None:
    said = [*consultation(), Utterance("9:0", 99, 100, text)]
    note = Note(Origin.LLM, (Episode(text, text, text, text),))
    assert REVIEWER.review(note, said, "en").evidence or not text
    assert REVIEWER.review(note, [], "fr").omissions == ()
