"""What is denied and what is not, in a line of a note and in what was said."""

import re
from collections.abc import Iterator, Sequence

from scribe_app.notes.evidence.terms import key
from scribe_app.notes.lexicon import Lexicon, tokens
from scribe_app.notes.units import Role, Unit

_REACH = 7
_ANSWERS = 2
_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?|[,;:.!?]")
_ASKED = re.compile(r"(?P<question>[^:?]{2,200})[:?] (?P<answer>.+)", re.DOTALL)
_ENDS = frozenset({",", ";", ":", ".", "!", "?"})
_TURNS = frozenset(
    {
        *(
            "but",
            "however",
            "except",
            "although",
            "because",
            "so",
            "which",
            "with",
            "i",
            "you",
            "we",
        ),
        *(
            "they",
            "he",
            "she",
            "it",
            "there",
            "is",
            "are",
            "was",
            "were",
            "maar",
            "behalve",
            "omdat",
        ),
        *("ik", "u", "hij", "zij", "mais", "sauf", "parce", "je", "vous", "il", "elle"),
    }
)
# After these a list goes on: "no fever, chills or sweats".
_LISTS = frozenset({"or", "nor", "of", "noch", "ou", "ni"})


def denied(text: str, words: Lexicon) -> dict[str, bool]:
    """Return the keys of a text with whether each stands under a denial.

    In "fever: no" and "Any fever? Not at all" the answer denies what stands before it.
    """
    asked = _ASKED.match(text)
    if asked is not None and (answer := _polarity(asked["answer"], words)) is not None:
        before = dict.fromkeys(denied(asked["question"], words), answer)
        return denied(asked["answer"], words) | before
    found: dict[str, bool] = {}
    for clause, listed in _clauses(text):
        left, reach = 0, _REACH * (3 if listed else 1)
        for word in clause:
            if _denies(word, words):
                left = reach
                continue
            left -= 1
            if words.content(word) and not word[0].isdigit():
                name = key(words.content(word)[0])
                found[name] = found.get(name, False) or left > 0
    return found


def _polarity(answer: str, words: Lexicon) -> bool | None:
    """Return whether an answer denies; None when it opens with neither yes nor no."""
    bare = _bare(answer, words)
    if words.cues["no"].match(bare):
        return True
    return False if words.cues["yes"].match(bare) else None


def votes(place: int, name: str, units: Sequence[Unit], words: Lexicon) -> bool | None:
    """Return whether a statement denies a key; None where it does not say either way.

    A question says nothing itself: the answer that follows it does.
    """
    unit, after = units[place], units[place + 1 : place + 1 + _ANSWERS]
    told = denied(unit.text, words).get(name)
    asked = unit.role is not Role.PATIENT and bool(after) and after[0].role is not unit.role
    if unit.question or (asked and words.cues["no"].match(_bare(after[0].text, words))):
        answer = _answered(after, words)
        return answer if answer is not None or unit.question else told
    return told


def _answered(following: Sequence[Unit], words: Lexicon) -> bool | None:
    for unit in following:
        if unit.question:
            continue
        if words.cues["no"].match(_bare(unit.text, words)):
            return True
        if words.cues["yes"].match(_bare(unit.text, words)):
            return words.has("negation", unit.text) and None
        if words.has("negation", unit.text):
            return True
        return None
    return None


def _bare(text: str, words: Lexicon) -> str:
    return words.cues["fillers"].sub("", text).lstrip(" ,.")


def _denies(word: str, words: Lexicon) -> bool:
    return word.endswith("n't") or words.cues["negation"].fullmatch(word) is not None


def _clauses(text: str) -> Iterator[tuple[list[str], bool]]:
    """Yield clauses in lower case; a list of findings stays one clause, whatever its commas."""
    parts = _WORD.findall(text.lower())
    listed = bool(_LISTS & set(parts))
    clause: list[str] = []
    for part in parts:
        comma = part == ","
        if part in _TURNS or (part in _ENDS and not (comma and listed)):
            yield clause, listed
            clause = []
        elif part not in _ENDS:
            clause.append(part)
    yield clause, listed


def sides(text: str, words: Lexicon) -> set[str]:
    """Return the sides named in a line of a note: left, right or both."""
    found = {word for word in tokens(text) if words.cues["side"].fullmatch(word)}
    return {_SIDES.get(word, _compound(word)) for word in found} - {""}


def spoken_sides(text: str, words: Lexicon) -> set[str]:
    """Return the sides named in what was said: not the "right" of "right now" and "all right"."""
    low = words.cues["discourse"].sub("", text.lower())
    return sides(_AGREEING.sub(" ", low) if words.language == "en" else low, words)


_AGREEING = re.compile(
    r"\b(?:all|alright|that's|yeah|just|is that) right\b"
    r"|\bright (?:now|away|here|there|after|before)\b"
    r"|\bright[?,]|(?<!the)(?<!on)(?<!my)(?<!your)(?<!his)(?<!her) right[?.]?$"
    r"|^right\b(?= (?:so|and|okay|my|i|yeah|you|but|now|well|did|do|let|what|how|when|right)\b)"
)
_SIDES = {
    "left": "left", "right": "right", "both": "both", "bilateral": "both", "bilaterally": "both",
    "links": "left", "linker": "left", "linkse": "left", "rechts": "right", "rechter": "right",
    "gauche": "left", "droit": "right", "droite": "right", "beide": "both", "gauches": "left",
}  # fmt: skip


def beside(text: str, side: str, words: Lexicon) -> set[str]:
    """Return the keys of the words a side is said of: the three after it, else the two before."""
    said = tokens(text)
    found: set[str] = set()
    for place, word in enumerate(said):
        if _SIDES.get(word, _compound(word)) == side:
            around = " ".join(said[place + 1 : place + 4]) or " ".join(said[place - 2 : place])
            found |= {key(each) for each in words.content(around) if each not in _SIDES}
    return found - {"side", "sided"}


def _compound(word: str) -> str:
    """Return the side of a Dutch compound: "linkerknie"."""
    if word.startswith("linker"):
        return "left"
    return "right" if word.startswith("rechter") else ""
