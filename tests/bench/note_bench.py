"""`make note-bench`: the drafts, the checks and the measurements against clinicians' own notes."""

import statistics
import sys
import time
from pathlib import Path
from typing import Any

from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.evidence.reviewer import NoteReviewer
from tests.bench import note_faults, note_measures, note_safety, note_scores
from tests.bench.figures import table
from tests.bench.visits import Scored, cross_validated, documents
from tests.fixtures.dialogues_read import spoken
from tests.fixtures.shared import ROOT, shared_folder

SETS = ("aci_bench", "osce", "primock57", "mts_dialog")


def main() -> None:
    """Print every table; what a person has to judge is written to build/note-bench."""
    folder, out = shared_folder(), ROOT / "build" / "note-bench"
    if folder is None:
        sys.exit("The development data (../shared/data or SCRIBE_SHARED) is not here.")
    out.mkdir(parents=True, exist_ok=True)
    folder /= "data"
    found = {name: documents(folder, name) for name in SETS}
    scored = cross_validated(found["aci_bench"])
    table("ACI-bench dev, cross-validated", note_scores.HEADER, note_scores.table_of(scored))
    pairs = documents(folder, "aci_asr_pairs")
    header = ("transcribed by", "visits", "R1", "R2", "Lsum")
    table("The same visits, two transcripts", header, note_scores.asr_rows(pairs, scored))
    lines = [note_safety.lines_row(name, found[name]) for name in SETS]
    table("Lines of drafts", note_safety.LINES_HEADER, lines)
    lost = [note_safety.lost_row(name, found[name]) for name in SETS]
    table("Lost in a line", note_safety.LOST_HEADER, lost)
    _answers(found["osce"] + found["aci_bench"] + found["primock57"], out)
    _evidence(scored, out)
    measured = [note_measures.row(n, found[n], out) for n in ("aci_bench", "osce", "primock57")]
    table("Measurements", note_measures.HEADER, measured)
    _cost([document for name in SETS[:3] for document in found[name]])


def _answers(found: list[dict[str, Any]], out: Path) -> None:
    count, shown = note_safety.sample_answers(found, 200, out / "answers.jsonl")
    table(
        f"Answers to judge ({count} in answers.jsonl)", ("line  <-  turns",), [(s,) for s in shown]
    )


def _evidence(scored: list[Scored], out: Path) -> None:
    header = ("drafted lines", "precision@1 (own source)", "to judge", "in")
    table("Links", header, [note_faults.precision(scored, out / "links.jsonl")])
    tally = note_faults.injected([each.document for each in scored])
    table("Faults in clinicians' sentences", note_faults.HEADER, note_faults.rows(tally))
    red, amber = (f"{100 * n / tally.lines:.1f} %" for n in (tally.red, tally.amber))
    table("True sentences", ("lines", "red", "amber alone"), [(tally.lines, red, amber)])
    header = ("deleted", "found by source", "found by words", "suggestions a visit")
    table("Omissions", header, [note_faults.found_again(scored)])


def _cost(found: list[dict[str, Any]]) -> None:
    drafter, reviewer = ExtractiveDrafter(), NoteReviewer()
    spent, read = [], []
    for document in found:
        said = spoken(document["utterances"])
        before = time.process_time()
        note = drafter.draft(said, "en").note
        between = time.process_time()
        reviewer.review(note, said, "en")
        spent.append((between - before) * 1000)
        read.append((time.process_time() - between) * 1000)
    shipped = sum(
        p.stat().st_size for p in (ROOT / "scribe_app" / "notes").rglob("*") if p.is_file()
    )
    row = [f"{f(each):.0f}" for each in (spent, read) for f in (statistics.median, max)]
    header = ("draft ms (median)", "(worst)", "review ms (median)", "(worst)", "kB shipped")
    table("Cost of a note (processor time)", header, [(*row, shipped // 1000)])


if __name__ == "__main__":
    main()
