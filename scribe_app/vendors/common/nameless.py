"""Names for utterances of a server that gives none: the open one, and each final once."""

from dataclasses import replace

from scribe_app.domain.transcript import Utterance


class Nameless:
    """Counts finals; one that begins before the last one has ended says that one again."""

    def __init__(self) -> None:
        self._count = 0
        self._last = (0.0, 0.0)

    def named(self, utterance: Utterance, *, is_final: bool) -> Utterance:
        """Return an utterance under its name."""
        if is_final and not self._is_again(utterance):
            self._count += 1
            self._last = (utterance.start, utterance.end)
        return replace(utterance, id=f"open-{self._count - is_final}")

    def _is_again(self, utterance: Utterance) -> bool:
        start, end = self._last
        return self._count > 0 and start <= utterance.start < end
