"""Which words are names of drugs: a list of the common ones, and the endings of the rest."""

import re
from functools import cache
from importlib.resources import files

_ENDINGS = re.compile(
    r"\w{3,}(?:cillin[e]?|mycin[e]?|pril|sartan|olol|statin[e]?|azole?|oxacin[e]?|cyclin[e]?|tidin[e]?"
    r"|dipin[e]?|triptan|setron|parin[e]?|gliptin[e]?|gliflozin[e]?|xaban|mab|tinib|vir|lukast"
    r"|prazole?|barbital|caine|zepam|profen|oxetin[e]?|thiazide|terol|nisolone?|asone?)"
)
_NOT_DRUGS = frozenset({"season", "reason", "april", "chocaine", "vitamin", "calcium", "iron"})


@cache
def _known() -> frozenset[str]:
    listed = files("scribe_app.notes").joinpath("evidence", "drugs.txt").read_text("utf-8")
    return frozenset(listed.split())


def is_drug(word: str) -> bool:
    """Return whether a word in lower case is the name of a drug."""
    if word in _NOT_DRUGS:
        return False
    return word in _known() or _ENDINGS.fullmatch(word) is not None
