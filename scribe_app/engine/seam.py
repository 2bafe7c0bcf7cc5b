"""Puts a connection's words on the consultation's clock and joins them where it was cut."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Utterance, Word
from scribe_app.engine.overlap import first_after, repeated

_NEAR_SECONDS = 1.5
_TAIL_WORDS = 12


@dataclass(slots=True)
class Seam:
    """Where an epoch begins and what was committed before it.

    `offset` is the epoch's first sample in seconds, `commit` the end of the last final in the log
    (0 where nothing was), `tail` the last committed words. What the epoch hears again of the tail
    is dropped; where nothing is recognised, what lies before the commit point is. The seam
    remembers the epoch's first finals, since the repetition may end in the second of them.
    """

    epoch: int
    offset: float = 0.0
    commit: float = 0.0
    tail: tuple[Word, ...] = ()
    _near: dict[str, Utterance] = field(default_factory=dict)

    def placed(self, event: ev.VendorEvent) -> ev.VendorEvent | None:
        """Return the event on the consultation's clock, None when it only repeats."""
        match event:
            case ev.Partial(utterance):
                kept = self._kept(self._shifted(utterance))
                return ev.Partial(kept or replace(self._shifted(utterance), text="", words=()))
            case ev.Final(utterance):
                kept = self._kept(self._remembered(self._shifted(utterance)))
                return None if kept is None else ev.Final(kept)
            case ev.Retracted(utterance_id):
                self._near.pop(self._id(utterance_id), None)
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

    def _remembered(self, shifted: Utterance) -> Utterance:
        if self._is_near(shifted):
            self._near[shifted.id] = shifted
        return shifted

    def _is_near(self, shifted: Utterance) -> bool:
        return self.commit > 0 and shifted.start < self.commit + _NEAR_SECONDS

    def _kept(self, shifted: Utterance) -> Utterance | None:
        """Return what the earlier epochs have not already said of an utterance."""
        if not self._is_near(shifted):
            return shifted
        words, said = _words(shifted), self._said(shifted)
        if not said:
            return shifted
        if said >= len(words):
            return None
        kept = words[said:]
        text = " ".join(word.text.strip() for word in kept)
        return replace(shifted, start=kept[0].start, text=text, words=kept if shifted.words else ())

    def _said(self, shifted: Utterance) -> int:
        """Return how many words of an utterance repeat what was said."""
        before = [u for u in self._near.values() if u.id != shifted.id and _earlier(u, shifted)]
        earlier = _joined(sorted(before, key=lambda u: u.start))
        words = _words(shifted)
        count = repeated((*earlier, *words), self.tail, self.commit)
        if count is not None:
            return max(0, count - len(earlier))
        if shifted.words:
            return first_after(words, self.commit)
        return max(1, len(words)) if (shifted.start + shifted.end) / 2 < self.commit else 0


def tail_of(finals: tuple[Utterance, ...]) -> tuple[Word, ...]:
    """Return the last committed words of a transcript."""
    words: list[Word] = []
    for utterance in reversed(finals):
        words[:0] = _words(utterance)
        if len(words) >= _TAIL_WORDS:
            break
    return tuple(words[-_TAIL_WORDS:])


def _earlier(other: Utterance, shifted: Utterance) -> bool:
    return (other.start, other.id) < (shifted.start, shifted.id)


def _joined(utterances: Iterable[Utterance]) -> tuple[Word, ...]:
    return tuple(word for utterance in utterances for word in _words(utterance))


def _words(utterance: Utterance) -> tuple[Word, ...]:
    """Return the words; where the vendor gave no times, spread evenly over the utterance."""
    if utterance.words:
        return utterance.words
    texts = utterance.text.split()
    each = (utterance.end - utterance.start) / max(1, len(texts))
    start = utterance.start
    return tuple(
        Word(text, start + each * i, start + each * (i + 1)) for i, text in enumerate(texts)
    )
