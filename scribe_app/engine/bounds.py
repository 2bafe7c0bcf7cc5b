"""Keeps a vendor's times inside the audio it was given, and its words sayable."""

import re
from dataclasses import replace

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Utterance, Word

_LONGEST = 200
_TOO_LONG = re.compile(r"(\S{200})\S+")


def bounded(event: ev.VendorEvent, sent: float) -> ev.VendorEvent:
    """Return the event with every time between 0 and `sent` seconds; most come back as they are.

    A time beyond what was sent would settle audio that nobody has heard; a word of more than
    200 letters nobody said, and whoever reads words one by one would take for ever over it.
    """
    match event:
        case ev.Partial(utterance) if not _fits(utterance, sent):
            return ev.Partial(_within(_sayable(utterance), sent))
        case ev.Final(utterance) if not _fits(utterance, sent):
            return ev.Final(_within(_sayable(utterance), sent))
        case ev.Progress(until) if not 0 <= until <= sent:
            return ev.Progress(_clamp(until, 0.0, sent))
        case _:
            return event


def _fits(utterance: Utterance, sent: float) -> bool:
    if not 0 <= utterance.start <= utterance.end <= sent:
        return False
    if len(utterance.text) > _LONGEST and _TOO_LONG.search(utterance.text):
        return False
    words = utterance.words
    return all(0 <= w.start <= w.end <= sent and len(w.text) <= _LONGEST for w in words)


def _sayable(utterance: Utterance) -> Utterance:
    words = tuple(replace(word, text=_cut(word.text)) for word in utterance.words)
    return replace(utterance, text=_cut(utterance.text), words=words)


def _cut(text: str) -> str:
    return _TOO_LONG.sub(r"\1…", text)


def _within(utterance: Utterance, sent: float) -> Utterance:
    words = tuple(_inside(word, sent) for word in utterance.words)
    start = _clamp(utterance.start, 0.0, sent)
    return replace(utterance, start=start, end=_clamp(utterance.end, start, sent), words=words)


def _inside(word: Word, sent: float) -> Word:
    start = _clamp(word.start, 0.0, sent)
    return replace(word, start=start, end=_clamp(word.end, start, sent))


def _clamp(value: float, least: float, most: float) -> float:
    """Return the nearest value inside; the least for what is no number."""
    return min(value, most) if value > least else least
