"""Puts a connection's words on the consultation's clock and joins them where it was cut."""

import re
import unicodedata
from dataclasses import dataclass, replace

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Utterance, Word

_NEAR_SECONDS = 1.5
_TAIL_WORDS = 12
_NOT_WORD = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class Seam:
    """Where an epoch begins and what was committed before it.

    `offset` is the epoch's first sample in seconds, `commit` the end of the last final in the log
    (0 where nothing was), `tail` the last committed words. Words whose midpoint lies before the
    commit point were heard by an earlier epoch; those just after it may repeat the tail.
    """

    epoch: int
    offset: float = 0.0
    commit: float = 0.0
    tail: tuple[Word, ...] = ()

    def placed(self, event: ev.VendorEvent) -> ev.VendorEvent | None:
        """Return the event on the consultation's clock, None when it only repeats."""
        match event:
            case ev.Partial(utterance):
                kept = self._kept(utterance)
                return ev.Partial(kept or replace(self._shifted(utterance), text="", words=()))
            case ev.Final(utterance):
                kept = self._kept(utterance)
                return None if kept is None else ev.Final(kept)
            case ev.Retracted(utterance_id):
                return ev.Retracted(self._id(utterance_id))
            case ev.SpeakerRevised(utterance_id, speaker):
                return ev.SpeakerRevised(self._id(utterance_id), speaker)
            case ev.Progress(until):
                return ev.Progress(until + self.offset, self.offset)
            case _:
                return event

    def _id(self, vendor_id: str) -> str:
        return f"{self.epoch}:{vendor_id}"

    def _shifted(self, utterance: Utterance) -> Utterance:
        words = tuple(
            replace(word, start=word.start + self.offset, end=word.end + self.offset)
            for word in utterance.words
        )
        return replace(
            utterance,
            id=self._id(utterance.id),
            start=utterance.start + self.offset,
            end=utterance.end + self.offset,
            words=words,
        )

    def _kept(self, utterance: Utterance) -> Utterance | None:
        """Return what the earlier epochs have not already said of an utterance."""
        shifted = self._shifted(utterance)
        if shifted.start >= self.commit + _NEAR_SECONDS:
            return shifted
        if not shifted.words:
            return None if (shifted.start + shifted.end) / 2 < self.commit else shifted
        words = self._unheard(shifted.words)
        if len(words) == len(shifted.words):
            return shifted
        if not words:
            return None
        text = " ".join(word.text.strip() for word in words)
        return replace(shifted, start=words[0].start, text=text, words=words)

    def _unheard(self, words: tuple[Word, ...]) -> tuple[Word, ...]:
        later = tuple(word for word in words if (word.start + word.end) / 2 >= self.commit)
        for size in range(min(len(self.tail), len(later)), 0, -1):
            if self._repeats(later[:size]):
                return later[size:]
        return later

    def _repeats(self, head: tuple[Word, ...]) -> bool:
        tail = self.tail[-len(head) :]
        near = all(abs(a.start - b.start) <= _NEAR_SECONDS for a, b in zip(tail, head, strict=True))
        return near and [folded(w.text) for w in tail] == [folded(w.text) for w in head]


def folded(token: str) -> str:
    """Return a token without case, accents and punctuation."""
    plain = unicodedata.normalize("NFKD", token.casefold())
    return _NOT_WORD.sub("", "".join(c for c in plain if not unicodedata.combining(c)))


def tail_of(finals: tuple[Utterance, ...]) -> tuple[Word, ...]:
    """Return the last committed words of a transcript."""
    words: list[Word] = []
    for utterance in reversed(finals):
        words[:0] = utterance.words
        if len(words) >= _TAIL_WORDS:
            break
    return tuple(words[-_TAIL_WORDS:])
