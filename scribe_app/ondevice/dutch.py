"""Where the sentence says that two Dutch nouns side by side are two words after all."""

from collections.abc import Sequence

BACK = 5
"""Words before the two that are looked at."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_INVERTED = frozenset({"ik", "je", "jij"})
_VERBS = _words("gebruik prik spiegel test verlies verbruik hoest stel")  # "als ik bloed verlies"
_DEFINITE = _words(
    "de het 't die dat deze dit mijn m'n uw je jouw zijn z'n haar ons onze hun jullie elke elk "
    "welke welk beide"
)
_WITHIN = _words("in uit op onder aan bij voor tegen van door met")
# Nouns that need no article, and so may stand alone behind another: "doet uw keel pijn".
_BARE = _words(
    "pijn pijnen klachten problemen jeuk koorts vocht last kramp krampen bloed hoest zorg schade "
    "stress rust ruimte medicijnen medicatie zalf uitslag zwelling"
)
# Nouns that do so behind a place: "in mijn nier stenen".
_FOUND = _words("suiker stenen smeer druppels vlekken eiwit slijm schimmel")
_GIVEN = _words("verlichting steun baat")  # "of de zalf verlichting geeft"
_GIVES = _words(
    "geef geeft geven gaf gaven heb hebt heeft hebben had hadden krijg krijgt krijgen kreeg kregen "
    "doe doet doen deed deden veroorzaakt veroorzaken bied biedt bieden maak maakt maken gemaakt "
    "gegeven gehad gekregen brengt"
)
_TOWARDS, _PLACES = _words("naar te thuis"), _words("huis school bed tafel kerk")


def apart(texts: Sequence[str], at: int, size: int) -> bool:
    """Return whether the `size` words at `at`, in lower case, are no compound in this sentence."""
    first, last = texts[at], texts[at + size - 1].rstrip(".,!?:;…")
    before, behind = texts[max(0, at - BACK) : at], texts[at + size : at + size + 2]
    former = before[-1] if before else ""
    if former == "ik" or (first in _PLACES and former in _TOWARDS):
        return True
    if last in _VERBS:
        return "ik" in before or not _INVERTED.isdisjoint(behind[:1])
    if last in _GIVEN:
        return not _GIVES.isdisjoint([*before, *behind])
    return _stands_alone(last, before, behind)


def _stands_alone(last: str, before: Sequence[str], behind: Sequence[str]) -> bool:
    """Return whether the noun is what the one before gives, or what one has in it."""
    definite = bool(before) and before[-1] in _DEFINITE
    if last in _BARE:
        gives = not _GIVES.isdisjoint(behind[:1]) and not _DEFINITE.isdisjoint(before)
        return definite or gives
    return last in _FOUND and definite and len(before) > 1 and before[-2] in _WITHIN
