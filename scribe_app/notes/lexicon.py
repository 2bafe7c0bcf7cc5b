"""The words of one language, read once from the package's own data and compiled."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

LANGUAGES = ("en", "nl", "fr")
_TOKEN = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Topic:
    """A problem a patient can come with, and the words for it."""

    name: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Compiled words (`filler`, `negation`, …) and cues (`question`, `plan`, …) of a language.

    `headings` are those of a long note, by section, where the language has such a custom.
    """

    language: str
    cues: Mapping[str, re.Pattern[str]]
    function: frozenset[str]
    answers: Mapping[str, str]
    units: Mapping[str, str]
    spelling: Mapping[str, str]
    headings: Mapping[str, str]
    topics: tuple[Topic, ...]

    def has(self, cue: str, text: str) -> bool:
        """Return whether the cue occurs in the text."""
        return self.cues[cue].search(text) is not None

    def count(self, cue: str, text: str) -> int:
        """Return how often the cue occurs."""
        return len(self.cues[cue].findall(text))

    def content(self, text: str) -> list[str]:
        """Return the words that carry meaning, in lower case and in order."""
        return [word for word in tokens(text) if word not in self.function and len(word) > 1]


def tokens(text: str) -> list[str]:
    """Return words and numbers in lower case, cut at apostrophes and hyphens."""
    return _TOKEN.findall(text.lower())


def base_language(language: str) -> str:
    """Return nl, en or fr for a language tag; anything else is read as English."""
    base = language.lower().replace("_", "-").split("-")[0]
    return base if base in LANGUAGES else "en"


def lexicon(language: str) -> Lexicon:
    """Return the lexicon of a language tag (nl, nl-BE, fr_FR, …)."""
    return _load(base_language(language))


def phrases(listed: str) -> list[str]:
    """Return the entries of a comma or line separated list, the longest first."""
    found = [part.strip() for part in re.split(r"[,\n]", listed) if part.strip()]
    return sorted(found, key=len, reverse=True)


def any_of(listed: str, prefix: str = "") -> re.Pattern[str]:
    """Compile a list of phrases (``*`` is any ending) to one pattern between word edges."""
    parts = (re.escape(phrase).replace(r"\*", r"\w*") for phrase in phrases(listed))
    return re.compile(rf"(?<!\w){prefix}(?:{'|'.join(parts)})(?!\w)", re.IGNORECASE)


@cache
def _load(base: str) -> Lexicon:
    source = files("scribe_app.notes").joinpath("languages", f"{base}.toml")
    raw = tomllib.loads(source.read_text(encoding="utf-8"))
    prefix = "(?:linker|rechter)?" if base == "nl" else ""
    return Lexicon(
        language=base,
        cues=MappingProxyType(_cues(raw)),
        function=frozenset(
            word for part in phrases(raw["words"]["function"]) for word in tokens(part)
        ),
        answers=MappingProxyType(raw["answers"]),
        units=MappingProxyType(raw["units"]),
        spelling=MappingProxyType(raw.get("spelling", {})),
        headings=MappingProxyType(raw.get("headings", {})),
        topics=tuple(Topic(name, any_of(said, prefix)) for name, said in raw["topics"].items()),
    )


def _cues(raw: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    words = {name: any_of(listed) for name, listed in raw["words"].items()}
    patterns = {
        name: re.compile("|".join(parts), re.IGNORECASE) for name, parts in raw["patterns"].items()
    }
    return words | patterns
