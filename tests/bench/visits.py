"""The visits that notes are scored on, and drafts of them by models that never saw them."""

import importlib.util
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

from scribe_app.domain.note import Note, Section
from scribe_app.domain.transcript import Utterance
from scribe_app.notes.lexicon import lexicon
from scribe_app.notes.trained import drafter as trained
from scribe_app.notes.trained.model import Model
from scribe_app.ports.drafter import Draft
from tests.fixtures.dialogues_read import spoken
from tests.fixtures.shared import ROOT

FOLDS = 6
EN = lexicon("en")
DIVISIONS = {
    "subjective": (Section.SUBJECTIVE,),
    "objective": (Section.OBJECTIVE,),
    "evaluation_plan": (Section.EVALUATION, Section.PLAN),
}


@dataclass(frozen=True)
class Scored:
    """One visit, the model that was fitted without it, and the draft of that model."""

    document: Mapping[str, Any]
    said: Sequence[Utterance]
    model: Model
    draft: Draft


@cache
def train() -> ModuleType:
    """Return the training script as a module; it is no part of the package."""
    path = ROOT / "resources" / "drafter" / "train.py"
    spec = importlib.util.spec_from_file_location("drafter_train", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def documents(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the lines of one set."""
    return [json.loads(line) for line in (folder / f"{name}.dev.jsonl").open("rb")]


def cross_validated(found: Sequence[Mapping[str, Any]]) -> list[Scored]:
    """Return every visit with a draft by a model fitted on the other folds."""
    visits = [train().visit(each) for each in found]
    models = [
        train().fit([each for n, each in enumerate(visits) if n % FOLDS != fold], EN)
        for fold in range(FOLDS)
    ]
    scored = []
    for number, document in enumerate(found):
        said = spoken(document["utterances"])
        model = models[number % FOLDS]
        scored.append(Scored(document, said, model, trained.draft(said, EN, model)))
    return scored


def text_of(note: Note, sections: Sequence[Section] = tuple(Section)) -> str:
    """Return the sections of every episode, a line a statement."""
    parts = (episode.text(part) for part in sections for episode in note.episodes)
    return "\n".join(part for part in parts if part)
