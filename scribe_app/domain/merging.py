"""A newer draft under what the clinician typed: merged three ways, line by line.

Base is the former draft, ours what stands in the note, theirs the newer draft. A line that was
typed is never changed, dropped or moved; where both changed the same lines, ours stay.
"""

from collections.abc import Sequence
from difflib import SequenceMatcher

from scribe_app.domain.note import Episode, Section

Lines = Sequence[str]

_ALIKE = 0.2
"""Share of common words from which two episodes are taken for the same problem."""


def merged_text(base: str, ours: str, theirs: str) -> str:
    """Return one section with what the newer draft changed, where nobody typed."""
    if ours == base:
        return theirs
    lines = merged_lines(base.split("\n"), ours.split("\n"), theirs.split("\n"))
    return "\n".join(lines)


def merged_lines(base: Lines, ours: Lines, theirs: Lines) -> list[str]:
    """Return ours with theirs wherever ours are still the base's lines."""
    mine, yours = _kept(base, ours), _kept(base, theirs)
    anchors = [(at, mine[at], yours[at]) for at in range(len(base)) if at in mine and at in yours]
    merged: list[str] = []
    before = (-1, -1, -1)
    for here in [*anchors, (len(base), len(ours), len(theirs))]:
        cuts = [(start + 1, end) for start, end in zip(before, here, strict=True)]
        merged += _chunk(*(each[a:b] for each, (a, b) in zip((base, ours, theirs), cuts)))  # noqa: B905
        merged += base[here[0] : here[0] + 1]
        before = here
    return merged


def _chunk(base: Lines, ours: Lines, theirs: Lines) -> Lines:
    """Return what becomes of lines between two that all three have."""
    if list(ours) == list(base):
        return theirs
    if list(theirs) == list(base) or not theirs:
        return ours
    # Both put lines where there were none: ours come first, and what is new of theirs behind.
    if not any(line.strip() for line in base):
        known = {line.strip() for line in ours}
        return [*ours, *(line for line in theirs if line.strip() not in known)]
    # What theirs has behind or before the lines that ours changed is new all the same.
    if list(theirs[: len(base)]) == list(base):
        return [*ours, *theirs[len(base) :]]
    if list(theirs[-len(base) :]) == list(base):
        return [*theirs[: -len(base)], *ours]
    return ours


def _kept(base: Lines, other: Lines) -> dict[int, int]:
    """Return where the base's lines stand in another text, in order."""
    blocks = SequenceMatcher(None, base, other, autojunk=False).get_matching_blocks()
    return {a + i: b + i for a, b, size in blocks for i in range(size)}


def merged_episodes(
    base: Sequence[Episode], ours: Sequence[Episode], theirs: Sequence[Episode]
) -> tuple[tuple[Episode, ...], dict[int, int]]:
    """Return the episodes of ours with the newer draft in them, and where each of theirs went.

    Episodes keep their places: who types in the second one finds it there afterwards.
    """
    if list(ours) == list(base):
        return tuple(theirs), {at: at for at in range(len(theirs))}
    places = _places(ours, theirs)
    here = {place: at for at, place in places.items()}
    episodes = [
        _merged(_at(base, at), _at(ours, at), theirs[here[at]]) if at in here else _at(ours, at)
        for at in range(max([len(ours), *(place + 1 for place in places.values())]))
    ]
    # A problem that the newer draft no longer has goes, unless somebody typed in it.
    while len(episodes) - 1 not in here and episodes[-1] == _at(base, len(episodes) - 1):
        episodes.pop()
    return tuple(episodes), places


def _at(episodes: Sequence[Episode], place: int) -> Episode:
    return episodes[place] if place < len(episodes) else Episode()


def _merged(base: Episode, ours: Episode, theirs: Episode) -> Episode:
    merged = ours
    for part in Section:
        text = merged_text(base.text(part), ours.text(part), theirs.text(part))
        merged = merged.with_text(part, text)
    return merged.named(
        theirs.title if ours.title == base.title else ours.title,
        theirs.coding if ours.coding == base.coding else ours.coding,
    )


def _places(ours: Sequence[Episode], theirs: Sequence[Episode]) -> dict[int, int]:
    """Return for every episode of theirs which of ours it is, or a place of its own behind."""
    pairs = (
        (_likeness(mine, yours), i, j)
        for i, mine in enumerate(ours)
        for j, yours in enumerate(theirs)
    )
    places: dict[int, int] = {}
    for likeness, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if likeness >= _ALIKE and j not in places and i not in places.values():
            places[j] = i
    free = iter(range(len(ours), len(ours) + len(theirs)))
    for j in range(len(theirs)):
        if j not in places:
            places[j] = j if j < len(ours) and j not in places.values() else next(free)
    return places


def _likeness(mine: Episode, yours: Episode) -> float:
    a, b = _words(mine), _words(yours)
    return len(a & b) / len(a | b) if a and b else 0.0


def _words(episode: Episode) -> frozenset[str]:
    whole = " ".join([episode.title, *(episode.text(part) for part in Section)])
    return frozenset(whole.casefold().split())
