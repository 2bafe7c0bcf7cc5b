"""A vendor's note, whatever it is wrapped in: episodes of four sections, or plain text."""

from collections.abc import Iterator

from scribe_app.domain.note import Episode, Note, Origin, Section
from scribe_app.vendors.common.reading import Message, nested, text

_SECTIONS = {
    Section.SUBJECTIVE: ("s", "subjective", "subjectief"),
    Section.OBJECTIVE: ("o", "objective", "objectief"),
    Section.EVALUATION: ("e", "a", "evaluation", "evaluatie", "assessment"),
    Section.PLAN: ("p", "plan"),
}
_ALL = frozenset(name for names in _SECTIONS.values() for name in names)
_ABOUT = frozenset({"type", "template", "id", "modelsize"})
_OURS = frozenset({"", "soap", "soep"})
"""Templates whose result has the sections; another's may have one by chance."""
_DEPTH = 6
_MOST = 20


def note_from(message: Message) -> Note:
    """Return the note of a message; what has no sections is plain text in the first one."""
    template = next(nested(message, frozenset({"template"}), _DEPTH), None)
    least = 1 if text(template).lower() in _OURS else 2
    episodes = tuple(_episodes(message, least, _DEPTH))[:_MOST]
    if not episodes:
        plain = "\n".join(_plain(message, _DEPTH))
        episodes = (Episode(subjective=plain),) if plain else ()
    return Note(Origin.VENDOR, episodes or (Episode(),))


def _episodes(value: object, least: int, depth: int) -> Iterator[Episode]:
    """Yield every object with at least so many sections."""
    if depth < 0:
        return
    if isinstance(value, list):
        for each in value:
            yield from _episodes(each, least, depth - 1)
    elif isinstance(value, dict):
        if _sections_of(value) >= least:
            yield _episode(value)
            return
        for key, inner in value.items():
            if "episode" in key.lower() and isinstance(inner, list):
                yield from _listed(inner, depth - 1)
            elif isinstance(inner, dict | list):
                yield from _episodes(inner, least, depth - 1)


def _listed(values: list[object], depth: int) -> Iterator[Episode]:
    """Yield the episodes of a list in which one may be nothing but a string."""
    for each in values:
        if isinstance(each, str) and text(each):
            yield Episode(subjective=text(each))
        else:
            yield from _episodes(each, 1, depth)


def _sections_of(value: Message) -> int:
    return sum(key.lower() in _ALL and not isinstance(value[key], dict) for key in value)


def _episode(value: Message) -> Episode:
    low = {key.lower(): inner for key, inner in value.items()}
    episode = Episode(title=text(low.get("title")))
    for section, names in _SECTIONS.items():
        said = next((text(low[name]) for name in names if text(low.get(name))), "")
        episode = episode.with_text(section, said)
    return episode


def _plain(value: object, depth: int) -> Iterator[str]:
    """Yield the text in an unknown object, a line a value, its name in front."""
    if depth < 0 or not isinstance(value, dict):
        return
    for key, inner in value.items():
        if key.lower() in _ABOUT:
            continue
        if isinstance(inner, dict):
            yield from _plain(inner, depth - 1)
        elif isinstance(inner, list) and any(isinstance(each, dict) for each in inner):
            for each in inner:
                yield from _plain(each, depth - 1)
        elif said := text(inner):
            yield said if key.lower() in {"text", "content", "summary"} else f"{text(key)}: {said}"
