"""Drafts against clinicians' notes: ROUGE, by division, beside what needs no skill at all."""

import math
import statistics
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from scribe_app.domain.note import Note
from scribe_app.notes import ExtractiveDrafter
from scribe_app.notes.lexicon import tokens
from scribe_app.notes.trained.drafter import draft
from tests.bench.rouge import Rouge, mean, rouge
from tests.bench.visits import DIVISIONS, EN, FOLDS, Scored, text_of
from tests.fixtures.dialogues_read import spoken

HEADER = ("notes by", "R1", "R2", "Lsum", "S R1", "O R1", "E+P R1", "words / reference (median)")
Row = tuple[object, ...]


def table_of(scored: Sequence[Scored]) -> list[Row]:
    """Return a row for the drafts and one for each baseline."""
    lexical = ExtractiveDrafter()
    short = {id(each): _in_pieces(each, lexical) for each in scored}
    return [
        _drafts("draft (cross-validated)", scored, lambda each: each.draft.note),
        _drafts("lexicon drafter", scored, lambda each: short[id(each)]),
        _texts("copy of the transcript", scored, _copy),
        _texts("longest turns", scored, _longest),
        _texts("another visit's note", scored, lambda each: _retrieved(each, scored)),
    ]


def asr_rows(pairs: Sequence[Mapping[str, Any]], scored: Sequence[Scored]) -> list[Row]:
    """Return the scores of the same visits, transcribed by people and by a recogniser."""
    models = {each.document["note_text"]: each.model for each in scored}
    rows = []
    for name, field in (("human transcript", "utterances"), ("recogniser", "asr_utterances")):
        found = []
        for each in pairs:
            model = models.get(each["note_text"], scored[0].model)
            note = draft(spoken(each[field]), EN, model).note
            found.append(rouge(text_of(note), each["note_text"]))
        rows.append((name, len(found), *_shown(mean(found))))
    return rows


def _in_pieces(each: Scored, drafter: ExtractiveDrafter) -> Note:
    """Draft as a short consultation is drafted: without the model."""
    return drafter.draft_short(each.said, EN).note


def _drafts(name: str, scored: Sequence[Scored], note_of: Callable[[Scored], Note]) -> Row:
    notes = [(note_of(each), each.document) for each in scored]
    whole = [rouge(text_of(note), document["note_text"]) for note, document in notes]
    parts = [
        statistics.mean(
            rouge(text_of(note, sections), document["note"].get(division) or "").one
            for note, document in notes
        )
        for division, sections in DIVISIONS.items()
    ]
    lengths = [(text_of(note), document["note_text"]) for note, document in notes]
    return (name, *_shown(mean(whole)), *(f"{part:.1f}" for part in parts), _ratio(lengths))


def _texts(name: str, scored: Sequence[Scored], text: Callable[[Scored], str]) -> Row:
    pairs = [(text(each), each.document["note_text"]) for each in scored]
    whole = mean([rouge(mine, theirs) for mine, theirs in pairs])
    return (name, *_shown(whole), "", "", "", _ratio(pairs))


def _shown(score: Rouge) -> tuple[str, str, str]:
    return (f"{score.one:.1f}", f"{score.two:.1f}", f"{score.long:.1f}")


def _ratio(pairs: Sequence[tuple[str, str]]) -> str:
    ratios = [len(mine.split()) / len(theirs.split()) for mine, theirs in pairs]
    return f"{statistics.median(ratios):.2f}"


def _copy(each: Scored) -> str:
    return "\n".join(turn.text for turn in each.said)


def _longest(each: Scored) -> str:
    """Return the longest turns, as many words as the draft has."""
    room = len(text_of(each.draft.note).split())
    kept = []
    for turn in sorted(each.said, key=lambda turn: -len(turn.text)):
        if room <= 0:
            break
        kept.append(turn)
        room -= len(turn.text.split())
    return "\n".join(turn.text for turn in sorted(kept, key=lambda turn: turn.start))


def _retrieved(each: Scored, scored: Sequence[Scored]) -> str:
    """Return the note of the visit, of another fold, whose transcript is most alike."""
    number = next(n for n, other in enumerate(scored) if other is each)
    bags = [Counter(tokens(" ".join(turn.text for turn in other.said))) for other in scored]
    seen = Counter(word for bag in bags for word in bag)
    weigh = {word: math.log(len(bags) / count) ** 2 for word, count in seen.items()}
    others = [n for n in range(len(scored)) if n % FOLDS != number % FOLDS]
    best = max(others, key=lambda n: _alike(bags[number], bags[n], weigh))
    return str(scored[best].document["note_text"])


def _alike(mine: Counter[str], other: Counter[str], weigh: Mapping[str, float]) -> float:
    shared = sum(weigh[w] * mine[w] * other[w] for w in mine.keys() & other.keys())
    size = sum(weigh[w] * count**2 for w, count in other.items())
    return shared / math.sqrt(size) if size else 0.0
