"""Words that clinicians write and nobody says: "denies", "auscultation"; unsaid, yet no doubt."""

from functools import cache
from importlib.resources import files


@cache
def written(language: str) -> frozenset[str]:
    """Return the words of writing in a language; there is a list for English alone."""
    if language != "en":
        return frozenset()
    listed = files("scribe_app.notes").joinpath("weights", "english_written.txt")
    return frozenset(listed.read_text("utf-8").split())
