"""Prints how the drafts compare with clinicians' notes, and holds them to a linear cost."""

import json
from pathlib import Path

import pytest

from tests.bench.drafter import HEADER, grounded, rows, seconds_for
from tests.bench.figures import table

pytestmark = pytest.mark.bench


def test_drafts_beside_clinicians_notes(shared_data: Path) -> None:
    found = [row for name in ("primock57", "aci_bench") for row in rows(shared_data, name)]
    table("Drafts on the device (content words, five letters of each)", HEADER, found)
    assert found


@pytest.mark.parametrize("name", ["osce", "primock57", "aci_bench", "mts_dialog"])
def test_every_line_of_every_draft_was_said(shared_data: Path, name: str) -> None:
    drafted, lines, faults = grounded(shared_data, name)
    table(
        f"Lines of drafts on {name}",
        ("drafts", "lines", "with an unsaid word"),
        [(drafted, lines, len(faults))],
    )
    assert faults == []


def test_cost_is_linear(shared_data: Path) -> None:
    first = (shared_data / "osce.dev.jsonl").read_text("utf-8").splitlines()[0]
    turns = json.loads(first)["utterances"]
    seconds_for(turns, 1)
    short, long = (min(seconds_for(turns, times) for _ in range(3)) for times in (2, 8))
    table(
        "Cost of a longer consultation",
        ("utterances", "CPU ms"),
        [(len(turns) * 2, f"{short * 1000:.0f}"), (len(turns) * 8, f"{long * 1000:.0f}")],
    )
    assert long < short * 4 * 1.5
