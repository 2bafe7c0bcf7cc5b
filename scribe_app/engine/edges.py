"""Where one run ends and another begins: what lies behind the edge is the other's to say."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine.overlap import folded

_NEAR_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Edge:
    """The end of a run at a second; `head` are the words already known to follow it.

    An edge in a pause needs no head: no word lies across it.
    """

    at: float
    head: tuple[Word, ...] = ()

    def clipped(self, event: ev.VendorEvent) -> ev.VendorEvent | None:
        """Return what of an event, on the consultation's clock, lies before the edge."""
        match event:
            case ev.Partial(utterance):
                kept = self._kept(utterance)
                return ev.Partial(kept or replace(utterance, text="", words=()))
            case ev.Final(utterance):
                kept = self._kept(utterance)
                return None if kept is None else ev.Final(kept)
            case ev.Progress(until, since):
                return ev.Progress(min(until, self.at), since)
            case _:
                return event

    def _kept(self, utterance: Utterance) -> Utterance | None:
        if utterance.end <= self.at and not self.head:
            return utterance
        end = min(utterance.end, self.at)
        if not utterance.words:
            before = (utterance.start + utterance.end) / 2 < self.at
            return replace(utterance, end=max(utterance.start, end)) if before else None
        words = utterance.words[: self._count(utterance.words)]
        if len(words) == len(utterance.words):
            return replace(utterance, end=max(utterance.start, end))
        if not words:
            return None
        text = " ".join(word.text.strip() for word in words)
        return replace(utterance, end=min(words[-1].end, self.at), text=text, words=words)

    def _count(self, words: Sequence[Word]) -> int:
        """Return how many words lie before the edge, or before where the head is repeated."""
        for place, word in enumerate(words):
            if word.start >= self.at - _NEAR_SECONDS and self._repeated(words[place:]):
                return place
        return sum(1 for word in words if (word.start + word.end) / 2 < self.at)

    def _repeated(self, words: Sequence[Word]) -> bool:
        pairs = list(zip(words, self.head, strict=False))
        near = all(abs(a.start - b.start) <= _NEAR_SECONDS for a, b in pairs)
        return bool(pairs) and near and all(folded(a.text) == folded(b.text) for a, b in pairs)
