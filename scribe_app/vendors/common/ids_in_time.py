"""Tells a vendor's repeated number from the same number begun anew."""

from rapidfuzz import fuzz

_FAR_SECONDS = 2.0
_ALIKE = 60.0


class IdsInTime:
    """Names utterances: the same number is the same utterance unless time and text disagree."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[int, float, str]] = {}

    def named(self, number: str | None, start: float, text: str) -> str:
        """Return a name that stays while a sentence is revised."""
        if number is None:
            return f"{start:.2f}/{text}" if not start else f"{start:.2f}"
        generation, began, said = self._known.get(number, (0, start, text))
        if abs(start - began) > _FAR_SECONDS and fuzz.ratio(said, text) < _ALIKE:
            generation += 1
        self._known[number] = (generation, start, text)
        return f"{number}" if not generation else f"{number}.{generation}"
