"""Tells a vendor's repeated number from the same number begun anew."""

from rapidfuzz import fuzz

_FAR_SECONDS = 2.0
_ALIKE = 60.0


class IdsInTime:
    """Names sentences: the same number is the same sentence unless time and text disagree."""

    def __init__(self) -> None:
        self._known: dict[str, list[tuple[float, str]]] = {}

    def named(self, number: str, start: float, text: str) -> str:
        """Return a name that stays while a sentence is revised, repeated or sent late."""
        runs = self._known.setdefault(number, [])
        apart = [abs(began - start) for began, _ in runs]
        fits = [run for run, (_, said) in enumerate(runs) if _is_same(apart[run], said, text)]
        run = min(fits, key=apart.__getitem__, default=len(runs))
        if text:
            runs[run : run + 1] = [(start, text)]
        return f"{number}/{run}" if run else number


def _is_same(apart: float, said: str, text: str) -> bool:
    return not text or apart <= _FAR_SECONDS or fuzz.ratio(said, text) >= _ALIKE
