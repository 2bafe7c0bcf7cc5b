"""Trains the English drafter on ACI-bench: `train.py FOLDER` writes scribe_app/notes/weights.

FOLDER holds `aci_bench.*.jsonl`: a visit a line, with its utterances and the clinician's note.
"""

import argparse
import itertools
import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scribe_app.domain.note import Section
from scribe_app.domain.transcript import Utterance
from scribe_app.notes.lexicon import Lexicon, lexicon, tokens
from scribe_app.notes.trained.features import features
from scribe_app.notes.trained.model import SECTIONS, Features, Model
from scribe_app.notes.trained.statements import Statement, statements

WEIGHTS = Path(__file__).parents[2] / "scribe_app" / "notes" / "weights"
LEAST_SEEN = 3
RIDGE = 2.0
ROUNDS = 60
_HEADINGS = (
    (re.compile(r"^(?:ASSESSMENT|IMPRESSION)"), Section.EVALUATION),
    (re.compile(r"^(?:PLAN|INSTRUCTIONS|ORDERS)"), Section.PLAN),
)
_LEADS = (
    (re.compile(r"^\W*(?:medical reasoning|impression)\b.*?:", re.I), Section.EVALUATION),
    (
        re.compile(
            r"^\W*(?:medical treatment|additional testing|patient education|patient agreement"
            r"|specialist|follow|treatment|counseling)\w*\b.*?:",
            re.I,
        ),
        Section.PLAN,
    ),
)


@dataclass(frozen=True)
class Visit:
    """What was said, and the words of the clinician's note by section."""

    said: tuple[Utterance, ...]
    note: Mapping[Section, list[str]]


def read(folder: Path) -> list[Visit]:
    """Return the visits of every `aci_bench.*.jsonl` in a folder."""
    lines = (line for f in sorted(folder.glob("aci_bench.*.jsonl")) for line in f.open("rb"))
    return [visit(json.loads(line)) for line in lines]


def visit(document: Mapping[str, Any]) -> Visit:
    """Return one visit of a file."""
    said = tuple(
        Utterance(f"1:{n}", float(n), n + 1.0, each["text"], each["speaker"])
        for n, each in enumerate(document["utterances"])
    )
    note = document["note"]
    parts = {
        Section.SUBJECTIVE: tokens(note.get("subjective") or ""),
        Section.OBJECTIVE: tokens(note.get("objective") or ""),
        **evaluation_and_plan(note.get("evaluation_plan") or ""),
    }
    return Visit(said, MappingProxyType(parts))


def evaluation_and_plan(text: str) -> dict[Section, list[str]]:
    """Part the words of "assessment and plan" by the headings that clinicians put in it."""
    found: dict[Section, list[str]] = {Section.EVALUATION: [], Section.PLAN: []}
    current = Section.EVALUATION
    for line in text.splitlines():
        for pattern, section in (*_HEADINGS, *_LEADS):
            if pattern.match(line.strip()):
                current = section
        found[current] += tokens(line)
    return found


def targets(
    units: Sequence[Statement], note: Mapping[Section, list[str]], rarity: Mapping[str, float]
) -> NDArray[np.float32]:
    """Return a row per statement: what share of its words and pairs each section holds."""
    words = lexicon("en")
    rows = np.zeros((len(units), len(SECTIONS)), np.float32)
    held = [
        (set(note[part]), set(zip(note[part], note[part][1:], strict=False))) for part in SECTIONS
    ]
    for row, unit in enumerate(units):
        said = tokens(unit.line)
        content = words.content(unit.line)
        if content:
            rows[row] = [_share(said, content, *part, rarity) for part in held]
    return rows


def _share(
    said: list[str],
    content: list[str],
    single: set[str],
    pairs: set[tuple[str, str]],
    rarity: Mapping[str, float],
) -> float:
    weight = sum(rarity.get(w, 4.0) for w in content)
    rare = sum(rarity.get(w, 4.0) for w in content if w in single) / weight
    joined = list(itertools.pairwise(said))
    paired = sum(pair in pairs for pair in joined) / max(1, len(joined))
    plain = sum(w in single for w in said) / len(said)
    return 0.35 * rare + 0.35 * paired + 0.3 * plain


def rarities(visits: Iterable[Visit]) -> dict[str, float]:
    """Return the inverse document frequency of every word that was said."""
    seen = [{w for each in visit.said for w in tokens(each.text)} for visit in visits]
    counts = Counter(word for words in seen for word in words)
    return {w: math.log((len(seen) + 1) / (1 + n)) + 0.3 for w, n in counts.items()}


def fit(visits: Sequence[Visit], words: Lexicon) -> Model:
    """Return the model that a set of visits gives."""
    rarity = rarities(visits)
    rows: list[Features] = []
    wanted: list[NDArray[np.float32]] = []
    for each in visits:
        units = statements(each.said, words)
        rows += features([unit.unit for unit in units], words)
        wanted.append(targets(units, each.note, rarity))
    return solve(rows, np.vstack(wanted))


def solve(rows: Sequence[Features], wanted: NDArray[np.float32]) -> Model:
    """Return the ridge regression of the features on the targets, by conjugate gradients."""
    counts = Counter(name for row in rows for name in row)
    names = sorted(name for name, count in counts.items() if count >= LEAST_SEEN)
    places = {name: place for place, name in enumerate(names)}
    scale = np.array([_scale(name, counts[name], len(rows)) for name in names])
    line, column, value = _sparse(rows, places)
    value = value * scale[column]
    bias = wanted.mean(0)
    weights = np.stack(
        [
            _ridge(line, column, value, (len(rows), len(names)), wanted[:, part] - bias[part])
            for part in range(wanted.shape[1])
        ],
        axis=1,
    )
    scaled = (weights * scale[:, None]).astype(np.float32)
    return Model(MappingProxyType(places), scaled, bias.astype(np.float32))


def _scale(name: str, count: int, rows: int) -> float:
    return 1.0 if name.startswith("@") else IDF_BASE * (math.log((1 + rows) / (1 + count)) + 1)


IDF_BASE = 0.2


def _sparse(
    rows: Sequence[Features], places: Mapping[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    cells = [(n, places[f], v) for n, row in enumerate(rows) for f, v in row.items() if f in places]
    line, column, value = zip(*cells, strict=True)
    return np.array(line), np.array(column), np.array(value, float)


def _ridge(
    line: NDArray[np.int64],
    column: NDArray[np.int64],
    value: NDArray[np.float64],
    shape: tuple[int, int],
    wanted: NDArray[np.float32],
) -> NDArray[np.float64]:
    def forward(w: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(line, value * w[column], shape[0])

    def back(r: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(column, value * r[line], shape[1])

    solution = np.zeros(shape[1])
    rest = back(wanted.astype(float))
    step, size = rest.copy(), float(rest @ rest)
    for _ in range(ROUNDS):
        moved = back(forward(step)) + RIDGE * step
        rate = size / float(step @ moved)
        solution += rate * step
        rest -= rate * moved
        size, before = float(rest @ rest), size
        step = rest + size / before * step
    return solution


def written(visits: Sequence[Visit]) -> list[str]:
    """Return the words that stood in the notes of two visits or more without having been said."""
    counts: Counter[str] = Counter()
    for each in visits:
        said = {word for utterance in each.said for word in tokens(utterance.text)}
        counts.update({word for part in each.note.values() for word in part} - said)
    return sorted(word for word, count in counts.items() if count > 1 and word.isalpha())


def write(model: Model, written: Sequence[str], folder: Path) -> None:
    """Write the weights as half floats, their names, and the words of writing."""
    folder.mkdir(exist_ok=True)
    names = json.dumps(list(model.places), ensure_ascii=False, separators=(",", ":"))
    (folder / "english.json").write_text(names + "\n", "utf-8")
    (folder / "english_written.txt").write_text("\n".join(written) + "\n", "utf-8")
    np.savez_compressed(
        folder / "english.npz", weights=model.weights.astype(np.float16), bias=model.bias
    )


def main() -> None:
    """Train on a folder and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    visits = read(parser.parse_args().folder)
    write(fit(visits, lexicon("en")), written(visits), WEIGHTS)
    print(f"Trained on {len(visits)} visits.")


if __name__ == "__main__":
    main()
