"""Real transcripts: no failure, every word of every line said, side and denial kept."""

import json
import statistics
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest

from scribe_app.domain.transcript import Utterance
from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.compress import compress, protected, tidy
from scribe_app.notes.lexicon import lexicon
from scribe_app.notes.units import cut
from tests.fixtures.dialogues_read import spoken, unsaid

DRAFTER = ExtractiveDrafter()
WORDS = lexicon("en")
SETS = ("osce", "primock57", "aci_bench", "mts_dialog")
MOST_WORDS = {"osce": 400, "primock57": 480, "aci_bench": 400, "mts_dialog": 60}
# Every so many; `make bench` reads them all.
STEP = {"osce": 6, "primock57": 1, "aci_bench": 4, "mts_dialog": 10}


def consultations(folder: Path, name: str) -> Iterator[list[dict[str, str]]]:
    with (folder / f"{name}.dev.jsonl").open(encoding="utf-8") as lines:
        for line in islice(lines, 0, None, STEP[name]):
            yield json.loads(line)["utterances"]


@pytest.mark.parametrize("speakers", [True, False], ids=["named", "unnamed"])
@pytest.mark.parametrize("name", SETS)
def test_every_word_of_every_line_was_said_where_it_points(
    shared_data: Path, name: str, speakers: bool
) -> None:
    lengths = []
    for turns in consultations(shared_data, name):
        said = spoken(turns, speakers=speakers)
        evidence = DRAFTER.draft(said, "en").evidence
        assert [(e.text, unsaid(e, said, "en")) for e in evidence if unsaid(e, said, "en")] == []
        assert all(e.utterances and 0 < e.support <= 1 for e in evidence)
        lengths.append(sum(len(e.text.split()) for e in evidence))
    assert statistics.median(lengths) <= MOST_WORDS[name]


@pytest.mark.parametrize("name", ["osce", "primock57", "aci_bench"])
def test_shortening_loses_no_side_denial_doubt_condition_or_number(
    shared_data: Path, name: str
) -> None:
    for turns in consultations(shared_data, name):
        for unit in cut(spoken(turns, speakers=True), WORDS):
            said = WORDS.cues["discourse"].sub("", tidy(unit.text))
            assert protected(said, WORDS) <= protected(compress(unit.text, WORDS), WORDS)


@pytest.mark.parametrize("name", ["osce", "aci_bench"])
def test_lower_case_without_marks_and_speakers(shared_data: Path, name: str) -> None:
    for turns in consultations(shared_data, name):
        bare = [
            Utterance(u.id, u.start, u.end, "".join(c for c in u.text.lower() if c not in ",.?!"))
            for u in spoken(turns, speakers=False)
        ]
        evidence = DRAFTER.draft(bare, "en").evidence
        assert [e.text for e in evidence if unsaid(e, bare, "en")] == []
