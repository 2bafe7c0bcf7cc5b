"""Writes one statement as a line of the note: by deletion, and in the third person."""

import re

from scribe_app.notes.compress import capital, protected, tidy
from scribe_app.notes.lexicon import Lexicon
from scribe_app.notes.trained.clauses import unstuttered
from scribe_app.notes.trained.person import Person, in_third_person
from scribe_app.notes.units import Unit

_FILLER = re.compile(
    r"(?i)(?<![\w'])(?:um+|uh+|uhm"
    r"|(?<!the )(?<!an )(?<!to )er|erm|hm+|mm+|mm-hmm|mhm|ah|oh|you know|i mean|basically"
    r"|obviously|actually|honestly|of course|all right|alright|okay|ok|yeah|hey,? dragon[,.]?"
    r"|hey,? siri[,.]?)(?![\w'])[ ,]*"
)
_LEAD = re.compile(
    r"(?i)^(?:(?:and|so|but|well|now|then|because|'cause|or|also|great|good|perfect|sure|right,|like"
    r"|i see|let's see|again,|go ahead and|show me)(?![\w'])[ ,]+)+"
)
_TAIL = re.compile(
    r"(?i)(?:[ ,]+(?:and|so|but|or|then|because|'cause|like|the|a|an|my|his|her|your|of|to|with|for"
    r"|i|he|she|it|is|are|which|that i|okay|right\?))+$"
)
_ASKED = re.compile(r"(?P<question>[^:?]+)(?P<mark>[:?]) (?P<answer>.+)", re.DOTALL)
_YES = re.compile(r"(?i)^(?:yes|yep|yup|correct|absolutely|definitely)[ ,.!]+(?=\w)")


def shortened(text: str, words: Lexicon) -> str:
    """Return the statement without fillers; sides, denials, doubts and numbers all stay."""
    kept = _LEAD.sub("", tidy(_FILLER.sub("", text)))
    kept = _TAIL.sub("", _YES.sub("", kept))
    kept = tidy(unstuttered(kept))
    return kept if protected(text, words) <= protected(kept, words) else tidy(text)


def line_of(unit: Unit, person: Person, words: Lexicon) -> str:
    """Return the line, "" when nothing is left of it."""
    text = _exchange(unit.text, words) if unit.merged else shortened(unit.text, words)
    return capital(in_third_person(text, unit.role, person, merged=unit.merged))


def _exchange(text: str, words: Lexicon) -> str:
    """Return a question with its answer; fillers go from the question, the answer stays whole."""
    asked = _ASKED.match(text)
    if asked is None:
        return tidy(text)
    question = shortened(asked["question"], words)
    return f"{question}{asked['mark']} {tidy(asked['answer'])}" if question else tidy(text)
