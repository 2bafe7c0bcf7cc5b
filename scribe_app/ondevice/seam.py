"""Where a new decode of a window goes on after the words that are already final."""

from collections.abc import Sequence
from dataclasses import replace

from scribe_app.ondevice.heard import Heard

_REACH = 5  # words that times may be off by
_LONGEST = 6  # words compared
_SHORTEST = 0.02  # seconds; the model's own grid
_STEP = 0.4  # what each word away from the time costs, in words that fit


def continuation(heard: Sequence[Heard], final: Sequence[Heard], edge: float) -> int:
    """Return the index of the first word of `heard` that is new.

    Times say roughly where (the first word whose middle lies after `edge` seconds); the words
    before, which should repeat the end of `final`, say exactly where.
    """
    guess = next(
        (i for i, w in enumerate(heard) if (w.start + w.end) / 2 > edge),
        len(heard),
    )
    near = range(max(0, guess - _REACH), min(len(heard), guess + _REACH) + 1)
    scored = [(_fit(heard[:k], final) - _STEP * abs(k - guess), -abs(k - guess), k) for k in near]
    score, _, best = max(scored)
    return best if score > 0 else guess


def _fit(heard: Sequence[Heard], final: Sequence[Heard]) -> int:
    """Return how many words at the ends of both are the same."""
    count = 0
    for mine, theirs in zip(reversed(heard), reversed(final), strict=False):
        if mine.key != theirs.key or count == _LONGEST:
            break
        count += 1
    return count


def in_order(words: Sequence[Heard], floor: float) -> tuple[Heard, ...]:
    """Return the words with times that never run back, nor before `floor` seconds."""
    placed: list[Heard] = []
    for word in words:
        start = max(word.start, floor)
        placed.append(replace(word, start=start, end=max(word.end, start + _SHORTEST)))
        floor = placed[-1].end
    return tuple(placed)
