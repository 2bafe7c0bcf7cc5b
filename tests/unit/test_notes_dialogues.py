"""The safety cases, told in whole consultations: side, denial, doubt, dose, and who said what."""

import pytest

from scribe_app.notes import ExtractiveDrafter
from tests.fixtures.dialogues_read import dialogue, names, spoken, unsaid

DRAFTER = ExtractiveDrafter()
BOTH = pytest.mark.parametrize("speakers", [True, False], ids=["named", "unnamed"])
EACH = pytest.mark.parametrize("name", names())


@BOTH
@EACH
def test_every_expected_line_stands_in_its_section_with_its_utterances(
    name: str, speakers: bool
) -> None:
    case = dialogue(name)
    draft = DRAFTER.draft(spoken(case["utterances"], speakers=speakers), case["language"])
    lines = {(e.section.value, e.text.lower(), e.utterances) for e in draft.evidence}
    for expected in case["expect"]:
        ids = tuple(f"1:{number}" for number in expected["from"])
        assert any(
            section == expected["section"] and expected["has"] in text and ids == from_
            for section, text, from_ in lines
        ), expected


@BOTH
@EACH
def test_nothing_is_added_and_small_talk_stays_out(name: str, speakers: bool) -> None:
    case = dialogue(name)
    said = spoken(case["utterances"], speakers=speakers)
    draft = DRAFTER.draft(said, case["language"])
    assert {
        line.text: unsaid(line, said, case["language"])
        for line in draft.evidence
        if unsaid(line, said, case["language"])
    } == {}
    text = "\n".join(line.text for line in draft.evidence).lower()
    assert [never for never in case["never"] if never in text] == []


@BOTH
@EACH
def test_measurements_of_the_dialogue(name: str, speakers: bool) -> None:
    case = dialogue(name)
    said = spoken(case["utterances"], speakers=speakers)
    found = [[m.kind, m.value] for m in DRAFTER.measure(said, case["language"])]
    assert found == case["measurements"]


@EACH
def test_lower_case_without_marks_keeps_what_matters(name: str) -> None:
    case = dialogue(name)
    turns = [
        {**turn, "text": "".join(c for c in turn["text"].lower() if c not in ".,?!")}
        for turn in case["utterances"]
    ]
    said = spoken(turns, speakers=False)
    draft = DRAFTER.draft(said, case["language"])
    assert not draft.note.is_empty
    assert [line for line in draft.evidence if unsaid(line, said, case["language"])] == []


@EACH
def test_one_long_utterance_is_cut_into_statements(name: str) -> None:
    case = dialogue(name)
    text = " ".join(turn["text"] for turn in case["utterances"])
    said = spoken([{"text": text}], speakers=False)
    draft = DRAFTER.draft(said, case["language"])
    assert len(draft.evidence) >= 5
    assert {line.utterances for line in draft.evidence} == {("1:0",)}
