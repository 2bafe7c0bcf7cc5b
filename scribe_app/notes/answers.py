"""Joins a question with its answer, so that a bare "no" says what it denies.

Strict on purpose: a line is rephrased only where question and answer can be read one way.
Everywhere else both sides are quoted, because a wrong polarity is worse than a long line.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from scribe_app.notes.compress import compress, tidy
from scribe_app.notes.lexicon import Lexicon, tokens
from scribe_app.notes.units import Role, Unit

_QUESTION_LIMIT = 9
_ANSWER_LIMIT = 8
_AND = re.compile(r"(?i)\b(?:and|en|et)\b")
_VOWEL = re.compile(r"(?i)[aeiouyàâéèêëîïôöûüœh]")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer taken apart: ``yes``, ``no`` or ``""``, and what was said after it.

    `bound` when the "no" belongs to the word after it: "no rashes", but not "no, just a rash".
    """

    polarity: str
    rest: str
    bound: bool = False


def with_answers(units: Sequence[Unit], words: Lexicon) -> list[Unit]:
    """Return the units with each question of the clinician joined to the answer it got."""
    found: list[Unit] = []
    skip = -1
    for index, unit in enumerate(units):
        if index == skip:
            continue
        answer = _answer_to(units, index) if _opens(unit, words) else None
        if answer is None or _idle(unit, answer, words):
            found.append(unit)
            continue
        alone = not (index and _asks(units[index - 1]))
        found.append(_joined(unit, answer, words, alone=alone))
        skip = index + 1
    return found


def reply(text: str, words: Lexicon) -> Reply:
    """Return whether an answer opens with yes or no, and the rest of it."""
    text = tidy(words.cues["fillers"].sub("", text))
    for polarity in ("no", "yes"):
        found = words.cues[polarity].match(text)
        if found is not None:
            rest = tidy(text[found.end() :])
            rest = "" if words.cues[polarity].fullmatch(rest) else rest
            return Reply(polarity, rest, _bound(polarity, text[found.end() :], words))
    return Reply("", text)


def _bound(polarity: str, after: str, words: Lexicon) -> bool:
    first = tokens(after)[:1]
    meant = bool(first) and first[0] not in words.function
    return polarity == "no" and meant and after.startswith(" ") and after[1:2].isalpha()


def _asks(unit: Unit) -> bool:
    return unit.question and unit.role is not Role.PATIENT


def _opens(unit: Unit, words: Lexicon) -> bool:
    return _asks(unit) or (unit.role is not Role.PATIENT and words.has("examask", unit.text))


def _answer_to(units: Sequence[Unit], index: int) -> Unit | None:
    if index + 1 >= len(units):
        return None
    answer = units[index + 1]
    return None if answer.question or answer.role is Role.CLINICIAN else answer


def _joined(question: Unit, answer: Unit, words: Lexicon, *, alone: bool) -> Unit:
    ids = (*question.utterances, *(i for i in answer.utterances if i not in question.utterances))
    text = _line(question.text, answer.text, words, alone=alone)
    return replace(
        answer, text=text, utterances=ids, role=Role.PATIENT, merged=True, asked=question.text
    )


def _idle(question: Unit, answer: Unit, words: Lexicon) -> bool:
    """Return whether nothing was told: small talk, or an "okay" that answers nothing."""
    said = reply(answer.text, words)
    empty = not said.polarity and not words.content(compress(said.rest, words))
    return empty or words.has("chatter", question.text)


def _kernel(question: str, words: Lexicon) -> str:
    """Return the question from where it asks, without what was said before it.

    What comes before stays when it is a condition or holds a side: "when you run, does it hurt?".
    """
    starts = [found.end() for found in words.cues["kernel"].finditer(question)]
    for start in reversed(starts):
        before, rest = question[:start], question[start:]
        bound = words.has("condition", before) or words.has("side", before)
        if not bound and len(words.content(rest)) > 0:
            return rest
    return question


def _line(question: str, answer: str, words: Lexicon, *, alone: bool) -> str:
    question = _kernel(question, words)
    said = reply(answer, words)
    asked = _asked(question, words)
    if len(asked.split()) > _QUESTION_LIMIT and words.content(said.rest):
        return _quoted(asked, said, words) if said.polarity else _bare(answer, words)
    if words.has("wh", question):
        told = words.has("complaint", answer) and not words.has("time", answer)
        short = len(words.content(answer)) <= _ANSWER_LIMIT and not told
        return f"{_lower(asked)}: {_bare(answer, words)}" if short else _bare(answer, words)
    if words.has("negation", question):
        return f"{_lower(tidy(question))}? {_lower(tidy(answer))}"
    if said.rest:
        return _restated(asked, said, words) or _quoted(asked, said, words)
    if said.polarity == "no" and alone:
        return _denied(question, words) or _quoted(asked, said, words)
    return _quoted(asked, said, words)


def _restated(asked: str, said: Reply, words: Lexicon) -> str:
    """Return the rest of the answer when it says the question over again, else ""."""
    repeated = _stems(said.rest, words)
    agrees = words.has("negation", said.rest) == (said.polarity == "no")
    complete = said.polarity and agrees and _stems(asked, words) <= repeated
    return _bare(said.rest, words) if complete and repeated else ""


def _denied(question: str, words: Lexicon) -> str:
    """Return "no fever" for "Have you had a fever?", "" where it cannot be read one way."""
    noun = _after("noun_frame", question, words)
    if noun is None or len(noun.split()) > _QUESTION_LIMIT or _AND.search(noun):
        return ""
    if words.has("hedge", noun) or words.has("second", noun):
        return ""
    vowel = words.language == "fr" and _VOWEL.match(noun) is not None
    return words.answers["negator_vowel"] + noun if vowel else f"{words.answers['negator']} {noun}"


def _after(frame: str, question: str, words: Lexicon) -> str | None:
    text = _bare(question, words)
    found = words.cues[frame].match(text)
    rest = tidy(text[found.end() :]) if found else ""
    return rest if words.content(rest) else None


def _asked(question: str, words: Lexicon) -> str:
    """Return the question without its frame: "smoke" for "Do you smoke?"."""
    text = _bare(question, words)
    opening = words.cues["wh"].match(text)
    if opening is not None:
        return text if words.content(text[opening.end() :]) else opening.group()
    for frame in ("noun_frame", "frame"):
        rest = _after(frame, text, words)
        if rest is not None:
            return rest
    return tidy(words.cues["asked_drop"].sub("", text, count=1))


def _bare(said: str, words: Lexicon) -> str:
    return _lower(compress(said, words))


def _quoted(asked: str, said: Reply, words: Lexicon) -> str:
    parts = [words.answers[said.polarity]] if said.polarity else []
    if said.rest:
        parts.append(_bare(said.rest, words))
    return f"{_lower(asked)}: {(' ' if said.bound else ', ').join(parts)}"


def _stems(text: str, words: Lexicon) -> set[str]:
    return {word[:4] for word in words.content(text)}


def _lower(text: str) -> str:
    return text if text.startswith("I ") or text[1:2].isupper() else text[:1].lower() + text[1:]
