"""What was said: words, utterances and the transcript they make."""

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum


class Status(StrEnum):
    """How sure the transcript is of an utterance."""

    PARTIAL = "partial"
    FINAL = "final"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Word:
    """One spoken word; times in seconds on the consultation's clock."""

    text: str
    start: float
    end: float
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one speaker said between two pauses; `id` is ``epoch:number``."""

    id: str
    start: float
    end: float
    text: str
    speaker: str | None = None
    words: tuple[Word, ...] = ()
    status: Status = Status.FINAL

    def without(self, since: float, until: float) -> "Utterance":
        """Return what was said outside a stretch, itself where none of it was said inside.

        Without times for its words it is gone as a whole, and its text is empty then.
        """
        if not self.words:
            touches = self.start < until and self.end > since
            return replace(self, text="") if touches and self.text else self
        kept = tuple(w for w in self.words if w.end <= since or w.start >= until)
        if len(kept) == len(self.words):
            return self
        text = " ".join(word.text.strip() for word in kept)
        start = kept[0].start if kept and kept[0] is not self.words[0] else self.start
        return replace(self, start=start, words=kept, text=text)


@dataclass(frozen=True, slots=True)
class Transcript:
    """Finals in order of time and, after them, what is still being heard."""

    finals: tuple[Utterance, ...] = ()
    partials: tuple[Utterance, ...] = ()

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Return finals and partials together, in order of time."""
        return self.finals + self.partials

    @property
    def committed(self) -> float:
        """Return the end of the last final in seconds, 0.0 without one."""
        return self.finals[-1].end if self.finals else 0.0

    def find(self, utterance_id: str) -> Utterance | None:
        """Return the final of that id, looking from the newest."""
        index = _index(self.finals, utterance_id)
        return None if index is None else self.finals[index]

    def with_partial(self, partial: Utterance) -> "Transcript":
        """Replace everything partial; an empty text only clears it."""
        return replace(self, partials=(partial,) if partial.text else ())

    def with_final(self, final: Utterance) -> "Transcript":
        """Insert or revise a final; what was partial up to its end is settled.

        One without text says only that nothing is left of it.
        """
        if not final.text:
            return self.without(final.id)
        pending = tuple(part for part in self.partials if part.end > final.end)
        return Transcript(_upserted(self.finals, final), pending)

    def without(self, utterance_id: str) -> "Transcript":
        """Drop an utterance that the vendor took back."""
        kept = tuple(each for each in self.finals if each.id != utterance_id)
        return Transcript(kept, tuple(p for p in self.partials if p.id != utterance_id))

    def outside(self, since: float, until: float) -> "Transcript":
        """Return what was said outside a stretch."""
        finals, partials = (
            [each for each in (u.without(since, until) for u in said) if each.text]
            for said in (self.finals, self.partials)
        )
        return Transcript(tuple(sorted(finals, key=lambda each: each.start)), tuple(partials))

    def spoken_by(self, utterance_id: str, speaker: str) -> "Transcript":
        """Name the speaker of one final; an unknown id changes nothing."""
        final = self.find(utterance_id)
        return self if final is None else self.with_final(replace(final, speaker=speaker))

    def promoted(self) -> "Transcript":
        """Keep what was still partial as unconfirmed: nobody else will finish it."""
        kept = tuple(replace(part, status=Status.UNCONFIRMED) for part in self.partials)
        return Transcript(self.finals + kept)


def _index(finals: tuple[Utterance, ...], utterance_id: str) -> int | None:
    for index in range(len(finals) - 1, -1, -1):
        if finals[index].id == utterance_id:
            return index
    return None


def _upserted(finals: tuple[Utterance, ...], final: Utterance) -> tuple[Utterance, ...]:
    # Nearly every final is the last one or follows it: look at the tail only.
    if finals and finals[-1].id == final.id:
        return (*finals[:-1], final)
    if not finals or final.start >= finals[-1].start:
        index = _index(finals[-64:], final.id)
        if index is None:
            return (*finals, final)
    index = _index(finals, final.id)
    kept = finals if index is None else finals[:index] + finals[index + 1 :]
    place = bisect_right(kept, final.start, key=lambda each: each.start)
    return (*kept[:place], final, *kept[place:])
