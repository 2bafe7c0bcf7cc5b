"""What a drafted line must never do: say the unsaid, lose a side, a denial, a number, a doubt."""

import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scribe_app.domain.note import Evidence
from scribe_app.domain.transcript import Utterance
from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.trained.person import uncontracted
from scribe_app.notes.trained.statements import Statement, statements
from tests.bench.visits import EN
from tests.fixtures.dialogues_read import spoken, unsaid

KEPT = ("side", "negation", "hedge", "dose")
LINES_HEADER = ("set", "drafts", "lines", "without a source", "with an unsaid word")
LOST_HEADER = ("set", "lines", "side", "negation", "number", "dose", "hedge")


def lines_row(name: str, documents: Sequence[Mapping[str, Any]]) -> tuple[object, ...]:
    """Draft a whole set and count lines that cite nothing or say what their turns do not."""
    lines = bare = invented = 0
    for document in documents:
        said = spoken(document["utterances"])
        for line in ExtractiveDrafter().draft(said, "en").evidence:
            lines += 1
            bare += not line.utterances
            invented += bool(unsaid(line, said, "en"))
    return (name, len(documents), lines, bare, invented)


def lost_row(name: str, documents: Sequence[Mapping[str, Any]]) -> tuple[object, ...]:
    """Write every statement of a set as a line and count what a line no longer holds."""
    counts: Counter[str] = Counter()
    total = 0
    for document in documents:
        for each in statements(spoken(document["utterances"]), EN):
            total += bool(each.line)
            if each.line:
                counts.update(lost(each))
    return (
        name,
        total,
        *(counts[kind] for kind in ("side", "negation", "number", "dose", "hedge")),
    )


def lost(each: Statement) -> Iterator[str]:
    """Yield the kinds of which a statement holds something that its line does not."""
    said, line = uncontracted(each.unit.text).lower(), each.line.lower()
    plain = EN.cues["discourse"].sub("", said)
    for kind in KEPT:
        held = {found.group() for found in EN.cues[kind].finditer(line)}
        if {found.group() for found in EN.cues[kind].finditer(plain)} - held:
            yield kind
    numbers = {word for word in plain.split() if word[0].isdigit()}
    if {word.strip(".,;:?") for word in numbers} - {word.strip(".,;:?") for word in line.split()}:
        yield "number"


def sample_answers(
    documents: Sequence[Mapping[str, Any]], count: int, path: Path
) -> tuple[int, list[str]]:
    """Write drafted lines that answer a question, with the turns they came from, to be judged."""
    found = [
        {"line": line.text, "turns": _turns(line, said)}
        for document in documents
        for said in [spoken(document["utterances"])]
        for line in ExtractiveDrafter().draft(said, "en").evidence
        if line.support < 1
    ]
    chosen = random.Random(1).sample(found, min(count, len(found)))
    path.write_text("\n".join(json.dumps(each) for each in chosen) + "\n", "utf-8")
    return len(chosen), [f"{each['line']}  <-  {' | '.join(each['turns'])}" for each in chosen[:12]]


def _turns(line: Evidence, said: Sequence[Utterance]) -> list[str]:
    return [each.text[-160:] for each in said if each.id in line.utterances]
