"""Committed words become utterances: ids that only grow, closed at a sentence's end or a pause."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from scribe_app.ondevice.heard import Heard

_ENDS = (".", "?", "!", "…")
_TITLES = frozenset({"dr.", "mr.", "mrs.", "ms.", "dhr.", "mw.", "mevr.", "mme.", "m.", "drs."})


@dataclass(frozen=True, slots=True)
class UtteranceRule:
    """Seconds: a pause that parts two utterances, and the longest one."""

    pause: float = 1.2
    longest: float = 15.0


@dataclass(frozen=True, slots=True)
class Final:
    """An utterance as far as it is settled; the same id comes again only with words appended."""

    id: int
    words: tuple[Heard, ...]
    closed: bool


@dataclass(slots=True)
class Utterances:
    """Gathers committed words; `commit` and `close` return what is to be sent."""

    rule: UtteranceRule = field(default_factory=UtteranceRule)
    _next: int = 0
    _words: list[Heard] = field(default_factory=list)

    def commit(self, words: Sequence[Heard]) -> list[Final]:
        """Add words in their order; return each utterance that they touched, once."""
        finals: list[Final] = []
        for word in words:
            if self._words and self._parts(word):
                finals += self.close()
            self._words.append(word)
            if ends_sentence(word.text):
                finals += self.close()
        if words and self._words:
            finals.append(Final(self._next, tuple(self._words), False))
        return _once(finals)

    def close(self) -> list[Final]:
        """End the open utterance, if there is one."""
        if not self._words:
            return []
        final = Final(self._next, tuple(self._words), True)
        self._next, self._words = self._next + 1, []
        return [final]

    def rest(self, now: float) -> list[Final]:
        """End the open utterance once a pause has followed it."""
        paused = self._words and now - self._words[-1].end >= self.rule.pause
        return self.close() if paused else []

    def _parts(self, word: Heard) -> bool:
        gap = word.start - self._words[-1].end
        return gap >= self.rule.pause or word.end - self._words[0].start > self.rule.longest


def ends_sentence(text: str) -> bool:
    """Return whether a word closes a sentence; a title's full stop does not."""
    return text.endswith(_ENDS) and text.casefold() not in _TITLES


def _once(finals: Iterable[Final]) -> list[Final]:
    return list({final.id: final for final in finals}.values())
