"""Measurements in real dialogue: written out to be judged, and pressures against the notes."""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.evidence.terms import numbers, readable
from tests.bench.visits import EN
from tests.fixtures.dialogues_read import spoken

HEADER = ("set", "found", "pressures in notes and said", "of these found", "to be judged")
_PRESSURE = re.compile(r"\b(\d{2,3}) ?(?:/|over) ?(\d{2,3})\b")


def row(name: str, documents: Sequence[Mapping[str, Any]], folder: Path) -> tuple[object, ...]:
    """Measure a whole set; a pressure of the note counts when both its numbers were said."""
    judged: list[str] = []
    wanted = met = 0
    for document in documents:
        said = spoken(document["utterances"])
        found = ExtractiveDrafter().measure(said, "en")
        text = {each.id: each.text for each in said}
        judged += [
            json.dumps(
                {
                    "found": f"{m.description} {m.value} {m.unit} ({m.context})",
                    "plausible": m.plausible,
                    "said": _around(text[m.utterance], m.value),
                }
            )
            for m in found
        ]
        for pressure in _pressures(document, said):
            wanted += 1
            met += pressure in {m.value for m in found}
    path = folder / f"measurements_{name}.jsonl"
    path.write_text("\n".join(judged) + "\n", "utf-8")
    return (name, len(judged), wanted, met, path.name)


def _pressures(document: Mapping[str, Any], said: Sequence[Any]) -> set[str]:
    heard = {number for each in said for number in numbers(readable(each.text, EN))}
    pairs = _PRESSURE.findall(document.get("note_text") or "")
    return {
        f"{high}/{low}"
        for high, low in pairs
        if 60 <= int(high) <= 260 and 30 <= int(low) < int(high) and {high, low} <= heard
    }


def _around(text: str, value: str) -> str:
    plain = readable(text, EN)
    place = plain.find(re.split(r"[/.]", value)[0])
    return plain[max(0, place - 80) : place + 60]
