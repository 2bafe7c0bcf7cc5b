"""Sentences with names in them, found again among those that can be translated."""

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QCoreApplication

_PLACE = re.compile("%[1-4]")


def translated(
    context: str, known: Iterable[str], sentence: str, named: Callable[[str], str] = str
) -> str | None:
    """Return a sentence in the window's language, None where it is none of the known ones.

    `%1` to `%4` in a known sentence stand for names, in that order; `named` says them in ours.
    """
    for each in known:
        names = _names(each, sentence)
        if names is not None:
            text = QCoreApplication.translate(context, each)
            return _filled(text, [named(name) for name in names])
    return None


def _filled(text: str, words: list[str]) -> str:
    return _PLACE.sub(lambda place: words[int(place[0][1]) - 1], text)


def _names(known: str, sentence: str) -> list[str] | None:
    """Return what stands in the places of a known sentence, None where it is another one."""
    head, *rest = _PLACE.split(known)
    if not rest:
        return [] if sentence == known else None
    tail = rest.pop()
    if not (sentence.startswith(head) and sentence.endswith(tail)):
        return None
    left, names = sentence[len(head) : len(sentence) - len(tail)], []
    for between in rest:
        name, _, left = left.partition(between)
        names.append(name)
    names.append(left)
    return names if all(names) else None
