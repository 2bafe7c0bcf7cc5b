"""`scribe-app draft`: transcripts in, notes with their evidence and checks out, a line each.

A line that brings its own `note` (as `transcribe --format json` writes one) has that one checked.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scribe_app.app import formats
from scribe_app.app.exit_codes import ExitCode, code_for
from scribe_app.app.language_models import model_drafter
from scribe_app.domain.faults import ScribeError, configuration_fault, storage_fault
from scribe_app.domain.information import Information
from scribe_app.domain.note import Episode, Note, Origin
from scribe_app.domain.transcript import Utterance
from scribe_app.notes.drafter import ExtractiveDrafter
from scribe_app.notes.evidence.reviewer import NoteReviewer
from scribe_app.ports.drafter import Draft, Drafter
from scribe_app.ports.reviewer import Reviewer


def run(arguments: argparse.Namespace) -> int:
    """Draft every line that can be read; one that cannot is named on stderr and ends in 2."""
    reviewer, code = NoteReviewer(), ExitCode.DONE
    drafter = model_drafter(arguments) if arguments.llm else ExtractiveDrafter()
    for number, line in enumerate(_lines(arguments.transcripts), start=1):
        try:
            drafted = _drafted(line, number, drafter, reviewer)
        except ScribeError as error:
            sys.stderr.write(f"scribe-app: {error.fault.sentence}\n")
            code = code_for(error.fault.kind)
            continue
        sys.stdout.write(json.dumps(drafted, ensure_ascii=False) + "\n")
        sys.stdout.flush()
    return code


def _lines(path: Path) -> Iterator[bytes]:
    try:
        with path.open("rb") as file:
            yield from (line for line in file if line.strip())
    except OSError as error:
        raise storage_fault(f"{path.name} cannot be read.") from error


def _drafted(line: bytes, number: int, drafter: Drafter, reviewer: Reviewer) -> dict[str, Any]:
    try:
        document = json.loads(line)
        utterances = tuple(_utterances(document["utterances"]))
        language = str(document.get("language") or "en")[:2].lower()
        given = _note(document)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise configuration_fault(f"Line {number} is not a transcript.") from error
    if language not in ("nl", "en", "fr"):
        raise configuration_fault(f"Line {number} is in a language that cannot be drafted.")
    draft = drafter.draft(utterances, language) if given is None else Draft(given, ())
    review = reviewer.review(draft.note, utterances, language)
    information = Information(measurements=drafter.measure(utterances, language))
    evidence = draft.evidence or review.evidence
    return {
        "id": document.get("id"),
        "note": formats.note_dict(draft.note),
        "information": formats.information_dict(information),
        "evidence": [formats.evidence_dict(each) for each in evidence],
        "checks": [formats.check_dict(each) for each in review.checks],
        "omissions": [formats.omission_dict(each) for each in review.omissions],
    }


def _note(document: dict[str, Any]) -> Note | None:
    """Return the note that came with a transcript, to be read against it; None without one."""
    if "note" not in document:
        return None
    episodes = document["note"]["episodes"]
    names = ("subjective", "objective", "evaluation", "plan", "title")
    read = [Episode(**{n: str(each.get(n) or "") for n in names}) for each in episodes]
    return Note(Origin.VENDOR, tuple(read) or (Episode(),))


def _utterances(items: list[dict[str, Any]]) -> Iterator[Utterance]:
    """Yield utterances; one without times stands where it comes, a second each."""
    for index, item in enumerate(items):
        start = float(index if item.get("start") is None else item["start"])
        end = start + 1.0 if item.get("end") is None else float(item["end"])
        speaker = item.get("speaker")
        name = None if speaker is None else str(speaker)
        yield Utterance(str(item.get("id", index)), start, end, str(item["text"]), name)
