"""How much of the clinicians' own notes the drafts hold, how long they are, and what they cost."""

import json
import statistics
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.lexicon import lexicon
from scribe_app.notes.numbers import digits, plain
from tests.fixtures.dialogues_read import spoken, unsaid

HEADER = (
    "set",
    "speakers",
    "notes",
    "words (median)",
    "their words",
    "recall",
    "precision",
    "CPU ms (median)",
    "CPU ms (worst)",
)


@dataclass(frozen=True)
class Scored:
    """One draft beside the note a clinician wrote; recall and precision of content words."""

    words: int
    reference_words: int
    recall: float
    precision: float
    milliseconds: float


def score(case: dict[str, Any], *, speakers: bool) -> Scored:
    """Draft one consultation and compare."""
    said = spoken(case["utterances"], speakers=speakers)
    before = time.process_time()
    draft = ExtractiveDrafter().draft(said, "en")
    spent = (time.process_time() - before) * 1000
    text = " ".join(line.text for line in draft.evidence)
    mine, theirs = _content(text), _content(case["note_text"])
    shared = len(mine & theirs)
    return Scored(
        len(text.split()),
        len(case["note_text"].split()),
        shared / max(1, len(theirs)),
        shared / max(1, len(mine)),
        spent,
    )


def rows(folder: Path, name: str) -> list[tuple[object, ...]]:
    """Return the table's two lines for one set: with and without speakers."""
    lines = (folder / f"{name}.dev.jsonl").read_text("utf-8").splitlines()
    cases = [case for case in map(json.loads, lines) if case.get("note_text")]
    return [
        _row(name, [score(case, speakers=s) for case in cases], speakers=s)
        for s in (True, False)
        if cases
    ]


def grounded(folder: Path, name: str) -> tuple[int, int, list[str]]:
    """Return the number of drafts and lines of a whole set, and the lines with an unsaid word."""
    drafted, lines, faults = 0, 0, []
    for text in (folder / f"{name}.dev.jsonl").read_text("utf-8").splitlines():
        for speakers in (True, False):
            said = spoken(json.loads(text)["utterances"], speakers=speakers)
            evidence = ExtractiveDrafter().draft(said, "en").evidence
            drafted, lines = drafted + 1, lines + len(evidence)
            faults += [line.text for line in evidence if unsaid(line, said, "en")]
    return drafted, lines, faults


def seconds_for(turns: list[dict[str, Any]], times: int) -> float:
    """Return the CPU seconds of drafting a consultation repeated so many times."""
    said = spoken(turns * times, speakers=False)
    before = time.process_time()
    ExtractiveDrafter().draft(said, "en")
    return time.process_time() - before


def _row(name: str, scored: list[Scored], *, speakers: bool) -> tuple[object, ...]:
    spent = [each.milliseconds for each in scored]
    return (
        name,
        "named" if speakers else "unnamed",
        len(scored),
        statistics.median(each.words for each in scored),
        statistics.median(each.reference_words for each in scored),
        f"{statistics.mean(each.recall for each in scored):.2f}",
        f"{statistics.mean(each.precision for each in scored):.2f}",
        f"{statistics.median(spent):.0f}",
        f"{max(spent):.0f}",
    )


def _content(text: str) -> set[str]:
    words = lexicon("en")
    return {word[:5] for word in words.content(digits(plain(text), words))}
