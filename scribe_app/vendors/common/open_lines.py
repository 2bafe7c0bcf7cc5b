"""Utterances that a vendor may still change, shown together as one partial."""

from collections.abc import Iterator
from dataclasses import replace

from scribe_app.domain import events as ev
from scribe_app.domain.transcript import Status, Utterance


class OpenLines:
    """What is open, by the vendor's id; an id that was completed stays completed."""

    def __init__(self) -> None:
        self._open: dict[str, Utterance] = {}
        self._completed: dict[str, set[tuple[str, str | None]]] = {}

    @property
    def is_empty(self) -> bool:
        """Return whether nothing is open."""
        return not self._open

    def take(self, utterance: Utterance, *, is_final: bool) -> Iterator[ev.VendorEvent]:
        """Take a final, or an open utterance beside the others."""
        if is_final:
            yield from self.complete(utterance)
        else:
            yield from self.show([utterance], all_of_them=False)

    def show(self, utterances: list[Utterance], *, all_of_them: bool) -> Iterator[ev.Partial]:
        """Take open utterances, in place of every other one or beside them."""
        before = self._shown()
        if all_of_them:
            self._open.clear()
        for each in utterances:
            self._open.pop(each.id, None)
            if each.text and each.id not in self._completed:
                self._open[each.id] = each
        if (now := self._shown()) != before:
            yield ev.Partial(now)

    def complete(self, utterance: Utterance) -> Iterator[ev.VendorEvent]:
        """Take a final: a revision counts, a repetition does not, and nothing takes words back."""
        was_open = self._open.pop(utterance.id, None)
        versions = self._completed.setdefault(utterance.id, set())
        said = (utterance.text, utterance.speaker)
        is_news = bool(utterance.text) and said not in versions
        versions.add(said)
        if is_news:
            yield ev.Final(utterance)
        # A final settles what is shown before its end: what is open still is shown again.
        if was_open is not None or (is_news and self._open):
            yield ev.Partial(self._shown())

    def _shown(self) -> Utterance:
        """Return one partial of everything that is open, empty when nothing is."""
        lines = sorted(self._open.values(), key=lambda each: each.start)
        if not lines:
            return Utterance("open", 0.0, 0.0, "", status=Status.PARTIAL)
        return replace(
            lines[0],
            id="open",
            end=max(each.end for each in lines),
            text=" ".join(each.text for each in lines),
            words=tuple(word for each in lines for word in each.words),
            status=Status.PARTIAL,
        )
